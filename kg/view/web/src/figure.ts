/** A picture of the page: its stage, its buttons, and its files. */

import { button, make, save } from "./dom";
import { DARK, LIGHT, type Palette } from "./network/palette";
import { writePng, writeSvg } from "./network/save";
import { type Drawing, Stage } from "./network/stage";
import type { Page } from "./page";
import { say } from "./words";

export function palette(): Palette {
  return matchMedia("(prefers-color-scheme: dark)").matches ? DARK : LIGHT;
}

export interface FigureSettings {
  /** What the picture shows: stands above it in its files, and names them. */
  readonly title: string;
  /** How to read it. */
  readonly legend: string;
  /** Draw it in the colours of *palette*: files are always light. */
  readonly draw: (palette: Palette) => Drawing;
}

export class Figure {
  readonly element: HTMLElement;
  readonly stage: Stage;

  constructor(private readonly page: Page, private readonly settings: FigureSettings) {
    const { title, legend } = settings;
    this.stage = new Stage(say("picture_of", { title }));
    const tools = make(
      "p", { class: "picture-tools" },
      button("＋", () => this.stage.zoom(1.25), { "aria-label": say("zoom_in") }), button("－", () => this.stage.zoom(0.8), { "aria-label": say("zoom_out") }),
      button(say("zoom_all"), () => this.stage.overview()),
      button("SVG", () => this.#save("svg"), { "aria-label": say("save_picture", { form: "SVG" }) }), button("PNG", () => this.#save("png"), { "aria-label": say("save_picture", { form: "PNG" }) }),
      make("small", { class: "note" }, legend),
    );
    this.element = make("figure", { class: "picture" }, tools, this.stage.element);
    this.show();
  }

  show(): void {
    this.stage.show(this.settings.draw(palette()));
  }

  #save(form: "svg" | "png"): void {
    const { title, legend, draw } = this.settings;
    const { payload } = this.page;
    const { shapes, box } = draw(LIGHT);
    const from = `${payload.title.ja}・${say("version", { version: payload.version, program: payload.program })}`;
    const svg = writeSvg(shapes, box, LIGHT, title, [legend, from].filter((line) => line !== ""));
    if (form === "svg") save(`${title}.svg`, "image/svg+xml;charset=utf-8", svg);
    else void writePng(svg).then((blob) => save(`${title}.png`, "image/png", blob), () => this.page.tell(say("no_png")));
  }
}
