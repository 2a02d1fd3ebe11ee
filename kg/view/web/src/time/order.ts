/** The meetings of a council in their order. */

import type { Facts } from "../facts";
import type { Entity } from "../payload";

const known = new WeakMap<Facts, ReadonlyMap<Entity, readonly Entity[]>>();

/** By day, then by number; what has neither comes last. */
export function meetingsOf(facts: Facts, council: Entity): readonly Entity[] {
  let found = known.get(facts);
  if (found === undefined) {
    const { meetings } = facts.payload;
    const lists = new Map<Entity, Entity[]>();
    meetings.entity.forEach((meeting, row) => {
      const body = meetings.council[row] ?? -1;
      lists.set(body, [...(lists.get(body) ?? []), meeting]);
    });
    const key = (meeting: Entity): string => {
      const number = meetings.number[facts.meetingRow.get(meeting) ?? -1] ?? -1;
      return `${facts.day(meeting) || "9999"} ${String(number < 0 ? 99_999 : number).padStart(6, "0")}`;
    };
    for (const list of lists.values()) list.sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a - b));
    found = lists;
    known.set(facts, found);
  }
  return found.get(council) ?? [];
}

export function neighbours(facts: Facts, meeting: Entity): { before: Entity; after: Entity } {
  const council = facts.council(meeting);
  const all = council < 0 ? [meeting] : meetingsOf(facts, council);
  const at = all.indexOf(meeting);
  return { before: all[at - 1] ?? -1, after: all[at + 1] ?? -1 };
}

/** 第7回 2024-06-12, or the name where there is no number. */
export function meetingLabel(facts: Facts, meeting: Entity): string {
  if (meeting < 0) return "";
  const number = facts.payload.meetings.number[facts.meetingRow.get(meeting) ?? -1] ?? -1;
  return `${number >= 0 ? `第${number}回` : facts.name(meeting)} ${facts.day(meeting)}`.trim();
}
