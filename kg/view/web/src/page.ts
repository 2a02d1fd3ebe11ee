/** What the parts of the page know of each other. */

import type { Facts } from "./facts";
import type { Entity, Payload, Texts } from "./payload";
import type { Search } from "./search";
import type { Started } from "./engine";
import type { State } from "./state";

/** Words of a document, in code points. */
export interface Place {
  readonly doc: number;
  readonly start: number;
  readonly end: number;
}

/** What a fact rests on, with a sentence that says which fact. */
export interface Evidence {
  readonly title: string;
  readonly places: readonly Place[];
  readonly note?: string;
}

export interface Page {
  readonly payload: Payload;
  readonly state: State;
  facts(): Facts;
  texts(): Promise<Texts>;
  engine(): Promise<Started>;
  search(): Search;
  /** Change the address, and with it what is shown; a whole new state where *fresh*. */
  go(changes: State, fresh?: boolean): void;
  /** Keep something in the address without showing anything else. */
  keep(changes: State): void;
  openEntity(entity: Entity): void;
  /** Show number *at* of *list*; the others can be stepped through. */
  showEvidence(list: readonly Evidence[], at: number, from?: HTMLElement): void;
  /** Say a count to those who listen to the page. */
  tell(words: string): void;
}
