/** Show an answer: a table that can be sorted and saved, whose things open their cards. */

import { button, make } from "../network/dom";
import { compareCells, turnHeader } from "../sorting";
import type { Answer, Term } from "./answer";
import { type File, formsOf, shorten, writeFile } from "./save";
import type { SparqlWord } from "./words";

/** Rows that the table shows at once; all of ten thousand would take seconds. */
const SHOWN = 200;

export interface ResultSettings {
  readonly say: (key: SparqlWord, values?: Readonly<Record<string, string | number>>) => string;
  readonly prefixes: Readonly<Record<string, string>>;
  /** Name of the thing called *iri*, if the page has a card for it. */
  readonly nameOf: (iri: string) => string | null;
  readonly open: (iri: string) => void;
  /** Places in documents by their lines, and what shows them; null for other words. */
  readonly placesIn?: (text: string) => { readonly words: string; readonly show: (from: HTMLElement) => void } | null;
  readonly save: (file: File) => void;
}

export function showAnswer(answer: Answer, seconds: number, settings: ResultSettings): HTMLElement {
  const { say } = settings;
  const took = say("took", { seconds: seconds.toFixed(seconds < 1 ? 3 : 1) });
  const count = make("p", { class: "note", role: "status" }, `${countOf(answer, settings)}、${took}`.replace("、", " · "));
  const forms = formsOf(answer).map((form) =>
    button(form, () => settings.save(writeFile(answer, form)), { "aria-label": say("save", { form }) }));
  const head = make("div", { class: "table-head" }, make("h3", {}, say("results")), count, ...forms);
  return make("section", { class: "sparql-results" }, head, bodyOf(answer, settings));
}

function countOf(answer: Answer, { say }: ResultSettings): string {
  if (answer.kind === "verdict") return say(answer.verdict ? "yes" : "no");
  const count = answer.kind === "rows" ? answer.rows.length : answer.lines.length;
  if (answer.cut) return say("cut", { count });
  return say(answer.kind === "rows" ? "rows" : "triples", { count });
}

function bodyOf(answer: Answer, settings: ResultSettings): HTMLElement {
  if (answer.kind === "verdict") return make("p", { class: "verdict" }, settings.say(answer.verdict ? "yes" : "no"));
  if (answer.kind === "triples") return make("pre", { class: "triples", tabindex: 0 }, answer.lines.slice(0, SHOWN).join("\n"));
  if (!answer.rows.length) return make("p", {}, settings.say("none"));
  return tableOf(answer, settings);
}

type Rows = Extract<Answer, { kind: "rows" }>;
type Row = Rows["rows"][number];

function tableOf(answer: Rows, settings: ResultSettings): HTMLElement {
  const body = make("tbody", { lang: "ja" });
  const state: Sorting = { rows: [...answer.rows], shown: SHOWN };
  const note = make("p", { class: "note" });
  const more = button("", () => {
    state.shown += SHOWN;
    fill();
  });
  const fill = (): void => {
    body.replaceChildren(...state.rows.slice(0, state.shown).map((row) => rowOf(row, settings)));
    const left = state.rows.length - state.shown;
    more.hidden = note.hidden = left <= 0;
    more.textContent = settings.say("more", { count: Math.min(SHOWN, Math.max(0, left)) });
    note.textContent = settings.say("shown", { shown: Math.min(state.shown, state.rows.length) });
  };
  const head = make("tr", {}, ...answer.columns.map((name, i) => headerOf(name, i, answer, state, fill)));
  fill();
  const table = make("table", {}, make("thead", {}, head), body);
  const label = settings.say("results");
  return make("div", {}, make("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": label }, table), note, more);
}

interface Sorting {
  rows: Row[];
  shown: number;
}

function headerOf(name: string, column: number, answer: Rows, state: Sorting, fill: () => void): HTMLElement {
  const header = make("th", { scope: "col", "aria-sort": "none" });
  header.append(button(name, () => {
    const up = turnHeader(header);
    state.rows = [...answer.rows].sort((a, b) => (up ? 1 : -1) * compareCells(a[column]?.value ?? "", b[column]?.value ?? ""));
    fill();
  }));
  return header;
}

function rowOf(row: Row, settings: ResultSettings): HTMLElement {
  return make("tr", {}, ...row.map((term) => make("td", {}, cellOf(term, settings))));
}

function cellOf(term: Term | null, settings: ResultSettings): HTMLElement | string {
  if (!term) return "";
  const places = settings.placesIn?.(term.value);
  if (places) {
    const open: HTMLButtonElement = button(places.words, () => places.show(open), { class: "lines-of", title: term.value });
    return open;
  }
  if (term.type !== "uri") return term.value;
  const name = settings.nameOf(term.value);
  const short = shorten(term.value, settings.prefixes);
  if (name === null) return make("code", { title: term.value }, short);
  return button(name || short, () => settings.open(term.value), { class: "name", title: term.value });
}
