/** Stack tiles in a column, near to where they would like to be. */

import { GAP, ROW } from "./place";
import { type Tile, type Tiles, tileOf } from "./tile";

/** The least distance between the middles of two tiles of a column. */
export function pitch(upper: Tile, lower: Tile): number {
  return Math.max(ROW, upper.below + lower.above + GAP);
}

/** The y of each of *nodes*, in order; the squared distances from the wishes are the least possible. */
export function stack(nodes: readonly string[], tiles: Tiles, wishes: ReadonlyMap<string, number>): Map<string, number> {
  const offsets: number[] = [];
  nodes.forEach((node, i) => {
    const upper = nodes[i - 1];
    offsets.push(upper === undefined ? 0 : offsets[i - 1]! + pitch(tileOf(tiles, upper), tileOf(tiles, node)));
  });
  const fitted = rising(nodes.map((node, i) => (wishes.get(node) ?? 0) - offsets[i]!));
  return new Map(nodes.map((node, i) => [node, fitted[i]! + offsets[i]!]));
}

/** The never falling sequence that is nearest to *values*. */
function rising(values: readonly number[]): number[] {
  const pools: { total: number; count: number }[] = [];
  for (const value of values) {
    let pool = { total: value, count: 1 };
    for (let last = pools.at(-1); last && last.total / last.count >= pool.total / pool.count; last = pools.at(-1)) {
      pool = { total: pool.total + last.total, count: pool.count + last.count };
      pools.pop();
    }
    pools.push(pool);
  }
  return pools.flatMap(({ total, count }) => Array<number>(count).fill(total / count));
}
