/** The line to the engine: orders go out, replies come back, in time or not at all. */

import type { Answer } from "./answer";
import type { Settings } from "./engine";
import type { Order, Reply } from "./messages";
import type { Graph, Loaded } from "./store";
import { isBroken, saying } from "./worker";

/** Why a query that ran was ended. */
export const BY_READER = "stopped by the reader";
export const afterSeconds = (seconds: number): string => `stopped after ${seconds} s; ask for less, or add LIMIT`;

type Wanted = Order extends infer One ? (One extends Order ? Omit<One, "id"> : never) : never;
type Value = Answer | Loaded | null;
interface Waiting {
  readonly keep: (value: Value) => void;
  readonly fail: (error: Error) => void;
}

export class Line {
  broken = false;
  private worker: Worker | null = null;
  private graph: Graph | null = null;
  private waiting = new Map<number, Waiting>();
  private count = 0;

  private constructor(private readonly settings: Settings) {}

  static async open(settings: Settings): Promise<Line> {
    const line = new Line(settings);
    await line.reopen();
    return line;
  }

  get apart(): boolean {
    return this.worker !== null;
  }

  /** Start anew: in a worker, or where there is none, in the page. */
  async reopen(): Promise<void> {
    this.close();
    this.broken = false;
    const { prefixes } = this.settings;
    const worker = this.settings.script ? makeWorker(this.settings.script) : null;
    if (worker) {
      this.worker = worker;
      this.listen(worker);
      try {
        await this.send({ do: "open", prefixes });
        return;
      } catch {
        this.close();
        this.broken = false;
      }
    }
    this.graph = (await import("./store")).openGraph(prefixes);
  }

  /** Carry out an order; after *seconds* the worker is ended, and is started again for the next. */
  send(order: Wanted, seconds = 0): Promise<Value> {
    if (this.graph) return this.doHere(this.graph, order);
    const { worker } = this;
    if (!worker) return Promise.reject(new Error("the engine has been stopped"));
    this.count += 1;
    const id = this.count;
    return new Promise<Value>((keep, fail) => {
      const clock = seconds ? setTimeout(() => this.end(afterSeconds(seconds)), seconds * 1000) : undefined;
      const done = <T>(act: (given: T) => void) => (given: T): void => {
        clearTimeout(clock);
        act(given);
      };
      this.waiting.set(id, { keep: done(keep), fail: done(fail) });
      worker.postMessage({ ...order, id });
    });
  }

  /** End the query that runs; nothing can be ended in the page itself. */
  cut(): void {
    if (this.waiting.size) this.end(BY_READER);
  }

  close(): void {
    this.end("the engine has been stopped");
    this.graph = null;
  }

  private async doHere(graph: Graph, order: Wanted): Promise<Value> {
    try {
      if (order.do === "load") return graph.load(order.dataset);
      return order.do === "query" ? graph.query(order.text, order.limit) : null;
    } catch (error) {
      this.broken = isBroken(error);
      throw new Error(saying(error));
    }
  }

  private listen(worker: Worker): void {
    worker.onmessage = ({ data }: MessageEvent<Reply>) => {
      const waiting = this.waiting.get(data.id);
      this.waiting.delete(data.id);
      if ("value" in data) waiting?.keep(data.value);
      else {
        waiting?.fail(new Error(data.error));
        if (data.broken) this.end(data.error);
      }
    };
    worker.onerror = (event) => {
      event.preventDefault();
      this.end("the engine cannot run in a worker here");
    };
  }

  /** End the worker; all that wait for it are told why. */
  private end(reason: string): void {
    if (this.worker) this.broken = true;
    this.worker?.terminate();
    this.worker = null;
    const waiting = [...this.waiting.values()];
    this.waiting.clear();
    for (const { fail } of waiting) fail(new Error(reason));
  }
}

/** A worker made of this very script, or null where a page may not make one (some file:// pages). */
function makeWorker(script: string): Worker | null {
  if (typeof Worker === "undefined" || typeof URL.createObjectURL !== "function") return null;
  const address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  try {
    return new Worker(address);
  } catch {
    return null;
  } finally {
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  }
}
