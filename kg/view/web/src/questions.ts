/** The view of all questions by what they are about, and of one question with its answer. */

import { type Answered, answerQuestion, queryOf, sparqlOf } from "./answer";
import { meaning } from "./binding";
import { button, make } from "./dom";
import { missing } from "./missing";
import type { Page } from "./page";
import type { Question } from "./payload";
import { label, makeSentence } from "./sentence";
import { makeTable } from "./table";
import { language, say, sayIf } from "./words";

/** Triples that take so long to load that the reader should know why he waits. */
const many = 200_000;
const groups = ["person", "organization", "council", "meeting", "theme", "record"] as const;

/** What a question is about: what must be given, else what may be. */
export function groupOf(question: Question): (typeof groups)[number] {
  const parameter = question.parameters.find((one) => one.required) ?? question.parameters[0];
  const kinds: Readonly<Record<string, (typeof groups)[number]>> = {
    person: "person", "family-name": "person", organization: "organization", registered: "organization", council: "council", meeting: "meeting", theme: "theme",
  };
  return kinds[parameter?.kind ?? ""] ?? "record";
}

export function makeQuestions(page: Page): HTMLElement {
  const { questions } = page.payload;
  const sections = groups.flatMap((group) => {
    const own = questions.filter((one) => groupOf(one) === group);
    const items = own.map((one) => make("li", {}, button(language() === "ja" ? one.titleJa : one.titleEn, () => page.go({ q: one.name }, true), { class: "name", "data-question": one.name })));
    return own.length ? [make("section", {}, make("h2", {}, sayIf(`group.${group}`), " ", make("small", {}, String(own.length))), make("ul", { class: "questions" }, ...items))] : [];
  });
  return make("section", {}, make("h1", { id: "view-title", tabindex: -1 }, say("all_questions", { count: questions.length })), make("div", { class: "columns" }, ...sections));
}

/** The sentence at once; the answer when the engine has it. */
export function makeQuestion(page: Page, question: Question, drawGraph: (host: HTMLElement, answered: Answered) => void): HTMLElement {
  const title = language() === "ja" ? question.titleJa : question.titleEn;
  const output = make("div", { class: "answer", "aria-live": "polite" });
  const values = Object.fromEntries(question.parameters.map((one) => [one.name, page.state[one.name] ?? ""]));
  const query = queryOf(page, question);
  const missing = query === null;
  if (query === null) output.append(make("p", { class: "note" }, missingWords(page, question)));
  else void answer(page, question, query, output, drawGraph);
  return make(
    "section", { class: "question" }, make("h1", { id: "view-title", tabindex: -1 }, title),
    makeSentence(page, question, values, missing), output,
  );
}

function missingWords(page: Page, question: Question): string {
  const unknown = question.parameters.find((one) => (page.state[one.name] ?? "") !== "");
  const example = fits(page, question) ? say("example", { example: exampleWords(question) }) : "";
  return unknown ? `${say("unknown_value", { label: language() === "ja" ? unknown.labelJa : unknown.labelEn, value: page.state[unknown.name] ?? "" })} ${example}` : `${say("choose")} ${example}`;
}

/** The example in the words of the blanks: 人物「北川 進」, not person=北川 進, which is for a command. */
function exampleWords(question: Question): string {
  const parts = question.example.split(";").map((part) => part.split("=").map((one) => one.trim()));
  return parts.map(([name = "", value = ""]) => {
    const parameter = question.parameters.find((one) => one.name === name);
    return say("example_value", { label: parameter ? label(parameter) : name, value });
  }).join(say("example_join"));
}

/** Whether the example of a question is one of these records. */
function fits(page: Page, question: Question): boolean {
  return question.example.split(";").every((part) => {
    const [name = "", value = ""] = part.split("=").map((one) => one.trim());
    const parameter = question.parameters.find((one) => one.name === name);
    return parameter !== undefined && meaning(page.payload, parameter, value) !== null;
  });
}

async function answer(page: Page, question: Question, query: string, output: HTMLElement, drawGraph: (host: HTMLElement, answered: Answered) => void): Promise<void> {
  output.setAttribute("aria-busy", "true");
  const { triples } = page.payload.counts;
  output.replaceChildren(make("p", { role: "status" }, say("asking"), triples > many ? ` ${say("asking_many", { count: triples.toLocaleString("ja") })}` : ""));
  try {
    const answered = await answerQuestion(page, question, query);
    const graph = make("div", { class: "graph-of-answer" });
    const draw = (): void => {
      page.keep({ show: "graph" });
      drawGraph(graph, answered);
    };
    const tools = make("p", { class: "tools" }, ...(answered.rows.length ? [button(say("see_graph"), draw)] : []));
    output.replaceChildren(
      tools, graph, ...(answered.cut ? [make("p", { class: "note" }, say("cut", { count: answered.rows.length }))] : []),
      makeTable(page, { name: language() === "ja" ? question.titleJa : question.titleEn, columns: answered.columns, rows: answered.rows, empty: answered.empty }),
      sparqlOf(page, query),
    );
    page.tell(answered.rows.length ? say("rows", { count: answered.rows.length }) : answered.empty);
    if (page.state["show"] === "graph" && answered.rows.length) draw();
  } catch (error) {
    output.replaceChildren(missing(error, () => void answer(page, question, query, output, drawGraph)), sparqlOf(page, query));
  } finally {
    output.removeAttribute("aria-busy");
  }
}
