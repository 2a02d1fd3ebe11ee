// Build the front end: node build.mjs [--dev | --tests] [--out FOLDER]
//
// Without options the files that the wheel ships are written to ../assets;
// the same sources and lock give the same bytes, and a test compares them.
import { readdir, writeFile, mkdir, access } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { dirname, join, relative } from "node:path";
import { parseArgs } from "node:util";
import * as esbuild from "esbuild";
import { notices } from "./licences.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const { values } = parseArgs({
  options: {
    out: { type: "string" },
    tests: { type: "boolean", default: false },
    dev: { type: "boolean", default: false },
  },
});

/** What both bundles share; no names of files or machines get in. */
const common = {
  absWorkingDir: here,
  bundle: true,
  write: false,
  minify: !values.dev,
  legalComments: "none",
  charset: "utf8",
  target: "es2022",
  format: "iife",
  platform: "browser",
  logLevel: "warning",
  define: { "import.meta.url": '""', global: "globalThis", "process.env.NODE_ENV": '"production"' },
};

const there = async (path) => access(join(here, path)).then(() => true, () => false);

/** A script stands in an element of the page, which `</script` and `<!--` would end. */
const inert = (text) => text.replace(/<(?=\/script|!--|script)/gi, "\\x3c");

async function bundle(entry, options) {
  const found = await esbuild.build({ ...common, entryPoints: [entry], ...options });
  return found.outputFiles[0].text;
}

async function buildAll(out) {
  await mkdir(out, { recursive: true });
  const files = {
    // The small core: search, cards, questions, tables.
    "explorer.js": inert(await bundle("src/main.ts", {})),
    // What starts only with the SPARQL tab or a prepared question: yasgui and oxigraph
    // with its WASM as base64 in the script (`import wasm from "oxigraph/web_bg.wasm"`
    // gives bytes); `import css from "…css"` gives text.
    "explorer-engine.js": inert(
      await notices(join(here, "node_modules")) + await bundle("src/sparql/engine.ts", {
        loader: { ".wasm": "binary", ".css": "text" },
      }),
    ),
    // What the pages of one picture share with it: table, passages, words as compared.
    "parts.js": inert(await bundle("src/parts.ts", { globalName: "kgParts" })),
    "explorer.css": await bundle("src/style.css", { format: undefined }),
  };
  for (const [name, text] of Object.entries(files)) {
    await writeFile(join(out, name), text, "utf8");
    console.log(`${relative(process.cwd(), join(out, name))}  ${(text.length / 1024).toFixed(0)} KB`);
  }
}

/** Tests are src/**\/*.test.ts, for `node --test`. */
async function buildTests() {
  const names = await readdir(join(here, "src"), { recursive: true });
  await esbuild.build({
    ...common,
    write: true,
    minify: false,
    sourcemap: "inline",
    platform: "node",
    format: "esm",
    outExtension: { ".js": ".mjs" },
    entryPoints: names.filter((name) => name.endsWith(".test.ts")).map((name) => `src/${name}`),
    outdir: ".tests",
    loader: { ".wasm": "binary", ".css": "text" },
  });
}

if (values.tests) await buildTests();
else if (await there("src/main.ts")) await buildAll(values.out ?? join(here, "..", "assets"));
