import assert from "node:assert/strict";
import { test } from "node:test";

import { bind, iri, literal } from "./bind";
import { QueryRefused, checkQuery, declare, oneLine, withPrefixes } from "./guard";
import { csvCell } from "./save";
import { isGraphQuery } from "./store";

const prefixes = { gjr: "https://w3id.org/gijiroku/ns#", rdfs: "http://www.w3.org/2000/01/rdf-schema#" };

for (const [query, found] of [
  ["SELECT * WHERE { ?a a gjr:Meeting }", "PREFIX gjr: <https://w3id.org/gijiroku/ns#>\n\nSELECT * WHERE { ?a a gjr:Meeting }"],
  ["PREFIX gjr: <x:> SELECT * { ?a gjr:b ?c }", "PREFIX gjr: <x:> SELECT * { ?a gjr:b ?c }"],
  ["SELECT * { ?a ?b 'gjr:x' }", "SELECT * { ?a ?b 'gjr:x' }"],
  ["SELECT * { ?a <gjr:x> ?c } # rdfs:label", "SELECT * { ?a <gjr:x> ?c } # rdfs:label"],
] as const) {
  test(`what is used and not declared is declared: ${query}`, () => assert.equal(declare(query, prefixes), found));
}

for (const query of ["SELECT * { SERVICE <http://a/> { ?a ?b ?c } }", "load <http://a/>", `SELECT * ${"{".repeat(1001)}`, `SELECT * { ?a ${"!".repeat(2001)}a ?c }`, "#".repeat(40_000)]) {
  test(`refused: ${query.slice(0, 40)}`, () => assert.throws(() => checkQuery(query), QueryRefused));
}

for (const query of ["SELECT * { ?a rdfs:label 'SERVICE' }", "SELECT * { ?a <http://a/load> ?c } # LOAD"]) {
  test(`not refused: ${query}`, () => assert.doesNotThrow(() => checkQuery(query)));
}

for (const [query, graph] of [
  ["CONSTRUCT { ?a ?b ?c } WHERE { ?a ?b ?c }", true], ["# SELECT\nDESCRIBE <a:b>", true], ["PREFIX describe: <a:> SELECT * { ?a describe:b ?c }", false], ["ASK { ?a ?b 'CONSTRUCT' }", false],
] as const) {
  test(`${graph ? "triples" : "rows"}: ${query}`, () => assert.equal(isGraphQuery(query), graph));
}

test("lines of errors are those that the reader sees", () => {
  assert.equal(withPrefixes("SELECT", prefixes).split("\n").length, 2);
  assert.equal(oneLine(new Error("error at 3:5:\n expected }")), "error at 2:5: expected }");
});

test("values are terms, never text of the query", () => {
  assert.equal(bind("SELECT * {\n  # VALUES ?a\n}", { a: [literal('"} DROP')] }), 'SELECT * {\nVALUES ?a { "\\"} DROP" }\n}');
  assert.throws(() => iri("a:b> } #"));
});

test("a number stays a number in CSV, a formula becomes words", () => {
  assert.deepEqual(["-5", "-5.2", "=1+1", "+81"].map(csvCell), ["-5", "-5.2", "'=1+1", "'+81"]);
});
