// The notices of the libraries that the engine holds: they go where it goes.
import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";

/** What is bundled, and what yasqe's own bundle brings with it, by its source map. */
async function packages(modules) {
  const map = JSON.parse(await readFile(join(modules, "@zazuko/yasqe/build/yasqe.esm.js.map"), "utf8"));
  const brought = map.sources.flatMap((source) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1] ?? []);
  return ["oxigraph", "@zazuko/yasqe", ...[...new Set(brought)].sort()];
}

async function notice(modules, name) {
  const folder = join(modules, name);
  const { version, license, author, repository } = JSON.parse(await readFile(join(folder, "package.json"), "utf8"));
  const who = typeof author === "string" ? author : author?.name;
  const where = typeof repository === "string" ? repository : repository?.url;
  const head = [`${name} ${version}`, license, who, where].filter(Boolean).join(", ");
  // Of two licences the one of this project is taken: Apache-2.0, whose text it ships.
  if (!/^MIT$/.test(license)) return head;
  const file = (await readdir(folder)).find((one) => /^licen[cs]e(\.(md|txt))?$/i.test(one));
  return file ? `${head}\n\n${(await readFile(join(folder, file), "utf8")).replaceAll("\r\n", "\n").trim()}` : head;
}

/** A comment that names all of them, with the texts that they ask to be kept. */
export async function notices(modules) {
  const parts = await Promise.all((await packages(modules)).map((name) => notice(modules, name)));
  return `/*\nThis script holds the following libraries.\n\n${parts.join("\n\n---\n\n").replaceAll("*/", "* /")}\n*/\n`;
}
