/** What a query returns, as plain data that can pass between a worker and the page. */

export interface Term {
  readonly type: "uri" | "literal" | "bnode";
  readonly value: string;
  readonly language?: string;
  readonly datatype?: string;
}

/** Rows, or yes or no, or triples as lines of N-Triples; *cut* where there was more than the limit. */
export type Answer =
  | { readonly kind: "rows"; readonly columns: readonly string[]; readonly rows: readonly (readonly (Term | null)[])[]; readonly cut: boolean }
  | { readonly kind: "verdict"; readonly verdict: boolean }
  | { readonly kind: "triples"; readonly lines: readonly string[]; readonly cut: boolean };

interface JsonTerm {
  readonly type: string;
  readonly value: unknown;
  readonly "xml:lang"?: string;
  readonly datatype?: string;
}
interface JsonResults {
  readonly head: { readonly vars?: readonly string[] };
  readonly boolean?: boolean;
  readonly results?: { readonly bindings: readonly Readonly<Record<string, JsonTerm>>[] };
}

/** Read what the engine wrote as SPARQL results in JSON; of more than *limit* rows, the first. */
export function readResults(text: string, limit: number): Answer {
  const { head, boolean, results } = JSON.parse(text) as JsonResults;
  if (boolean !== undefined) return { kind: "verdict", verdict: boolean };
  const columns = head.vars ?? [];
  const found = results?.bindings ?? [];
  const rows = found.slice(0, limit).map((row) => columns.map((name) => (row[name] ? readTerm(row[name]) : null)));
  return { kind: "rows", columns, rows, cut: found.length > limit };
}

/** The same rows as SPARQL results in JSON, which the editor's table reads. */
export function writeResults(answer: Answer): string {
  if (answer.kind === "verdict") return JSON.stringify({ head: {}, boolean: answer.verdict });
  if (answer.kind === "triples") throw new Error("triples are no table");
  const bindings = answer.rows.map((row) =>
    Object.fromEntries(row.flatMap((term, i) => (term ? [[answer.columns[i]!, writeTerm(term)]] : []))));
  return JSON.stringify({ head: { vars: answer.columns }, results: { bindings } });
}

function readTerm(term: JsonTerm): Term {
  const language = term["xml:lang"];
  return {
    type: term.type === "uri" || term.type === "bnode" ? term.type : "literal",
    value: typeof term.value === "string" ? term.value : JSON.stringify(term.value),
    ...(language === undefined ? {} : { language }),
    ...(term.datatype === undefined ? {} : { datatype: term.datatype }),
  };
}

function writeTerm({ type, value, language, datatype }: Term): JsonTerm {
  return { type, value, ...(language ? { "xml:lang": language } : {}), ...(datatype ? { datatype } : {}) };
}
