/** The page as a whole: its head, what the address says to show, and the evidence beside it. */

import { entityOfIri } from "./answer";
import { makeBrowse, makeEntity } from "./browse";
import { makeCitation } from "./cite";
import { makeCombobox } from "./combobox";
import { button, make } from "./dom";
import { makeDoubts } from "./doubts";
import { drawGraph, factsOfAnswer } from "./draw";
import type { Started } from "./engine";
import { EvidencePanel, readAddress } from "./evidence";
import type { Facts } from "./facts";
import { makeText } from "./fulltext";
import { type Hit, makeHits } from "./hits";
import type { Evidence, Page } from "./page";
import type { Entity, Payload, Texts } from "./payload";
import { makeQuestion, makeQuestions } from "./questions";
import type { Search } from "./search";
import { openSparql } from "./sparqlview";
import { makeStart } from "./start";
import { type State, changed, readState, writeState } from "./state";
import { makeDiff } from "./compare/view";
import { addHistory, addSteps } from "./time/history";
import { makeMeetings } from "./time/meetings";
import { language, say, sayIf, speak } from "./words";

const views = ["start", "questions", "meetings", "browse", "doubts", "sparql"] as const;

export interface Sources {
  readonly payload: Payload;
  readonly facts: () => Facts;
  readonly search: () => Search;
  readonly texts: () => Promise<Texts>;
  readonly engine: () => Promise<Started>;
}

export class App implements Page {
  state: State = readState(location.hash);
  readonly payload: Payload;
  readonly facts: () => Facts;
  readonly search: () => Search;
  readonly texts: () => Promise<Texts>;
  readonly engine: () => Promise<Started>;
  readonly #panel: EvidencePanel;
  readonly #status = make("p", { class: "unseen", role: "status", "aria-live": "polite" });
  readonly #head = make("header");
  readonly #main = make("main", { id: "view", tabindex: -1 });

