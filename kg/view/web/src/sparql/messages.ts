/** What the page and the worker say to each other. */

import type { Answer } from "./answer";
import type { Loaded } from "./store";

export type Order =
  | { readonly id: number; readonly do: "open"; readonly prefixes: Readonly<Record<string, string>> }
  | { readonly id: number; readonly do: "load"; readonly dataset: string }
  | { readonly id: number; readonly do: "query"; readonly text: string; readonly limit: number };

/** *broken*: the engine itself has ended, and must be started anew. */
export type Reply =
  | { readonly id: number; readonly value: Answer | Loaded | null }
  | { readonly id: number; readonly error: string; readonly broken: boolean };
