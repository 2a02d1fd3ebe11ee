/** The view of all meetings: council by year, then the meetings of one council. */

import { button, make } from "../dom";
import { Figure } from "../figure";
import type { Page } from "../page";
import type { Entity } from "../payload";
import { makeTable } from "../table";
import { say } from "../words";
import { drawHeat, heatOf } from "./heat";
import { makeMeetingList } from "./history";

const ROWS = 30;

export function makeMeetings(page: Page): HTMLElement {
  const facts = page.facts();
  const { entities } = page.payload;
  const heat = heatOf(facts);
  const title = make("h1", { id: "view-title", tabindex: -1 }, say("view.meetings"));
  if (!heat.councils.length) return make("section", {}, title, make("p", { class: "note" }, say("none")));
  let most = ROWS;
  const choose = (council: Entity, year: string | undefined): void => page.go({ view: "meetings", council: entities.iri[council] ?? "", year: year === undefined ? "" : year || "unknown", focus: "meeting-list" }, true);
  const figure = new Figure(page, {
    title: say("heat"), legend: say("legend_heat"),
    draw: (palette) => ({ ...drawHeat(heat, facts, most, palette, say("unknown"), say("unit.meetings"), matchMedia("(max-width: 600px)").matches), centre: [0, 0], font: 20 }),
  });
  figure.stage.element.addEventListener("click", (event) => {
    const [row, column] = ((event.target as Element).closest("[data-mark]")?.getAttribute("data-mark") ?? "").split(" ");
    const council = row ? heat.councils[Number(row)] : undefined;
    if (council !== undefined) choose(council, column === undefined ? undefined : heat.years[Number(column)]);
  });
  const more = button(say("show_more_councils", { count: ROWS }), () => {
    most += ROWS;
    figure.show();
    more.hidden = most >= heat.councils.length;
  });
  more.hidden = most >= heat.councils.length;
  const rows = heat.councils.map((council) => [
    { text: facts.name(council), entity: council }, ...heat.years.map((year) => ({ text: String(heat.meetings(council, year).length || "") })),
  ]);
  const table = makeTable(page, { id: "table", name: say("heat"), columns: [say("kind.council"), ...heat.years.map((year) => year || say("unknown"))], rows, empty: say("none") });
  return make("section", {}, title, make("h2", {}, say("heat")), figure.element, more, chosen(page, heat.councils, choose), table);
}

function chosen(page: Page, councils: readonly Entity[], choose: (council: Entity, year: string | undefined) => void): HTMLElement {
  const facts = page.facts();
  const { entities } = page.payload;
  const wanted = entities.iri.indexOf(page.state["council"] ?? "");
  const council = councils.includes(wanted) ? wanted : councils[0]!;
  const year = page.state["year"];
  const select = make("select", { id: "meeting-list" }, ...councils.map((one) => {
    const option = make("option", { value: one }, facts.name(one));
    option.selected = one === council;
    return option;
  }));
  select.addEventListener("change", () => choose(Number(select.value), undefined));
  const all = year === undefined ? [] : [" ", make("span", { class: "badge" }, year === "unknown" ? say("unknown") : year), " ", button(say("all_years"), () => choose(council, undefined))];
  return make("section", {}, make("p", { class: "tools" }, make("label", {}, say("kind.council"), " ", select), ...all), makeMeetingList(page, council, year === "unknown" ? "" : year));
}
