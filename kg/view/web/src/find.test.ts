import assert from "node:assert/strict";
import { test } from "node:test";

import { Bigrams } from "./bigrams";
import { fold, key } from "./fold";
import { patternOf, placesIn } from "./fulltext";
import { latin, romanize } from "./romaji";
import { Search } from "./search";

// Every form finds the name; add a row for a form that somebody typed in vain.
const names: readonly (readonly [string, readonly string[]])[] = [
  ["サトウ商会", ["さとう", "サトウ", "ｻﾄｳ", "sato", "satou", "satō", "SATO"]],
  ["量子座長会議", ["座長", "量子", "子座"]],
  ["髙橋 花子", ["高橋", "髙橋花子", "高橋　花子", "橋花"]],
  ["渡邉 﨑男", ["渡辺", "渡邊", "崎"]],
  ["澤田 齋", ["沢田", "斎"]],
  ["ＱＩＨ拠点", ["qih", "Q I H", "Q-I-H", "QIH"]],
  ["つじ しょうじ", ["tsuji", "tuji", "shoji", "syozi", "shōji", "つじし"]],
  ["じゅんぺい", ["junpei", "jumpei", "zyunpei"]],
  ["はっちょうぼり", ["hatchobori", "hattyobori", "はっちょう"]],
];

for (const [name, forms] of names) {
  test(`${name} is found by all its forms`, () => {
    const search = new Search([{ names: ["無関係"], weight: 9 }, { names: [name], weight: 1 }]);
    for (const form of forms) assert.deepEqual(search.find(form, 5), [1], form);
  });
}

test("what is typed so far is enough", () => {
  const search = new Search([{ names: ["つしま"], weight: 1 }]);
  for (const typed of ["ts", "tsu", "tsus", "tsush", "tsushi", "tsushim"]) assert.deepEqual(search.find(typed, 5), [0], typed);
});

test("a whole name stands before a beginning, and that before a part", () => {
  const search = new Search([
    { names: ["東架空省"], weight: 9 }, { names: ["架空省統計局"], weight: 9 }, { names: ["架空省"], weight: 1 },
  ]);
  assert.deepEqual(search.find("架空省", 5), [2, 1, 0]);
});

test("nothing is found by nothing, or by what is in no name", () => {
  const search = new Search([{ names: ["架空省"], weight: 1 }]);
  for (const typed of ["", " ", "空架", "zzz", "#", "・"]) assert.deepEqual(search.find(typed, 5), [], typed);
});

test("Latin letters made of kana are no printed ones", () => {
  const search = new Search([{ names: ["あい"], weight: 1 }, { names: ["AI戦略"], weight: 1 }]);
  assert.deepEqual(search.find("AI", 5), [0, 1]);
  assert.deepEqual(search.find("AI戦", 5), [1]);
});

test("an index finds what looking through all finds", () => {
  const texts = ["あいう", "いう", "うあい", "あ", "", "いうあいう", "ab", "𠮷野"];
  const index = new Bigrams(texts);
  for (const word of ["あ", "いう", "あい", "うあ", "ab", "b", "𠮷", "𠮷野", "えお"]) {
    assert.deepEqual(index.find(word), texts.flatMap((text, place) => (text.includes(word) ? [place] : [])), word);
  }
});

test("the quick way to fold is the way of all letters", () => {
  for (const text of ["Ｑ－Ｉ－Ｈ", "髙橋　花子", "ヴァイオリン・ｶﾞｯｷ", "(株)ABC-1", "ー", "〜", "𠮷野", "葛󠄀城", "ヷヿ"]) {
    assert.equal([...text.normalize("NFKC")].map(fold).join(""), fold(text), text);
  }
});

test("kanji have no reading of their own", () => {
  assert.equal(romanize(fold("佐藤")), "");
  assert.equal(latin("佐藤"), "");
});

test("values of blanks are compared as kg ask does", () => {
  assert.equal(key("北川　進"), key("北川進"));
  assert.equal(key("第２３回"), "第23回");
  assert.notEqual(key("髙橋"), key("高橋"));
  assert.equal(fold("髙橋"), fold("高橋"));
});

// The words of a record are found in all the forms in which names are.
const lines: readonly (readonly [string, string, string])[] = [
  ["佐藤", "出席者\n佐　藤 進", "佐　藤"],
  ["高橋", "髙橋 花子", "髙橋"],
  ["ｻﾄｳ", "サトウ商会", "サトウ"],
  ["がっこう", "ｶﾞｯｺｳ", "ｶﾞｯｺｳ"],
  ["qih", "ＱＩＨ拠点", "ＱＩＨ"],
  ["座長", "𠮷野 一任は座長", "座長"],
  ["(a+b)*", "式 a+b* を", "a+b*"],
];

for (const [typed, text, found] of lines) {
  test(`${typed} is found in the words ${text}`, () => {
    const [first] = placesIn(["", text], patternOf(typed)!);
    if (first === undefined) throw new Error(typed);
    assert.equal(Array.from(text).slice(first.place.start, first.place.end).join(""), found);
    assert.equal(first.place.doc, 1);
  });
}

test("nothing is looked for by nothing, and no word goes over a line's end", () => {
  for (const typed of ["", " ", "・"]) assert.equal(patternOf(typed), null);
  assert.deepEqual(placesIn(["佐\n藤"], patternOf("佐藤")!), []);
  assert.equal(placesIn(["あ".repeat(50)], patternOf("あ")!, 7).length, 7);
});
