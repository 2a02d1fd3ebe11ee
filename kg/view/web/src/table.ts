/** The table beside everything that is shown: sorted by any column, saved as CSV and TSV. */

import { writeCsv, writeTsv } from "./csv";
import { button, make, save } from "./dom";
import type { Evidence, Page } from "./page";
import type { Entity } from "./payload";
import { compareCells, turnHeader } from "./sorting";
import { say } from "./words";

export interface Cell {
  readonly text: string;
  readonly entity?: Entity | undefined;
  readonly evidence?: Evidence | undefined;
  /** Not printed itself: default, inferred, from a legend or from outside. */
  readonly doubt?: string | undefined;
}

export interface TableSettings {
  /** Of the only table of a view, "table": the skip link leads there. */
  readonly id?: string;
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  readonly empty: string;
}

const shown = 100;
/** Names, days and modes are not broken; longer words are. */
const whole = 10;

export function makeTable(page: Page, settings: TableSettings): HTMLElement {
  const { id = "table" } = settings;
  let rows = [...settings.rows];
  let most = shown;
  const body = make("tbody");
  const more = button("", () => {
    most += shown;
    fill();
  });
  const fill = (): void => {
    const list = rows.flatMap((row) => row.flatMap((cell) => (cell.evidence ? [cell.evidence] : [])));
    body.replaceChildren(...rows.slice(0, most).map((row) => rowOf(page, row, list)));
    more.hidden = rows.length <= most;
    more.textContent = say("more_rows", { count: Math.min(shown, rows.length - most), left: rows.length - most });
  };
  const sort = (column: number, header: HTMLElement): void => {
    const up = turnHeader(header);
    rows = [...rows].sort((a, b) => (up ? 1 : -1) * compareCells(a[column]?.text ?? "", b[column]?.text ?? ""));
    fill();
  };
  const headers = settings.columns.map((title, column) => {
    const header = make("th", { scope: "col", "aria-sort": "none" });
    header.append(button(title, () => sort(column, header)));
    return header;
  });
  fill();
  const texts = (): string[][] => [[...settings.columns], ...rows.map((row) => row.map((cell) => cell.text + (cell.doubt ? ` *${cell.doubt}` : "")))];
  const stem = `${page.payload.title.ja}-${settings.name}`;
  const head = make(
    "div", { class: "table-head" },
    make("h2", { id: `${id}-title`, tabindex: -1 }, id === "table" ? say("table") : settings.name),
    make("span", { class: "count" }, say("rows", { count: settings.rows.length })),
    button("CSV", () => save(`${stem}.csv`, "text/csv;charset=utf-8", writeCsv(texts())), { "aria-label": say("save_as", { form: "CSV" }) }),
    button("TSV", () => save(`${stem}.tsv`, "text/tab-separated-values;charset=utf-8", writeTsv(texts())), { "aria-label": say("save_as", { form: "TSV" }) }),
  );
  const table = make("table", {}, make("caption", { class: "unseen" }, settings.name), make("thead", {}, make("tr", {}, ...headers)), body);
  const scroll = make("div", { class: "scroll", tabindex: 0, role: "region", "aria-labelledby": `${id}-title` }, table);
  const nothing = make("p", { class: "nothing" }, settings.empty);
  return make("section", { id, class: "twin" }, head, ...(settings.rows.length ? [scroll, more] : [nothing]));
}

function rowOf(page: Page, row: readonly Cell[], list: readonly Evidence[]): HTMLElement {
  return make("tr", {}, ...row.map((cell) => make("td", { class: cell.text.length <= whole ? "whole" : undefined }, ...cellParts(page, cell, list))));
}

function cellParts(page: Page, cell: Cell, list: readonly Evidence[]): (HTMLElement | string)[] {
  const { entity, evidence, doubt } = cell;
  const mark = doubt ? [make("abbr", { class: "badge doubt", title: doubt, "aria-label": doubt }, "*")] : [];
  if (entity !== undefined && entity >= 0) return [button(cell.text, () => page.openEntity(entity), { lang: "ja" }), ...mark];
  if (evidence !== undefined) {
    const open = button(cell.text || say("evidence"), () => page.showEvidence(list, list.indexOf(evidence), open), {
      class: "lines-of", "aria-label": say("evidence_of", { lines: cell.text, title: evidence.title }),
    });
    return [open];
  }
  return [make("span", { lang: "ja" }, cell.text), ...mark];
}
