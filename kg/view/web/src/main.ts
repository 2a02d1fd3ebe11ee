/** Start: read what the page was told, and show what the address asks for. */

import { App } from "./app";
import { blockOf, once, readBlock } from "./blocks";
import { startEngine } from "./engine";
import { Facts } from "./facts";
import { findables } from "./hits";
import type { Payload, Texts } from "./payload";
import { Search } from "./search";

async function start(): Promise<void> {
  const host = document.getElementById("explorer");
  if (host === null) return;
  const payload = JSON.parse(await readBlock("payload")) as Payload;
  const search = lazy(() => new Search(findables(payload)));
  new App(host, {
    payload, search, facts: lazy(() => new Facts(payload)),
    texts: once(async () => JSON.parse(await blockOf(payload, "texts")) as Texts),
    engine: once(() => startEngine(payload)),
  });
  search();
  if (location.hash.length < 2) document.getElementById("search")?.focus();
  document.body.dataset["ready"] = String(Math.round(performance.now()));
}

function lazy<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

start().catch((error: unknown) => {
  const words = error instanceof Error ? error.message : String(error);
  document.getElementById("explorer")?.append(Object.assign(document.createElement("p"), { textContent: `この画面を開けませんでした / The page could not be opened: ${words}` }));
});
