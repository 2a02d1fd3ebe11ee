/** What the graph does not know: counted and listed, each with the words that leave it open. */

import { linesOf, placesOf } from "./describe";
import { button, make } from "./dom";
import type { Facts } from "./facts";
import type { Page } from "./page";
import type { Cell } from "./table";
import { makeTable } from "./table";
import { language, say, sayIf } from "./words";

export const DOUBTS = ["modes", "principals", "withheld", "candidates", "gaps", "absences", "open", "unread", "refused"] as const;
type Doubt = (typeof DOUBTS)[number];
type Rows = readonly (readonly Cell[])[];

export function makeDoubts(page: Page): HTMLElement {
  const facts = page.facts();
  const asked = DOUBTS.find((one) => one === page.state["doubt"]);
  const rows = new Map(DOUBTS.map((one) => [one, rowsOf(page, facts, one)] as const));
  const chosen = asked ?? DOUBTS.find((one) => rows.get(one)!.length > 0) ?? "modes";
  const items = DOUBTS.map((one) => {
    const act = button(sayIf(`doubt.${one}`), () => page.go({ doubt: one }), { "aria-pressed": String(one === chosen) });
    return make("li", {}, act, " ", make("b", {}, String(rows.get(one)!.length)));
  });
  return make(
    "section", {}, make("h1", { id: "view-title", tabindex: -1 }, say("doubts")), make("p", { class: "note" }, say("doubts_hint")),
    make("ul", { class: "doubts" }, ...items), make("p", { class: "note" }, sayIf(`doubt.${chosen}.why`)),
    makeTable(page, { name: sayIf(`doubt.${chosen}`), columns: [say("column.who"), say("column.words"), say("column.where"), say("evidence")], rows: rows.get(chosen)!, empty: say("none") }),
  );
}

function rowsOf(page: Page, facts: Facts, doubt: Doubt): Rows {
  const { attendances: a, codes, statements: s, candidates: c, gaps: g, meetings: m, open, unread, refused } = page.payload;
  const line = (what: Cell, words: string, where: Cell, spans: readonly number[]): Cell[] => [
    what, { text: words }, where,
    { text: linesOf(page.payload, spans), evidence: spans.length ? { title: `${sayIf(`doubt.${doubt}`)}: ${what.text} ${words}`, places: placesOf(page.payload, spans) } : undefined },
  ];
  const thing = (entity: number): Cell => ({ text: facts.name(entity), entity });
  const attendance = (row: number): Cell[] => line(thing(a.agent[row]!), a.asWritten[row]!, thing(a.meeting[row]!), a.spans[row]!);
  const pick = (column: readonly unknown[], fits: (row: number) => boolean): number[] => column.flatMap((_, row) => (fits(row) ? [row] : []));
  switch (doubt) {
    case "modes":
      return pick(a.agent, (row) => a.mode[row]! < 0 && codes.name[a.status[row]!] !== "status-absent").map(attendance);
    case "principals":
      return pick(a.agent, (row) => codes.name[a.capacity[row]!] === "capacity-proxy" && a.principal[row]! < 0).map(attendance);
    case "withheld":
      return pick(s.iri, (row) => s.speaker[row]! < 0).map((row) => line({ text: s.speakerLabel[row] || say("unknown") }, codes.ja[s.attribution[row]!] ?? "", thing(s.meeting[row]!), s.spans[row]!));
    case "candidates":
      return pick(c.iri, (row) => codes.name[c.verdict[row]!] === "verdict-unsure").map((row) => {
        const [one, two] = c.people[row]!;
        const spans = c.attendances[row]!.flatMap((seen) => a.spans[seen] ?? []);
        return line(thing(one ?? -1), c.clues[row]!.join("、"), two === undefined ? { text: "" } : { ...thing(two), text: `≟ ${facts.name(two)}` }, spans);
      });
    case "gaps":
      return g.council.map((council, row) => line(thing(council), (language() === "ja" ? g.labelJa[row] : g.labelEn[row]) || `第${g.number[row]!}回`, thing(g.meetings[row]?.[0] ?? council), page.payload.entities.spans[g.meetings[row]?.[0] ?? -1] ?? []));
    case "absences":
      return pick(m.entity, (row) => m.unnamedAbsences[row]! !== 0).map((row) => line(thing(m.entity[row]!), m.unnamedAbsences[row]! < 0 ? say("absences_silent") : say("absences_unnamed", { count: m.unnamedAbsences[row]! }), thing(m.council[row]!), page.payload.entities.spans[m.entity[row]!] ?? []));
    case "open":
      return open.words.map((words, row) => wholeLine(page, words, open.candidates[row]!.join("、") || say("nobody_fits"), open.document[row]!, open.line[row]!));
    case "unread":
      return unread.words.map((words, row) => wholeLine(page, words, "", unread.document[row]!, unread.line[row]!));
    case "refused":
      return refused.where.map((where, row) => [{ text: where }, { text: refused.reason[row]! }, { text: "" }, { text: "" }]);
  }
}

/** A line without a span of its own: shown whole. */
function wholeLine(page: Page, words: string, note: string, document: number, line: number): Cell[] {
  return [{ text: words }, { text: note }, { text: `${page.payload.documents.title[document] ?? ""} L${line}` }, { text: `L${line}`, evidence: { title: words, places: [{ doc: document, start: -line, end: -line }] } }];
}
