/** Refuse queries that the engine cannot survive, and make those of people whole. */

const LONGEST = 32_768;
const DEEPEST = 1_000;
const OPERATORS = 2_000;
// SERVICE <…>, and what only an update has: not within IRIs, strings and comments.
const OUTWARD = /\b(?:SERVICE|LOAD)\b/i;
const QUOTED = /<[^<>\s]*>|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|#[^\n]*/g;

export class QueryRefused extends Error {}

/** The same limits as `kg query`: above them the engine may end without an error. */
export function checkQuery(query: string): void {
  const bytes = new TextEncoder().encode(query).length;
  if (bytes > LONGEST) throw new QueryRefused(`a query may have ${LONGEST} bytes, this has ${bytes}`);
  const brackets = query.match(/[{([]/g)?.length ?? 0;
  if (brackets > DEEPEST) throw new QueryRefused(`a query may open ${DEEPEST} brackets, this opens more`);
  const operators = query.match(/[!+\-*/|&]|\bUNION\b/g)?.length ?? 0;
  if (operators > OPERATORS) throw new QueryRefused(`a query may have ${OPERATORS} operators, this has ${operators}`);
  if (OUTWARD.test(query.replace(QUOTED, " "))) {
    throw new QueryRefused("SERVICE and LOAD reach other machines; ask this graph alone");
  }
}

/** Put *prefixes* before *query*, on one line of their own, so that its lines count from there. */
export function withPrefixes(query: string, prefixes: Readonly<Record<string, string>>): string {
  const lines = Object.entries(prefixes).map(([name, iri]) => `PREFIX ${name}: <${iri}>`);
  return `${lines.join(" ")}\n${query}`;
}

/** *query* with those of *prefixes* declared that it uses and does not declare, so that it is whole anywhere. */
export function declare(query: string, prefixes: Readonly<Record<string, string>>): string {
  const plain = query.replace(QUOTED, " ");
  const used = (name: string): boolean => new RegExp(`(?<![\\w-])${name}:`).test(plain.replace(/\bPREFIX\s+[^\s:]*:/gi, " "));
  const declared = (name: string): boolean => new RegExp(`\\bPREFIX\\s+${name}:`, "i").test(plain);
  const lines = Object.entries(prefixes).filter(([name]) => used(name) && !declared(name)).map(([name, iri]) => `PREFIX ${name}: <${iri}>\n`);
  return lines.length ? `${lines.join("")}\n${query}` : query;
}

/** What the engine complains of, as one line that counts lines as the reader does. */
export function oneLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const counted = text.replace(/\b(at|line) (\d+)(?=:|,|\b)/, (_, word: string, line: string) => `${word} ${Math.max(1, Number(line) - 1)}`);
  return counted.split(/\s+/).join(" ").trim() || "the query failed";
}
