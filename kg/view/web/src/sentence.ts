/** A question as a sentence, with a box to fill for each of its blanks. */

import { choiceText, meaning } from "./binding";
import { type Choosable, makeCombobox } from "./combobox";
import { note } from "./describe";
import { button, make } from "./dom";
import { key } from "./fold";
import type { Page } from "./page";
import type { Entity, Question, QuestionParameter } from "./payload";
import { Search } from "./search";
import { language, say, sayIf } from "./words";

/** The questions that stand on the first view, as sentences of their own. */
export const FRONT = [
  "who-attended", "who-came-from", "posts-over-time", "statements-on-a-theme", "who-attended-as-proxy", "handouts-by-agenda-item",
] as const;
const most = 30;

interface Option extends Choosable {
  readonly value: string;
}

const indexes = new Map<string, (typed: string) => readonly Option[]>();
let boxes = 0;

/** *values* stand in the boxes at first; a change goes to the question with all of them. */
export function makeSentence(page: Page, question: Question, values: Readonly<Record<string, string>> = {}, focus = false): HTMLElement {
  const given: Record<string, string> = { ...values };
  const ask = (): void => page.go({ q: question.name, ...given }, true);
  const complain = make("span", { class: "note", role: "status" });
  const go = (): void => {
    const wrong = question.parameters.find((one) => (given[one.name] ?? "") === "" ? one.required : meaning(page.payload, one, given[one.name]!) === null);
    if (wrong) complain.textContent = (given[wrong.name] ?? "") === "" ? say("fill", { label: label(wrong) }) : say("unknown_value", { label: label(wrong), value: given[wrong.name]! });
    else ask();
  };
  const title = language() === "ja" ? question.titleJa : question.titleEn;
  const words = sayIf(`sentence.${question.name}`, "");
  const used = new Set<string>();
  const box = (parameter: QuestionParameter): HTMLElement => {
    used.add(parameter.name);
    return blank(page, question, parameter, given, go);
  };
  const parts: (HTMLElement | string)[] = words === "" ? [`${title} `] : words.split(/(\{\w+\})/).map((part) => {
    const parameter = question.parameters.find((one) => part === `{${one.name}}`);
    return parameter ? box(parameter) : part;
  });
  for (const parameter of question.parameters) if (!used.has(parameter.name)) parts.push(make("label", { class: "blank" }, `${label(parameter)} `, box(parameter)));
  const form = make("form", { class: "sentence", "aria-label": title }, ...parts, " ", button(say("answer"), go, { class: "go" }), complain);
  form.addEventListener("submit", (event) => event.preventDefault());
  if (focus) setTimeout(() => form.querySelector<HTMLElement>("input")?.focus());
  return form;
}

export function label(parameter: QuestionParameter): string {
  return language() === "ja" ? parameter.labelJa : parameter.labelEn;
}

function blank(page: Page, question: Question, parameter: QuestionParameter, given: Record<string, string>, go: () => void): HTMLElement {
  boxes += 1;
  const set = (value: string): void => {
    given[parameter.name] = value.trim();
  };
  const title = language() === "ja" ? question.titleJa : question.titleEn;
  const shown = given[parameter.name] ?? "";
  const own = shown.includes("/") ? page.payload.entities.iri.indexOf(shown) : -1;
  const { element, input } = makeCombobox<Option>({
    id: `blank-${boxes}`, label: `${label(parameter)}: ${title}`, placeholder: label(parameter) + (parameter.required ? "" : say("optional")), value: own >= 0 ? page.facts().name(own) : shown,
    find: finder(page, parameter.kind), eager: true, tell: (told) => page.tell(told),
    count: (options) => say("options", { count: options }),
    choose: (option) => {
      set(option.value);
      input.value = option.text;
      if (question.parameters.every((one) => !one.required || given[one.name])) go();
    },
    take: (typed) => {
      set(typed);
      go();
    },
  });
  input.dataset["blank"] = parameter.name;
  input.addEventListener("input", () => set(input.value));
  return element;
}

/** What may stand in a blank of this kind, found by any of its names. */
function finder(page: Page, kind: string): (typed: string) => readonly Option[] {
  const known = indexes.get(kind);
  if (known) return known;
  const find = makeFinder(page, kind);
  indexes.set(kind, find);
  return find;
}

function makeFinder(page: Page, kind: string): (typed: string) => readonly Option[] {
  const choice = page.payload.choices[kind];
  if (choice === undefined) return () => [];
  let made: { options: Option[]; search: Search } | undefined;
  const make_ = (): { options: Option[]; search: Search } => {
    const things = new Map<string, { entity: Entity; texts: string[] }>();
    const meanings = new Map<string, Set<string>>();
    choice.text.forEach((_, row) => {
      const entity = choice.entity[row] ?? -1;
      const id = choice.term[row] || `#${entity}`;
      const text = choiceText(page.payload, choice, row);
      const thing = things.get(id) ?? { entity, texts: [] };
      thing.texts.push(text);
      things.set(id, thing);
      meanings.set(key(text), (meanings.get(key(text)) ?? new Set()).add(id));
    });
    const facts = page.facts();
    const { entities } = page.payload;
    const found = [...things.values()].map(({ entity, texts }) => {
      const text = entity >= 0 ? best(facts.name(entity), texts) : texts[0] ?? "";
      const alone = (meanings.get(key(text))?.size ?? 0) === 1;
      const option: Option = { text, value: alone || entity < 0 ? text : entities.iri[entity] ?? text, note: entity >= 0 ? note(facts, entity) : "" };
      const names = entity >= 0 ? [...texts, ...(entities.forms[entity] ?? []), entities.reading[entity] ?? "", entities.english[entity] ?? ""] : texts;
      // A theme of no record would have no answer: what is in the records comes first.
      return { option, names, weight: entity >= 0 ? 1 + (entities.spans[entity]?.length ?? 0) : 0 };
    });
    found.sort((a, b) => b.weight - a.weight);
    return { options: found.map((one) => one.option), search: new Search(found) };
  };
  return (typed) => {
    made ??= make_();
    if (typed.trim() === "") return made.options.slice(0, most);
    return made.search.find(typed, most).map((place) => made!.options[place]!);
  };
}

function best(name: string, texts: readonly string[]): string {
  return texts.find((text) => key(text) === key(name)) ?? texts.reduce((a, b) => (b.length > a.length ? b : a), "");
}
