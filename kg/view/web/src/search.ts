/** Find things by any of their names: whole first, then beginnings, then parts. */

import { Bigrams } from "./bigrams";
import { fold } from "./fold";
import { latin, romanize } from "./romaji";

/** Something that can be found: its names, and how much there is of it. */
export interface Findable {
  readonly names: readonly string[];
  readonly weight: number;
}

export class Search {
  readonly #owners: number[] = [];
  readonly #texts: string[] = [];
  readonly #weights: number[];
  readonly #index: Bigrams;

  constructor(things: readonly Findable[]) {
    this.#weights = things.map((thing) => thing.weight);
    things.forEach((thing, owner) => {
      const forms = new Set<string>();
      for (const name of thing.names) {
        const folded = fold(name);
        if (folded !== "") forms.add(folded);
        // The sign # keeps Latin letters that were made of kana apart from printed ones.
        for (const kana of folded.match(/[\u3041-\u3096][\u3041-\u3096ー]+/g) ?? []) {
          const roman = romanize(kana);
          if (roman !== "") forms.add(`#${roman}`);
        }
      }
      for (const form of forms) {
        this.#owners.push(owner);
        this.#texts.push(form);
      }
    });
    this.#index = new Bigrams(this.#texts);
  }

  /** The things that *typed* may mean, the nearest first. */
  find(typed: string, most: number): number[] {
    const word = fold(typed);
    const best = new Map<number, number>();
    this.#look(word, best);
    const roman = latin(typed);
    // A single letter is in too many readings to mean one of them.
    if (roman !== "" && typed.trim().length > 1) this.#look(`#${roman}`, best);
    return [...best.keys()]
      .sort((a, b) => (best.get(a) ?? 0) - (best.get(b) ?? 0) || (this.#weights[b] ?? 0) - (this.#weights[a] ?? 0) || a - b)
      .slice(0, most);
  }

  #look(word: string, best: Map<number, number>): void {
    const reading = word.startsWith("#");
    const wanted = reading ? word.slice(1) : word;
    for (const place of this.#index.find(wanted)) {
      const text = this.#texts[place] ?? "";
      if (reading !== text.startsWith("#")) continue;
      const own = reading ? text.slice(1) : text;
      const rank = own === wanted ? 0 : own.startsWith(wanted) ? 1 : 2;
      const owner = this.#owners[place] ?? 0;
      const known = best.get(owner);
      if (known === undefined || rank < known) best.set(owner, rank);
    }
  }
}
