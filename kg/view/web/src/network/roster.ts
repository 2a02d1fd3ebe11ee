/** Lay the people of a meeting out to its left and right, group by group. */

import { type Box, FONT_SIZE, LINE_HEIGHT, box, ems, wrap } from "./measure";
import type { Node } from "./model";
import { type Frame, GAP } from "./place";
import { pitch } from "./stack";
import { type Tiles, tileOf } from "./tile";

const HEADING_LIMIT = 10;
/** A side with more than this share of the people cuts a group in two. */
const UNEVEN = 2 / 3;

export interface Group {
  readonly heading: string;
  readonly people: readonly string[];
}

/** People around y = 0, with the frames of their groups at x = 0. */
export interface Column {
  readonly ys: ReadonlyMap<string, number>;
  readonly frames: readonly Frame[];
  readonly halfWidth: number;
}

/** Groups of both sides: whole and in order, the sides as even as they can be. */
export function splitSides(people: readonly Node[]): [Group[], Group[]] {
  const groups = groupsOf(people);
  if (!groups.length) return [[], []];
  const total = people.length;
  let cut = 0;
  let left = 0;
  let best = { cut: 0, left: 0, gap: Infinity };
  for (; cut < groups.length; cut += 1) {
    const gap = Math.abs(2 * left - total);
    if (gap < best.gap) best = { cut, left, gap };
    left += groups[cut]!.people.length;
  }
  const larger = Math.max(best.left, total - best.left);
  if (total > 1 && larger > UNEVEN * total) return cutGroups(groups, Math.floor((total + 1) / 2));
  return [groups.slice(0, best.cut), groups.slice(best.cut)];
}

export function layColumn(groups: readonly Group[], tiles: Tiles): Column {
  const headings = groups.map((group) => (group.heading ? wrap(group.heading, HEADING_LIMIT) : []));
  const halves = [
    ...groups.flatMap((group) => group.people.map((id) => tileOf(tiles, id).width / 2)),
    ...headings.flat().map((line) => (ems(line) * FONT_SIZE) / 2),
  ];
  const half = Math.max(0, ...halves) + GAP;
  const ys = new Map<string, number>();
  const frames: Frame[] = [];
  let top = 0;
  groups.forEach((group, i) => {
    const frame = layGroup(group, headings[i]!, tiles, half, top, ys);
    frames.push(frame);
    top = frame.box.bottom + GAP;
  });
  const shift = frames.length ? -(top - GAP) / 2 : 0;
  const moved = new Map([...ys].map(([id, y]) => [id, y + shift]));
  return { ys: moved, frames: frames.map((frame) => moveFrame(frame, 0, shift)), halfWidth: half };
}

export function moveFrame(frame: Frame, x: number, y: number): Frame {
  const move = (one: Box): Box => box(one.left + x, one.top + y, one.right + x, one.bottom + y);
  return { box: move(frame.box), heading: frame.heading, headingBox: move(frame.headingBox) };
}

function groupsOf(people: readonly Node[]): Group[] {
  const found = new Map<string, string[]>();
  for (const person of people) {
    const heading = person.group ?? "";
    found.set(heading, [...(found.get(heading) ?? []), person.id]);
  }
  return [...found].map(([heading, ids]) => ({ heading, people: ids }));
}

function cutGroups(groups: readonly Group[], size: number): [Group[], Group[]] {
  const left: Group[] = [];
  const right: Group[] = [];
  let room = size;
  for (const { heading, people } of groups) {
    if (room > 0) left.push({ heading, people: people.slice(0, room) });
    if (people.length > room) right.push({ heading, people: people.slice(Math.max(room, 0)) });
    room -= people.length;
  }
  return [left, right];
}

/** Put the heights of a group's people into *ys*, below its heading; give its frame. */
function layGroup(
  group: Group, heading: readonly string[], tiles: Tiles, half: number, top: number, ys: Map<string, number>,
): Frame {
  const width = Math.max(0, ...heading.map(ems)) * FONT_SIZE;
  const headingBox = box(-width / 2, top + GAP / 2, width / 2, top + GAP / 2 + heading.length * LINE_HEIGHT);
  let y = headingBox.bottom + GAP;
  group.people.forEach((person, i) => {
    const tile = tileOf(tiles, person);
    y += i ? pitch(tileOf(tiles, group.people[i - 1]!), tile) : tile.above;
    ys.set(person, y);
  });
  const bottom = y + tileOf(tiles, group.people.at(-1)!).below + GAP / 2;
  return { box: box(-half, top, half, bottom), heading, headingBox };
}
