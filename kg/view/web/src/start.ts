/** The first view: three ranked lists, and questions as sentences with blanks. */

import { button, make } from "./dom";
import type { Facts } from "./facts";
import type { Page } from "./page";
import type { Entity } from "./payload";
import { FRONT, makeSentence } from "./sentence";
import { say } from "./words";

const length = 8;

export function makeStart(page: Page): HTMLElement {
  const facts = page.facts();
  return make(
    "section", { class: "start" },
    make("h1", { id: "view-title", tabindex: -1 }, say("start")),
    make("h2", {}, say("questions_front")),
    make("div", { class: "sentences" }, ...FRONT.flatMap((name) => {
      const question = page.payload.questions.find((one) => one.name === name);
      return question ? [makeSentence(page, question)] : [];
    })),
    make("p", {}, button(say("all_questions", { count: page.payload.questions.length }), () => page.go({ view: "questions" }, true))),
    make("div", { class: "ranks" }, ...ranks(page, facts)),
  );
}

function ranks(page: Page, facts: Facts): HTMLElement[] {
  const { meetings, discussions } = page.payload;
  const councils = count(meetings.council.filter((one) => one >= 0));
  // A post in a bureau is one of its ministry; absent people did not attend.
  const { organizations } = page.payload;
  const top = (entity: Entity): Entity => {
    const parent = organizations.parent[facts.organizationRow.get(entity) ?? -1] ?? -1;
    return parent < 0 ? entity : top(parent);
  };
  const { attendances, posts, codes } = page.payload;
  const present: Entity[] = [];
  attendances.agent.forEach((agent, row) => {
    if (codes.name[attendances.status[row] ?? -1] === "status-absent") return;
    const bodies = new Set((attendances.posts[row] ?? []).map((post) => posts.organization[post] ?? -1).filter((one) => one >= 0).map(top));
    if (facts.kind(agent) !== "person") bodies.add(top(agent));
    present.push(...bodies);
  });
  const pairs = new Set(discussions.theme.map((theme, row) => `${theme} ${discussions.meeting[row] ?? -1}`));
  // In as many meetings: what more passages are about.
  const themes = count([...pairs].map((pair) => Number(pair.split(" ")[0])), new Map(count(discussions.theme)));
  return [
    rank(page, facts, say("rank.councils"), say("unit.meetings"), councils),
    rank(page, facts, say("rank.organizations"), say("unit.attendances"), count(present)),
    rank(page, facts, say("rank.themes"), say("unit.meetings"), themes),
  ];
}

function count(entities: readonly Entity[], passages: ReadonlyMap<Entity, number> = new Map()): [Entity, number][] {
  const counts = new Map<Entity, number>();
  for (const one of entities) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (passages.get(b[0]) ?? 0) - (passages.get(a[0]) ?? 0) || a[0] - b[0]);
}

function rank(page: Page, facts: Facts, title: string, unit: string, counts: readonly (readonly [Entity, number])[]): HTMLElement {
  const items = counts.slice(0, length).map(([entity, number]) =>
    make("li", {}, button(facts.name(entity), () => page.openEntity(entity), { class: "name", lang: "ja" }), " ", make("b", {}, String(number)), " ", make("small", {}, unit)));
  return make("section", { class: "rank" }, make("h2", {}, title), items.length ? make("ol", {}, ...items) : make("p", { class: "note" }, say("none")));
}
