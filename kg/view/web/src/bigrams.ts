/**
 * Which of many short texts hold a word, by the pairs of characters in them.
 *
 * Pairs are hashed into 65,536 lists in two flat arrays: 100,000 names cost some
 * megabytes and about a tenth of a second, and a word reads only its rarest list; a
 * single letter, in too many texts to be worth a list, is looked for in all of them.
 */

const slots = 1 << 16;

export class Bigrams {
  readonly #texts: readonly string[];
  readonly #starts = new Uint32Array(slots + 1);
  readonly #places: Uint32Array;

  /** *texts* are folded; what is found are their places. */
  constructor(texts: readonly string[]) {
    this.#texts = texts;
    const last = new Int32Array(slots).fill(-1);
    const starts = this.#starts;
    texts.forEach((text, place) => {
      each(text, (slot) => {
        if (last[slot] === place) return;
        last[slot] = place;
        starts[slot + 1] = (starts[slot + 1] ?? 0) + 1;
      });
    });
    for (let slot = 0; slot < slots; slot += 1) starts[slot + 1] = (starts[slot + 1] ?? 0) + (starts[slot] ?? 0);
    this.#places = new Uint32Array(starts[slots] ?? 0);
    const next = starts.slice();
    last.fill(-1);
    texts.forEach((text, place) => {
      each(text, (slot) => {
        if (last[slot] === place) return;
        last[slot] = place;
        const at = next[slot] ?? 0;
        this.#places[at] = place;
        next[slot] = at + 1;
      });
    });
  }

  /** The places of all texts that hold *word*, in order. */
  find(word: string): number[] {
    if (word === "") return [];
    if (word.length === 1) return this.#texts.flatMap((text, place) => (text.includes(word) ? [place] : []));
    let from = 0;
    let to = this.#places.length + 1;
    each(word, (slot) => {
      const start = this.#starts[slot] ?? 0;
      const end = this.#starts[slot + 1] ?? 0;
      if (end - start < to - from) [from, to] = [start, end];
    });
    const found: number[] = [];
    for (let at = from; at < to; at += 1) {
      const place = this.#places[at] ?? 0;
      if (this.#texts[place]?.includes(word)) found.push(place);
    }
    return found;
  }
}

/** Call *act* with the list of each pair in *text*. */
function each(text: string, act: (slot: number) => void): void {
  let first = text.charCodeAt(0);
  for (let place = 1; place < text.length; place += 1) {
    const second = text.charCodeAt(place);
    act((first * 31 + second * 2671 + 7) & 0xffff);
    first = second;
  }
}
