/** Compare two meetings, and say it in the words of `kg diff` (kg/diff/compare.py, word.py). */

import type { Facts } from "../facts";
import type { Entity, Language } from "../payload";
import { type Change, type Comparison, type Side, sorted } from "./change";
import { comparePapers, readPapers } from "./papers";
import { comparePeople } from "./people";
import { readRoster } from "./roster";

export function compareMeetings(facts: Facts, before: Entity, after: Entity): Comparison {
  const both = [before, after];
  const [old, now] = both.map((meeting) => readRoster(facts, meeting)) as [ReturnType<typeof readRoster>, ReturnType<typeof readRoster>];
  const [was, is] = both.map((meeting) => readPapers(facts, meeting)) as [ReturnType<typeof readPapers>, ReturnType<typeof readPapers>];
  const { unnamedAbsences } = facts.payload.meetings;
  const notes = (["before", "after"] as const).flatMap((side, i) => [
    ...([old, now][i]!.people.size ? [] : [`no-roster-${side}`]),
    ...([was, is][i]!.talks ? [] : [`no-talk-${side}`]),
    ...((unnamedAbsences[facts.meetingRow.get(both[i]!) ?? -1] ?? -1) > 0 ? [`unnamed-absences-${side}`] : []),
  ]);
  return { changes: sorted([...comparePeople(old, now), ...comparePapers(facts, was, is)]), notes };
}

export type Words = Readonly<Record<string, string>>;
/** Stands in a sentence for the name, which is a button there. */
export const NAME = "\u0001";

/** One sentence on what changed; what no words of the record state says so. */
export function wordChange(change: Change, words: Words, language: Language, english = "", name?: string): string {
  const { before, after } = change;
  const called = language === "en" && english !== "" && change.kind.startsWith("theme") ? english : change.name;
  const bracket = (text: string): string => (text ? (words["bracket"] ?? "({words})").replace("{words}", () => text) : "");
  const unknown = words["unknown"] ?? "";
  const values: Readonly<Record<string, string>> = {
    name: name ?? called, other: change.otherName ?? "", was: bracket(before.value), now: bracket(after.value),
    before: before.value || "—", after: after.value || "—", before_or_unknown: before.value || unknown, after_or_unknown: after.value || unknown,
    label: [...new Set([before.value, after.value])].filter((label) => label !== "").join(" → "),
  };
  const sentence = (words[`say.${change.kind}`] ?? "").replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? "");
  return sentence.trim() + bracket(doubts(before, after, words));
}

/** How each side is known, where the record does not state it. */
function doubts(before: Side, after: Side, words: Words): string {
  const sides = [["before", before], ["after", after]] as const;
  const found = sides.flatMap(([name, { basis }]) => (basis === "default" || basis === "inferred" ? [`${words[name] ?? ""}: ${words[`basis.${basis}`] ?? ""}`] : []));
  return found.join(words["separator"] ?? ", ");
}
