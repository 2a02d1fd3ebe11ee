/** The SPARQL tab: an editor, examples, and results whose things open their cards. */

import Yasqe from "@zazuko/yasqe";
import editorStyle from "@zazuko/yasqe/build/yasqe.min.css";

import { button, make } from "../network/dom";
import { type Engine, SECONDS } from "./engine";
import { declare } from "./guard";
import { BY_READER, afterSeconds } from "./line";
import { type ResultSettings, showAnswer } from "./results";
import type { File } from "./save";
import tabStyle from "./tab.css";
import { SPARQL_WORDS, type SparqlWord } from "./words";

export interface Example {
  readonly ja: string;
  readonly en: string;
  readonly query: string;
}

export interface TabSettings {
  readonly holder: HTMLElement;
  /** Resolves when the graph is loaded; the tab shows meanwhile, and says so. */
  readonly engine: Promise<Engine>;
  readonly loaded?: () => { readonly triples: number; readonly milliseconds: number } | null;
  readonly prefixes: Readonly<Record<string, string>>;
  /** Words that the editor completes: gjr:Meeting, schema:startDate. */
  readonly terms?: readonly string[];
  readonly examples: readonly Example[];
  readonly query: string;
  readonly language: "ja" | "en";
  readonly nameOf: (iri: string) => string | null;
  readonly open: (iri: string) => void;
  readonly placesIn?: ResultSettings["placesIn"];
  /** Called with what stands in the editor when it has been run, for the address of the page. */
  readonly ran?: (query: string) => void;
}

export interface Tab {
  show(query: string): void;
  speak(language: "ja" | "en"): void;
  run(): Promise<void>;
  close(): void;
}

const COMPLETER = "terms-of-the-graph";

export function openTab(settings: TabSettings): Tab {
  adoptStyle(editorStyle + tabStyle);
  return new SparqlTab(settings);
}

class SparqlTab implements Tab {
  private language: "ja" | "en";
  private readonly editor: Yasqe;
  private readonly status = make("p", { class: "note", role: "status", "aria-live": "polite" });
  private readonly output = make("div", { class: "sparql-output" });
  private readonly bar = make("div", { class: "sparql-bar" });
  private running = false;

  constructor(private readonly settings: TabSettings) {
    this.language = settings.language;
    const place = make("div", { class: "sparql-editor" });
    settings.holder.classList.add("sparql");
    settings.holder.replaceChildren(this.bar, place, this.status, this.output);
    this.editor = openEditor(place, settings, () => void this.run());
    this.drawBar();
    void this.greet();
  }

  show(query: string): void {
    this.editor.setValue(declare(query, this.settings.prefixes));
    this.output.replaceChildren();
    this.editor.refresh();
  }

  speak(language: "ja" | "en"): void {
    this.language = language;
    this.drawBar();
    void this.greet();
  }

  async run(): Promise<void> {
    if (this.running) return;
    this.running = true;
    this.drawBar();
    this.status.textContent = this.say("running");
    const query = this.editor.getValue();
    try {
      const engine = await this.settings.engine;
      const start = performance.now();
      const answer = await engine.query(query);
      const seconds = (performance.now() - start) / 1000;
      this.output.replaceChildren(showAnswer(answer, seconds, this.resultSettings()));
      this.status.textContent = this.say("opens");
      this.settings.ran?.(query);
    } catch (error) {
      this.output.replaceChildren(make("p", { class: "failed", role: "alert" }, this.complaint(error)));
      this.status.textContent = "";
    } finally {
      this.running = false;
      this.drawBar();
    }
  }

  close(): void {
    this.editor.destroy();
    this.settings.holder.replaceChildren();
  }

  private say(key: SparqlWord, values: Readonly<Record<string, string | number>> = {}): string {
    return SPARQL_WORDS[this.language][key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
  }

  private complaint(error: unknown): string {
    const reason = error instanceof Error ? error.message : String(error);
    if (reason === BY_READER) return this.say("cut_short");
    return reason === afterSeconds(SECONDS) ? this.say("too_slow", { seconds: SECONDS }) : this.say("failed", { reason });
  }

  private async greet(): Promise<void> {
    this.status.textContent = this.say("starting");
    try {
      const engine = await this.settings.engine;
      const loaded = this.settings.loaded?.();
      const seconds = ((loaded?.milliseconds ?? 0) / 1000).toFixed(2);
      const ready = loaded ? this.say("ready", { triples: loaded.triples, seconds }) : "";
      this.status.textContent = [ready, engine.apart ? "" : this.say("in_page")].join(" ").trim();
    } catch (error) {
      this.status.textContent = this.say("failed", { reason: error instanceof Error ? error.message : String(error) });
    }
  }

  private drawBar(): void {
    const stop = button(this.say("stop"), () => void this.settings.engine.then((engine) => engine.cut()), { class: "stop", hidden: !this.running });
    const run = button(this.say(this.running ? "running" : "run"), () => void this.run(), { class: "run", disabled: this.running });
    const pick = make("select", { "aria-label": this.say("examples") }, make("option", { value: "" }, this.say("pick")));
    this.settings.examples.forEach((example, i) => pick.append(make("option", { value: i }, example[this.language])));
    pick.addEventListener("change", () => {
      const example = this.settings.examples[Number(pick.value)];
      if (pick.value !== "" && example) this.show(example.query);
    });
    this.bar.replaceChildren(pick, run, stop);
    this.editor?.getInputField().setAttribute("aria-label", this.say("editor"));
  }

  private resultSettings(): ResultSettings {
    const { prefixes, nameOf, open, placesIn } = this.settings;
    return { say: (key, values) => this.say(key, values), prefixes, nameOf, open, save: saveFile, ...(placesIn ? { placesIn } : {}) };
  }
}

/** The editor of yasgui, without all that would ask other machines or keep things. */
function openEditor(place: HTMLElement, settings: TabSettings, run: () => void): Yasqe {
  registerTerms(settings);
  const editor = new Yasqe(place, {
    autocompleters: ["variables", COMPLETER],
    prefixCcApi: null,
    persistenceId: null,
    consumeShareLink: null,
    createShareableLink: undefined as never,
    showQueryButton: false,
    resizeable: false,
    editorHeight: "320px",
    collapsePrefixesOnLoad: false,
  });
  editor.setValue(declare(settings.query, settings.prefixes));
  // Its own buttons share addresses and open the editor full screen; the page has both.
  editor.rootEl.querySelector(".yasqe_buttons")?.remove();
  editor.query = () => {
    run();
    return Promise.resolve();
  };
  // Tab leaves the editor, as it leaves any field: nobody is caught in it.
  editor.addKeyMap({ Tab: false, "Shift-Tab": false, "Ctrl-Enter": run, "Cmd-Enter": run });
  return editor;
}

function registerTerms({ terms = [], prefixes }: TabSettings): void {
  const known = [...terms, ...Object.keys(prefixes).map((name) => `${name}:`)].sort();
  Yasqe.registerAutocompleter({
    name: COMPLETER,
    bulk: false,
    autoShow: false,
    persistenceId: null,
    isValidCompletionPosition: () => true,
    get: (_editor, token) => {
      // The token of the editor has what has been typed; its types do not say so.
      const typed = ((token as { readonly string?: string } | undefined)?.string ?? "").trim();
      return known.filter((term) => term.startsWith(typed) || (typed.length > 1 && term.toLowerCase().includes(typed.toLowerCase())));
    },
  }, false);
}

let dressed = false;

function adoptStyle(text: string): void {
  if (dressed) return;
  dressed = true;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

function saveFile({ name, type, text }: File): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const anchor = make("a", { href: address, download: name });
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
