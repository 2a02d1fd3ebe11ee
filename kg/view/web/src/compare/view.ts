/** The view of two meetings: what differs, in sentences with the words of both records, and as a picture. */

import { linesOf, placesOf } from "../describe";
import { button, make } from "../dom";
import { Figure } from "../figure";
import { isAbsence } from "../network/model";
import { drawScene } from "../network/scene";
import { SIGNS, type Tone } from "../network/palette";
import { networkOf } from "../networkof";
import type { Evidence, Page } from "../page";
import type { Entity } from "../payload";
import { makeTable } from "../table";
import { meetingLabel, meetingsOf, neighbours } from "../time/order";
import { language, say, sayIf } from "../words";
import { CHANGE_KINDS, type Change, SORTS, type Side, type Sort } from "./change";
import { NAME, type Words, compareMeetings, wordChange } from "./compare";

const TONES: Readonly<Record<Sort, Tone>> = { in: "in", out: "out", doubt: "doubt", post: "changed", attendance: "changed", theme: "changed", paper: "changed" };

export function makeDiff(page: Page): HTMLElement {
  const facts = page.facts();
  const chosen = choose(page);
  if (!chosen) return make("section", {}, make("h1", { id: "view-title", tabindex: -1 }, say("view.diff")), make("p", { class: "note" }, say("no_two_meetings")));
  const [before, after] = chosen;
  const words = page.payload.changeWords[language()];
  const { changes, notes } = compareMeetings(facts, before, after);
  page.tell(say("changes", { count: changes.length }));
  const title = `${facts.name(before)} → ${facts.name(after)}`;
  const list = make("div", { class: "changes" });
  const hidden = new Set<Sort>((page.state["hide"] ?? "").split(",") as Sort[]);
  const fill = (): void => list.replaceChildren(...groups(page, changes.filter((change) => !hidden.has(SORTS[change.kind])), words, chosen));
  const boxes = filterBoxes(changes, hidden, () => {
    page.keep({ hide: [...hidden].filter((sort) => String(sort) !== "").join(",") });
    fill();
  });
  fill();
  return make(
    "section", { class: "diff" }, make("h1", { id: "view-title", tabindex: -1, lang: "ja" }, title), chooser(page, before, after),
    make("p", { class: "count" }, say("changes", { count: changes.length })), boxes,
    changes.length ? list : make("p", { class: "nothing" }, words["nothing"] ?? ""),
    ...(notes.length ? [make("ul", { class: "note" }, ...notes.map((note) => make("li", {}, words[`note.${note}`] ?? note)))] : []),
    make("p", { class: "note" }, say("diff_meaning")), drawDiff(page, changes, before, after, title), tableOf(page, changes, words, title, chosen),
  );
}

/** The meetings of the address; else the last two of a council. */
function choose(page: Page): readonly [Entity, Entity] | null {
  const facts = page.facts();
  const { iri } = page.payload.entities;
  const [one, other] = [iri.indexOf(page.state["a"] ?? ""), iri.indexOf(page.state["b"] ?? "")];
  if (facts.meetingRow.has(one) && facts.meetingRow.has(other)) return [one, other];
  const known = facts.meetingRow.has(one) ? one : other;
  const councils = facts.meetingRow.has(known) ? [facts.council(known)] : page.payload.meetings.council;
  for (const council of councils) {
    const all = meetingsOf(facts, council);
    if (council >= 0 && all.length > 1) return [all.at(-2)!, all.at(-1)!];
  }
  return null;
}

function chooser(page: Page, before: Entity, after: Entity): HTMLElement {
  const facts = page.facts();
  const { iri } = page.payload.entities;
  const go = (one: Entity, other: Entity, focus = ""): void => page.go({ view: "diff", a: iri[one] ?? "", b: iri[other] ?? "", focus });
  const all = [...new Set([...meetingsOf(facts, facts.council(before)), ...meetingsOf(facts, facts.council(after)), before, after])];
  const pick = (id: string, chosen: Entity, act: (meeting: Entity) => void): HTMLElement => {
    const select = make("select", { id }, ...all.map((meeting) => {
      const option = make("option", { value: meeting }, facts.council(meeting) === facts.council(before) ? meetingLabel(facts, meeting) : `${facts.name(meeting)} ${facts.day(meeting)}`);
      option.selected = meeting === chosen;
      return option;
    }));
    select.addEventListener("change", () => act(Number(select.value)));
    return select;
  };
  const [earlier, later] = [neighbours(facts, before).before, neighbours(facts, after).after];
  return make(
    "nav", { class: "stepper", "aria-label": say("stepper") },
    button(say("step_back"), () => go(earlier, before, "view-title"), { disabled: earlier < 0 }),
    make("label", {}, say("before"), " ", pick("diff-a", before, (meeting) => go(meeting, after, "diff-a"))),
    make("label", {}, say("after"), " ", pick("diff-b", after, (meeting) => go(before, meeting, "diff-b"))),
    button(say("step_on"), () => go(after, later, "view-title"), { disabled: later < 0 }),
    button(say("swap"), () => go(after, before, "view-title")),
  );
}

function filterBoxes(changes: readonly Change[], hidden: Set<Sort>, show: () => void): HTMLElement {
  const counts = new Map<Sort, number>();
  for (const change of changes) counts.set(SORTS[change.kind], (counts.get(SORTS[change.kind]) ?? 0) + 1);
  const boxes = [...counts].map(([sort, count]) => {
    const box = make("input", { type: "checkbox", checked: !hidden.has(sort) });
    box.addEventListener("change", () => {
      if (box.checked) hidden.delete(sort);
      else hidden.add(sort);
      show();
    });
    return make("label", { class: `sort ${sort}` }, box, ` ${SIGNS[TONES[sort]]} ${sayIf(`sort.${sort}`)} `, make("b", {}, String(count)));
  });
  return make("div", { class: "legend", role: "group", "aria-label": say("filters") }, ...boxes);
}

