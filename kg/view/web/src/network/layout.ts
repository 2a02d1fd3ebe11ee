/** Give every node its place by rule, without physics or chance. */

import { type Axis, layAxis } from "./axis";
import { layColumns } from "./columns";
import { round } from "./measure";
import type { Network } from "./model";
import { type Layout, type Picture, type Placed, makePicture, ofKind } from "./place";
import { type Column, layColumn, moveFrame, splitSides } from "./roster";
import { flowBesideLane, pile } from "./rows";
import { chooseSides, laySeats } from "./seats";
import { tileBox, tileOf } from "./tile";

/** Room between the middle and the people, where their edges run together. */
const INCOMING = 112;
const BAND_GAP = 24;
const LEAST_BAND = 1200;

/** A meeting stands in the middle of its people; other subjects at the head of columns. */
export function layOut(network: Network): { picture: Picture; layout: Layout } {
  const picture = makePicture(network);
  const subject = network.nodes.find((node) => node.id === network.subject);
  return { picture, layout: subject?.kind === "meeting" ? layMeeting(picture) : layColumns(picture) };
}

function layMeeting(picture: Picture): Layout {
  const groups = splitSides(ofKind(picture, "person"));
  const [left, right] = [layColumn(groups[0], picture.tiles), layColumn(groups[1], picture.tiles)];
  const [leftSeats, rightSeats, others] = chooseSides(picture, left.ys, right.ys);
  const meetings = ofKind(picture, "meeting").map((node) => node.id);
  const beside = [...others, ...meetings.filter((id) => id !== picture.network.subject)];
  const tall = Math.max(...[0, ...[...left.frames, ...right.frames].map((frame) => frame.box.bottom)]);
  const axis = layAxis(picture, beside, tall);
  const sides = [laySide(picture, left, leftSeats, axis), laySide(picture, right, rightSeats, axis)];
  const y = meetingHeight(axis, tall);
  const places: Placed = new Map();
  axis.places.forEach(([x, below], node) => places.set(node, [x, y + below]));
  sides[0]!.forEach(([x, height], node) => places.set(node, [-x, height]));
  sides[1]!.forEach((spot, node) => places.set(node, spot));
  layBand(picture, axis.rest, places, -tall).forEach((spot, node) => places.set(node, spot));
  return {
    places: new Map([...places].map(([node, spot]) => [node, [round(spot[0]), round(spot[1])] as const])),
    frames: [
      ...left.frames.map((frame) => moveFrame(frame, -middleOf(left, axis), 0)),
      ...right.frames.map((frame) => moveFrame(frame, middleOf(right, axis), 0)),
    ],
    axis: new Set([...axis.places.keys(), ...axis.rest]),
  };
}

/** Themes in rows above all else, as wide as the picture. */
function layBand(picture: Picture, themes: readonly string[], places: Placed, least: number): Placed {
  const boxes = [...places].map(([node, [x, y]]) => tileBox(tileOf(picture.tiles, node), x, y));
  const top = Math.min(least, ...boxes.map((one) => one.top));
  const half = Math.min(-Math.min(...boxes.map((b) => b.left)), Math.max(...boxes.map((b) => b.right)));
  const rows = flowBesideLane(themes, picture.tiles, Math.max(2 * half, LEAST_BAND));
  return pile(rows, picture.tiles, top - BAND_GAP, true);
}

/** One side, as if it were the right one. */
function laySide(picture: Picture, column: Column, seats: readonly string[], axis: Axis): Placed {
  const x = middleOf(column, axis);
  const people: Placed = new Map([...column.ys].map(([person, y]) => [person, [x, y]]));
  return new Map([...people, ...laySeats(picture, seats, column.ys, x + column.halfWidth)]);
}

/** How far from the middle of the picture a column of people stands. */
function middleOf(column: Column, axis: Axis): number {
  return axis.halfWidth + INCOMING + column.halfWidth;
}

/** The y of the meeting: 0, or what keeps the middle within the people. */
function meetingHeight(axis: Axis, tall: number): number {
  const [lowest, highest] = [axis.above - tall, tall - axis.below];
  if (lowest <= highest) return Math.min(Math.max(0, lowest), highest);
  return (lowest + highest) / 2;
}
