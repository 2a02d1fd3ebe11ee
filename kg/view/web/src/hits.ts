/** What the search box offers: things by name, people by post, questions, and the words of the records. */

import type { Choosable } from "./combobox";
import { note } from "./describe";
import { fold } from "./fold";
import type { Page } from "./page";
import { type Entity, KINDS, type Payload } from "./payload";
import { type Findable, Search } from "./search";
import { language, say, sayIf } from "./words";

export interface Hit extends Choosable {
  readonly act: () => void;
}

const most = { things: 40, posts: 20, questions: 5 } as const;

export function makeHits(page: Page): (typed: string) => readonly Hit[] {
  let posts: ((typed: string) => [Entity, string][]) | undefined;
  let questions: Search | undefined;
  return (typed) => {
    if (typed.trim() === "") return [];
    posts ??= findPosts(page.payload);
    questions ??= new Search(page.payload.questions.map((one) => ({ names: [one.titleJa, one.titleEn], weight: 1 })));
    const things = page.search().find(typed, most.things);
    const held = posts(typed).filter(([entity]) => !things.includes(entity)).slice(0, most.posts);
    return [
      ...byKind(things.map((entity) => hitOf(page, entity, note(page.facts(), entity)))),
      ...held.map(([entity, words]) => ({ ...hitOf(page, entity, words), group: say("hits.posts") })),
      ...questions.find(typed, most.questions).map((at) => questionHit(page, at)),
      textHit(page, typed.trim()),
    ];
  };
}

function hitOf(page: Page, entity: Entity, words: string): Hit {
  const facts = page.facts();
  const kind = facts.kind(entity);
  return { text: facts.name(entity), note: words, group: sayIf(`kind.${kind}`), mark: kind, act: () => page.openEntity(entity) };
}

/** Hits of one kind together; the kind of the best hit comes first. */
function byKind(hits: readonly Hit[]): Hit[] {
  const order = [...new Set(hits.map((hit) => hit.mark))];
  return [...hits].sort((a, b) => order.indexOf(a.mark) - order.indexOf(b.mark));
}

function questionHit(page: Page, at: number): Hit {
  const question = page.payload.questions[at]!;
  return {
    text: language() === "ja" ? question.titleJa : question.titleEn, group: say("hits.questions"), mark: "question",
    act: () => page.go({ q: question.name }, true),
  };
}

function textHit(page: Page, words: string): Hit {
  return { text: say("hits.text", { words }), group: say("hits.records"), mark: "text", act: () => page.go({ view: "text", words }, true) };
}

/** People by what they were: 座長, 局長, 委員; the words that fit best come first. */
function findPosts(payload: Payload): (typed: string) => [Entity, string][] {
  const { attendances: a, posts: p, entities, codes } = payload;
  const holders = new Map<string, Map<Entity, string>>();
  const add = (words: string, person: Entity, where: Entity): void => {
    if (words === "" || person < 0) return;
    const found = holders.get(words) ?? new Map<Entity, string>();
    if (!found.has(person)) found.set(person, where < 0 ? words : `${words}（${entities.name[where] ?? ""}）`);
    holders.set(words, found);
  };
  a.agent.forEach((person, row) => add(a.roleWord[row] || (codes.ja[a.role[row]!] ?? ""), person, a.meeting[row]!));
  p.person.forEach((person, row) => add(p.role[row]!, person, p.organization[row]!));
  const words = [...holders.keys()];
  const search = new Search(words.map((one) => ({ names: [one], weight: holders.get(one)!.size })));
  return (typed) => {
    // One letter is in nearly every post, and means none.
    if (fold(typed).length < 2) return [];
    const found = new Map<Entity, string>();
    for (const at of search.find(typed, most.posts)) for (const [person, where] of holders.get(words[at]!)!) if (!found.has(person)) found.set(person, where);
    return [...found];
  };
}

export function findables(payload: Payload): Findable[] {
  const { entities, organizations, attendances, discussions, meetings } = payload;
  const weights = new Float64Array(entities.iri.length);
  const add = (column: readonly Entity[]): void => column.forEach((one) => { if (one >= 0) weights[one] = (weights[one] ?? 0) + 1; });
  for (const column of [attendances.agent, discussions.theme, meetings.council]) add(column);
  const full = new Map(organizations.entity.map((entity, row) => [entity, organizations.full[row] ?? ""]));
  return entities.iri.map((_, entity) => ({
    names: [entities.name[entity]!, ...entities.forms[entity]!, entities.reading[entity]!, entities.english[entity]!, full.get(entity) ?? "", entities.sound[entity] ?? ""],
    // Bodies and people come before what their meetings had.
    weight: weights[entity]! + (KINDS[entities.kind[entity]!] === "agenda-item" || KINDS[entities.kind[entity]!] === "handout" ? 0 : 0.5),
  }));
}
