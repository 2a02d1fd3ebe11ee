/** Compare the rosters of two meetings, person by person (kg/diff/people.py). */

import type { Entity } from "../payload";
import { type Change, type ChangeKind, type Side, nowhere, side } from "./change";
import { type Axis, type Listed, type Post, type Roster, postWords, sameName } from "./roster";

const ROLE_UNKNOWN = "meeting-role-participant";

export function comparePeople(before: Roster, after: Roster): Change[] {
  const found: Change[] = [];
  for (const [id, one] of before.people) {
    const other = after.people.get(id);
    if (other) found.push(...compareOne(one, other, before, after));
  }
  found.push(...compareRepresented(before, after));
  // A roster that lists nobody says nothing of who has come or gone.
  if (!before.people.size || !after.people.size) return found;
  const [gone, come] = [only(before, after), only(after, before)];
  const pairs = pairsOf(gone, come, before, after);
  for (const [one, other] of pairs) {
    found.push({ kind: "possibly-same", subject: one.id, name: one.name, before: of(one, describe(one)), after: of(other, describe(other)), other: other.id, otherName: other.name });
  }
  const open = new Set(pairs.flat().map((one) => one.id));
  for (const one of gone) if (!open.has(one.id)) found.push({ kind: "left", subject: one.id, name: one.name, before: of(one, describe(one)), after: nowhere(after.headings) });
  for (const one of come) if (!open.has(one.id)) found.push({ kind: "joined", subject: one.id, name: one.name, before: nowhere(before.headings), after: of(one, describe(one)) });
  return found;
}

/** What the row of somebody says, on an *axis* with its legend. */
function of(one: Listed, value: string, axis?: Axis): Side {
  return side(axis ? [...one.spans, ...axis.spans] : one.spans, value, axis?.basis ?? null);
}

export function describe(one: Listed): string {
  const words = [one.roleWord, postWords(one.posts), one.status.value === "absent" ? "欠席" : "", one.proxy.value === "proxy" ? "代理出席" : ""];
  return words.filter((word) => word !== "").join("、");
}

function only(one: Roster, other: Roster): Listed[] {
  return [...one.people.values()].filter(({ id }) => !other.people.has(id) && !other.represented.has(id));
}

/** Who of those gone may be who of those who have come; who is only represented may be one who was listed. */
function pairsOf(gone: readonly Listed[], come: readonly Listed[], before: Roster, after: Roster): [Listed, Listed][] {
  const knows = (roster: Roster, id: Entity): boolean => roster.people.has(id) || roster.represented.has(id);
  const fresh = (roster: Roster): Listed[] => [...roster.represented.values()].filter(({ id }) => !(knows(before, id) && knows(after, id)));
  const cross = (ones: readonly Listed[], others: readonly Listed[]): [Listed, Listed][] =>
    ones.flatMap((one) => others.filter((other) => one.id !== other.id && maybeSame(one, other)).map((other): [Listed, Listed] => [one, other]));
  return [...cross(gone, [...come, ...fresh(after)]), ...cross(fresh(before), come)];
}

/** The same name, its kanji brought together; or a surname alone and a full name of that family. */
export function maybeSame(one: Listed, other: Listed): boolean {
  const [left, right] = [sameName(one.name), sameName(other.name)];
  return left === right
    || (one.given === "" && other.family !== "" && left === sameName(other.family))
    || (other.given === "" && one.family !== "" && right === sameName(one.family));
}

function compareOne(old: Listed, now: Listed, before: Roster, after: Roster): Change[] {
  const found: Change[] = [];
  const add = (kind: ChangeKind, was: Side, is: Side): void => void found.push({ kind, subject: now.id, name: now.name, before: was, after: is });
  if (differ(old.role, now.role) && old.roleWord !== now.roleWord) add("role-changed", of(old, old.roleWord, old.role), of(now, now.roleWord, now.role));
  if (partPosts(old.posts, now.posts)) add("retitled", of(old, postWords(old.posts)), of(now, postWords(now.posts)));
  if (differ(old.proxy, now.proxy)) {
    const names = (one: Listed, roster: Roster): string => one.principals.map((id) => roster.represented.get(id)?.name ?? "").join("、");
    add(now.proxy.value === "proxy" ? "became-proxy" : "no-longer-proxy", of(old, names(old, before), old.proxy), of(now, names(now, after), now.proxy));
  }
  const stoodFor = before.represented.has(now.id) || after.represented.has(now.id);
  if (differ(old.status, now.status) && !stoodFor) add(now.status.value === "absent" ? "absent-now" : "present-now", of(old, "", old.status), of(now, "", now.status));
  const here = old.status.value === "present" && now.status.value === "present";
  if (here && differ(old.mode, now.mode)) add(now.mode.value === "online" ? "online-now" : "in-person-now", of(old, "", old.mode), of(now, "", now.mode));
  return found;
}

/** For whom a proxy sits now, or no longer does, where both rosters tell. */
function compareRepresented(before: Roster, after: Roster): Change[] {
  const sitting = (principal: Entity, roster: Roster): Side => {
    const sat = (roster.proxies.get(principal) ?? []).map((id) => roster.people.get(id)!);
    return side(sat.flatMap((one) => [...one.spans, ...one.proxy.spans]), sat.map((one) => one.name).join("、"));
  };
  const found: Change[] = [];
  for (const [id, one] of after.represented) {
    const was = before.people.get(id);
    if (was && !before.represented.has(id)) found.push({ kind: "represented", subject: id, name: one.name, before: of(was, ""), after: sitting(id, after) });
  }
  for (const [id, one] of before.represented) {
    const is = after.people.get(id);
    if (is && !after.represented.has(id)) found.push({ kind: "no-longer-represented", subject: id, name: one.name, before: sitting(id, before), after: of(is, "") });
  }
  return found;
}

/** Both values are known, and are two. */
function differ(old: Axis, now: Axis): boolean {
  const vague = old.value.endsWith(ROLE_UNKNOWN) || now.value.endsWith(ROLE_UNKNOWN);
  return old.value !== "" && now.value !== "" && !vague && old.value !== now.value;
}

/** Whether one side has a post that the other lacks; a side without any says nothing. */
function partPosts(old: readonly Post[], now: readonly Post[]): boolean {
  if (!old.length || !now.length) return false;
  const rest = [...now];
  let lost = 0;
  for (const post of old) {
    const at = rest.findIndex((one) => agree(post, one));
    if (at < 0) lost += 1;
    else rest.splice(at, 1);
  }
  return lost > 0 || rest.length > 0;
}

/** Two posts that can be one, of which one record may print more: 架空大学 教授, 架空大学 工学部 教授. */
function agree(one: Post, other: Post): boolean {
  const words = new Set([sameName(one.written), sameName(other.written)].filter((word) => word !== ""));
  if (words.size > 1) return false;
  if (one.name === "" || other.name === "") return words.size > 0;
  return one.organization === other.organization || sameName(one.name) === sameName(other.name) || other.within.has(one.organization) || one.within.has(other.organization);
}
