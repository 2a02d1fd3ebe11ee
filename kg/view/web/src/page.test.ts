import assert from "node:assert/strict";
import { test } from "node:test";

import { guard, writeCsv, writeTsv } from "./csv";
import { Text, passagesOf, readPlaces } from "./passage";
import { changed, readState, writeState } from "./state";
import { eraDay } from "./words";
import en from "./words/en.json";
import ja from "./words/ja.json";

test("both languages have the same keys and the same values in them", () => {
  assert.deepEqual(Object.keys(en).sort(), Object.keys(ja).sort());
  const values = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();
  for (const [name, text] of Object.entries(ja)) assert.deepEqual(values((en as Record<string, string>)[name] ?? ""), values(text), name);
});

test("the address holds a state and gives it back", () => {
  const state = { q: "who-came-from", organization: "架空大学 A&B=C", lang: "ja", from: "2024-01", query: "SELECT ?s\nWHERE { ?s ?p \"#\" }" };
  assert.deepEqual(readState(writeState(state)), state);
  assert.equal(writeState({ q: "who-came-from", organization: "京都大学" }), "#q=who-came-from&organization=京都大学");
});

test("an address can name nothing that is no state", () => {
  assert.deepEqual(readState("#__proto__=1&constructor=x&Q=1&=2&a=&b=%E4%BA%AC"), { b: "京" });
  assert.deepEqual(changed({ a: "1", b: "2" }, { a: "", c: "3" }), { b: "2", c: "3" });
});

test("no cell of a spreadsheet is a formula", () => {
  for (const text of ["=1+1", "+1", "-1", "@x", "＝1", "\t=1"]) assert.equal(guard(text), `'${text}`);
  assert.equal(writeCsv([["氏名", '"=x'], ["=cmd", "a\nb"]]), '\ufeff"氏名","""=x"\r\n"\'=cmd","a\nb"\r\n');
  assert.equal(writeTsv([["a\tb", "=1"]]), "a b\t'=1\n");
});

const text = new Text("一行目\n𠮷野さん*　委員\n\n終わり");
const marked = (places: readonly (readonly [number, number])[]): string[] =>
  passagesOf(places.map(([start, end]) => ({ doc: 0, start, end })), () => text)
    .map((one) => `L${one.line} ${one.parts.map((part) => (part.marked ? `[${part.text}]` : part.text)).join("")}`);

test("marks count code points, and stand in their lines", () => {
  assert.deepEqual(marked([[4, 6]]), ["L2 [𠮷野]さん*　委員"]);
  assert.deepEqual(marked([[8, 9], [4, 6], [10, 12]]), ["L2 [𠮷野]さん[*]　[委員]"]);
  assert.deepEqual(marked([[0, 1], [14, 16]]), ["L1 [一]行目", "L4 [終わ]り"]);
});

test("marks that meet are one, and one may go over lines", () => {
  assert.deepEqual(marked([[4, 6], [5, 8]]), ["L2 [𠮷野さん]*　委員"]);
  assert.deepEqual(marked([[0, 6]]), ["L1 [一行目\n𠮷野]さん*　委員"]);
});

test("what is outside of the text is no evidence", () => {
  assert.deepEqual(marked([[90, 95], [3, 3]]), []);
});

test("an answer's cell of spans is read, and no other cell", () => {
  const documents = new Map([["https://example.org/doc/a", 0]]);
  assert.deepEqual(readPlaces("https://example.org/doc/a#char=1,2 https://example.org/doc/a#char=5,9", documents), [
    { doc: 0, start: 1, end: 2 }, { doc: 0, start: 5, end: 9 },
  ]);
  for (const cell of ["", "京都大学", "https://example.org/doc/b#char=1,2", "https://example.org/doc/a#char=1,2 より"]) assert.equal(readPlaces(cell, documents), null, cell);
});

test("days stand in the era of the time", () => {
  assert.equal(eraDay("2025-02-19"), "令和7年2月19日");
  assert.equal(eraDay("2019-05-01T10:00"), "令和元年5月1日");
  assert.equal(eraDay("2019-04-30"), "平成31年4月30日");
  assert.equal(eraDay(""), "");
});