  constructor(host: HTMLElement, sources: Sources) {
    ({ payload: this.payload, facts: this.facts, search: this.search, texts: this.texts, engine: this.engine } = sources);
    this.#speak();
    this.#panel = new EvidencePanel(this);
    host.replaceChildren(this.#head, make("div", { class: "sides" }, this.#main, this.#panel.element), this.#status, make("footer"));
    addEventListener("popstate", () => this.#show());
    addEventListener("hashchange", () => { if (writeState(this.state) !== location.hash) this.#show(); });
    this.#show(true);
  }

  go(changes: State, fresh = false): void {
    const kept: State = fresh ? { lang: this.state["lang"] ?? "" } : { ...this.state, ev: "" };
    const { focus = "", ...wanted } = changes;
    const state = changed(kept, wanted);
    if (writeState(state) !== location.hash) history.pushState(null, "", writeState(state));
    this.#show();
    if (focus) document.getElementById(focus)?.focus();
    else (document.getElementById("view-title") ?? this.#main).focus({ preventScroll: fresh === false });
    if (fresh) scrollTo({ top: 0 });
  }

  keep(changes: State): void {
    this.state = changed(this.state, changes);
    if (writeState(this.state) !== (location.hash || "#")) history.replaceState(null, "", writeState(this.state));
  }

  openEntity(entity: Entity): void {
    this.go({ id: this.payload.entities.iri[entity] ?? "" }, true);
  }

  showEvidence(list: readonly Evidence[], at: number, from?: HTMLElement): void {
    void this.#panel.show(list, at, from);
  }

  tell(words: string): void {
    this.#status.textContent = words;
  }

  #speak(): void {
    const wanted = this.state["lang"];
    speak(wanted === "en" || wanted === "ja" ? wanted : this.payload.language);
    document.documentElement.lang = language();
  }

  #show(first = false): void {
    const before = language();
    this.state = readState(location.hash);
    this.#speak();
    if (first || before !== language() || !this.#head.childElementCount) {
      this.#fillHead();
      document.querySelector("footer")?.replaceChildren(makeCitation(this));
    }
    for (const link of this.#head.querySelectorAll("nav button")) link.setAttribute("aria-current", link.getAttribute("data-view") === this.#view() ? "page" : "false");
    const evidence = this.state["ev"];
    this.#main.replaceChildren(this.#content());
    document.title = `${document.getElementById("view-title")?.textContent ?? ""} — ${this.payload.title[language()]}`;
    if (evidence) this.showEvidence([{ title: say("evidence_linked"), places: readAddress(this, evidence) }], 0);
    else if (before !== language() || this.#panel.element.querySelector(".steps")) this.#panel.close();
  }

  #view(): string {
    if (this.state["q"]) return "questions";
    if (this.state["id"]) return "";
    return this.state["view"] ?? "start";
  }

  #content(): HTMLElement {
    const question = this.payload.questions.find((one) => one.name === this.state["q"]);
    if (question) {
      return makeQuestion(this, question, (host, answered) => {
        const { facts, subject } = factsOfAnswer(this, answered);
        if (facts.length) drawGraph(this, host, facts, subject);
        else host.replaceChildren(make("p", { class: "note" }, say("no_graph")));
      });
    }
    if (this.state["id"]) {
      const entity = this.payload.entities.iri.indexOf(this.state["id"]);
      if (entity >= 0) return addSteps(this, entity, makeEntity(this, entity, (host, facts, subject) => drawGraph(this, host, facts, subject), (host, one) => addHistory(this, host, one)));
      return make("section", {}, make("h1", { id: "view-title", tabindex: -1 }, say("not_there")), make("p", {}, this.state["id"]));
    }
    switch (this.state["view"]) {
      case "questions": return makeQuestions(this);
      case "browse": return makeBrowse(this);
      case "meetings": return makeMeetings(this);
      case "diff": return makeDiff(this);
      case "doubts": return makeDoubts(this);
      case "text": return makeText(this);
      case "sparql": return openSparql(this, (iri) => entityOfIri(this, iri));
      default: return makeStart(this);
    }
  }

  #fillHead(): void {
    const { counts, title } = this.payload;
    const other = language() === "ja" ? "en" : "ja";
    const tongue = button(other === "en" ? "English" : "日本語", () => this.go({ lang: other, focus: "language" }), { id: "language", lang: other });
    const numbers = (["people", "organizations", "councils", "meetings", "statements", "handouts", "themes"] as const)
      .map((name) => make("li", {}, make("b", {}, counts[name].toLocaleString("ja")), ` ${sayIf(`count.${name}`)}`));
    const box = this.#searchBox();
    this.#head.replaceChildren(
      make("a", { class: "skip", href: "#table" }, say("skip")),
      make("div", { class: "bar" }, make("p", { class: "title", lang: "ja" }, title[language()] || title.ja), tongue),
      make("div", { class: "bar" }, box, make("ul", { class: "counts" }, ...numbers)),
      make("nav", { "aria-label": say("views") }, ...views.map((view) => button(sayIf(`view.${view}`), () => this.go({ view: view === "start" ? "" : view }, true), { "data-view": view }))),
    );
    // A fragment of its own would be taken for an address of the page.
    this.#head.querySelector(".skip")?.addEventListener("click", (event) => {
      event.preventDefault();
      (document.querySelector<HTMLElement>("#table-title") ?? this.#main).focus();
    });
  }

  #searchBox(): HTMLElement {
    const find = makeHits(this);
    const { element, input } = makeCombobox<Hit>({
      id: "search", type: "search", label: say("search"), placeholder: say("search"), tell: (words) => this.tell(words),
      find,
      choose: (hit) => {
        input.value = "";
        hit.act();
      },
      // The last offer is always to look into the records themselves.
      count: (options, typed) => say(options > 1 ? "found" : "nothing_found", { count: options - 1, query: typed }),
    });
    return element;
  }
}
