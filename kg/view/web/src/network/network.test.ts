import assert from "node:assert/strict";
import { test } from "node:test";

import { firstSight, grow, know, neighbours } from "./grow";
import { box } from "./measure";
import type { Edge, Kind, Network, Node } from "./model";
import { DARK, LIGHT, SIGNS, TONES } from "./palette";
import { writeSvg } from "./save";
import { drawScene } from "./scene";

const node = (id: string, kind: Kind): Node => ({ id, name: id, kind });
const edge = (source: string, target: string, more: Partial<Edge> = {}): Edge => ({ id: `${source}-${target}`, source, target, kind: "attendance", name: "委員", basis: "stated", ...more });

/** A meeting with so many people, each with a body of their own. */
function meetingOf(people: number): Network {
  const nodes = [node("m", "meeting")];
  const edges: Edge[] = [];
  for (let i = 0; i < people; i += 1) {
    nodes.push(node(`p${i}`, "person"), node(`o${i}`, "organization"));
    edges.push(edge(`p${i}`, "m"), edge(`p${i}`, `o${i}`, { kind: "affiliation" }));
  }
  return { subject: "m", nodes, edges };
}

const all = { opened: [], hidden: new Set<Kind>(), limit: 300 };

test("the first sight is one step, and ＋ counts what a step more would bring", () => {
  const known = know(meetingOf(3));
  const grown = grow(known, { ...all, subject: "m", first: firstSight(known, "m") });

  assert.deepEqual(grown.network.nodes.map((one) => one.id), ["m", "p0", "p1", "p2"]);
  assert.equal(grown.more.get("p1"), 1);
  assert.equal(grown.more.get("m"), undefined);
});

test("a step brings the neighbours of one thing alone", () => {
  const known = know(meetingOf(3));
  const grown = grow(known, { ...all, subject: "m", first: firstSight(known, "m"), opened: ["p1"] });

  assert.ok(grown.network.nodes.some((one) => one.id === "o1"));
  assert.ok(!grown.network.nodes.some((one) => one.id === "o0"));
});

test("above the limit the rest is counted by kind, and fifty more are shown when asked", () => {
  const known = know(meetingOf(400));
  const first = firstSight(known, "m");
  const grown = grow(known, { ...all, subject: "m", first });

  assert.equal(grown.network.nodes.length, 300);
  assert.equal(grown.leftOut.get("person"), 101);
  assert.equal(grow(known, { ...all, subject: "m", first, limit: 350 }).network.nodes.length, 350);
});

test("presence is not authorship: an unnamed line from a person to a theme is not known at all", () => {
  const network: Network = { subject: "t", nodes: [node("t", "theme"), node("a", "person"), node("b", "person")], edges: [edge("a", "t", { kind: "theme" }), edge("b", "t", { kind: "statement", named: true })] };

  assert.deepEqual(neighbours(know(network), "t"), ["b"]);
  assert.equal(drawScene(network, { palette: LIGHT, title: () => "" }).edges.length, 1);
});

test("a hidden kind is neither drawn nor counted", () => {
  const known = know(meetingOf(3));
  const grown = grow(known, { ...all, subject: "m", first: firstSight(known, "m"), hidden: new Set<Kind>(["organization"]) });

  assert.equal(grown.more.size, 0);
});

test("a picture saved is XML in which names stay words, without what is only pressed", () => {
  const hostile = '</title><script>alert(1)</script>"&\u0007';
  const network: Network = { subject: "m", nodes: [{ ...node("m", "meeting"), name: hostile }, node("p", "person")], edges: [edge("p", "m", { name: hostile })] };
  const scene = drawScene(network, { palette: LIGHT, title: () => hostile, more: new Map([["p", 2]]) });
  const svg = writeSvg([...scene.edges, ...scene.nodes], scene.box, LIGHT, hostile, [hostile]);

  assert.ok(!svg.includes("<script"));
  assert.ok(!svg.includes("\u0007"));
  assert.ok(!svg.includes('class="hit"'));
  assert.ok(!svg.includes("＋2"));
  assert.match(svg, /^<\?xml version="1.0" encoding="UTF-8"\?>\n<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
});

test("a small picture is saved wide enough for what is written below it", () => {
  const svg = writeSvg([], box(0, 0, 10, 10), LIGHT, "題", ["データの版"]);

  assert.ok(Number(/ width="(\d+)"/.exec(svg)?.[1]) >= 480);
});

test("what differs has a sign beside its colour, on both screens", () => {
  assert.equal(new Set(TONES.map((tone) => SIGNS[tone])).size, TONES.length);
  assert.notEqual(LIGHT.paper, DARK.paper);
});
