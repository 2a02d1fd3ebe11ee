/** Lists of all facts that pass the filters, and the card of one thing with its facts. */

import { makeCard } from "./card";
import { factColumns, factRow } from "./describe";
import { button, make } from "./dom";
import type { Fact } from "./facts";
import { FILTERS, filterFacts, makeFilters } from "./filters";
import type { Page } from "./page";
import type { Entity } from "./payload";
import { makeTable } from "./table";
import { say } from "./words";

export type DrawGraph = (host: HTMLElement, facts: readonly Fact[], subject: Entity) => void;

export function makeEntity(page: Page, entity: Entity, draw: DrawGraph, extra: (host: HTMLElement, entity: Entity) => void): HTMLElement {
  const facts = page.facts();
  const all = facts.of(entity);
  const shown = filterFacts(facts, all, page.state);
  const graph = make("div", { class: "graph-of-answer" });
  const see = (): void => {
    page.keep({ show: "graph" });
    draw(graph, shown, entity);
  };
  const tools = make("p", { class: "tools" }, ...(shown.length ? [button(say("see_graph"), see)] : []));
  const more = make("div", { class: "more" });
  extra(more, entity);
  if (page.state["show"] === "graph") setTimeout(see);
  return make("section", {}, makeCard(page, entity, shown), tools, graph, more, ...tableParts(page, all, shown));
}

export function makeBrowse(page: Page): HTMLElement {
  const { all } = page.facts();
  const shown = filterFacts(page.facts(), all, page.state);
  return make("section", {}, make("h1", { id: "view-title", tabindex: -1 }, say("browse")), ...tableParts(page, all, shown));
}

function tableParts(page: Page, all: readonly Fact[], shown: readonly Fact[]): HTMLElement[] {
  const facts = page.facts();
  const set = FILTERS.some((name) => page.state[name]);
  const count = say(set ? "facts_of" : "facts", { count: shown.length, all: all.length });
  page.tell(count);
  const clear = button(say("clear"), () => page.go(Object.fromEntries(FILTERS.map((name) => [name, ""]))));
  return [
    makeFilters(page, facts, all), make("p", { class: "count" }, count, " ", ...(set ? [clear] : [])),
    makeTable(page, { name: say("facts_title"), columns: factColumns(), rows: shown.map((fact) => factRow(facts, fact)), empty: say("nothing_passes") }),
  ];
}
