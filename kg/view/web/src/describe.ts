/** Things and facts as people read them. */

import type { Fact, Facts } from "./facts";
import type { Evidence, Page, Place } from "./page";
import type { Basis, Entity, Payload } from "./payload";
import type { Cell } from "./table";
import { language, say, sayIf } from "./words";

/** What stands beside a name in a list: a post, the body above, the day of a meeting. */
export function note(facts: Facts, entity: Entity): string {
  const { payload } = facts;
  const kind = facts.kind(entity);
  if (kind === "person") return personNote(facts, entity);
  if (kind === "meeting") return facts.day(entity);
  if (kind === "agenda-item" || kind === "handout") {
    const table = kind === "handout" ? payload.handouts : payload.agenda;
    const meeting = table.meeting[table.entity.indexOf(entity)] ?? -1;
    return facts.name(meeting);
  }
  return kind === "theme" && language() === "ja" ? "" : payload.entities.english[entity] ?? "";
}

function personNote(facts: Facts, person: Entity): string {
  const { posts } = facts.payload;
  const rows = facts.postsOf.get(person) ?? [];
  const held = rows.map((row) => [facts.name(posts.organization[row] ?? -1), posts.role[row] ?? ""] as const);
  const bodies = new Map<string, string[]>();
  for (const [body, role] of held) bodies.set(body, [...(bodies.get(body) ?? []), ...(role ? [role] : [])]);
  return [...bodies].slice(0, 2).map(([body, roles]) => `${body} ${[...new Set(roles)].join("・")}`.trim()).join("、");
}

export function placesOf(payload: Payload, spans: readonly number[]): Place[] {
  const { doc, start, end } = payload.spans;
  return spans.flatMap((row) => (doc[row] === undefined ? [] : [{ doc: doc[row]!, start: start[row]!, end: end[row]! }]));
}

export function linesOf(payload: Payload, spans: readonly number[]): string {
  const { doc, line } = payload.spans;
  const docs = new Set(spans.map((row) => doc[row]));
  const lines = new Set(spans.map((row) => line[row] ?? -1));
  const text = [...lines].filter((one) => one > 0).sort((a, b) => a - b).map((one) => `L${one}`).join(" ");
  return docs.size > 1 ? `${text} (${docs.size})` : text;
}

export function evidenceOf(facts: Facts, fact: Fact): Evidence {
  const title = `${facts.name(fact.source)} — ${relation(fact)}${fact.words ? `（${fact.words}）` : ""} — ${facts.name(fact.target)}`;
  return { title, places: placesOf(facts.payload, fact.spans), ...(fact.note ? { note: fact.note } : {}) };
}

export function relation(fact: Fact, from: Entity = fact.source): string {
  if (fact.kind === "attendance" && fact.absent) return say("relation.absence");
  const way = from === fact.source ? "relation" : "incoming";
  return sayIf(`${way}.${fact.kind}`, sayIf(`relation.${fact.kind}`, fact.kind));
}

export function modeWords(fact: Fact): string {
  if (fact.kind !== "attendance" || fact.absent || fact.mode === null) return "";
  return sayIf(`mode.${fact.mode}`) + (fact.proxy ? `・${say("proxy")}` : "");
}

/** A mark for what the record does not itself print; undefined where it does. */
export function doubtOf(basis: Basis): string | undefined {
  return basis === "stated" ? undefined : say("known_by", { basis: sayIf(`basis.${basis}`) });
}

export function basisWords(fact: Fact): string {
  return [...new Set(fact.bases)].map((basis) => sayIf(`basis.${basis}`)).join("・");
}

export function factColumns(): string[] {
  return [say("column.who"), say("column.relation"), say("column.words"), say("column.what"), say("column.mode"), say("column.day"), say("column.basis"), say("evidence")];
}

/** A fact as a row of the table. */
export function factRow(facts: Facts, fact: Fact): Cell[] {
  const doubt = fact.mode !== null && fact.mode !== "unknown" ? doubtOf(fact.modeBasis) : undefined;
  return [
    { text: facts.name(fact.source), entity: fact.source },
    { text: relation(fact) },
    { text: fact.words },
    { text: facts.name(fact.target), entity: fact.target },
    { text: modeWords(fact), doubt },
    { text: dayWords(fact) },
    { text: basisWords(fact) },
    { text: linesOf(facts.payload, fact.spans), evidence: fact.spans.length ? evidenceOf(facts, fact) : undefined },
  ];
}

/** Days of sighting, never an interval. */
export function dayWords(fact: Fact): string {
  if (fact.kind === "affiliation" || fact.kind === "seat") return fact.note ? say("seen_on", { days: fact.note }) : say("unknown");
  return fact.day;
}

export function openEvidence(page: Page, fact: Fact, from?: HTMLElement): void {
  page.showEvidence([evidenceOf(page.facts(), fact)], 0, from);
}
