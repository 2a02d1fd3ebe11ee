/** Write an answer as a file: CSV, TSV and JSON as SPARQL has them, triples as N-Triples. */

import { type Answer, type Term, writeResults } from "./answer";

export type Form = "CSV" | "TSV" | "JSON" | "N-Triples";
export interface File {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

export function formsOf(answer: Answer): readonly Form[] {
  if (answer.kind === "triples") return ["N-Triples"];
  return answer.kind === "rows" ? ["CSV", "TSV", "JSON"] : ["JSON"];
}

export function writeFile(answer: Answer, form: Form, stem = "answer"): File {
  if (answer.kind === "triples") {
    return { name: `${stem}.nt`, type: "application/n-triples", text: answer.lines.map((line) => `${line}\n`).join("") };
  }
  if (form === "JSON" || answer.kind === "verdict") {
    return { name: `${stem}.srj`, type: "application/sparql-results+json", text: writeResults(answer) };
  }
  const lines = form === "CSV" ? csvLines(answer) : tsvLines(answer);
  const [type, mark, end] = form === "CSV" ? ["text/csv", "\ufeff", "\r\n"] : ["text/tab-separated-values", "", "\n"];
  return { name: `${stem}.${form.toLowerCase()}`, type: `${type};charset=utf-8`, text: mark + lines.map((line) => line + end).join("") };
}

type Rows = Extract<Answer, { kind: "rows" }>;

function csvLines({ columns, rows }: Rows): string[] {
  return [columns, ...rows.map((row) => row.map((term) => term?.value ?? ""))].map((cells) => cells.map(csvCell).join(","));
}

/** A cell that a spreadsheet would take for a formula is kept as words. */
export function csvCell(text: string): string {
  const words = /^[=+\-@\t\r]/.test(text) && !/^-?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
}

function tsvLines({ columns, rows }: Rows): string[] {
  return [columns.map((name) => `?${name}`), ...rows.map((row) => row.map(tsvTerm))].map((cells) => cells.join("\t"));
}

/** A term as Turtle writes it. */
export function tsvTerm(term: Term | null): string {
  if (!term) return "";
  if (term.type === "uri") return `<${term.value}>`;
  if (term.type === "bnode") return `_:${term.value}`;
  const escapes: Readonly<Record<string, string>> = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t" };
  const quoted = `"${term.value.replace(/[\\"\n\r\t]/g, (c) => escapes[c]!)}"`;
  if (term.language) return `${quoted}@${term.language}`;
  return term.datatype ? `${quoted}^^<${term.datatype}>` : quoted;
}

/** An IRI as people read it: gjr:Meeting; else as it is. */
export function shorten(iri: string, prefixes: Readonly<Record<string, string>>): string {
  let found = iri;
  for (const [name, base] of Object.entries(prefixes)) {
    const rest = iri.startsWith(base) ? iri.slice(base.length) : "";
    const short = `${name}:${rest}`;
    if (rest && /^[\w.-]+$/.test(rest) && short.length < found.length) found = short;
  }
  return found;
}
