import assert from "node:assert/strict";
import { test } from "node:test";

import fixture from "../../fixtures/payload.json";
import { SORTS } from "../compare/change";
import { compareMeetings, wordChange } from "../compare/compare";
import { maybeSame } from "../compare/people";
import { type Listed, sameName } from "../compare/roster";
import { Facts } from "../facts";
import type { Payload } from "../payload";
import { heatOf } from "./heat";
import { meetingLabel, meetingsOf, neighbours } from "./order";
import { ticksOf, timelineRows } from "./timeline";

const payload = fixture as unknown as Payload;
const facts = new Facts(payload);
const called = (name: string): number => payload.entities.name.indexOf(name);
const water = called("架空水辺再生審議会");

test("the meetings of a council are in the order of their days", () => {
  const labels = meetingsOf(facts, water).map((one) => meetingLabel(facts, one));

  assert.deepEqual(labels, ["第4回 2023-05-17", "第5回 2023-10-18", "第7回 2024-06-12"]);
  const [first, second, third] = meetingsOf(facts, water);
  assert.deepEqual(neighbours(facts, second!), { before: first, after: third });
  assert.deepEqual(neighbours(facts, third!), { before: second, after: -1 });
});

test("years without a meeting stand between those with one, and nothing is ranked", () => {
  const heat = heatOf(facts);

  assert.deepEqual(heat.years, ["2023", "2024"]);
  assert.deepEqual(heat.councils.map((one) => facts.name(one)), ["架空水辺再生審議会", "灯台保存検討委員会"]);
  assert.equal(heat.meetings(water, "2023").length, 2);
});

test("a timeline has a mark for each day of sighting, and none between", () => {
  const person = called("小暮 律");
  const rows = timelineRows(facts, person, facts.of(person));

  assert.deepEqual(rows.map((row) => [row.sort, row.marks.map((mark) => mark.day)]), [
    ["council", ["2023-05-17", "2023-10-18", "2024-06-12"]], ["council", ["2023-06-21"]],
    ["seat", ["2023-05-17", "2023-10-18"]], ["seat", ["2023-06-21"]], ["seat", ["2024-06-12"]],
    ["post", ["2023-05-17", "2023-06-21", "2023-10-18", "2024-06-12"]],
  ]);
  assert.ok(rows[0]!.marks.every((mark) => mark.doubt));
  assert.equal(rows[1]!.marks[0]!.form, "unknown");
});

for (const [days, count] of [[[], 0], [["2024-01-01"], 1], [["2009-04-01", "2024-03-31"], 9], [["1950-01-01", "2024-03-31"], 9]] as const) {
  test(`ticks of ${days.join(" to ") || "no day"} leave room for each other`, () => {
    const ticks = ticksOf([...days]);
    assert.ok(ticks.length <= count && ticks.length >= Math.min(days.length, 2));
  });
}

test("two meetings differ as kg diff says", () => {
  const [, second, third] = meetingsOf(facts, water);
  const { changes, notes } = compareMeetings(facts, second!, third!);
  const ja = changes.map((change) => wordChange(change, payload.changeWords.ja, "ja"));

  assert.ok(ja.includes("東海林 みのり: 灯具工業 取締役 → 灯具工業 代表取締役社長"));
  assert.ok(ja.includes("三枝 岳: オンライン → 会場（後: 印がないことによる）"));
  assert.ok(ja.includes("橘 一葉（会長、西都大学 教授）: 今回は記載がない"));
  assert.deepEqual(notes, []);
  assert.ok(changes.every((change) => change.before.spans.length && change.after.spans.length));
});

test("every kind of change has its heading and its sentence in both languages", () => {
  for (const words of Object.values(payload.changeWords)) {
    for (const kind of Object.keys(SORTS)) assert.ok(words[`kind.${kind}`] && words[`say.${kind}`], kind);
  }
});

const person = (name: string, family = "", given = ""): Listed => ({ name, family, given }) as Listed;
for (const [one, other, same] of [
  [person("髙橋 花子", "髙橋", "花子"), person("高橋花子", "高橋", "花子"), true],
  [person("林"), person("林 律", "林", "律"), true],
  [person("林 花", "林", "花"), person("林 律", "林", "律"), false],
  [person("林"), person("小林 律", "小林", "律"), false],
] as const) {
  test(`${one.name} ${same ? "may be" : "is not"} ${other.name}`, () => assert.equal(maybeSame(one, other), same));
}

test("blanks, width and old forms of kanji make no other name", () => {
  assert.equal(sameName("髙橋　ﾊﾅ"), sameName("高橋 ハナ"));
});
