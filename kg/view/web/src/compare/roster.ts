/** Who is listed at a meeting, with posts and a value on every axis (kg/diff/roster.py). */

import type { Facts } from "../facts";
import { usual } from "../fold";
import type { Basis, Code, Entity, Spans } from "../payload";

export interface Axis {
  /** "" where the record does not tell, or its rows differ. */
  readonly value: string;
  readonly basis: Basis | null;
  readonly spans: readonly number[];
}

export interface Post {
  readonly organization: Entity;
  readonly name: string;
  readonly written: string;
  readonly within: ReadonlySet<Entity>;
}

export interface Listed {
  readonly id: Entity;
  readonly name: string;
  readonly family: string;
  readonly given: string;
  readonly posts: readonly Post[];
  readonly role: Axis;
  readonly roleWord: string;
  readonly status: Axis;
  readonly mode: Axis;
  readonly proxy: Axis;
  readonly principals: readonly Entity[];
  readonly spans: readonly number[];
}

export interface Roster {
  readonly people: ReadonlyMap<Entity, Listed>;
  /** For whom proxies sat, on the words of those who sat for them. */
  readonly represented: ReadonlyMap<Entity, Listed>;
  readonly proxies: ReadonlyMap<Entity, readonly Entity[]>;
  readonly headings: readonly number[];
}

const UNKNOWN: Axis = { value: "", basis: null, spans: [] };
const MODES: Readonly<Record<string, string>> = { OnlineEventAttendanceMode: "online", OfflineEventAttendanceMode: "in-person" };
const STATUSES: Readonly<Record<string, string>> = { "status-present": "present", "status-absent": "absent" };
const CAPACITIES: Readonly<Record<string, string>> = { "capacity-proxy": "proxy", "capacity-regular": "self" };

/** The forms of a name brought together as the gazetteer does: 髙橋 花子 is 高橋花子. */
export function sameName(text: string): string {
  return Array.from(text.normalize("NFKC").replace(/\s+/gu, ""), (one) => usual.get(one) ?? one).join("");
}

export function readRoster(facts: Facts, meeting: Entity): Roster {
  const { attendances } = facts.payload;
  const rows = attendances.meeting.flatMap((one, row) => (one === meeting ? [row] : []));
  rows.sort((a, b) => attendances.position[a]! - attendances.position[b]! || (attendances.iri[a]! < attendances.iri[b]! ? -1 : 1));
  const byAgent = new Map<Entity, number[]>();
  for (const row of rows) byAgent.set(attendances.agent[row]!, [...(byAgent.get(attendances.agent[row]!) ?? []), row]);
  const people = new Map([...byAgent].map(([agent, own]) => [agent, listed(facts, agent, own)]));
  const proxies = new Map<Entity, Entity[]>();
  for (const one of people.values()) for (const principal of one.principals) proxies.set(principal, [...(proxies.get(principal) ?? []), one.id]);
  const represented = new Map([...proxies].sort(([a], [b]) => byIri(facts, a, b)).map(([principal, sat]) =>
    [principal, { ...named(facts, principal), posts: [], role: UNKNOWN, roleWord: "", status: UNKNOWN, mode: UNKNOWN, proxy: UNKNOWN, principals: [], spans: sat.flatMap((one) => people.get(one)!.spans) }] as const));
  const groups = rows.flatMap((row) => attendances.groupSpans[row] ?? []);
  const ends = [...people.values()].filter((one) => one.spans.length);
  const edges = ends.length ? [...ends[0]!.spans, ...ends.at(-1)!.spans] : [];
  return { people, represented, proxies, headings: groups.length ? groups : edges };
}

export function byIri({ payload }: Facts, a: Entity, b: Entity): number {
  const [one, other] = [payload.entities.iri[a] ?? "", payload.entities.iri[b] ?? ""];
  return one < other ? -1 : one > other ? 1 : 0;
}

function named(facts: Facts, id: Entity): Pick<Listed, "id" | "name" | "family" | "given"> {
  const { people } = facts.payload;
  const row = people.entity.indexOf(id);
  return { id, name: facts.name(id), family: people.family[row] ?? "", given: people.given[row] ?? "" };
}

function listed(facts: Facts, agent: Entity, rows: readonly number[]): Listed {
  const { attendances: a, codes } = facts.payload;
  const first = rows[0]!;
  const axis = (values: readonly Code[], basis: readonly Code[], spans: readonly Spans[], words?: Readonly<Record<string, string>>): Axis => {
    const given = new Set(rows.map((row) => codes.name[values[row] ?? -1] ?? ""));
    if (given.size !== 1) return UNKNOWN;
    const [value = ""] = given;
    const known = rows.find((row) => (basis[row] ?? -1) >= 0);
    return { value: words ? words[value] ?? "" : value, basis: known === undefined ? null : facts.basis(basis[known]!), spans: [...new Set(rows.flatMap((row) => spans[row] ?? []))] };
  };
  const principals = rows.map((row) => a.principal[row] ?? -1).filter((one) => one >= 0);
  return {
    ...named(facts, agent),
    posts: uniquePosts(rows.flatMap((row) => postsOf(facts, a.posts[row] ?? []))),
    role: axis(a.role, a.roleBasis, a.roleSpans), roleWord: a.roleWord[first] || (codes.ja[a.role[first] ?? -1] ?? ""),
    status: axis(a.status, a.statusBasis, a.statusSpans, STATUSES), mode: axis(a.mode, a.modeBasis, a.modeSpans, MODES), proxy: axis(a.capacity, a.capacityBasis, a.capacitySpans, CAPACITIES),
    principals: [...new Set(principals)], spans: [...new Set(rows.flatMap((row) => ownSpans(facts, agent, a.spans[row] ?? [])))],
  };
}

/** The words of a row itself: those that hold the name in it; what else it rests on are marks and headings. */
function ownSpans({ payload }: Facts, agent: Entity, spans: readonly number[]): readonly number[] {
  const { doc, start, end } = payload.spans;
  const names = payload.entities.spans[agent] ?? [];
  const own = spans.filter((one) => names.some((name) => doc[name] === doc[one] && start[one]! <= start[name]! && end[name]! <= end[one]!));
  return own.length ? own : spans;
}

function postsOf(facts: Facts, rows: readonly number[]): Post[] {
  const { posts, organizations } = facts.payload;
  const order = [...rows].sort((a, b) => posts.position[a]! - posts.position[b]! || (posts.iri[a]! < posts.iri[b]! ? -1 : 1));
  return order.map((row) => {
    const organization = posts.organization[row] ?? -1;
    const within = new Set<Entity>();
    for (let up = organization; up >= 0 && !within.has(up);) {
      up = organizations.parent[facts.organizationRow.get(up) ?? -1] ?? -1;
      if (up >= 0 && !within.has(up)) within.add(up);
      else break;
    }
    return { organization, name: organization < 0 ? "" : facts.name(organization), written: posts.asWritten[row] || (posts.role[row] ?? ""), within };
  });
}

function uniquePosts(posts: readonly Post[]): Post[] {
  const found = new Map(posts.map((post) => [`${post.organization} ${post.written}`, post]));
  return [...found.values()];
}

/** Organization and post for a reader. */
export function postWords(posts: readonly Post[]): string {
  return posts.map((post) => [post.name, post.written].filter((word) => word !== "").join(" ")).filter((word) => word !== "").join("、");
}
