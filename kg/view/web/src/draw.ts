/** The graph of what is shown: its facts as a small layered picture that grows step by step. */

import type { Answered } from "./answer";
import { entitiesAt, spansAt } from "./answer";
import { basisWords, evidenceOf, factColumns, factRow, relation } from "./describe";
import { button, make } from "./dom";
import type { Fact, Facts } from "./facts";
import { Figure } from "./figure";
import { type Grown, MORE, MOST, grow, know } from "./network/grow";
import { type Edge, KINDS, type Kind, type Node } from "./network/model";
import type { Palette } from "./network/palette";
import { drawScene } from "./network/scene";
import type { Drawing } from "./network/stage";
import { isDrawn, kindOf, networkOf } from "./networkof";
import type { Page } from "./page";
import type { Entity } from "./payload";
import { makeTable } from "./table";
import { say, sayIf } from "./words";

const MARGIN = 24;
export const KIND_SIGNS: Readonly<Record<Kind, string>> = { person: "●", organization: "■", meeting: "★", "agenda-item": "▲", handout: "▤", theme: "◆" };

/** The facts that an answer's rows rest on, among the things that the rows name. */
export function factsOfAnswer(page: Page, answered: Answered): { facts: Fact[]; subject: Entity } {
  const facts = page.facts();
  const found = new Set<Fact>();
  const counts = new Map<Entity, number>();
  const blanks = answered.question.parameters.map((one) => page.state[one.name] ?? "").filter((value) => value !== "");
  const given = new Set(facts.payload.entities.name.flatMap((name, entity) => (blanks.includes(name) || blanks.includes(facts.name(entity)) || blanks.includes(facts.payload.entities.iri[entity] ?? "") ? [entity] : [])));
  for (const row of answered.rows) {
    const named = new Set(row.flatMap((cell) => (cell.entity === undefined ? [] : [cell.entity])));
    const places = row.flatMap((cell) => cell.evidence?.places ?? []);
    const near = new Set(entitiesAt(page, facts, places));
    const resting = spansAt(page, places).flatMap((span) => facts.restingOn(span));
    for (const fact of resting) {
      const ends = [fact.source, fact.target];
      if (named.size === 0 || ends.some((end) => named.has(end))) found.add(fact);
    }
    for (const one of named) {
      for (const fact of facts.of(one)) if (named.has(fact.source) && named.has(fact.target) && (!near.size || near.has(one))) found.add(fact);
    }
  }
  for (const fact of upwards(facts, found, given)) found.add(fact);
  for (const fact of found) for (const end of [fact.source, fact.target]) counts.set(end, (counts.get(end) ?? 0) + (given.has(end) ? 1000 : 1));
  const [subject = -1] = [...counts].sort((a, b) => b[1] - a[1]).map(([entity]) => entity);
  return { facts: [...found], subject };
}

/** What joins the units in *found* to the bodies that were asked for: 河川環境課 to 国土交通省. */
function upwards(facts: Facts, found: ReadonlySet<Fact>, given: ReadonlySet<Entity>): Fact[] {
  const joining: Fact[] = [];
  for (const start of new Set([...found].flatMap((fact) => [fact.source, fact.target]))) {
    const way: Fact[] = [];
    for (let at = start; facts.kind(at) === "organization" && !given.has(at) && way.length < 12;) {
      const up = facts.of(at).find((fact) => fact.kind === "part-of" && fact.source === at);
      if (up === undefined) break;
      way.push(up);
      at = up.target;
      if (given.has(at)) joining.push(...way);
    }
  }
  return joining;
}

/** Draw *given* in *host*, and let it grow by all that is known. */
export function drawGraph(page: Page, host: HTMLElement, given: readonly Fact[], subject: Entity): void {
  const graph = new Graph(page, given, subject);
  host.replaceChildren(graph.element);
  graph.show();
}

class Graph {
  readonly element = make("div", { class: "graph" });
  readonly #facts: Facts;
  readonly #first: readonly string[];
  readonly #opened: string[];
  readonly #hidden: Set<Kind>;
  readonly #figure: Figure;
  readonly #status = make("p", { class: "note", role: "status" });
  readonly #bar = make("p", { class: "chosen", "aria-live": "polite" });
  readonly #list = make("details", { class: "drawn-things" });
  readonly #more: HTMLButtonElement;
  #limit = MOST;
  #all: readonly Fact[];
  #byEdge: ReadonlyMap<string, Fact> = new Map();
  #grown: Grown;
  #chosen = "";

