/** The evidence panel: the lines that a fact rests on, every span marked. */

import { button, copy, make } from "./dom";
import { missing } from "./missing";
import type { Evidence, Page, Place } from "./page";
import { type Passage, Text, passagesOf } from "./passage";
import { makePassage } from "./quote";
import { say } from "./words";

const texts = new Map<number, Text>();

export class EvidencePanel {
  readonly element = make("aside", { id: "evidence", "aria-labelledby": "evidence-title" });
  #list: readonly Evidence[] = [];
  #at = 0;
  #from: HTMLElement | null = null;

  constructor(private readonly page: Page) {
    this.element.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.close();
    });
    this.#rest();
  }

  async show(list: readonly Evidence[], at: number, from?: HTMLElement): Promise<void> {
    const evidence = list[at];
    if (evidence === undefined) return;
    [this.#list, this.#at] = [list, at];
    this.#from = from ?? this.#from;
    this.page.keep({ ev: writePlaces(this.page, evidence.places) });
    this.#fill([make("p", { role: "status" }, say("reading"))]);
    try {
      const whole = await this.page.texts();
      const textOf = (doc: number): Text => {
        const known = texts.get(doc) ?? new Text(whole[doc] ?? "");
        texts.set(doc, known);
        return known;
      };
      this.#fill([...this.#passages(evidence, passagesOf(evidence.places, textOf))]);
    } catch (error) {
      this.#fill([missing(error, () => void this.show(list, at))]);
    }
    this.element.querySelector<HTMLElement>("h2")?.focus({ preventScroll: true });
    if (this.element.getBoundingClientRect().top > innerHeight - 120 || this.element.getBoundingClientRect().bottom < 0) this.element.scrollIntoView({ block: "start" });
  }

  close(): void {
    this.#rest();
    this.page.keep({ ev: "" });
    if (this.#from?.isConnected) this.#from.focus();
    this.#from = null;
  }

  /** Before anything is shown. */
  #rest(): void {
    const heading = make("h2", { id: "evidence-title", tabindex: -1 }, say("evidence"));
    this.element.replaceChildren(heading, make("p", { class: "note" }, say("evidence_hint")));
  }

  #fill(parts: readonly HTMLElement[]): void {
    const evidence = this.#list[this.#at];
    const step = (by: number): HTMLButtonElement => {
      const one = button(say(by < 0 ? "previous" : "next"), () => void this.show(this.#list, this.#at + by));
      one.disabled = this.#list[this.#at + by] === undefined;
      return one;
    };
    const place = say("evidence_place", { at: this.#at + 1, count: this.#list.length });
    this.element.replaceChildren(
      make("h2", { id: "evidence-title", tabindex: -1 }, say("evidence")),
      make("p", { class: "fact", lang: "ja" }, evidence?.title ?? ""),
      ...parts,
      make("div", { class: "steps" }, step(-1), make("span", { class: "note" }, place), step(1), button(say("close"), () => this.close())),
    );
    this.element.scrollTop = 0;
  }

  *#passages(evidence: Evidence, passages: readonly Passage[]): Generator<HTMLElement> {
    if (!passages.length) yield make("p", { class: "note" }, say("no_evidence"));
    let doc = -1;
    for (const passage of passages) {
      if (passage.doc !== doc) yield this.#source(passage.doc);
      doc = passage.doc;
      yield makePassage(`L${passage.line}`, passage.parts);
    }
    if (evidence.note) yield make("p", { class: "note" }, evidence.note);
    yield this.#report(evidence, passages);
  }

  #source(doc: number): HTMLElement {
    const { documents, pages, meetings } = this.page.payload;
    const title = documents.title[doc] || documents.name[doc] || "";
    const lines = make("p", { class: "source" }, make("cite", { lang: "ja" }, title));
    const url = documents.url[doc] ?? "";
    if (/^https?:\/\//.test(url)) lines.append(" ", make("a", { href: url, rel: "noreferrer noopener", target: "_blank" }, say("official")));
    const meeting = meetings.entity[meetings.document.indexOf(doc)];
    const file = meeting === undefined ? undefined : pages.file[pages.meeting.indexOf(meeting)];
    if (file && /^[\w.-]+\.html$/.test(file)) lines.append(" ", make("a", { href: file }, say("page_of_meeting")));
    lines.append(" ", make("small", {}, documents.name[doc] ?? ""));
    return lines;
  }

  #report(evidence: Evidence, passages: readonly Passage[]): HTMLElement {
    const { documents, version } = this.page.payload;
    const quoted = passages.map((one) => `${documents.name[one.doc] ?? ""} (sha256 ${(documents.sha256[one.doc] ?? "").slice(0, 12)}) L${one.line}\n  ${one.parts.map((part) => (part.marked ? `【${part.text}】` : part.text)).join("")}`);
    const text = say("report_text", { fact: evidence.title, lines: quoted.join("\n"), version, address: location.hash });
    const field = make("textarea", { readonly: true, rows: 8, "aria-label": say("report") });
    field.value = text;
    const done = make("span", { role: "status" });
    const act = button(say("copy"), () => void copy(text, field).then(() => { done.textContent = say("copied"); }));
    return make("details", { class: "report" }, make("summary", {}, say("report")), make("p", { class: "note" }, say("report_hint")), field, act, " ", done);
  }
}

/** Places in the address: 47d80a165bdf:24,33/36,42. */
export function writePlaces(page: Page, places: readonly Place[]): string {
  const byDocument = new Map<number, string[]>();
  for (const { doc, start, end } of places) byDocument.set(doc, [...(byDocument.get(doc) ?? []), `${start},${end}`]);
  return [...byDocument].map(([doc, spans]) => `${page.payload.documents.id[doc] ?? ""}:${spans.join("/")}`).join("_");
}

export function readAddress(page: Page, text: string): Place[] {
  return text.split("_").flatMap((part) => {
    const [id = "", spans = ""] = part.split(":");
    const doc = page.payload.documents.id.indexOf(id);
    if (doc < 0) return [];
    return spans.split("/").map((span) => {
      const [start = -1, end = -1] = span.split(",").map(Number);
      return { doc, start, end };
    });
  });
}
