/** What a network is: things, and facts that join them. Plain data, no drawing. */

export const KINDS = ["person", "organization", "meeting", "agenda-item", "handout", "theme"] as const;
export type Kind = (typeof KINDS)[number];
export type Basis = "stated" | "legend" | "default" | "inferred";
export type Mode = "online" | "in-person" | "unknown";
export type Relation =
  | "attendance" | "affiliation" | "part-of" | "agenda" | "presentation" | "handout" | "theme" | "chair" | "seat"
  | "statement" | "meeting";

export interface Node {
  readonly id: string;
  readonly name: string;
  readonly kind: Kind;
  /** The group heading of a person in a roster (有識者). */
  readonly group?: string | null;
}

export interface Edge {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly kind: Relation;
  readonly name: string;
  readonly basis: Basis;
  readonly mode?: Mode | null;
  readonly proxy?: boolean;
  /** True where the record itself names the speaker, which alone joins a person to a theme. */
  readonly named?: boolean;
}

export interface Network {
  readonly subject: string;
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
}

/** Nothing printed says so itself: a default, or an inference. */
export function isConcluded(edge: Edge): boolean {
  return edge.basis === "default" || edge.basis === "inferred";
}

/** The edge says that somebody was not there (欠席). */
export function isAbsence(edge: Edge): boolean {
  return edge.kind === "attendance" && (edge.mode ?? null) === null;
}

/** Presence is not authorship: a person is joined to a theme only if named as the speaker. */
export function isHonest(edge: Edge, kinds: ReadonlyMap<string, Kind>): boolean {
  const ends = [kinds.get(edge.source), kinds.get(edge.target)];
  const joins = ends.includes("person") && ends.includes("theme");
  return !joins || edge.named === true;
}
