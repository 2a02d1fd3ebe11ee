/** Compare the themes, the agenda and the handouts of two meetings (kg/diff/paper.py). */

import type { Facts } from "../facts";
import type { Entity } from "../payload";
import { type Change, nowhere, side } from "./change";
import { byIri, sameName } from "./roster";

export interface Papers {
  readonly themes: ReadonlyMap<Entity, readonly number[]>;
  readonly items: readonly { readonly id: Entity; readonly title: string; readonly position: string; readonly spans: readonly number[] }[];
  readonly handouts: readonly Handout[];
  /** Where a theme or an item was looked for in vain. */
  readonly looked: readonly number[];
  /** The record has a statement or an agenda at all. */
  readonly talks: boolean;
}

interface Handout {
  readonly id: Entity;
  readonly title: string;
  readonly label: string;
  readonly open: boolean;
  readonly basis: number;
  readonly spans: readonly number[];
}

export function readPapers(facts: Facts, meeting: Entity): Papers {
  const { agenda, handouts, discussions, statements, entities, codes } = facts.payload;
  const rowsOf = (column: readonly Entity[]): number[] => column.flatMap((one, row) => (one === meeting ? [row] : []));
  const themes = new Map<Entity, number[]>();
  for (const row of rowsOf(discussions.meeting)) {
    // Of a handout or of the meeting itself it is not said that it was talked about.
    const unit = discussions.unit[row]!;
    if (discussions.statement[row]! < 0 && facts.kind(unit) !== "agenda-item") continue;
    const theme = discussions.theme[row]!;
    themes.set(theme, [...(themes.get(theme) ?? []), ...(discussions.spans[row] ?? [])]);
  }
  const items = rowsOf(agenda.meeting).sort((a, b) => agenda.number[a]! - agenda.number[b]!).map((row) => {
    const id = agenda.entity[row]!;
    return { id, title: entities.name[id] ?? "", position: String(agenda.number[row]!), spans: entities.spans[id] ?? [] };
  });
  const papers = rowsOf(handouts.meeting).sort((a, b) => handouts.position[a]! - handouts.position[b]!).flatMap((row): Handout[] => {
    const id = handouts.entity[row]!;
    const access = codes.name[handouts.access[row]!] ?? "";
    return access === "" ? [] : [{ id, title: entities.name[id] ?? "", label: handouts.label[row] ?? "", open: access === "PUBLIC", basis: handouts.accessBasis[row]!, spans: entities.spans[id] ?? [] }];
  });
  const own = new Map([...themes].sort(([a], [b]) => byIri(facts, a, b)));
  return { themes: own, items, handouts: papers, looked: [...items.flatMap((item) => item.spans), ...(entities.spans[meeting] ?? [])], talks: items.length > 0 || statements.meeting.includes(meeting) };
}

export function comparePapers(facts: Facts, before: Papers, after: Papers): Change[] {
  const found: Change[] = [];
  const name = (entity: Entity): string => facts.payload.entities.name[entity] ?? "";
  if (before.talks && after.talks) {
    for (const [theme, spans] of after.themes) if (!before.themes.has(theme)) found.push({ kind: "theme-new", subject: theme, name: name(theme), before: nowhere(before.looked), after: side(spans) });
    for (const [theme, spans] of before.themes) if (!after.themes.has(theme)) found.push({ kind: "theme-gone", subject: theme, name: name(theme), before: side(spans), after: nowhere(after.looked) });
  }
  const known = new Set(before.items.map((item) => sameName(item.title)));
  if (before.items.length) {
    for (const item of after.items) if (!known.has(sameName(item.title))) found.push({ kind: "agenda-new", subject: item.id, name: item.title, before: nowhere(before.looked), after: side(item.spans, item.position) });
  }
  return [...found, ...compareHandouts(facts, before, after)];
}

/** Handouts that were opened or closed, followed by their titles: 資料1 of one meeting is not that of the next. */
function compareHandouts(facts: Facts, before: Papers, after: Papers): Change[] {
  const old = byTitle(before);
  return [...byTitle(after)].flatMap(([title, now]): Change[] => {
    const was = old.get(title);
    if (!was || was.open === now.open) return [];
    const on = (paper: Handout): Change["before"] => side(paper.spans, paper.label, paper.basis < 0 ? null : facts.basis(paper.basis));
    return [{ kind: now.open ? "handout-opened" : "handout-closed", subject: was.id, name: now.title, before: on(was), after: on(now), other: now.id }];
  });
}

/** A title that is twice in one list (説明資料) is not followed. */
function byTitle({ handouts }: Papers): Map<string, Handout> {
  const found = new Map<string, Handout[]>();
  for (const one of handouts) found.set(sameName(one.title), [...(found.get(sameName(one.title)) ?? []), one]);
  return new Map([...found].flatMap(([title, [one, other]]) => (one && !other ? [[title, one] as const] : [])));
}
