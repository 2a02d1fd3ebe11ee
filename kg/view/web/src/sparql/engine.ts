/**
 * The entry of the engine's bundle: SPARQL in the page, and the tab to write it in.
 *
 * The same script runs in the page, where it sets `KgEngine`, and in its own worker.
 */

import type { Answer } from "./answer";
import { Line } from "./line";
import type { Loaded } from "./store";
import type { Tab, TabSettings } from "./tab";
import { serve } from "./worker";

export interface Engine {
  /** Load N-Quads; what was there before is gone. */
  load(dataset: string): Promise<Loaded>;
  /** Answer within the limits, or reject with one line that says why not. */
  query(text: string, limits?: Limits): Promise<Answer>;
  /** Whether queries run beside the page, so that they can be ended in time. */
  readonly apart: boolean;
  /** End what runs now; its promise rejects, and the next query starts the engine anew. */
  cut(): void;
  stop(): void;
}

export interface Limits {
  readonly rows?: number;
  readonly seconds?: number;
}

export interface Settings {
  /** This bundle as text: what the worker is made of. "" means: stay in the page. */
  readonly script: string;
  readonly prefixes: Readonly<Record<string, string>>;
}

export const ROWS = 10_000;
export const SECONDS = 20;

/** Start the engine in a worker where the browser lets us, else in the page. */
export async function start(settings: Settings): Promise<Engine> {
  const line = await Line.open(settings);
  let dataset: string | null = null;
  const reopen = async (): Promise<void> => {
    await line.reopen();
    if (dataset !== null) await line.send({ do: "load", dataset });
  };
  return {
    get apart() {
      return line.apart;
    },
    async load(text) {
      dataset = text;
      return (await line.send({ do: "load", dataset: text })) as Loaded;
    },
    async query(text, { rows = ROWS, seconds = SECONDS } = {}) {
      if (line.broken) await reopen();
      return (await line.send({ do: "query", text, limit: rows }, seconds)) as Answer;
    },
    cut: () => line.cut(),
    stop: () => line.close(),
  };
}

export type { Answer, Term } from "./answer";
export type { Loaded } from "./store";

export interface KgEngine {
  start(settings: Settings): Promise<Engine>;
  /** The tab: see `tab.ts`. Loaded when first called. */
  openTab(settings: TabSettings): Promise<Tab>;
}

const here = globalThis as unknown as { KgEngine?: KgEngine; document?: unknown; WorkerGlobalScope?: unknown };
if (here.WorkerGlobalScope !== undefined && here.document === undefined) {
  serve(globalThis as unknown as Parameters<typeof serve>[0]);
} else {
  here.KgEngine = {
    start,
    openTab: async (settings) => (await import("./tab")).openTab(settings),
  };
}
