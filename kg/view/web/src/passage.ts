/** The lines of a text that hold some words, and where they stand in them. */

import type { Place } from "./page";

export interface Passage {
  readonly doc: number;
  readonly line: number;
  /** Parts of the lines in order; the marked ones are the evidence. */
  readonly parts: readonly { readonly text: string; readonly marked: boolean }[];
}

/** Places count code points: 𠮷 is one, and two units of a string of JavaScript. */
export class Text {
  readonly #points: readonly string[] | null;
  readonly #starts: number[] = [0];
  readonly length: number;

  constructor(readonly text: string) {
    this.#points = /[\ud800-\udbff]/.test(text) ? Array.from(text) : null;
    this.length = this.#points?.length ?? text.length;
    for (let at = 0; at < this.length; at += 1) if (this.#at(at) === "\n") this.#starts.push(at + 1);
  }

  slice(start: number, end: number): string {
    return this.#points ? this.#points.slice(start, end).join("") : this.text.slice(start, end);
  }

  /** The line that holds the character *at*, from 0. */
  line(at: number): number {
    let [low, high] = [0, this.#starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= at) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Where the lines from *first* to *last* begin and end. */
  bounds(first: number, last: number): [number, number] {
    const next = this.#starts[last + 1];
    return [this.#starts[first] ?? 0, next === undefined ? this.length : next - 1];
  }

  #at(place: number): string {
    return this.#points ? this.#points[place]! : this.text.charAt(place);
  }
}

/** The passages that hold *places*, by document and line; marks that meet are one. */
export function passagesOf(places: readonly Place[], textOf: (doc: number) => Text): Passage[] {
  const sorted = [...places].sort((a, b) => a.doc - b.doc || a.start - b.start || a.end - b.end);
  const groups: { doc: number; first: number; last: number; marks: [number, number][] }[] = [];
  for (const { doc, start, end } of sorted) {
    const text = textOf(doc);
    if (start < 0) {
      // A whole line, by its number.
      groups.push({ doc, first: -start - 1, last: -start - 1, marks: [] });
      continue;
    }
    if ( end > text.length || start >= end) continue;
    const [first, last] = [text.line(start), text.line(end - 1)];
    const before = groups[groups.length - 1];
    if (before?.doc === doc && before.last >= first) {
      before.last = Math.max(before.last, last);
      const mark = before.marks[before.marks.length - 1];
      if (mark && start <= mark[1]) mark[1] = Math.max(mark[1], end);
      else before.marks.push([start, end]);
    } else groups.push({ doc, first, last, marks: [[start, end]] });
  }
  return groups.map(({ doc, first, last, marks }) => {
    const text = textOf(doc);
    const [from, to] = text.bounds(first, last);
    const parts: { text: string; marked: boolean }[] = [];
    let done = from;
    for (const [start, end] of marks) {
      parts.push({ text: text.slice(done, start), marked: false }, { text: text.slice(start, end), marked: true });
      done = end;
    }
    parts.push({ text: text.slice(done, Math.max(done, to)), marked: false });
    return { doc, line: first + 1, parts: parts.filter((part) => part.text !== "") };
  });
}

/** Spans as an answer names them: …doc/47d80a165bdf#char=24,33, several with blanks between. */
export function readPlaces(cell: string, documents: ReadonlyMap<string, number>): Place[] | null {
  const places: Place[] = [];
  for (const part of cell.trim().split(/\s+/)) {
    const found = /^(\S+)#char=(\d+),(\d+)$/.exec(part);
    const doc = found ? documents.get(found[1]!) : undefined;
    if (!found || doc === undefined) return null;
    places.push({ doc, start: Number(found[2]), end: Number(found[3]) });
  }
  return places.length ? places : null;
}
