/** Lay organizations out in columns, units nearer to their people than the whole. */

import { depths, families, heights, unitsOf } from "./layers";
import { type Picture, type Placed, mean, nearValues } from "./place";
import { stack } from "./stack";
import { tileOf } from "./tile";

const COLUMN_GAP = 30;
const OUTERMOST = 2;
type Heights = ReadonlyMap<string, number>;

/** Organizations of the left side, of the right side, and the others: families stay together. */
export function chooseSides(picture: Picture, left: Heights, right: Heights): [string[], string[], string[]] {
  const sides: [string[], string[], string[]] = [[], [], []];
  for (const family of families(picture.tree)) {
    const around = family.flatMap((node) => picture.near.get(node) ?? []);
    const onLeft = around.filter((near) => left.has(near)).length;
    const onRight = around.filter((near) => right.has(near)).length;
    if (onLeft || onRight) sides[onLeft > onRight ? 0 : 1].push(...family);
    else if (around.includes(picture.network.subject)) {
      sides[left.size + sides[0].length <= right.size + sides[1].length ? 0 : 1].push(...family);
    } else sides[2].push(...family);
  }
  return sides;
}

/** The places of organizations beyond *start*, each as near as can be to its people and units. */
export function laySeats(picture: Picture, nodes: readonly string[], people: Heights, start: number): Placed {
  const [layers, above] = [heights(picture.tree), depths(picture.tree)];
  const column = (node: string): number => columnOf(layers.get(node)!, above.get(node)!);
  const places: Placed = new Map();
  const ys = new Map(people);
  let edge = start;
  for (const number of [...new Set(nodes.map(column))].sort((a, b) => a - b)) {
    const inside = nodes.filter((node) => column(node) === number);
    const wishes = new Map(inside.map((node) => [node, wish(picture, node, ys)]));
    inside.sort((a, b) => wishes.get(a)! - wishes.get(b)! || above.get(a)! - above.get(b)!);
    const width = Math.max(...inside.map((node) => tileOf(picture.tiles, node).width));
    const middle = edge + COLUMN_GAP + width / 2;
    for (const [node, y] of stack(inside, picture.tiles, wishes)) {
      places.set(node, [middle, y]);
      ys.set(node, y);
    }
    edge = middle + width / 2;
  }
  return places;
}

/** What has no units is innermost, a ministry with two layers of them outermost. */
function columnOf(below: number, above: number): number {
  if (below === 0) return 0;
  return above || below === 1 ? 1 : OUTERMOST;
}

function wish(picture: Picture, node: string, ys: Heights): number {
  const near = nearValues(picture, node, ys);
  if (near.length) return mean(near);
  const units = unitsOf(picture.tree, node).map((unit) => ys.get(unit));
  return mean(units.filter((y): y is number => y !== undefined));
}