  constructor(private readonly page: Page, private readonly given: readonly Fact[], private readonly subject: Entity) {
    this.#facts = page.facts();
    this.#first = networkOf(this.#facts, given, subject).network.nodes.map((node) => node.id);
    this.#opened = readEntities(page, page.state["step"] ?? "");
    this.#hidden = new Set(KINDS.filter((kind) => (page.state["hide"] ?? "").split(",").includes(kind)));
    this.#all = this.#gather();
    this.#grown = this.#grow();
    this.#figure = new Figure(page, { title: this.#title(), legend: say("legend_lines"), draw: (palette) => this.#draw(palette) });
    this.#more = button(say("show_more", { count: MORE }), () => {
      this.#limit += MORE;
      this.show();
    });
    const { element } = this.#figure.stage;
    element.addEventListener("click", (event) => this.#click(event.target as Element));
    element.addEventListener("dblclick", (event) => this.#expand((event.target as Element).closest("[data-node]")?.getAttribute("data-node") ?? ""));
    element.addEventListener("keydown", (event) => { if (event.key === "Escape") this.#choose(""); });
    this.element.append(this.#legend(), this.#figure.element, this.#bar, this.#status, this.#more, this.#list);
  }

  show(): void {
    this.#all = this.#gather();
    this.#grown = this.#grow();
    this.#figure.show();
    const { network, leftOut } = this.#grown;
    const left = [...leftOut.values()].reduce((sum, count) => sum + count, 0);
    this.#status.textContent = say("drawn", { nodes: network.nodes.length, edges: network.edges.length, left });
    this.#more.hidden = left === 0;
    this.#fillList();
    this.#mark();
  }

  #title(): string {
    return document.getElementById("view-title")?.textContent || (this.subject < 0 ? say("see_graph") : this.#facts.name(this.subject));
  }

  #gather(): Fact[] {
    return [...new Set([...this.given, ...this.#opened.flatMap((id) => this.#facts.of(Number(id)))])];
  }

  #grow(): Grown {
    const { network, byEdge } = networkOf(this.#facts, this.#all, this.subject);
    this.#byEdge = byEdge;
    const grown = grow(know(network), { subject: String(this.subject), first: this.#first, opened: this.#opened, limit: this.#limit, hidden: this.#hidden });
    return { ...grown, more: this.#countMore(grown, new Set(network.nodes.map((node) => node.id))) };
  }

  /** What a step from each drawn thing would bring: all that is known, not only what is drawn from. */
  #countMore({ network }: Grown, reached: ReadonlySet<string>): Map<string, number> {
    const more = new Map<string, number>();
    for (const { id } of network.nodes) {
      if (this.#opened.includes(id)) continue;
      const fresh = new Set<Entity>();
      for (const fact of this.#facts.of(Number(id))) {
        const other = String(fact.source) === id ? fact.target : fact.source;
        if (isDrawn(fact) && !reached.has(String(other)) && !this.#hidden.has(kindOf(this.#facts, other))) fresh.add(other);
      }
      if (fresh.size) more.set(id, fresh.size);
    }
    return more;
  }

  #draw(palette: Palette): Drawing {
    const title = (thing: Node | Edge): string => {
      const fact = this.#byEdge.get(thing.id);
      return fact && "source" in thing ? `${evidenceOf(this.#facts, fact).title} · ${relation(fact)} · ${basisWords(fact)}` : this.#facts.name(Number(thing.id));
    };
    const scene = drawScene(this.#grown.network, { palette, title, more: this.#grown.more });
    const { left, top, right, bottom } = scene.box;
    return {
      shapes: [...scene.frames, ...scene.edges, ...scene.nodes],
      box: { left: left - MARGIN, top: top - MARGIN, right: right + 2 * MARGIN, bottom: bottom + MARGIN },
      centre: scene.places.get(this.#chosen || String(this.subject)),
    };
  }

  #legend(): HTMLElement {
    const kinds = KINDS.filter((kind) => this.#grown.network.nodes.some((node) => node.kind === kind) || this.#hidden.has(kind));
    const boxes = kinds.map((kind) => {
      const box = make("input", { type: "checkbox", checked: !this.#hidden.has(kind) });
      box.addEventListener("change", () => {
        if (box.checked) this.#hidden.delete(kind);
        else this.#hidden.add(kind);
        this.page.keep({ hide: [...this.#hidden].join(",") });
        this.show();
      });
      return make("label", { class: `kind ${kind}` }, box, ` ${KIND_SIGNS[kind]} ${sayIf(`kind.${kind}`)}`);
    });
    return make("div", { class: "legend", role: "group", "aria-label": say("legend") }, ...boxes);
  }

  #click(target: Element): void {
    const edge = target.closest("[data-edge]")?.getAttribute("data-edge");
    const node = target.closest("[data-node]")?.getAttribute("data-node");
    const fact = edge ? this.#byEdge.get(edge) : undefined;
    if (target.closest(".more") && node) this.#expand(node);
    else if (fact) this.page.showEvidence([evidenceOf(this.#facts, fact)], 0, this.#figure.stage.element);
    else this.#choose(node ?? "");
  }

  #expand(id: string): void {
    if (id === "" || this.#opened.includes(id)) return;
    this.#opened.push(id);
    this.#chosen = id;
    const { iri } = this.page.payload.entities;
    this.page.keep({ step: this.#opened.map((one) => iri[Number(one)] ?? "").join(" ") });
    this.show();
    this.#choose(id);
  }

  /** Let one thing stand out with what it is joined to, and say what can be done with it. */
  #choose(id: string): void {
    this.#chosen = id;
    this.#mark();
    if (id === "") return this.#bar.replaceChildren();
    const node = this.#grown.network.nodes.find((one) => one.id === id);
    if (!node) return this.#bar.replaceChildren();
    const more = this.#grown.more.get(id) ?? 0;
    this.#bar.replaceChildren(
      make("b", { class: `kind ${node.kind}` }, `${KIND_SIGNS[node.kind]} `), make("span", { lang: "ja" }, this.#facts.name(Number(id))), " ",
      button(say("open_card"), () => this.page.openEntity(Number(id)), { class: "open-card" }), " ",
      ...(more ? [button(say("one_step", { count: more }), () => this.#expand(id), { class: "one-step" })] : []),
    );
    return undefined;
  }

  #mark(): void {
    const { svg } = this.#figure.stage;
    const lit = new Set<string>();
    for (const edge of this.#grown.network.edges) {
      if (edge.source === this.#chosen || edge.target === this.#chosen) lit.add(edge.source).add(edge.target).add(edge.id);
    }
    if (this.#chosen) lit.add(this.#chosen);
    for (const element of svg?.querySelectorAll("[data-node], [data-edge]") ?? []) {
      const id = element.getAttribute("data-node") ?? element.getAttribute("data-edge") ?? "";
      element.classList.toggle("faint", this.#chosen !== "" && !lit.has(id));
    }
  }

  /** The picture without seeing it: its things, each with its step, and its facts. */
  #fillList(): void {
    const { network, more } = this.#grown;
    const items = network.nodes.map((node) => {
      const count = more.get(node.id) ?? 0;
      const step = count ? [" ", button(`＋${count}`, () => this.#expand(node.id), { class: "step", "aria-label": `${this.#facts.name(Number(node.id))}: ${say("one_step", { count })}` })] : [];
      const open = button(this.#facts.name(Number(node.id)), () => this.#choose(node.id), { class: "name", lang: "ja" });
      return make("li", {}, make("span", { class: `kind ${node.kind}`, title: sayIf(`kind.${node.kind}`) }, `${KIND_SIGNS[node.kind]} `), open, ...step);
    });
    const rows = network.edges.flatMap((edge) => this.#byEdge.get(edge.id) ?? []).map((fact) => factRow(this.#facts, fact));
    const table = makeTable(this.page, { id: "drawn", name: say("drawn_facts"), columns: factColumns(), rows, empty: say("none") });
    this.#list.replaceChildren(make("summary", {}, say("drawn_things", { nodes: items.length, edges: rows.length })), make("ul", {}, ...items), table);
  }
}

function readEntities(page: Page, iris: string): string[] {
  return iris.split(" ").map((iri) => page.payload.entities.iri.indexOf(iri)).filter((entity) => entity >= 0).map(String);
}
