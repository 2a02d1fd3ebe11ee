/** Which part of a network is visible: a first sight, one step more, fifty more. */

import { type Edge, type Kind, type Network, type Node, isHonest } from "./model";

export const MOST = 300;
export const MORE = 50;

export interface Grown {
  readonly network: Network;
  /** How many things one step from each visible node would bring. */
  readonly more: ReadonlyMap<string, number>;
  /** What is reached but not drawn, by kind. */
  readonly leftOut: ReadonlyMap<Kind, number>;
  readonly limit: number;
}

/** What a network grows from: all that is known, its first sight, and what was opened since. */
export interface Growth {
  readonly subject: string;
  readonly first: readonly string[];
  readonly opened: readonly string[];
  readonly limit: number;
  readonly hidden: ReadonlySet<Kind>;
}

export interface Known {
  readonly nodes: ReadonlyMap<string, Node>;
  readonly edges: readonly Edge[];
  readonly joined: ReadonlyMap<string, readonly Edge[]>;
}

/** Index *network* by its nodes; edges that would make presence authorship are not known at all. */
export function know(network: Network): Known {
  const nodes = new Map(network.nodes.map((node) => [node.id, node]));
  const kinds = new Map(network.nodes.map((node) => [node.id, node.kind]));
  const edges = network.edges.filter((e) => nodes.has(e.source) && nodes.has(e.target) && isHonest(e, kinds));
  const joined = new Map<string, Edge[]>();
  for (const edge of edges) {
    for (const end of new Set([edge.source, edge.target])) {
      const found = joined.get(end);
      if (found) found.push(edge);
      else joined.set(end, [edge]);
    }
  }
  return { nodes, edges, joined };
}

/** What is joined to *id*, each once, in the order of the facts. */
export function neighbours(known: Known, id: string): string[] {
  const found = new Set<string>();
  for (const edge of known.joined.get(id) ?? []) found.add(edge.source === id ? edge.target : edge.source);
  found.delete(id);
  return [...found];
}

/** The visible part: first sight, then steps in the order in which they were opened, up to the limit. */
export function grow(known: Known, growth: Growth): Grown {
  const reached = new Set([growth.subject, ...growth.first].filter((id) => known.nodes.has(id)));
  for (const id of growth.opened) {
    if (reached.has(id)) for (const near of neighbours(known, id)) reached.add(near);
  }
  const wanted = [...reached].filter((id) => id === growth.subject || !growth.hidden.has(known.nodes.get(id)!.kind));
  const shown = new Set(wanted.slice(0, growth.limit));
  const leftOut = new Map<Kind, number>();
  for (const id of wanted.slice(growth.limit)) {
    const { kind } = known.nodes.get(id)!;
    leftOut.set(kind, (leftOut.get(kind) ?? 0) + 1);
  }
  const network: Network = {
    subject: growth.subject,
    nodes: [...shown].map((id) => known.nodes.get(id)!),
    edges: known.edges.filter((edge) => shown.has(edge.source) && shown.has(edge.target)),
  };
  return { network, more: moreOf(known, shown, reached, growth), leftOut, limit: growth.limit };
}

function moreOf(known: Known, shown: Set<string>, reached: Set<string>, growth: Growth): Map<string, number> {
  const more = new Map<string, number>();
  for (const id of shown) {
    const fresh = neighbours(known, id).filter((near) => !reached.has(near) && !growth.hidden.has(known.nodes.get(near)!.kind));
    if (fresh.length) more.set(id, fresh.length);
  }
  return more;
}

/** The first sight of one thing: what is one step from it. */
export function firstSight(known: Known, subject: string): string[] {
  return [subject, ...neighbours(known, subject)];
}
