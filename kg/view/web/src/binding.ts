/** What the values in the blanks of a question mean, as `kg ask` takes them. */

import { key } from "./fold";
import type { Choice, Payload, QuestionParameter } from "./payload";
import { iri, literal } from "./sparql/bind";

/** The IRI of an entity; its column may leave out the base. */
export function entityIri(payload: Payload, entity: number): string {
  const one = payload.entities.iri[entity] ?? "";
  return one.includes("://") ? one : payload.base + one;
}

/** The terms that *value* means for a blank, or null where it means nothing that is known. */
export function meaning(payload: Payload, parameter: QuestionParameter, value: string): string[] | null {
  if (parameter.kind === "text") return [literal(value)];
  if (parameter.kind === "number") {
    const number = key(value);
    return /^\d{1,9}$/.test(number) ? [String(Number(number))] : null;
  }
  const choice = payload.choices[parameter.kind];
  if (choice === undefined) return null;
  const own = value.includes("/") ? payload.entities.iri.indexOf(value) : -1;
  if (own >= 0) return [iri(entityIri(payload, own))];
  const wanted = key(value);
  const terms = new Set<string>();
  choice.text.forEach((_, row) => {
    if (key(choiceText(payload, choice, row)) === wanted) terms.add(choiceTerm(payload, choice, row));
  });
  return terms.size ? [...terms].sort() : null;
}

export function choiceText(payload: Payload, choice: Choice, row: number): string {
  const text = choice.text[row];
  return typeof text === "string" ? text : payload.entities.name[choice.entity[row] ?? -1] ?? "";
}

export function choiceTerm(payload: Payload, choice: Choice, row: number): string {
  return choice.term[row] || iri(entityIri(payload, choice.entity[row] ?? -1));
}
