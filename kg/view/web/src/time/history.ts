/** What stands below the card of a thing that has a history: a timeline, or a meeting's neighbours. */

import { button, make } from "../dom";
import { evidenceOf, modeWords, relation } from "../describe";
import type { Fact } from "../facts";
import { Figure } from "../figure";
import type { Page } from "../page";
import type { Entity } from "../payload";
import { say } from "../words";
import { meetingLabel, meetingsOf, neighbours } from "./order";
import { type Mark, drawTimeline, timelineRows } from "./timeline";

export function addHistory(page: Page, host: HTMLElement, entity: Entity): void {
  const facts = page.facts();
  switch (facts.kind(entity)) {
    case "person":
    case "theme": {
      const timeline = makeTimeline(page, entity, facts.of(entity));
      if (timeline) host.append(timeline);
      return;
    }
    case "council": return void host.append(makeMeetingList(page, entity));
    default:
  }
}

export function makeTimeline(page: Page, entity: Entity, given: readonly Fact[]): HTMLElement | null {
  const facts = page.facts();
  const rows = timelineRows(facts, entity, given);
  if (!rows.length) return null;
  const theme = facts.kind(entity) === "theme";
  const title = ({ fact, day }: Mark): string => [day || say("unknown"), facts.name(fact.kind === "theme" ? fact.source : fact.target), relation(fact), fact.words, modeWords(fact)].filter((part) => part !== "").join(" · ");
  let marks: readonly Mark[] = [];
  const figure = new Figure(page, {
    title: say("timeline_of", { name: facts.name(entity) }), legend: say(theme ? "legend_timeline_theme" : "legend_timeline"),
    draw: (palette) => {
      const drawn = drawTimeline(rows, palette, say("unknown"), title, matchMedia("(max-width: 600px)").matches);
      marks = drawn.marks;
      return { shapes: drawn.shapes, box: drawn.box, centre: [0, 0], font: 20 };
    },
  });
  figure.stage.element.addEventListener("click", (event) => {
    const target = event.target as Element;
    const mark = marks[Number(target.closest("[data-mark]")?.getAttribute("data-mark") ?? -1)];
    const row = target.closest("[data-mark-entity]")?.getAttribute("data-mark-entity");
    if (mark) page.showEvidence([evidenceOf(facts, mark.fact)], 0, figure.stage.element);
    else if (row) page.openEntity(Number(row));
  });
  return make("section", { class: "timeline" }, make("h2", {}, say("timeline")), figure.element);
}

/** Below the name of a meeting: the way to those before and after it. */
export function addSteps(page: Page, entity: Entity, section: HTMLElement): HTMLElement {
  if (page.facts().kind(entity) === "meeting") section.querySelector("h1")?.after(makeStepper(page, entity));
  return section;
}

/** From one meeting of a council to the next. */
function makeStepper(page: Page, meeting: Entity): HTMLElement {
  const facts = page.facts();
  const { before, after } = neighbours(facts, meeting);
  const { iri } = page.payload.entities;
  const step = (to: Entity, words: string, cls: string): HTMLElement =>
    to < 0 ? make("span", { class: `note ${cls}` }, say(cls === "earlier" ? "first_meeting" : "last_meeting")) : button(words, () => page.openEntity(to), { class: cls });
  const compare = (one: Entity, other: Entity, key: "compare_before" | "compare_after"): HTMLElement[] =>
    one < 0 || other < 0 ? [] : [button(say(key), () => page.go({ view: "diff", a: iri[one] ?? "", b: iri[other] ?? "" }, true), { class: "compare" })];
  return make(
    "nav", { class: "stepper", "aria-label": say("stepper") },
    step(before, `← ${meetingLabel(facts, before)}`, "earlier"), step(after, `${meetingLabel(facts, after)} →`, "later"),
    ...compare(before, meeting, "compare_before"), ...compare(meeting, after, "compare_after"),
  );
}

/** All meetings of a council, of one *year* where one is given, with what is missing between them. */
export function makeMeetingList(page: Page, council: Entity, year?: string): HTMLElement {
  const facts = page.facts();
  const { gaps, entities, meetings } = page.payload;
  const all = meetingsOf(facts, council);
  const shown = all.filter((meeting) => year === undefined || facts.day(meeting).slice(0, 4) === year);
  const missing = new Map(gaps.council.flatMap((one, row) => (one === council && (gaps.number[row] ?? -1) > 0 ? [[gaps.number[row]!, row] as const] : [])));
  const number = (meeting: Entity): number => meetings.number[facts.meetingRow.get(meeting) ?? -1] ?? -1;
  const items = shown.flatMap((meeting) => {
    const at = all.indexOf(meeting);
    const gap = year === undefined && missing.has(number(meeting) - 1) ? [make("li", { class: "gap" }, say("no_record_of", { number: number(meeting) - 1 }))] : [];
    const before = all[at - 1] ?? -1;
    const compare = before < 0 ? [] : [" ", button(say("compare_before"), () => page.go({ view: "diff", a: entities.iri[before] ?? "", b: entities.iri[meeting] ?? "" }, true), { class: "compare", "aria-label": `${facts.name(meeting)}: ${say("compare_before")}` })];
    const present = facts.of(meeting).filter((fact) => fact.kind === "attendance" && !fact.absent).length;
    return [...gap, make("li", {}, button(facts.name(meeting), () => page.openEntity(meeting), { class: "name", lang: "ja" }), " ", make("span", { class: "day" }, facts.day(meeting) || say("unknown")), " ", make("small", {}, say("present_count", { count: present })), ...compare)];
  });
  return make("section", { class: "meeting-list" }, make("h2", {}, say("meetings_of"), " ", make("small", {}, String(shown.length))), make("ol", { class: "neighbours" }, ...items));
}
