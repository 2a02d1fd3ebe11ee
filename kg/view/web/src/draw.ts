/** The graph of what is shown: its facts as a small layered picture, with evidence and cards. */

import type { Answered } from "./answer";
import { entitiesAt, spansAt } from "./answer";
import { basisWords, evidenceOf, relation } from "./describe";
import { button, make } from "./dom";
import type { Fact, Facts } from "./facts";
import { mount } from "./network/dom";
import { type Grown, type Growth, type Known, MORE, MOST, grow, know } from "./network/grow";
import type { Basis, Edge, Kind, Network, Node } from "./network/model";
import { DARK, LIGHT } from "./network/palette";
import { drawScene } from "./network/scene";
import type { Page } from "./page";
import type { Entity } from "./payload";
import { say, sayIf } from "./words";

/** Facts as a network; only a record that names the speaker joins people to themes. */
export function networkOf(facts: Facts, given: readonly Fact[], subject: Entity): { network: Network; byEdge: Map<string, Fact> } {
  const byEdge = new Map<string, Fact>();
  const edges: Edge[] = [];
  const ends = new Set<Entity>(subject >= 0 ? [subject] : []);
  given.forEach((fact, number) => {
    if (fact.source < 0 || fact.target < 0 || fact.source === fact.target) return;
    // A meeting is no part of the body that holds it, and the layout has no place for that.
    if (fact.kind === "meeting") return;
    const id = `e${number}`;
    byEdge.set(id, fact);
    ends.add(fact.source).add(fact.target);
    edges.push({
      id, source: String(fact.source), target: String(fact.target), kind: fact.kind, name: fact.words, basis: basisOf(fact),
      mode: fact.absent || fact.mode === null ? null : fact.mode === "mixed" ? "unknown" : fact.mode, proxy: fact.proxy, named: fact.kind === "statement",
    });
  });
  const nodes = [...ends].map((entity): Node => ({ id: String(entity), name: facts.payload.entities.name[entity] ?? "", kind: kindOf(facts, entity) }));
  return { network: { subject: String(subject), nodes, edges }, byEdge };
}

function kindOf(facts: Facts, entity: Entity): Kind {
  const kind = facts.kind(entity);
  return kind === "council" ? "organization" : kind;
}

function basisOf(fact: Fact): Basis {
  const order: readonly Basis[] = ["inferred", "default", "legend"];
  if (fact.kind === "attendance") return fact.modeBasis === "outside" ? "inferred" : fact.modeBasis;
  return order.find((one) => fact.bases.includes(one)) ?? "stated";
}

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
  for (const fact of found) for (const end of [fact.source, fact.target]) counts.set(end, (counts.get(end) ?? 0) + (given.has(end) ? 1000 : 1));
  const [subject = -1] = [...counts].sort((a, b) => b[1] - a[1]).map(([entity]) => entity);
  return { facts: [...found], subject };
}

/** Draw *given*, and let it grow step by step by all that is known. */
export function drawGraph(page: Page, host: HTMLElement, given: readonly Fact[], subject: Entity): void {
  const facts = page.facts();
  const opened: string[] = [];
  const hidden = new Set<Kind>();
  let limit = MOST;
  let all = [...given];
  const drawn = make("div", { class: "drawn" });
  const status = make("p", { class: "note", role: "status" });
  const expand = (id: string): void => {
    opened.push(id);
    all = [...new Set([...all, ...facts.of(Number(id))])];
    show();
  };
  const boxes = make("div", { class: "legend", role: "group", "aria-label": say("legend") });
  const show = (): void => {
    const { network, byEdge } = networkOf(facts, all, subject);
    const known: Known = know(network);
    const first = network.nodes.map((node) => node.id).filter((id) => opened.length === 0 || given.some((fact) => String(fact.source) === id || String(fact.target) === id));
    const growth: Growth = { subject: String(subject), first, opened, limit, hidden };
    const grown = grow(known, growth);
    drawLegend(boxes, network, hidden, show);
    drawn.replaceChildren(picture(page, facts, grown, byEdge, expand));
    const left = [...grown.leftOut.values()].reduce((sum, count) => sum + count, 0);
    status.textContent = say("drawn", { nodes: grown.network.nodes.length, edges: grown.network.edges.length, left });
    more.hidden = left === 0;
  };
  const more = button(say("show_more", { count: MORE }), () => {
    limit += MORE;
    show();
  });
  host.replaceChildren(boxes, drawn, status, more);
  show();
}

const signs: Readonly<Record<Kind, string>> = { person: "●", organization: "■", meeting: "★", "agenda-item": "▲", handout: "▤", theme: "◆" };

function drawLegend(boxes: HTMLElement, network: Network, hidden: Set<Kind>, show: () => void): void {
  const kinds = (Object.keys(signs) as Kind[]).filter((kind) => network.nodes.some((node) => node.kind === kind));
  if (boxes.childElementCount) return;
  boxes.replaceChildren(...kinds.map((kind) => {
    const box = make("input", { type: "checkbox", checked: true });
    box.addEventListener("change", () => {
      if (box.checked) hidden.delete(kind);
      else hidden.add(kind);
      show();
    });
    return make("label", { class: `kind ${kind}` }, box, ` ${signs[kind]} ${sayIf(`kind.${kind}`)}`);
  }));
  boxes.append(make("span", { class: "note" }, say("legend_lines")));
}

function picture(page: Page, facts: Facts, grown: Grown, byEdge: ReadonlyMap<string, Fact>, expand: (id: string) => void): SVGElement {
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const title = (thing: Node | Edge): string => {
    const fact = byEdge.get(thing.id);
    return fact && "source" in thing ? `${evidenceOf(facts, fact).title} · ${relation(fact)} · ${basisWords(fact)}` : facts.name(Number(thing.id));
  };
  const scene = drawScene(grown.network, { palette: dark ? DARK : LIGHT, title, more: grown.more });
  const { left, top, right, bottom } = scene.box;
  const margin = 40;
  const svg = mount({
    tag: "svg", attributes: { viewBox: `${left - margin} ${top - margin} ${right - left + 2 * margin} ${bottom - top + 2 * margin}`, "aria-hidden": "true", class: "network" },
    children: [...scene.frames, ...scene.edges, ...scene.nodes],
  });
  svg.addEventListener("click", (event) => {
    const target = event.target as Element;
    const edge = target.closest("[data-edge]")?.getAttribute("data-edge");
    const node = target.closest("[data-node]")?.getAttribute("data-node");
    const fact = edge ? byEdge.get(edge) : undefined;
    if (target.closest(".more") && node) expand(node);
    else if (fact) page.showEvidence([evidenceOf(facts, fact)], 0);
    else if (node) page.openEntity(Number(node));
  });
  return svg;
}
