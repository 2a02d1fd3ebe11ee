/** Lay out the middle of a meeting's picture: themes, meeting, agenda, handouts. */

import { GAP, type Picture, type Placed, ROW, ofKind } from "./place";
import { type Row, flow, pairs, pile } from "./rows";
import { type Tiles, tileOf } from "./tile";

/** Room above and below the meeting where the edges of people come in. */
const CLEAR = 50;
/** Room for themes above a meeting with few people. */
const LEAST_ROOM = 8 * ROW;
/** The width of a row of handouts. */
const PAPERS = 410;

/** The middle column, the meeting at 0, 0; *rest* are themes without room. */
export interface Axis {
  readonly places: Placed;
  readonly rest: readonly string[];
  readonly halfWidth: number;
  readonly above: number;
  readonly below: number;
}

/** Agenda, handouts and *others* below the meeting, themes above it, the most frequent nearest. */
export function layAxis(picture: Picture, others: readonly string[], tall: number): Axis {
  const { tiles, network } = picture;
  const start = tileOf(tiles, network.subject);
  const down = pile(rowsBelow(picture, others), tiles, start.below + CLEAR);
  const below = Math.max(start.below, ...[...down].map(([node, [, y]]) => y + tileOf(tiles, node).below));
  const themes = ofKind(picture, "theme").map((node) => node.id);
  const up = pile(pairs(themes, tiles), tiles, -start.above - CLEAR, true);
  const room = Math.max(2 * tall - below, LEAST_ROOM);
  const near = [...up].filter(([node, [, y]]) => tileOf(tiles, node).above - y <= room);
  const places: Placed = new Map([[network.subject, [0, 0]], ...down, ...near]);
  return measured(places, themes.filter((theme) => !places.has(theme)), tiles);
}

function rowsBelow(picture: Picture, others: readonly string[]): Row[] {
  const { tiles } = picture;
  const agenda = ofKind(picture, "agenda-item").map((node) => node.id);
  const handouts = ofKind(picture, "handout").map((node) => node.id);
  const total = handouts.reduce((sum, node) => sum + tileOf(tiles, node).width + GAP, 0);
  const width = Math.max(Math.min(PAPERS, total), ...agenda.map((node) => tileOf(tiles, node).width));
  const items = agenda.map((node): Row => [[node, 0]]);
  return [...items, ...flow(handouts, tiles, width), ...flow(others, tiles, width)];
}

function measured(places: Placed, rest: readonly string[], tiles: Tiles): Axis {
  const all = [...places].map(([node, [x, y]]) => ({ x, y, tile: tileOf(tiles, node) }));
  return {
    places,
    rest,
    halfWidth: Math.max(...all.map(({ x, tile }) => Math.abs(x) + tile.width / 2)),
    above: Math.max(...all.map(({ y, tile }) => tile.above - y)),
    below: Math.max(...all.map(({ y, tile }) => tile.below + y)),
  };
}
