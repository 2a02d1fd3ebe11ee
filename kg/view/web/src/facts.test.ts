import assert from "node:assert/strict";
import { test } from "node:test";

import fixture from "../fixtures/payload.json";
import { meaning, entityIri } from "./binding";
import { networkOf } from "./networkof";
import { evidenceOf, note } from "./describe";
import { Facts } from "./facts";
import { filterFacts } from "./filters";
import { isHonest } from "./network/model";
import type { Payload } from "./payload";
import { groupOf } from "./questions";
import { say, sayIf, type Word } from "./words";

const payload = fixture as unknown as Payload;
const facts = new Facts(payload);
const entity = (name: string): number => payload.entities.name.indexOf(name);

test("a post is seen on days, and never between them", () => {
  const seats = facts.of(entity("瓜生 葵")).filter((fact) => fact.kind === "affiliation");
  assert.ok(seats.length > 0);
  for (const seat of seats) assert.match(seat.note ?? "", /^\d{4}-\d\d-\d\d(、\d{4}-\d\d-\d\d)*$/);
});

test("no edge joins a person to a theme unless the record names the speaker", () => {
  const { network } = networkOf(facts, facts.all, -1);
  const kinds = new Map(network.nodes.map((node) => [node.id, node.kind]));
  for (const edge of network.edges) assert.ok(isHonest(edge, kinds), edge.name);
});

test("every fact of people has its words", () => {
  for (const fact of facts.all.filter((one) => one.kind === "attendance" || one.kind === "affiliation")) {
    assert.ok(evidenceOf(facts, fact).places.length > 0, evidenceOf(facts, fact).title);
  }
});

test("filters leave what fits, and all of it", () => {
  const absent = facts.all.filter((fact) => fact.absent);
  assert.ok(absent.every((fact) => fact.mode === null));
  const inferred = filterFacts(facts, facts.all, { basis: "default" });
  assert.deepEqual(inferred, facts.all.filter((fact) => fact.bases.includes("default")));
  const spring = filterFacts(facts, facts.all, { from: "2023-05-01", to: "2023-05-31", type: "meeting" });
  assert.ok(spring.length > 0 && spring.every((fact) => fact.day === "2023-05-17"));
  assert.deepEqual(filterFacts(facts, facts.all, { from: "1999-01-01", to: "1999-12-31" }), []);
});

test("people are noted with their posts", () => {
  assert.match(note(facts, entity("弓削 直")), /国土交通省 水管理・国土保全局 局長/);
});

test("the values of blanks mean what kg ask makes of them, and can change no query", () => {
  const organization = payload.questions.find((one) => one.name === "who-came-from")!.parameters[0]!;
  assert.deepEqual(meaning(payload, organization, "国交省"), [`<${entityIri(payload, entity("国土交通省"))}>`]);
  assert.deepEqual(meaning(payload, organization, "国土 交通省"), meaning(payload, organization, "国交省"));
  assert.equal(meaning(payload, organization, "どこでもない省"), null);
  assert.equal(meaning(payload, organization, "> } DROP ALL"), null);
  const text = { ...organization, kind: "text" };
  assert.deepEqual(meaning(payload, text, 'x" } #\n'), ['"x\\" } #\\n"']);
  const number = { ...organization, kind: "number" };
  assert.deepEqual(meaning(payload, number, "１２"), ["12"]);
  assert.equal(meaning(payload, number, "1 }"), null);
});

test("every kind, relation, mode and basis has its words", () => {
  for (const fact of facts.all) {
    for (const name of [`relation.${fact.kind}`, `kind.${facts.kind(fact.source)}`, ...fact.bases.map((one) => `basis.${one}`)]) assert.notEqual(sayIf(name), "", name);
  }
  for (const question of payload.questions) assert.notEqual(sayIf(`group.${groupOf(question)}`), "", question.name);
});

test("a sentence has a box for each of its blanks", () => {
  for (const question of payload.questions) {
    const words = say(`sentence.${question.name}` as Word);
    if (question.parameters.length === 0) continue;
    const blanks = [...words.matchAll(/\{(\w+)\}/g)].map((found) => found[1]);
    assert.deepEqual([...blanks].sort(), question.parameters.map((one) => one.name).sort(), question.name);
  }
});
