/** Days on which records show somebody, or a theme: x is the day, y the council or the post. */

import type { Fact, Facts } from "../facts";
import { type Box, wrap } from "../network/measure";
import type { Palette } from "../network/palette";
import { type Shape, shape, words } from "../network/scene";
import { n } from "../network/stroke";
import type { Entity } from "../payload";

/** One row of marks: a council, or a post. */
export interface Row {
  readonly label: string;
  readonly entity: Entity;
  readonly sort: "council" | "seat" | "post";
  readonly marks: readonly Mark[];
}

/** One day of sighting; never the beginning or the end of anything. */
export interface Mark {
  readonly day: string;
  readonly fact: Fact;
  readonly form: "in-person" | "online" | "mixed" | "unknown" | "absent" | "seen" | "about" | "mention";
  readonly proxy: boolean;
  readonly doubt: boolean;
}

const ROW = 58;
/** Widths of labels and of the least axis, on a wide and on a narrow page. */
const WIDE = { label: 330, least: 760 };
const NARROW = { label: 190, least: 300 };
const MOST = 4_000;
/** Room for a mark, so that days stay apart as far as there is width. */
const APART = 30;
const DAY = 86_400_000;

/** The rows of *entity*: councils by their first day, then seats and posts. */
export function timelineRows(facts: Facts, entity: Entity, given: readonly Fact[]): Row[] {
  const rows = new Map<string, { label: string; entity: Entity; sort: Row["sort"]; marks: Mark[] }>();
  const add = (key: string, label: string, of: Entity, sort: Row["sort"], mark: Mark): void => {
    const row = rows.get(key) ?? { label, entity: of, sort, marks: [] };
    rows.set(key, row);
    const same = row.marks.findIndex((one) => one.day === mark.day && sort !== "council");
    if (same < 0) row.marks.push(mark);
  };
  for (const fact of given) {
    if (fact.kind === "attendance" && fact.source === entity) {
      const form = fact.absent ? "absent" : fact.mode ?? "unknown";
      const doubt = !fact.absent && form !== "unknown" && (fact.modeBasis === "default" || fact.modeBasis === "inferred");
      add(`council ${fact.council}`, facts.name(fact.council), fact.council, "council", { day: fact.day, fact, form, proxy: fact.proxy, doubt });
    } else if (fact.kind === "theme" && fact.target === entity && fact.council >= 0) {
      const form = fact.bases.includes("stated") && /主題/.test(fact.words) ? "about" : "mention";
      add(`council ${fact.council}`, facts.name(fact.council), fact.council, "council", { day: fact.day, fact, form, proxy: false, doubt: false });
    } else if ((fact.kind === "affiliation" || fact.kind === "seat") && fact.source === entity) {
      const sort = fact.kind === "seat" ? "seat" : "post";
      const label = `${facts.name(fact.target)} ${fact.words}`.trim();
      for (const day of (fact.note ?? "").split("、")) if (day) add(`${sort} ${label}`, label, fact.target, sort, { day, fact, form: "seen", proxy: false, doubt: false });
    }
  }
  const order = { council: 0, seat: 1, post: 2 };
  const first = (row: Row): string => row.marks.reduce((least, mark) => (mark.day < least ? mark.day : least), "9999");
  return [...rows.values()].map((row) => ({ ...row, marks: oneADay(row.marks) })).sort((a, b) => order[a.sort] - order[b.sort] || (first(a) < first(b) ? -1 : 1));
}

/** A theme that is what a meeting is about need not be said to be mentioned there too. */
function oneADay(marks: readonly Mark[]): Mark[] {
  const about = new Set(marks.filter((mark) => mark.form === "about").map((mark) => mark.day));
  const seen = new Set<string>();
  return marks.filter((mark) => {
    if (mark.form !== "mention" && mark.form !== "about") return true;
    const passed = seen.has(mark.day) || (mark.form === "mention" && about.has(mark.day));
    if (!passed) seen.add(mark.day);
    return !passed;
  });
}

export interface Timeline {
  readonly shapes: readonly Shape[];
  readonly box: Box;
  /** What the numbers in data-mark stand for. */
  readonly marks: readonly Mark[];
}

export function drawTimeline(rows: readonly Row[], palette: Palette, unknownDay: string, title: (mark: Mark) => string, narrow = false): Timeline {
  const { label: LABEL, least: LEAST } = narrow ? NARROW : WIDE;
  const days = [...new Set(rows.flatMap((row) => row.marks.map((mark) => mark.day)).filter((day) => day !== ""))].sort();
  const undated = rows.some((row) => row.marks.some((mark) => mark.day === ""));
  const width = Math.min(MOST, Math.max(LEAST, days.length * APART));
  const start = LABEL + (undated ? 110 : 40);
  const at = axis(days, start, width);
  const marks: Mark[] = [];
  const shapes: Shape[] = [];
  const ticks = ticksOf(days, LEAST);
  const bottom = rows.length * ROW;
  for (const { day, text } of ticks) {
    const x = at(day);
    shapes.push(shape("path", { d: `M${n(x)} 0V${bottom}`, stroke: palette.frame, "stroke-width": 2, fill: "none" }));
    shapes.push(words(text, { x: n(x), y: bottom + 26, "text-anchor": "middle", "font-size": 20, fill: palette.heading }));
  }
  if (undated) shapes.push(words(unknownDay, { x: LABEL + 50, y: bottom + 26, "text-anchor": "middle", "font-size": 20, fill: palette.heading }));
  rows.forEach((row, i) => {
    const y = i * ROW + ROW / 2;
    shapes.push(shape("path", { d: `M0 ${n(i * ROW)}H${n(start + width + 40)}`, stroke: palette.line, "stroke-width": 0.6, fill: "none" }));
    shapes.push(label(row, y, palette, LABEL));
    for (const mark of row.marks) {
      const x = mark.day === "" ? LABEL + 50 : at(mark.day);
      const form = { ...shape("g", { class: "mark", "data-mark": marks.length, transform: `translate(${n(x)} ${n(y)})` }, { ...shape("title", {}), text: title(mark) }, ...markShapes(mark, row, palette)) };
      marks.push(mark);
      shapes.push(form);
    }
  });
  shapes.push(shape("path", { d: `M0 ${bottom}H${n(start + width + 40)}`, stroke: palette.line, "stroke-width": 1, fill: "none" }));
  return { shapes, marks, box: { left: 0, top: -14, right: start + width + 50, bottom: bottom + 40 } };
}

