/** SPARQL in the page: started when a question is first asked, or the tab is opened. */

import { blockOf } from "./blocks";
import type { Payload } from "./payload";
import type { Engine, KgEngine } from "./sparql/engine";
import type { Loaded } from "./sparql/store";

type Host = typeof globalThis & { KgEngine?: KgEngine };

export interface Started {
  readonly engine: Engine;
  readonly loaded: Loaded;
}

export async function startEngine(payload: Payload): Promise<Started> {
  const script = await blockOf(payload, "engine");
  const engine = await tabMaker(script).start({ script, prefixes: payload.prefixes });
  return { engine, loaded: await engine.load(await blockOf(payload, "dataset")) };
}

/** What the engine's own script leaves; it runs once. */
export function tabMaker(script: string): KgEngine {
  const host = globalThis as Host;
  if (host.KgEngine === undefined) {
    const element = document.createElement("script");
    element.textContent = script;
    document.head.append(element);
  }
  if (host.KgEngine === undefined) throw new Error("the engine did not start");
  return host.KgEngine;
}
