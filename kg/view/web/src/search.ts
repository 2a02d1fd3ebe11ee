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
  readonly #weights: readonly number[];
  readonly #printed: Named;
  readonly #folded: readonly (readonly string[])[];
  #spoken: Named | undefined;

  constructor(things: readonly Findable[]) {
    this.#weights = things.map((thing) => thing.weight);
    this.#folded = things.map((thing) => [...new Set(thing.names.map(fold))].filter((name) => name !== ""));
    this.#printed = new Named(this.#folded);
  }

  /** The things that *typed* may mean, the nearest first. */
  find(typed: string, most: number): number[] {
    const best = new Map<number, number>();
    this.#printed.look(fold(typed), best);
    const roman = latin(typed);
    // A single letter is in too many readings to mean one of them.
    if (roman !== "" && typed.trim().length > 1) {
      // Letters made of kana are apart from printed ones, and made when somebody types some.
      this.#spoken ??= new Named(this.#folded.map(spoken));
      this.#spoken.look(roman, best);
    }
    return [...best.keys()]
      .sort((a, b) => (best.get(a) ?? 0) - (best.get(b) ?? 0) || (this.#weights[b] ?? 0) - (this.#weights[a] ?? 0) || a - b)
      .slice(0, most);
  }
}

/** The kana of some names in Latin letters. */
function spoken(names: readonly string[]): string[] {
  return names.flatMap((name) => name.match(/[\u3041-\u3096][\u3041-\u3096ー]+/g) ?? []).map(romanize).filter((roman) => roman !== "");
}

/** An index over all names, each with the thing that it is one of. */
class Named {
  readonly #owners: number[] = [];
  readonly #texts: string[] = [];
  readonly #index: Bigrams;

  constructor(names: readonly (readonly string[])[]) {
    names.forEach((own, owner) => {
      for (const name of own) {
        this.#owners.push(owner);
        this.#texts.push(name);
      }
    });
    this.#index = new Bigrams(this.#texts);
  }

  look(wanted: string, best: Map<number, number>): void {
    for (const place of this.#index.find(wanted)) {
      const text = this.#texts[place] ?? "";
      const rank = text === wanted ? 0 : text.startsWith(wanted) ? 1 : 2;
      const owner = this.#owners[place] ?? 0;
      const known = best.get(owner);
      if (known === undefined || rank < known) best.set(owner, rank);
    }
  }
}
