/** The card of one thing: what it is called, and what the records show of it. */

import { doubtOf, evidenceOf, linesOf, modeWords, note, placesOf, relation } from "./describe";
import { button, make } from "./dom";
import type { Fact, Facts } from "./facts";
import type { Evidence, Page } from "./page";
import type { Entity } from "./payload";
import { eraDay, language, say, sayIf } from "./words";

const most = 40;

export function makeCard(page: Page, entity: Entity, facts: readonly Fact[]): HTMLElement {
  const all = page.facts();
  const { entities } = page.payload;
  const kind = all.kind(entity);
  const english = entities.english[entity] ?? "";
  const names = [...new Set(entities.forms[entity] ?? [])].filter((form) => form !== entities.name[entity] && form !== english);
  const rows: (readonly [string, string | HTMLElement])[] = [];
  if (entities.reading[entity]) rows.push([say("reading_of"), entities.reading[entity]!]);
  if (english) rows.push([say("english"), english]);
  if (names.length) rows.push([say("also"), names.join("、")]);
  rows.push(...own(page, all, entity));
  const spans = entities.spans[entity] ?? [];
  const evidence: Evidence = { title: all.name(entity), places: placesOf(page.payload, spans) };
  if (spans.length) rows.push([say("evidence"), lines(page, evidence, linesOf(page.payload, spans))]);
  return make(
    "section", { class: "card" },
    make("p", { class: `kind ${kind === "council" ? "organization" : kind}` }, sayIf(`kind.${kind}`)),
    make("h1", { id: "view-title", tabindex: -1, lang: "ja" }, all.name(entity)),
    list(rows), ...groups(page, all, entity, facts),
  );
}

function list(rows: readonly (readonly [string, string | HTMLElement])[]): HTMLElement {
  const element = make("dl");
  for (const [what, value] of rows) element.append(make("dt", {}, what), make("dd", { lang: "ja" }, value));
  return element;
}

/** What only one kind of thing has. */
function own(page: Page, facts: Facts, entity: Entity): (readonly [string, string])[] {
  const { meetings, handouts, organizations, themes, codes } = page.payload;
  const word = (code: number | undefined): string => (code === undefined || code < 0 ? "" : (language() === "en" && codes.en[code]) || codes.ja[code] || "");
  const rows: (readonly [string, string])[] = [];
  const meeting = facts.meetingRow.get(entity);
  if (meeting !== undefined) {
    const day = facts.day(entity);
    rows.push([say("column.day"), day ? `${day}（${eraDay(day)}）` : say("unknown")], [say("as_written"), meetings.dateAsWritten[meeting] ?? ""]);
    rows.push([say("venue"), meetings.venue[meeting] ?? ""], [say("record"), word(meetings.recordKind[meeting])]);
    if ((meetings.unnamedAbsences[meeting] ?? -1) > 0) rows.push([say("unnamed"), String(meetings.unnamedAbsences[meeting])]);
  }
  const paper = handouts.entity.indexOf(entity);
  if (facts.kind(entity) === "handout" && paper >= 0) {
    const access = codes.name[handouts.access[paper] ?? -1] ?? "";
    const open = access === "NON_PUBLIC" ? say("closed") : access === "PUBLIC" ? say("open") : word(handouts.access[paper]) || say("unknown");
    const doubt = (handouts.accessBasis[paper] ?? -1) < 0 ? undefined : doubtOf(facts.basis(handouts.accessBasis[paper]!));
    rows.push([say("access"), open + (doubt ? ` * ${doubt}` : "")]);
  }
  const body = facts.organizationRow.get(entity);
  if (body !== undefined) rows.push([say("legal"), organizations.legal[body] ?? ""], [say("sector"), word(organizations.sector[body])]);
  const theme = facts.kind(entity) === "theme" ? themes.entity.indexOf(entity) : -1;
  if (theme >= 0) rows.push([say("definition"), (language() === "ja" ? themes.definitionJa[theme] : themes.definitionEn[theme]) ?? ""]);
  return rows.filter(([, value]) => value !== "");
}

/** What a thing is joined to, under a heading for each way, meetings in their order. */
function groups(page: Page, all: Facts, entity: Entity, facts: readonly Fact[]): HTMLElement[] {
  const byWay = new Map<string, Fact[]>();
  for (const fact of facts) {
    const way = relation(fact, entity);
    byWay.set(way, [...(byWay.get(way) ?? []), fact]);
  }
  const found = [...byWay].flatMap(([way, group]) => {
    const sorted = [...group].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
    const evidence = sorted.map((fact) => evidenceOf(all, fact));
    const items = sorted.map((fact, at) => neighbour(page, all, entity, fact, evidence, at));
    const rest = make("details", {}, make("summary", {}, say("more_neighbours", { count: items.length - most })), make("ul", { class: "neighbours" }, ...items.slice(most)));
    return [
      make("h2", {}, `${way} `, make("small", {}, String(group.length))),
      make("ul", { class: "neighbours" }, ...items.slice(0, most)), ...(items.length > most ? [rest] : []),
    ];
  });
  return [...found, ...gapList(page, entity)];
}

function neighbour(page: Page, all: Facts, entity: Entity, fact: Fact, evidence: readonly Evidence[], at: number): HTMLElement {
  const other = fact.source === entity ? fact.target : fact.source;
  const item = make("li", {}, button(all.name(other), () => page.openEntity(other), { class: "name", lang: "ja" }));
  if (fact.words) item.append(" ", make("span", { class: "as", lang: "ja" }, fact.words));
  const post = fact.kind === "affiliation" || fact.kind === "seat";
  const day = post ? (fact.note ? say("seen_on", { days: fact.note }) : "") : fact.day;
  if (day && all.kind(other) !== "agenda-item") item.append(" ", make("span", { class: "day" }, day));
  const mode = modeWords(fact);
  const doubt = mode && fact.mode !== "unknown" ? doubtOf(fact.modeBasis) : undefined;
  if (mode) item.append(" ", make("span", { class: `badge ${fact.mode ?? ""}${doubt ? " doubt" : ""}`, title: doubt }, mode + (doubt ? "*" : "")));
  if (all.kind(other) === "person" && note(all, other)) item.append(" ", make("small", { lang: "ja" }, note(all, other)));
  if (fact.spans.length) {
    const text = linesOf(page.payload, fact.spans);
    const open = button(text, () => page.showEvidence(evidence, at, open), { class: "lines-of", "aria-label": say("evidence_of", { lines: text, title: evidence[at]?.title ?? "" }) });
    item.append(" ", open);
  }
  return item;
}

/** Meetings of a council that should be there, and are not. */
function gapList(page: Page, council: Entity): HTMLElement[] {
  const { gaps } = page.payload;
  const rows = gaps.council.flatMap((one, row) => (one === council ? [row] : []));
  if (!rows.length) return [];
  const items = rows.map((row) => make("li", { class: "gap" }, (language() === "ja" ? gaps.labelJa[row] : gaps.labelEn[row]) || `第${gaps.number[row] ?? "?"}回`));
  return [make("h2", {}, say("gaps"), " ", make("small", {}, String(rows.length))), make("ul", { class: "neighbours" }, ...items)];
}

function lines(page: Page, evidence: Evidence, text: string): HTMLElement {
  const open: HTMLButtonElement = button(text, () => page.showEvidence([evidence], 0, open), { class: "lines-of", "aria-label": say("evidence_of", { lines: text, title: evidence.title }) });
  return open;
}
