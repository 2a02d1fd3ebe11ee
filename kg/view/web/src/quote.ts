/** A line of a record with the words marked that a fact rests on. */

import { make } from "./network/dom";

export interface Part {
  readonly text: string;
  readonly marked: boolean;
}

/** *text* cut at *marks*, which count code points: 𠮷 is one, and two units of a string of JavaScript. */
export function cutMarks(text: string, marks: readonly (readonly [number, number])[]): Part[] {
  const points = Array.from(text);
  const parts: Part[] = [];
  let done = 0;
  for (const [start, end] of marks) {
    parts.push({ text: points.slice(done, start).join(""), marked: false }, { text: points.slice(start, end).join(""), marked: true });
    done = end;
  }
  return [...parts, { text: points.slice(done).join(""), marked: false }].filter((part) => part.text !== "");
}

/** The lines under *where* they stand: L12, or the name of a document and L12; *title* is the whole name. */
export function makePassage(where: string, parts: readonly Part[], title?: string): HTMLElement {
  const words = make("p", { lang: "ja" }, ...parts.map((part) => (part.marked ? make("mark", {}, part.text) : part.text)));
  return make("figure", { class: "passage" }, make("figcaption", { title }, where), words);
}
