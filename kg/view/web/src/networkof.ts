/** Facts as a network; only a record that names the speaker joins people to themes. */

import type { Fact, Facts } from "./facts";
import type { Basis, Edge, Kind, Network, Node } from "./network/model";
import type { Entity } from "./payload";

export interface Woven {
  readonly network: Network;
  readonly byEdge: ReadonlyMap<string, Fact>;
}

const numbers = new WeakMap<Facts, ReadonlyMap<Fact, number>>();

/** The number of each fact: edges keep their names when a picture grows. */
function numbersOf(facts: Facts): ReadonlyMap<Fact, number> {
  let found = numbers.get(facts);
  if (found === undefined) {
    found = new Map(facts.all.map((fact, number) => [fact, number]));
    numbers.set(facts, found);
  }
  return found;
}

export function isDrawn(fact: Fact): boolean {
  return fact.source >= 0 && fact.target >= 0 && fact.source !== fact.target;
}

export function networkOf(facts: Facts, given: readonly Fact[], subject: Entity): Woven {
  const known = numbersOf(facts);
  const byEdge = new Map<string, Fact>();
  const edges: Edge[] = [];
  const ends = new Set<Entity>(subject >= 0 ? [subject] : []);
  for (const fact of given) {
    if (!isDrawn(fact)) continue;
    const number = known.get(fact) ?? -1;
    const id = `e${number}`;
    byEdge.set(id, fact);
    ends.add(fact.source).add(fact.target);
    edges.push({
      id, source: String(fact.source), target: String(fact.target), kind: isChair(facts, number) ? "chair" : fact.kind, name: fact.words, basis: basisOf(fact),
      mode: fact.absent || fact.mode === null ? null : fact.mode === "mixed" ? "unknown" : fact.mode, proxy: fact.proxy, named: fact.kind === "statement",
    });
  }
  const groups = groupsOf(facts, subject);
  const nodes = [...ends].map((entity): Node => ({ id: String(entity), name: facts.payload.entities.name[entity] ?? "", kind: kindOf(facts, entity), group: groups.get(entity) ?? null }));
  return { network: { subject: String(subject), nodes, edges }, byEdge };
}

export function kindOf(facts: Facts, entity: Entity): Kind {
  const kind = facts.kind(entity);
  return kind === "council" ? "organization" : kind;
}

/** The first facts are the rows of rosters, in their order. */
function isChair({ payload }: Facts, number: number): boolean {
  const { role } = payload.attendances;
  return number >= 0 && number < role.length && payload.codes.name[role[number] ?? -1] === "meeting-role-chair";
}

/** The headings of a meeting's roster, by who stands below them. */
function groupsOf({ payload }: Facts, meeting: Entity): Map<Entity, string> {
  const { attendances, codes } = payload;
  const found = new Map<Entity, string>();
  attendances.meeting.forEach((one, row) => {
    const group = codes.ja[attendances.group[row] ?? -1];
    if (one === meeting && group) found.set(attendances.agent[row]!, group);
  });
  return found;
}

function basisOf(fact: Fact): Basis {
  const order: readonly Basis[] = ["inferred", "default", "legend"];
  if (fact.kind === "attendance") return fact.modeBasis === "outside" ? "inferred" : fact.modeBasis;
  return order.find((one) => fact.bases.includes(one)) ?? "stated";
}
