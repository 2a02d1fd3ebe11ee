/** Put terms into the blanks of a prepared question, as `kg ask` does. */

/** *values*: for each variable the terms it may have, as SPARQL writes them. */
export function bind(query: string, values: Readonly<Record<string, readonly string[]>>): string {
  const lines = Object.entries(values).map(([name, terms]) => `VALUES ?${name} { ${terms.join(" ")} }`);
  return query.replace(/^[ \t]*#[ \t]*VALUES\b.*$/gm, () => lines.join("\n"));
}

/** A text as a literal of SPARQL: nothing in it can end the literal. */
export function literal(text: string): string {
  const escapes: Readonly<Record<string, string>> = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t" };
  return `"${text.replace(/[\\"\n\r\t]/g, (c) => escapes[c]!)}"`;
}

/** An IRI as a term of SPARQL; what no IRI may hold is refused. */
export function iri(text: string): string {
  if (/[\u0000-\u0020<>"{}|\\^`]/.test(text)) throw new Error(`no IRI: ${text}`);
  return `<${text}>`;
}
