/** Make rows of tiles, and pile them up or down. */

import { GAP, type Placed, ROW } from "./place";
import { type Tiles, tileOf } from "./tile";

export type Row = readonly (readonly [string, number])[];
/** The way kept free in the middle for edges that go up. */
export const LANE = 56;

/** Rows of *nodes* side by side, filled up to *width* and centred. */
export function flow(nodes: readonly string[], tiles: Tiles, width: number): Row[] {
  return filled(nodes, tiles, width).map((row) => {
    const total = row.reduce((sum, node) => sum + tileOf(tiles, node).width + GAP, -GAP);
    return laid(row, tiles, -total / 2);
  });
}

/** Rows filled up to *width*, the first nodes nearest the lane. */
export function flowBesideLane(nodes: readonly string[], tiles: Tiles, width: number): Row[] {
  return filled(nodes, tiles, width - LANE).map((row) => {
    const left = laid(row.filter((_, i) => i % 2 === 0), tiles, LANE / 2);
    const right = laid(row.filter((_, i) => i % 2 === 1), tiles, LANE / 2);
    return [...left.map(([node, x]) => [node, -x] as const), ...right];
  });
}

/** Rows of two, one on each side of the lane; a single node stands in it. */
export function pairs(nodes: readonly string[], tiles: Tiles): Row[] {
  if (nodes.length === 1) return [[[nodes[0]!, 0]]];
  const width = Math.max(0, ...nodes.map((node) => tileOf(tiles, node).width));
  const xs = [-(LANE + width) / 2, (LANE + width) / 2];
  return nodes.flatMap((node, i) => {
    if (i % 2) return [];
    const other = nodes[i + 1];
    const row: (readonly [string, number])[] = [[node, xs[0]!]];
    return [other === undefined ? row : [...row, [other, xs[1]!] as const]];
  });
}

/** The places of *rows*, piled from *edge* downwards, or upwards. */
export function pile(rows: readonly Row[], tiles: Tiles, edge: number, upwards = false): Placed {
  const sign = upwards ? -1 : 1;
  const places: Placed = new Map();
  let rim = sign * edge;
  let middle = rim - ROW;
  for (const row of rows) {
    const above = Math.max(...row.map(([node]) => tileOf(tiles, node).above));
    const below = Math.max(...row.map(([node]) => tileOf(tiles, node).below));
    const [near, far] = upwards ? [below, above] : [above, below];
    middle = Math.max(rim + near, middle + ROW);
    rim = middle + far + GAP;
    for (const [node, x] of row) places.set(node, [x, sign * middle]);
  }
  return places;
}

function filled(nodes: readonly string[], tiles: Tiles, width: number): string[][] {
  const rows: string[][] = [];
  let used = 0;
  for (const node of nodes) {
    const room = tileOf(tiles, node).width + GAP;
    used += room;
    if (!rows.length || used - GAP > width) {
      rows.push([]);
      used = room;
    }
    rows.at(-1)!.push(node);
  }
  return rows;
}

function laid(nodes: readonly string[], tiles: Tiles, left: number): Row {
  let edge = left;
  return nodes.map((node) => {
    const { width } = tileOf(tiles, node);
    const x = edge + width / 2;
    edge += width + GAP;
    return [node, x] as const;
  });
}
