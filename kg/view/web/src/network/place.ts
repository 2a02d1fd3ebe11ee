/** Hold a picture before and after its nodes have found their places. */

import { type Tree, byCodePoint, organizationTree } from "./layers";
import { type Box, around } from "./measure";
import type { Kind, Network, Node } from "./model";
import { type Tiles, measureNodes, tileBox, tileOf } from "./tile";

/** The least distance of two rows: at 46 a label touches the next marker. */
export const ROW = 60;
/** The least distance of two tiles. */
export const GAP = 12;

export type Spot = readonly [number, number];
export type Placed = Map<string, Spot>;

/** A field behind a group of people, with the heading of the group. */
export interface Frame {
  readonly box: Box;
  readonly heading: readonly string[];
  readonly headingBox: Box;
}

/** Where every node stands; edges between nodes of the *axis* run upright. */
export interface Layout {
  readonly places: ReadonlyMap<string, Spot>;
  readonly frames: readonly Frame[];
  readonly axis: ReadonlySet<string>;
}

export interface Picture {
  readonly network: Network;
  readonly tiles: Tiles;
  readonly tree: Tree;
  readonly near: ReadonlyMap<string, readonly string[]>;
}

export function makePicture(network: Network): Picture {
  const near = new Map(network.nodes.map((node) => [node.id, new Set<string>()]));
  for (const { source, target } of network.edges) {
    if (source === target) continue;
    near.get(source)?.add(target);
    near.get(target)?.add(source);
  }
  const sorted = new Map([...near].map(([id, others]) => [id, [...others].sort(byCodePoint)]));
  return { network, tiles: measureNodes(network), tree: organizationTree(network), near: sorted };
}

export function ofKind(picture: Picture, kind: Kind): Node[] {
  return picture.network.nodes.filter((node) => node.kind === kind);
}

/** The box that holds the whole picture. */
export function extent(layout: Layout, tiles: Tiles): Box {
  const boxes = [...layout.places].map(([id, [x, y]]) => tileBox(tileOf(tiles, id), x, y));
  return around([...boxes, ...layout.frames.map((frame) => frame.box)], GAP);
}

/** The *values* of those near to *node* that have one. */
export function nearValues(picture: Picture, node: string, values: ReadonlyMap<string, number>): number[] {
  return (picture.near.get(node) ?? []).map((id) => values.get(id)).filter((y): y is number => y !== undefined);
}

export function mean(values: readonly number[]): number {
  return values.length ? values.reduce((sum, value) => sum + value, 0) / values.length : 0;
}