function groups(page: Page, changes: readonly Change[], words: Words, meetings: readonly [Entity, Entity]): HTMLElement[] {
  return CHANGE_KINDS.flatMap((kind) => {
    const own = changes.filter((change) => change.kind === kind);
    const items = own.map((change) => make("li", { class: SORTS[kind] }, ...sentence(page, change, words, meetings)));
    return own.length ? [make("section", { class: `change-kind ${SORTS[kind]}` }, make("h2", {}, `${SIGNS[TONES[SORTS[kind]]]} ${words[`kind.${kind}`] ?? kind} `, make("small", {}, String(own.length))), make("ul", { class: "neighbours" }, ...items))] : [];
  });
}

function sentence(page: Page, change: Change, words: Words, meetings: readonly [Entity, Entity]): (HTMLElement | string)[] {
  const english = page.payload.entities.english[change.subject] ?? "";
  const whole = wordChange(change, words, language(), english);
  const called = language() === "en" && english !== "" && change.kind.startsWith("theme") ? english : change.name;
  const [first = "", ...rest] = wordChange(change, words, language(), english, NAME).split(NAME);
  const name = button(called, () => page.openEntity(change.subject), { class: "name", lang: "ja" });
  const told = make("span", { class: "told" }, first, ...(rest.length ? [name] : []), ...rest.flatMap((part, i) => (i ? [called, part] : [part])));
  return [told, ...sideButton(page, change.before, "before", whole, meetings[0]), ...sideButton(page, change.after, "after", whole, meetings[1])];
}

/** The words of one record, or where in it nothing was found. */
function sideButton(page: Page, one: Side, which: "before" | "after", title: string, meeting: Entity): (HTMLElement | string)[] {
  if (!one.spans.length) return [];
  const text = `${say(which)} ${linesOf(page.payload, one.spans)}`;
  const note = one.stated ? "" : say("looked_in_vain");
  const evidence: Evidence = { title: `${title}（${say(which)}: ${page.facts().name(meeting)}）`, places: placesOf(page.payload, one.spans), ...(note ? { note } : {}) };
  const open: HTMLButtonElement = button(text, () => page.showEvidence([evidence], 0, open), { class: `lines-of${one.stated ? "" : " silent"}`, "aria-label": say("evidence_of", { lines: text, title }) });
  return [" ", open];
}

function tableOf(page: Page, changes: readonly Change[], words: Words, title: string, meetings: readonly [Entity, Entity]): HTMLElement {
  const rows = changes.map((change) => {
    const cell = (one: Side, meeting: Entity): { text: string; evidence: Evidence } | { text: string } =>
      one.spans.length ? { text: linesOf(page.payload, one.spans), evidence: { title: `${change.name}（${page.facts().name(meeting)}）`, places: placesOf(page.payload, one.spans), ...(one.stated ? {} : { note: say("looked_in_vain") }) } } : { text: "" };
    const value = (one: Side): string => (one.stated ? one.value : say("not_listed"));
    return [
      { text: words[`kind.${change.kind}`] ?? change.kind }, { text: change.name, entity: change.subject }, { text: value(change.before) }, { text: value(change.after) },
      { text: wordChange(change, words, language(), page.payload.entities.english[change.subject] ?? "") }, cell(change.before, meetings[0]), cell(change.after, meetings[1]),
    ];
  });
  return makeTable(page, { name: title, columns: [say("filter.type"), say("column.who"), say("before"), say("after"), say("changes_column"), say("evidence_before"), say("evidence_after")], rows, empty: words["nothing"] ?? "" });
}

/** The later meeting, with those of the earlier one who are not listed there, and signs at what differs. */
function drawDiff(page: Page, changes: readonly Change[], before: Entity, after: Entity, title: string): HTMLElement {
  const facts = page.facts();
  const tones = new Map<string, Tone>();
  for (const change of changes) {
    const tone: Tone = change.kind === "theme-new" || change.kind === "agenda-new" ? "in" : change.kind === "theme-gone" ? "out" : TONES[SORTS[change.kind]];
    for (const one of [change.subject, change.other ?? -1]) if (one >= 0) tones.set(String(one), tone);
  }
  const now = networkOf(facts, facts.of(after).filter((fact) => fact.kind !== "meeting" && fact.kind !== "statement"), after).network;
  const old = networkOf(facts, facts.of(before).filter((fact) => fact.kind !== "meeting" && fact.kind !== "statement"), before).network;
  const known = new Set(now.nodes.map((node) => node.id));
  const gone = old.nodes.filter((node) => !known.has(node.id) && node.id !== String(before) && (node.kind === "person" || node.kind === "theme" || (node.kind === "organization" && tones.has(node.id))));
  const network = { ...now, nodes: [...now.nodes, ...gone], edges: now.edges.filter((edge) => !isAbsence(edge) || known.has(edge.source)) };
  const figure = new Figure(page, {
    title, legend: say("legend_diff"),
    draw: (palette) => {
      const scene = drawScene(network, { palette, tones, title: (thing) => ("kind" in thing && "source" in thing ? thing.name : facts.name(Number(thing.id))) });
      const { left, top, right, bottom } = scene.box;
      return { shapes: [...scene.frames, ...scene.edges, ...scene.nodes], box: { left: left - 24, top: top - 24, right: right + 24, bottom: bottom + 24 }, centre: scene.places.get(String(after)) };
    },
  });
  figure.stage.element.addEventListener("click", (event) => {
    const node = (event.target as Element).closest("[data-node]")?.getAttribute("data-node");
    if (node) page.openEntity(Number(node));
  });
  return figure.element;
}
