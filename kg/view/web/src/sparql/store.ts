/** Oxigraph, compiled to WASM: this graph in memory, and what a query finds in it. */

import wasm from "oxigraph/web_bg.wasm";
import { Store, initSync, type Quad } from "oxigraph/web.js";

import { type Answer, readResults } from "./answer";
import { checkQuery, oneLine, withPrefixes } from "./guard";

export interface Loaded {
  readonly milliseconds: number;
}

export interface Graph {
  load(dataset: string): Loaded;
  query(text: string, limit: number): Answer;
}

const JSON_RESULTS = "application/sparql-results+json";
// A triple that two documents share stands once in the default graph, as `kg` has it.
const UNION = "INSERT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }";

/** Start the engine with *prefixes* that queries need not declare. */
export function openGraph(prefixes: Readonly<Record<string, string>>): Graph {
  initSync({ module: wasm });
  let store = new Store();
  return {
    load(dataset) {
      const start = performance.now();
      store = new Store();
      // Our own N-Quads: checked when they were written.
      store.load(dataset, { format: "application/n-quads", lenient: true, no_transaction: true });
      store.update(UNION);
      return { milliseconds: performance.now() - start };
    },
    query: (text, limit) => ask(store, text, prefixes, limit),
  };
}

function ask(store: Store, text: string, prefixes: Readonly<Record<string, string>>, limit: number): Answer {
  checkQuery(text);
  const whole = withPrefixes(text, prefixes);
  try {
    const graph = isGraphQuery(text);
    const bounded = bound(whole, limit + 1);
    let found;
    try {
      found = run(store, bounded, graph);
    } catch {
      // It has a limit of its own, or ends in VALUES; or it is wrong, and says so now.
      found = run(store, whole, graph);
    }
    return typeof found === "string" ? readResults(found, limit) : triples(found, limit);
  } catch (error) {
    throw error instanceof WebAssembly.RuntimeError ? error : new Error(oneLine(error));
  }
}

/** *query* with a limit after it, where that is still a query. */
function bound(query: string, limit: number): string {
  return `${query}\nLIMIT ${limit}`;
}

function run(store: Store, query: string, graph: boolean): string | Quad[] {
  const found = graph ? store.query(query) : store.query(query, { results_format: JSON_RESULTS });
  return Array.isArray(found) ? (found as Quad[]) : String(found);
}

function triples(quads: readonly Quad[], limit: number): Answer {
  const lines = new Set(quads.map((quad) => `${quad.subject.toString()} ${quad.predicate.toString()} ${quad.object.toString()} .`));
  const sorted = [...lines].sort();
  return { kind: "triples", lines: sorted.slice(0, limit), cut: sorted.length > limit };
}

/** The first word outside comments, IRIs and prefixes tells what kind of query it is. */
export function isGraphQuery(query: string): boolean {
  const plain = query.replace(/<[^<>\s]*>|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|#[^\n]*/g, " ");
  const first = /\b(SELECT|ASK|CONSTRUCT|DESCRIBE)\b/i.exec(plain.replace(/\bPREFIX\s+[^\s:]*:/gi, " "));
  return first !== null && /CONSTRUCT|DESCRIBE/i.test(first[1]!);
}
