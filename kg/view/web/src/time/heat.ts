/** How many meetings of each council the records have, year by year. */

import type { Facts } from "../facts";
import { type Box, wrap } from "../network/measure";
import type { Palette } from "../network/palette";
import { type Shape, shape, words } from "../network/scene";
import { wide } from "../network/save";
import { n } from "../network/stroke";
import type { Entity } from "../payload";

export interface Heat {
  readonly councils: readonly Entity[];
  /** "" stands for meetings whose day the record does not have. */
  readonly years: readonly string[];
  readonly meetings: (council: Entity, year: string) => readonly Entity[];
}

const CELL = [84, 52] as const;
/** The widest label, on a wide and on a narrow page. */
const WIDEST = [360, 220] as const;
const HEAD = 40;

/** Councils in the order of their first day: no ranking. */
export function heatOf(facts: Facts): Heat {
  const { meetings } = facts.payload;
  const cells = new Map<string, Entity[]>();
  const firsts = new Map<Entity, string>();
  const years = new Set<string>();
  meetings.entity.forEach((meeting, row) => {
    const council = meetings.council[row] ?? -1;
    if (council < 0) return;
    const day = facts.day(meeting);
    const year = day.slice(0, 4);
    years.add(year);
    const key = `${council} ${year}`;
    cells.set(key, [...(cells.get(key) ?? []), meeting]);
    if (!firsts.has(council) || (day && day < firsts.get(council)!)) firsts.set(council, day || "9999");
  });
  const name = (council: Entity): string => facts.name(council);
  const councils = [...firsts].sort(([a, one], [b, other]) => (one < other ? -1 : one > other ? 1 : name(a) < name(b) ? -1 : 1)).map(([council]) => council);
  return { councils, years: filled([...years].filter((year) => year !== "")).concat(years.has("") ? [""] : []), meetings: (council, year) => cells.get(`${council} ${year}`) ?? [] };
}

/** Years without any meeting stand there too, empty. */
function filled(years: readonly string[]): string[] {
  if (!years.length) return [];
  const sorted = years.map(Number).sort((a, b) => a - b);
  return Array.from({ length: sorted.at(-1)! - sorted[0]! + 1 }, (_, i) => String(sorted[0]! + i));
}

export interface HeatPicture {
  readonly shapes: readonly Shape[];
  readonly box: Box;
}

/** The first *most* councils as rows; numbers stand in the cells, so that colour is not alone. */
export function drawHeat(heat: Heat, facts: Facts, most: number, palette: Palette, unknown: string, unit: string, narrow = false): HeatPicture {
  const { years } = heat;
  const councils = heat.councils.slice(0, most);
  const [width, height] = CELL;
  const label = Math.min(WIDEST[narrow ? 1 : 0], 24 + Math.max(...councils.map((council) => wide(facts.name(council), 20))));
  const largest = Math.max(1, ...councils.flatMap((council) => years.map((year) => heat.meetings(council, year).length)));
  const shapes: Shape[] = years.map((year, column) =>
    words(year || unknown, { x: n(label + (column + 0.5) * width), y: HEAD - 12, "text-anchor": "middle", "font-size": 20, fill: palette.heading }));
  councils.forEach((council, row) => {
    const top = HEAD + row * height;
    const lines = wrap(facts.name(council), label / 20 - 0.6).slice(0, 2);
    const texts = lines.map((line, i) => words(line, { x: 4, y: n(top + height / 2 + 7 + (i - (lines.length - 1) / 2) * 22), "font-size": 20, fill: palette.ink }));
    shapes.push(shape("g", { "data-mark": `${row}` }, { ...shape("title", {}), text: facts.name(council) }, ...texts));
    years.forEach((year, column) => shapes.push(cell(label + column * width, top, heat.meetings(council, year).length)));
    function cell(x: number, y: number, count: number): Shape {
      const share = count / largest;
      const rect = shape("rect", { x: n(x + 2), y: n(y + 2), width: width - 4, height: height - 4, rx: 4, fill: count ? palette.strong.meeting : palette.frame, "fill-opacity": count ? n(0.16 + 0.74 * share) : 1 });
      if (!count) return rect;
      const text = words(String(count), { x: n(x + width / 2), y: n(y + height / 2 + 7), "text-anchor": "middle", "font-size": 22, "font-weight": 600, fill: share > 0.55 ? palette.paper : palette.ink });
      const column = Math.round((x - label) / width);
      const title: Shape = { ...shape("title", {}), text: `${facts.name(council)} ${years[column] || unknown}: ${count} ${unit}` };
      return shape("g", { "data-mark": `${row} ${column}` }, title, rect, text);
    }
  });
  return { shapes, box: { left: 0, top: 0, right: label + years.length * width + 10, bottom: HEAD + councils.length * height + 8 } };
}
