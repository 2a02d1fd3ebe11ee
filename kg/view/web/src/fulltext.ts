/** The words of the records themselves: every line that holds what was typed. */

import { missing } from "./missing";
import { button, make } from "./dom";
import { fold, usual } from "./fold";
import type { Page, Place } from "./page";
import { Text } from "./passage";
import { type Cell, makeTable } from "./table";
import { say } from "./words";

const most = 1000;
const around = 40;
/** What may stand between two letters of a word: in rosters names are spaced out. */
const between = "[^\\S\\n]{0,2}";

const olds = new Map<string, string[]>();
for (const [old, now] of usual) olds.set(now, [...(olds.get(now) ?? []), old]);
const half = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝｧｨｩｪｫｯｬｭｮ";
const halves = new Map<string, string>();
for (const one of half) for (const mark of ["", "ﾞ", "ﾟ"]) {
  const whole = fold(one + mark);
  if ([...whole].length === 1 && !halves.has(whole)) halves.set(whole, one + mark);
}

/** A pattern for *word* in all the forms in which `fold` makes them one; null for none. */
export function patternOf(word: string): RegExp | null {
  const letters = [...fold(word)];
  if (!letters.length) return null;
  return new RegExp(letters.map(anyForm).join(between), "giu");
}

function anyForm(letter: string): string {
  const code = letter.codePointAt(0)!;
  const forms = [letter, ...(olds.get(letter) ?? [])];
  if (code >= 0x3041 && code <= 0x3096) forms.push(String.fromCodePoint(code + 96));
  if (/[a-z0-9]/.test(letter)) forms.push(String.fromCodePoint(code + 0xfee0), ...(code > 96 ? [String.fromCodePoint(code + 0xfee0 - 32)] : []));
  if (halves.has(letter)) forms.push(halves.get(letter)!);
  if (letter === "ー") forms.push("ｰ");
  return `(?:${forms.map((form) => form.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")).join("|")})`;
}

/** Where *pattern* stands in the texts of documents, in order, at most *limit* places. */
export function placesIn(texts: readonly string[], pattern: RegExp, limit = most): { place: Place; snippet: string }[] {
  const found: { place: Place; snippet: string }[] = [];
  texts.forEach((text, doc) => {
    for (const match of text.matchAll(pattern)) {
      if (found.length >= limit) return;
      const [start, end] = [match.index, match.index + match[0].length];
      const first = Math.max(text.lastIndexOf("\n", start - 1) + 1, start - around);
      const stop = text.indexOf("\n", end);
      const last = Math.min(stop < 0 ? text.length : stop, end + around);
      // Places count code points.
      const before = length(text.slice(0, start));
      found.push({ place: { doc, start: before, end: before + length(match[0]) }, snippet: text.slice(first, last).trim() });
    }
  });
  return found;
}

function length(text: string): number {
  return /[\ud800-\udbff]/.test(text) ? Array.from(text).length : text.length;
}

export function makeText(page: Page): HTMLElement {
  const words = page.state["words"] ?? "";
  const output = make("div", { class: "answer" }, make("p", { role: "status" }, say("reading")));
  const pattern = patternOf(words);
  if (pattern === null) output.replaceChildren(make("p", { class: "note" }, say("text_hint")));
  else void look(page, words, pattern, output);
  const input = make("input", { type: "search", value: words, "aria-label": say("text_words"), id: "text-words", lang: "ja" });
  const go = (): void => page.go({ words: input.value.trim(), focus: "text-words" });
  const form = make("form", { class: "sentence" }, make("label", { for: "text-words" }, say("text_words")), " ", input, " ", button(say("text_go"), go, { class: "go" }));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    go();
  });
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    go();
  });
  return make("section", {}, make("h1", { id: "view-title", tabindex: -1 }, say("text_title")), form, output);
}

async function look(page: Page, words: string, pattern: RegExp, output: HTMLElement): Promise<void> {
  try {
    const texts = await page.texts();
    const found = placesIn(texts, pattern);
    const rows = found.map(({ place, snippet }): Cell[] => [{ text: snippet }, sourceOf(page, place.doc), { text: dayOf(page, place.doc) }, lineOf(texts, place, snippet)]);
    const count = rows.length ? say("rows", { count: rows.length }) : say("nothing_found", { query: words });
    page.tell(count);
    output.replaceChildren(
      ...(found.length === most ? [make("p", { class: "note" }, say("cut", { count: most }))] : []),
      makeTable(page, { name: words, columns: [say("column.words"), say("column.where"), say("column.day"), say("evidence")], rows, empty: count }),
    );
  } catch (error) {
    output.replaceChildren(missing(error, () => void look(page, words, pattern, output)));
  }
}

const known = new Map<number, Text>();

function lineOf(texts: readonly string[], place: Place, snippet: string): Cell {
  const text = known.get(place.doc) ?? new Text(texts[place.doc] ?? "");
  known.set(place.doc, text);
  return { text: `L${text.line(place.start) + 1}`, evidence: { title: snippet, places: [place] } };
}

function sourceOf(page: Page, doc: number): Cell {
  const { meetings, documents } = page.payload;
  const row = meetings.document.indexOf(doc);
  const entity = row < 0 ? -1 : meetings.entity[row]!;
  return entity < 0 ? { text: documents.title[doc] || documents.name[doc] || "" } : { text: page.facts().name(entity), entity };
}

function dayOf(page: Page, doc: number): string {
  const { meetings } = page.payload;
  return (meetings.start[meetings.document.indexOf(doc)] ?? "").slice(0, 10);
}
