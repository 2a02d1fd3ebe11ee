/** Find the layers of organizations: a 課 0, its 局 1, the 省 2. */

import type { Network } from "./model";

/** Organizations alone: what each is part of, and its parts. */
export interface Tree {
  readonly order: readonly string[];
  readonly wholes: ReadonlyMap<string, readonly string[]>;
  readonly parts: ReadonlyMap<string, readonly string[]>;
}

export function organizationTree(network: Network): Tree {
  const order = network.nodes.filter((node) => node.kind === "organization").map((node) => node.id);
  const known = new Set(order);
  const wholes = new Map<string, string[]>(order.map((id) => [id, []]));
  const parts = new Map<string, string[]>(order.map((id) => [id, []]));
  for (const { kind, source, target } of network.edges) {
    if (kind !== "part-of" || !known.has(source) || !known.has(target)) continue;
    if (wholes.get(source)!.includes(target)) continue;
    wholes.get(source)!.push(target);
    parts.get(target)!.push(source);
  }
  return { order, wholes, parts };
}

/** How many layers of units are drawn below each; the longest way down counts. */
export function heights(tree: Tree): Map<string, number> {
  return generations(tree.order, tree.parts);
}

export function depths(tree: Tree): Map<string, number> {
  return generations(tree.order, tree.wholes);
}

/** All that is drawn below *whole*, at any depth, in a fixed order. */
export function unitsOf(tree: Tree, whole: string): string[] {
  const found = new Set<string>();
  const open = [whole];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const part of tree.parts.get(id) ?? []) {
      if (!found.has(part)) open.push(part);
      found.add(part);
    }
  }
  found.delete(whole);
  return [...found].sort(byCodePoint);
}

/** Organizations that hang together by part-of, in the order of the network. */
export function families(tree: Tree): string[][] {
  const found: string[][] = [];
  const seen = new Set<string>();
  for (const start of tree.order) {
    if (seen.has(start)) continue;
    const family = new Set([start]);
    for (const id of family) {
      for (const near of [...tree.wholes.get(id)!, ...tree.parts.get(id)!]) family.add(near);
    }
    family.forEach((id) => seen.add(id));
    found.push(tree.order.filter((id) => family.has(id)));
  }
  return found;
}

/** The layer of each node above its *before*; nodes that go in a circle share theirs. */
function generations(order: readonly string[], before: Tree["wholes"]): Map<string, number> {
  const layers = new Map<string, number>();
  for (const circle of circles(order, before)) {
    const inside = new Set(circle);
    const under = circle.flatMap((id) => before.get(id) ?? []).filter((id) => !inside.has(id));
    const layer = Math.max(0, ...under.map((id) => layers.get(id)! + 1));
    circle.forEach((id) => layers.set(id, layer));
  }
  return layers;
}

/** Strongly connected parts, each after what it comes after (Tarjan). */
function circles(order: readonly string[], next: Tree["wholes"]): string[][] {
  const numbers = new Map<string, number>();
  const lows = new Map<string, number>();
  const stack: string[] = [];
  const held = new Set<string>();
  const found: string[][] = [];
  const visit = (id: string): void => {
    numbers.set(id, numbers.size);
    lows.set(id, numbers.get(id)!);
    stack.push(id);
    held.add(id);
    for (const near of next.get(id) ?? []) {
      if (!numbers.has(near)) visit(near);
      if (held.has(near)) lows.set(id, Math.min(lows.get(id)!, lows.get(near)!));
    }
    if (lows.get(id) !== numbers.get(id)) return;
    const circle = stack.splice(stack.indexOf(id));
    circle.forEach((one) => held.delete(one));
    found.push(circle);
  };
  for (const id of order) if (!numbers.has(id)) visit(id);
  return found;
}

/** Python's order of texts: by code point, also beyond the plane where UTF-16 differs. */
export function byCodePoint(one: string, other: string): number {
  const [a, b] = [Array.from(one), Array.from(other)];
  for (let i = 0; i < Math.min(a.length, b.length); i += 1) {
    if (a[i] !== b[i]) return a[i]!.codePointAt(0)! - b[i]!.codePointAt(0)!;
  }
  return a.length - b.length;
}
