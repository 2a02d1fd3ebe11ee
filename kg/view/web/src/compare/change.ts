/** What differs between two meetings, in the kinds and words of `kg diff` (kg/diff, kg/model/change.py). */

import type { Basis, Entity } from "../payload";

/** In the order in which they are told, each with what it is about. */
export const SORTS = {
  joined: "in", left: "out", "possibly-same": "doubt", "role-changed": "post", retitled: "post",
  "became-proxy": "attendance", "no-longer-proxy": "attendance", represented: "attendance", "no-longer-represented": "attendance",
  "absent-now": "attendance", "present-now": "attendance", "online-now": "attendance", "in-person-now": "attendance",
  "theme-new": "theme", "theme-gone": "theme", "handout-opened": "paper", "handout-closed": "paper", "agenda-new": "paper",
} as const;
export type ChangeKind = keyof typeof SORTS;
export const CHANGE_KINDS = Object.keys(SORTS) as readonly ChangeKind[];
export type Sort = (typeof SORTS)[ChangeKind];

/** What one record says: nothing where it is not *stated*; then *spans* are where it was looked for. */
export interface Side {
  readonly value: string;
  readonly stated: boolean;
  readonly basis: Basis | null;
  readonly spans: readonly number[];
}

export interface Change {
  readonly kind: ChangeKind;
  readonly subject: Entity;
  readonly name: string;
  readonly before: Side;
  readonly after: Side;
  /** The other of two who may be one person. */
  readonly other?: Entity;
  readonly otherName?: string;
}

export interface Comparison {
  readonly changes: readonly Change[];
  /** Keys of what could not be compared, or not in full. */
  readonly notes: readonly string[];
}

export function side(spans: readonly number[], value = "", basis: Basis | null = null): Side {
  return { value, stated: true, basis, spans: [...new Set(spans)] };
}

export function nowhere(spans: readonly number[]): Side {
  return { value: "", stated: false, basis: null, spans: [...new Set(spans)] };
}

/** By kind, then in the order in which they were found. */
export function sorted(changes: readonly Change[]): Change[] {
  return [...changes].sort((a, b) => CHANGE_KINDS.indexOf(a.kind) - CHANGE_KINDS.indexOf(b.kind));
}
