/** The blocks of the page, or of files beside it: gzip in base64, which no browser runs. */

import type { BlockName, Payload } from "./payload";

type Host = typeof globalThis & { KgBlocks?: Record<string, string> };

/** A block that stands in a file beside the page, and could not be had. */
export class BlockMissing extends Error {
  constructor(readonly block: string, readonly file: string) {
    super(file);
  }
}

export async function readBlock(name: string, file = ""): Promise<string> {
  const host = globalThis as Host;
  if (file !== "" && host.KgBlocks?.[name] === undefined) await addScript(name, file);
  const packed = file === "" ? document.getElementById(`block-${name}`)?.textContent : host.KgBlocks?.[name];
  if (!packed) throw new BlockMissing(name, file || `block-${name}`);
  return inflate(packed.trim());
}

export function blockOf(payload: Payload, name: BlockName): Promise<string> {
  return readBlock(name, payload.blocks[name]?.file ?? "");
}

/** Take a file that the reader chose for one that was not found beside the page. */
export async function takeFile(name: string, file: Blob): Promise<void> {
  const packed = /["']([A-Za-z0-9+/=\s]{16,})["']/.exec(await file.text())?.[1];
  const host = globalThis as Host;
  if (packed !== undefined) (host.KgBlocks ??= {})[name] = packed;
}

async function inflate(packed: string): Promise<string> {
  const binary = atob(packed);
  const bytes = new Uint8Array(binary.length);
  for (let place = 0; place < binary.length; place += 1) bytes[place] = binary.charCodeAt(place);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).text();
}

function addScript(name: string, file: string): Promise<void> {
  if (!/^[\w.-]+$/.test(file)) return Promise.reject(new BlockMissing(name, file));
  return new Promise((done, fail) => {
    const script = document.createElement("script");
    script.src = file;
    script.onload = () => done();
    script.onerror = () => fail(new BlockMissing(name, file));
    document.head.append(script);
  });
}

/** Ask for something once, whoever wants it; after a failure it may be asked for again. */
export function once<T>(get: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined;
  return () => (asked ??= get().catch((error: unknown) => {
    asked = undefined;
    throw error;
  }));
}
