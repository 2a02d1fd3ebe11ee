/** The view with the editor: its parts come with the engine, when it is first opened. */

import { evidenceIn } from "./answer";
import { blockOf } from "./blocks";
import { make } from "./dom";
import { tabMaker } from "./engine";
import { missing } from "./missing";
import type { Page } from "./page";
import type { Entity } from "./payload";
import { language, say } from "./words";

const first = "SELECT ?name ?meeting WHERE {\n  ?row a gjr:Attendance ; prov:agent/rdfs:label ?name ; gjr:meeting/rdfs:label ?meeting .\n} ORDER BY ?meeting ?name LIMIT 100";

export function openSparql(page: Page, entityOf: (iri: string) => Entity): HTMLElement {
  const holder = make("div");
  const section = make("section", {}, make("h1", { id: "view-title", tabindex: -1 }, say("view.sparql")), holder);
  holder.append(make("p", { role: "status" }, say("asking")));
  void open(page, holder, entityOf).catch((error: unknown) => {
    holder.replaceChildren(missing(error, () => void open(page, holder, entityOf)));
  });
  return section;
}

async function open(page: Page, holder: HTMLElement, entityOf: (iri: string) => Entity): Promise<void> {
  const { payload } = page;
  const script = await blockOf(payload, "engine");
  let milliseconds: number | null = null;
  const engine = page.engine().then((started) => {
    milliseconds = started.loaded.milliseconds;
    return started.engine;
  });
  const facts = page.facts();
  const terms = new Set(payload.questions.flatMap((one) => one.query.match(/\b[a-z]+:[A-Za-z][\w-]*/g) ?? []));
  await tabMaker(script).openTab({
    holder, engine, loaded: () => (milliseconds === null ? null : { triples: payload.counts.triples, milliseconds }), prefixes: payload.prefixes,
    terms: [...terms].filter((term) => Object.hasOwn(payload.prefixes, term.split(":")[0] ?? "")), examples: payload.questions.map((one) => ({ ja: one.titleJa, en: one.titleEn, query: one.query })),
    query: page.state["query"] ?? first, language: language(),
    nameOf: (iri) => {
      const entity = entityOf(iri);
      return entity < 0 ? null : facts.name(entity);
    },
    open: (iri) => {
      const entity = entityOf(iri);
      if (entity >= 0) page.openEntity(entity);
    },
    placesIn: (text) => {
      const found = evidenceIn(page, text);
      return found && { words: found.words, show: (from) => page.showEvidence([found.evidence], 0, from) };
    },
    ran: (query) => page.keep({ query }),
  });
}

