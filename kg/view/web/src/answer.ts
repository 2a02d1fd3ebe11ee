/** A question answered: its sentence, the table, the graph of the answer, and its SPARQL. */

import { entityIri, meaning } from "./binding";
import { button, make } from "./dom";
import { key } from "./fold";
import type { Facts } from "./facts";
import type { Evidence, Page, Place } from "./page";
import { readPlaces } from "./passage";
import type { Entity, Question } from "./payload";
import { bind } from "./sparql/bind";
import type { Answer, Term } from "./sparql/answer";
import type { Cell } from "./table";
import { language, say } from "./words";

export interface Answered {
  readonly question: Question;
  readonly query: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  readonly empty: string;
  readonly cut: boolean;
}

/** The query of *question* with the values of the address in it; null where one is missing. */
export function queryOf(page: Page, question: Question): string | null {
  const terms: Record<string, string[]> = {};
  for (const parameter of question.parameters) {
    const value = page.state[parameter.name] ?? "";
    if (value === "" && !parameter.required) continue;
    const found = value === "" ? null : meaning(page.payload, parameter, value);
    if (found === null) return null;
    terms[parameter.name] = found;
  }
  return bind(question.query, terms);
}

export async function answerQuestion(page: Page, question: Question, query: string): Promise<Answered> {
  const { engine } = await page.engine();
  const answer = await engine.query(query);
  return readAnswer(page, question, query, answer);
}

export function readAnswer(page: Page, question: Question, query: string, answer: Answer): Answered {
  const facts = page.facts();
  const rows = answer.kind === "rows" ? answer.rows : [];
  const names = language() === "ja" ? question.columnsJa : question.columnsEn;
  const columns = answer.kind === "rows" && names.length !== answer.columns.length ? answer.columns : names;
  const documents = documentRows(page);
  const read = rows.map((row) => readRow(page, facts, documents, row, columns));
  const empty = (language() === "ja" ? question.emptyJa : question.emptyEn) || say("empty");
  return { question, query, columns, rows: read, empty, cut: answer.kind === "rows" && answer.cut };
}

/** The lines that *text* points to, if it is nothing but places in documents. */
export function evidenceIn(page: Page, text: string): { readonly words: string; readonly evidence: Evidence } | null {
  const places = readPlaces(text, documentRows(page));
  return places ? { words: linesAt(page, places), evidence: { title: say("evidence"), places } } : null;
}

let rowsOfDocuments: Map<string, number> | undefined;

function documentRows(page: Page): Map<string, number> {
  const { documents, base } = page.payload;
  return (rowsOfDocuments ??= new Map(documents.iri.map((iri, row) => [iri.includes("://") ? iri : base + iri, row])));
}

function readRow(page: Page, facts: Facts, documents: ReadonlyMap<string, number>, row: readonly (Term | null)[], columns: readonly string[]): Cell[] {
  const spans = row.map((term) => (term ? readPlaces(term.value, documents) : null));
  const title = row.flatMap((term, at) => (term && !spans[at] ? [`${columns[at] ?? ""}: ${term.value}`] : [])).join(" · ");
  const near = new Set(spans.flatMap((places) => (places ? entitiesAt(page, facts, places) : [])));
  return row.map((term, at): Cell => {
    const places = spans[at];
    if (term === null) return { text: "" };
    if (places) return { text: linesAt(page, places), evidence: { title, places } satisfies Evidence };
    if (term.type === "uri") {
      const entity = iris(page).get(term.value);
      return entity === undefined ? { text: term.value } : { text: facts.name(entity), entity };
    }
    const entity = named(facts, term.value, near);
    return entity === undefined ? { text: term.value } : { text: term.value, entity };
  });
}

let spanRows: Map<string, number> | undefined;

/** The rows of `spans` at *places*. */
export function spansAt(page: Page, places: readonly Place[]): number[] {
  const { doc, start, end } = page.payload.spans;
  spanRows ??= new Map(doc.map((one, row) => [`${one}:${start[row]!}:${end[row]!}`, row]));
  return places.flatMap((place) => spanRows!.get(`${place.doc}:${place.start}:${place.end}`) ?? []);
}

/** What the facts that rest on *places* are about. */
export function entitiesAt(page: Page, facts: Facts, places: readonly Place[]): Entity[] {
  return spansAt(page, places).flatMap((span) => facts.restingOn(span)).flatMap((fact) => [fact.source, fact.target]);
}

function linesAt(page: Page, places: readonly Place[]): string {
  const { line } = page.payload.spans;
  const lines = spansAt(page, places).map((row) => line[row]!);
  return [...new Set(lines)].sort((a, b) => a - b).map((one) => `L${one}`).join(" ") || say("evidence");
}

let names: Map<string, Entity[]> | undefined;
let irisOf: Map<string, Entity> | undefined;

function iris(page: Page): Map<string, Entity> {
  irisOf ??= new Map(page.payload.entities.iri.map((_, entity) => [entityIri(page.payload, entity), entity]));
  return irisOf;
}

export function entityOfIri(page: Page, iri: string): Entity {
  return iris(page).get(iri) ?? -1;
}

/** The thing called *text*; of several, the one that the row's evidence is about, or none. */
function named(facts: Facts, text: string, near: ReadonlySet<Entity>): Entity | undefined {
  if (names === undefined) {
    names = new Map();
    facts.payload.entities.name.forEach((name, entity) => {
      for (const one of new Set([key(name), key(facts.name(entity))])) names!.set(one, [...(names!.get(one) ?? []), entity]);
    });
  }
  const found = names.get(key(text)) ?? [];
  if (found.length === 1) return found[0];
  const nearby = found.filter((entity) => near.has(entity));
  return nearby.length === 1 ? nearby[0] : undefined;
}

/** The query, to be read, and to be carried to the tab. */
export function sparqlOf(page: Page, query: string): HTMLElement {
  return make("details", { class: "query" }, make("summary", {}, say("show_sparql")),
    make("pre", { tabindex: 0 }, query), button(say("open_sparql"), () => page.go({ view: "sparql", query }, true)));
}
