/** Say how each edge is drawn: its curve, its dashes, its star. */

import { type Box, box, overlaps } from "./measure";
import { type Edge, isAbsence, isConcluded } from "./model";
import type { Layout, Spot } from "./place";
import { type Tiles, labelBox, tileOf } from "./tile";

const DASHED = [9, 6];
const DOTTED = [2, 5];
const BOTH = [9, 5, 2, 5];
/** Half width and height around the middle of an edge where its star may come. */
const STAR_ROOM = [22, 18] as const;
const ROUND = { columns: 0.5, axis: 0.85 } as const;

export interface Stroke {
  readonly edge: Edge;
  readonly path: string;
  readonly dashes: readonly number[];
  readonly width: number;
  /** Where the star of a default or an inference stands, if it has room. */
  readonly star: Spot | null;
}

/** The stroke of each of *edges* whose ends have a place. */
export function drawStrokes(edges: readonly Edge[], layout: Layout, tiles: Tiles): Stroke[] {
  const taken = [
    ...[...layout.places].map(([id, [x, y]]) => labelBox(tileOf(tiles, id), x, y)),
    ...layout.frames.map((frame) => frame.headingBox),
  ];
  const turns = new Map<string, number>();
  return edges.flatMap((edge) => {
    const [from, to] = [layout.places.get(edge.source), layout.places.get(edge.target)];
    if (!from || !to) return [];
    const ends = [edge.source, edge.target].sort().join("\n");
    const turn = turns.get(ends) ?? 0;
    turns.set(ends, turn + 1);
    const upright = layout.axis.has(edge.source) && layout.axis.has(edge.target);
    const path = curve(from, to, turn, upright, layout.axis.size ? ROUND.axis : ROUND.columns);
    const star = isConcluded(edge) ? starSpot(from, to, taken) : null;
    return [{ edge, path, dashes: dashesOf(edge), width: widthOf(edge), star }];
  });
}

/** Long dashes for Web, dots for what is concluded. */
export function dashesOf(edge: Edge): readonly number[] {
  const online = edge.mode === "online";
  if (isConcluded(edge)) return online ? BOTH : DOTTED;
  return online ? DASHED : [];
}

/** The chair's is widest, themes are thin. */
function widthOf(edge: Edge): number {
  if (edge.kind === "chair") return 3;
  return edge.kind === "theme" || isAbsence(edge) ? 1 : 1.6;
}

function starSpot([x1, y1]: Spot, [x2, y2]: Spot, taken: Box[]): Spot | null {
  const [x, y] = [(x1 + x2) / 2, (y1 + y2) / 2];
  const [width, height] = STAR_ROOM;
  const room = box(x - width, y - height, x + width, y + height);
  if (taken.some((other) => overlaps(room, other))) return null;
  taken.push(room);
  return [x, y];
}

/** Level at both ends, so that rows can be followed; a second edge of a pair bows out. */
function curve([x1, y1]: Spot, [x2, y2]: Spot, turn: number, upright: boolean, bend: number): string {
  const start = `M${n(x1)} ${n(y1)}`;
  if (turn) {
    const bow = 0.12 * turn * 2;
    const [cx, cy] = [(x1 + x2) / 2 + (y2 - y1) * bow, (y1 + y2) / 2 - (x2 - x1) * bow];
    return `${start}Q${n(cx)} ${n(cy)} ${n(x2)} ${n(y2)}`;
  }
  // Up or down the middle first, then across: clear of the rows between.
  if (upright) return `${start}Q${n(x1)} ${n(y2)} ${n(x2)} ${n(y2)}`;
  if (x1 === x2) return uprightBeside(x1, y1, y2, start);
  const reach = (x2 - x1) * bend;
  return `${start}C${n(x1 + reach)} ${n(y1)} ${n(x2 - reach)} ${n(y2)} ${n(x2)} ${n(y2)}`;
}

/** Two nodes of one column: around what stands between them. */
function uprightBeside(x: number, y1: number, y2: number, start: string): string {
  const bow = Math.min(120, Math.abs(y2 - y1) / 2);
  return `${start}C${n(x + bow)} ${n(y1)} ${n(x + bow)} ${n(y2)} ${n(x)} ${n(y2)}`;
}

/** A coordinate without a tail of digits. */
export function n(value: number): string {
  return String(Math.round(value * 10) / 10);
}