function label(row: Row, y: number, palette: Palette, width: number): Shape {
  const lines = wrap(row.label, width / 20 - 1).slice(0, 2);
  const fill = { council: palette.ink, seat: palette.strong.meeting, post: palette.strong.organization }[row.sort];
  const texts = lines.map((line, i) => words(line, { x: 4, y: n(y + 7 + (i - (lines.length - 1) / 2) * 22), "font-size": 20, fill }));
  return shape("g", { "data-mark-entity": row.entity }, { ...shape("title", {}), text: row.label }, ...texts);
}

function axis(days: readonly string[], start: number, width: number): (day: string) => number {
  const first = Date.parse(days[0] ?? "2000-01-01");
  const last = Date.parse(days.at(-1) ?? "2000-01-01");
  const span = Math.max(last - first, DAY);
  return (day) => start + (days.length < 2 ? width / 2 : ((Date.parse(day) - first) / span) * width);
}

/** Years, or where all lies within two years quarters: what is below a mark can be read. */
export function ticksOf(days: readonly string[], width = WIDE.least): { day: string; text: string }[] {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  if (first === last) return [{ day: first, text: first }];
  const years = Number(last.slice(0, 4)) - Number(first.slice(0, 4));
  const found: { day: string; text: string }[] = [{ day: first, text: first.slice(0, 7) }];
  const step = Math.max(1, Math.ceil(years / 14));
  for (let year = Number(first.slice(0, 4)); year <= Number(last.slice(0, 4)); year += step) {
    const months = years < 3 ? ["01", "04", "07", "10"] : ["01"];
    for (const month of months) {
      const day = `${year}-${month}-01`;
      if (day > first && day < last) found.push({ day, text: month === "01" ? String(year) : `${year}-${month}` });
    }
  }
  found.push({ day: last, text: last.slice(0, 7) });
  return thinned(found, width);
}

/** Ticks that would stand in each other are left out, the first and the last stay. */
function thinned(ticks: readonly { day: string; text: string }[], width: number): { day: string; text: string }[] {
  const [first, last] = [Date.parse(ticks[0]!.day), Date.parse(ticks.at(-1)!.day)];
  const place = (day: string): number => ((Date.parse(day) - first) / (last - first)) * width;
  const kept: { day: string; text: string }[] = [];
  ticks.forEach((tick, i) => {
    const ends = i === 0 || i === ticks.length - 1;
    const room = (kept.length === 0 || place(tick.day) - place(kept.at(-1)!.day) > 100) && (ends || width - place(tick.day) > 100);
    if (ends || room) kept.push(tick);
  });
  return kept;
}

function markShapes(mark: Mark, row: Row, palette: Palette): Shape[] {
  const colour = { council: palette.strong.person, seat: palette.strong.meeting, post: palette.strong.organization }[row.sort];
  const parts: Shape[] = [shape("circle", { r: 18, fill: "transparent" })];
  const ring = (dashes: string): Shape => shape("circle", { r: 11, fill: palette.paper, stroke: colour, "stroke-width": 2.4, ...(dashes ? { "stroke-dasharray": dashes } : {}) });
  const centre = (text: string): Shape => words(text, { x: 0, y: 7, "text-anchor": "middle", "font-size": 20, "font-weight": 700, fill: colour });
  switch (mark.form) {
    case "in-person": parts.push(shape("circle", { r: 11, fill: colour })); break;
    case "online": parts.push(ring("6 3"), shape("circle", { r: 4.5, fill: colour })); break;
    case "mixed": parts.push(ring(""), shape("path", { d: "M0 -11A11 11 0 0 0 0 11Z", fill: colour })); break;
    case "unknown": parts.push(ring(""), centre("?")); break;
    case "absent": parts.push(shape("path", { d: "M-9 -9L9 9M9 -9L-9 9", stroke: palette.strong.organization, "stroke-width": 3, fill: "none" })); break;
    case "about": parts.push(shape("path", { d: "M0 -13L13 0L0 13L-13 0Z", fill: palette.strong.theme })); break;
    case "mention": parts.push(shape("path", { d: "M0 -12L12 0L0 12L-12 0Z", fill: palette.paper, stroke: palette.strong.theme, "stroke-width": 2.4 })); break;
    default: parts.push(shape("rect", { x: -8, y: -8, width: 16, height: 16, fill: colour }));
  }
  const above = (mark.proxy ? "代" : "") + (mark.doubt ? "*" : "");
  if (above) parts.push(words(above, { x: 12, y: -8, "font-size": 20, fill: palette.ink, stroke: palette.paper, "stroke-width": 3, "paint-order": "stroke" }));
  return parts;
}

