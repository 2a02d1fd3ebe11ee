/** Say how large each node is drawn, label included. */

import { type Box, FONT_SIZE, LINE_HEIGHT, box, ems, wrap } from "./measure";
import { type Edge, type Kind, type Network, type Node, isAbsence } from "./model";

export const LABEL_GAP = 4;
export const BOX_MARGIN = 8;

/** How a kind is drawn: size of its marker, or 0 for a box; ems of a line. */
export interface Form {
  readonly shape: "dot" | "star" | "diamond" | "box";
  readonly size: number;
  readonly limit: number;
}

export const FORMS: Readonly<Record<Kind, Form>> = {
  person: { shape: "dot", size: 10, limit: 8 },
  meeting: { shape: "star", size: 28, limit: 11 },
  theme: { shape: "diamond", size: 11, limit: 7 },
  organization: { shape: "box", size: 0, limit: 7 },
  "agenda-item": { shape: "box", size: 0, limit: 13 },
  handout: { shape: "box", size: 0, limit: 9 },
};

/** The room a node takes around its place; above and below are measured from the middle. */
export interface Tile {
  readonly lines: readonly string[];
  readonly width: number;
  readonly above: number;
  readonly below: number;
  readonly labelTop: number;
}
export type Tiles = ReadonlyMap<string, Tile>;

export function tileOf(tiles: Tiles, node: string): Tile {
  const tile = tiles.get(node);
  if (!tile) throw new Error(`no tile for ${node}`);
  return tile;
}

export function labelBox(tile: Tile, x: number, y: number): Box {
  return box(x - tile.width / 2, y + tile.labelTop, x + tile.width / 2, y + tile.below);
}

export function tileBox(tile: Tile, x: number, y: number): Box {
  return box(x - tile.width / 2, y - tile.above, x + tile.width / 2, y + tile.below);
}

export function measureNodes(network: Network): Tiles {
  const names = labelNodes(network);
  return new Map(network.nodes.map((node) => [node.id, measure(node, names.get(node.id)!)]));
}

/** In the picture of one meeting the marks of its roster stand with the names: ◎ （代理） （欠席）. */
export function labelNodes(network: Network): Map<string, string> {
  const names = new Map(network.nodes.map((node) => [node.id, node.name]));
  const subject = network.nodes.find((node) => node.id === network.subject);
  if (subject?.kind !== "meeting") return names;
  for (const edge of network.edges) {
    const [source, target] = [names.get(edge.source), names.get(edge.target)];
    if (edge.target === network.subject && source !== undefined) names.set(edge.source, marked(source, edge));
    else if (edge.kind === "agenda" && edge.source === network.subject && target !== undefined) {
      names.set(edge.target, `${edge.name} ${target}`.trim());
    }
  }
  return names;
}

function marked(name: string, edge: Edge): string {
  const chair = edge.kind === "chair" ? `◎${name}` : name;
  const proxy = edge.proxy ? `${chair}（代理）` : chair;
  return isAbsence(edge) ? `${proxy}（欠席）` : proxy;
}

function measure(node: Node, name: string): Tile {
  const form = FORMS[node.kind];
  const lines = wrap(name, form.limit);
  const width = Math.max(...lines.map(ems)) * FONT_SIZE;
  const height = lines.length * LINE_HEIGHT;
  if (form.size) {
    const labelTop = form.size + LABEL_GAP;
    return { lines, width: Math.max(width + 8, 2 * form.size), above: form.size, below: labelTop + height, labelTop };
  }
  const half = height / 2 + BOX_MARGIN;
  return { lines, width: width + 2 * BOX_MARGIN, above: half, below: half, labelTop: -half };
}
