/** Lay a picture out in columns from left to right, by kind and layer. */

import { depths, heights } from "./layers";
import { round } from "./measure";
import type { Kind, Node } from "./model";
import { type Layout, type Picture, type Placed, mean, nearValues } from "./place";
import { stack } from "./stack";
import { tileOf } from "./tile";

const COLUMN_GAP = 130;
/** A column with more rows is cut into several. */
const TALL = 40;
/** Kinds from left to right, by the kind of the subject; others as a theme. */
const RANKS: Readonly<Record<string, readonly Kind[]>> = {
  person: ["person", "meeting", "agenda-item", "handout", "theme"],
  organization: ["person", "meeting", "agenda-item", "handout", "theme"],
  theme: ["theme", "agenda-item", "handout", "meeting", "person"],
};

/** A person, an organization, a theme or an answer: what hangs on a thing stands at its height. */
export function layColumns(picture: Picture): Layout {
  const columns = columnsOf(picture);
  const parts = new Map<number, readonly ReadonlyMap<string, number>[]>();
  const ys = new Map<string, number>();
  for (const number of fromSubject(picture, columns)) {
    const found = lay(picture, columns[number]!, ys);
    parts.set(number, found);
    for (const part of found) part.forEach((y, node) => ys.set(node, y));
  }
  const places: Placed = new Map();
  let edge = 0;
  for (const part of columns.flatMap((_, number) => parts.get(number)!)) {
    const width = Math.max(...[...part.keys()].map((node) => tileOf(picture.tiles, node).width));
    const x = round(edge + width / 2);
    part.forEach((y, node) => places.set(node, [x, round(y)]));
    edge += width + COLUMN_GAP;
  }
  return { places, frames: [], axis: new Set() };
}

function columnsOf(picture: Picture): string[][] {
  const place = columnRule(picture);
  const found = new Map<number, string[]>();
  for (const node of picture.network.nodes) {
    const column = place(node);
    found.set(column, [...(found.get(column) ?? []), node.id]);
  }
  return [...found].sort(([a], [b]) => a - b).map(([, nodes]) => nodes);
}

/** An organization has its units to the right, then people; a person has posts to the left. */
function columnRule(picture: Picture): (node: Node) => number {
  const { subject, nodes, edges } = picture.network;
  const kind = nodes.find((node) => node.id === subject)?.kind ?? "theme";
  const ranks = RANKS[kind] ?? RANKS["theme"]!;
  const [below, above] = [heights(picture.tree), depths(picture.tree)];
  // The meetings of a council stand on its left, its people on its right.
  const held = new Set(edges.filter((edge) => edge.kind === "meeting" && edge.target === subject).map((edge) => edge.source));
  const shift = kind === "organization" ? Math.max(0, ...above.values()) + 1 : 0;
  return (node) => {
    if (held.has(node.id)) return -1;
    if (node.kind === "organization") {
      if (kind === "organization") return above.get(node.id)!;
      const layer = below.get(node.id)! + 1;
      return kind === "person" ? -layer : ranks.length + layer;
    }
    if (kind === "person" && node.kind === "person" && node.id !== subject) return ranks.length;
    return shift + ranks.indexOf(node.kind);
  };
}

/** Numbers of *columns* from the subject's to the right, then to the left. */
function fromSubject(picture: Picture, columns: readonly string[][]): number[] {
  const start = Math.max(0, columns.findIndex((column) => column.includes(picture.network.subject)));
  const numbers = columns.map((_, i) => i);
  return [...numbers.slice(start), ...numbers.slice(0, start).reverse()];
}

function lay(
  picture: Picture, column: readonly string[], ys: ReadonlyMap<string, number>,
): ReadonlyMap<string, number>[] {
  const wishes = new Map(column.map((node) => [node, mean(nearValues(picture, node, ys))]));
  const ordered = [...column].sort((a, b) => wishes.get(a)! - wishes.get(b)!);
  const pieces = Math.ceil(ordered.length / TALL);
  return Array.from({ length: pieces }, (_, piece) =>
    stack(ordered.filter((_node, i) => i % pieces === piece), picture.tiles, wishes));
}
