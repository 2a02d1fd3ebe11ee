/** The engine in a worker of its own: the page stays alive, and a query can be ended. */

import type { Order, Reply } from "./messages";
import type { Graph } from "./store";

interface Scope {
  onmessage: ((event: { readonly data: Order }) => void) | null;
  postMessage(reply: Reply): void;
}

export function serve(scope: Scope): void {
  let graph: Graph | null = null;
  const carryOut = async (order: Order): Promise<Reply> => {
    const { openGraph } = await import("./store");
    if (order.do === "open") {
      graph = openGraph(order.prefixes);
      return { id: order.id, value: null };
    }
    if (!graph) throw new Error("the engine is not open");
    return { id: order.id, value: order.do === "load" ? graph.load(order.dataset) : graph.query(order.text, order.limit) };
  };
  let last: Promise<unknown> = Promise.resolve();
  scope.onmessage = ({ data }) => {
    last = last.then(() => carryOut(data)).then(
      (reply) => scope.postMessage(reply as Reply),
      (error: unknown) => scope.postMessage({ id: data.id, error: saying(error), broken: isBroken(error) }),
    );
  };
}

export function isBroken(error: unknown): boolean {
  return error instanceof WebAssembly.RuntimeError || error instanceof RangeError;
}

export function saying(error: unknown): string {
  if (isBroken(error)) return "the query is too large for the memory of this page";
  return error instanceof Error ? error.message : String(error);
}
