/** Filters of facts: by type, role, days, basis and council; the address holds them. */

import { make } from "./dom";
import type { Fact, Facts } from "./facts";
import type { Page } from "./page";
import { KINDS } from "./payload";
import type { State } from "./state";
import { say, sayIf } from "./words";

export const FILTERS = ["type", "role", "from", "to", "basis", "council"] as const;
const bases = ["stated", "legend", "default", "inferred"] as const;

export function filterFacts(facts: Facts, all: readonly Fact[], state: State): Fact[] {
  const { type, role, from, to, basis, council } = state;
  return all.filter((fact) =>
    (!type || facts.kind(fact.source) === type || facts.kind(fact.target) === type)
    && (!role || fact.role === role)
    && within(fact, from ?? "", to ?? "")
    && (!basis || fact.bases.some((one) => one === basis))
    && (!council || facts.payload.entities.iri[fact.council] === council));
}

/** A fact without a day is of no range; a post counts on each day on which it was seen. */
function within(fact: Fact, from: string, to: string): boolean {
  if (!from && !to) return true;
  const posts = fact.kind === "affiliation" || fact.kind === "seat";
  const days = posts ? (fact.note ?? "").split("、") : [fact.day];
  // 2024-01 as an end means the whole month.
  return days.some((day) => day !== "" && (!from || day >= from) && (!to || day <= `${to}\uffff`));
}

export function makeFilters(page: Page, facts: Facts, all: readonly Fact[]): HTMLElement {
  const roles = new Set(all.map((fact) => fact.role).filter((role) => role !== ""));
  const councils = new Set(all.map((fact) => fact.council).filter((one) => one >= 0));
  const kinds = new Set(all.flatMap((fact) => [facts.kind(fact.source), facts.kind(fact.target)]));
  const field = (name: (typeof FILTERS)[number], control: HTMLElement): HTMLElement => make("label", {}, say(`filter.${name}`), " ", control);
  const choice = (name: (typeof FILTERS)[number], options: readonly (readonly [string, string])[]): HTMLElement => {
    const select = make("select", { id: `filter-${name}` }, make("option", { value: "" }, say("all")));
    for (const [value, words] of options) {
      const option = make("option", { value }, words);
      option.selected = page.state[name] === value;
      select.append(option);
    }
    select.addEventListener("change", () => page.go({ [name]: select.value, focus: `filter-${name}` }));
    return field(name, select);
  };
  const day = (name: "from" | "to"): HTMLElement => {
    const input = make("input", { id: `filter-${name}`, type: "date", value: page.state[name] ?? "" });
    input.addEventListener("change", () => page.go({ [name]: input.value, focus: `filter-${name}` }));
    return field(name, input);
  };
  const compare = new Intl.Collator("ja").compare;
  return make(
    "fieldset", { class: "filters" }, make("legend", {}, say("filters")),
    choice("type", KINDS.filter((kind) => kinds.has(kind)).map((kind) => [kind, sayIf(`kind.${kind}`)])),
    choice("role", [...roles].sort(compare).slice(0, 400).map((role) => [role, role])),
    choice("council", [...councils].map((one) => [facts.payload.entities.iri[one] ?? "", facts.name(one)] as const).sort((a, b) => compare(a[1], b[1]))),
    choice("basis", bases.map((basis) => [basis, sayIf(`basis.${basis}`)])),
    day("from"), day("to"),
  );
}
