/** A picture that can be enlarged and moved: by buttons, keys, mouse, fingers, and Ctrl with the wheel. */

import { make, mount } from "./dom";
import type { Box } from "./measure";
import type { Spot } from "./place";
import type { Shape } from "./scene";
import { n } from "./stroke";

/** What is drawn, and around what to look first where not all of it is legible. */
export interface Drawing {
  readonly shapes: readonly Shape[];
  readonly box: Box;
  readonly centre?: Spot | undefined;
  /** The height of its smallest words. */
  readonly font?: number;
}

/** Labels are 24 units high where nothing else is said, and at least 12 px. */
const FONT = 24;
const SMALLEST = 12;
const LARGEST = 0.9;
const CLOSEST = 4;
/** A press that moves less is a click. */
const STILL = 4;
const STEP = 80;
const ARROWS: Readonly<Record<string, Spot>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

export class Stage {
  readonly element: HTMLElement;
  drawing: Drawing = { shapes: [], box: { left: 0, top: 0, right: 1, bottom: 1 } };
  #svg: SVGElement | null = null;
  #scale = 1;
  #middle: [number, number] = [0, 0];
  #moved = false;

  /** *tallest* is the share of the window that a picture may take. */
  constructor(label: string, private readonly tallest = 0.72) {
    this.element = make("div", { class: "stage", tabindex: 0, role: "group", "aria-label": label });
    this.element.addEventListener("keydown", (event) => this.#key(event));
    this.element.addEventListener("wheel", (event) => this.#wheel(event), { passive: false });
    this.element.addEventListener("pointerdown", (event) => this.#press(event));
    this.element.addEventListener("click", (event) => { if (this.#moved) event.stopPropagation(); this.#moved = false; }, { capture: true });
    if (typeof ResizeObserver === "function") {
      let width = 0;
      new ResizeObserver(() => {
        if (this.element.clientWidth !== width) this.overview(false);
        width = this.element.clientWidth;
      }).observe(this.element);
    }
  }

  show(drawing: Drawing): void {
    this.drawing = drawing;
    this.#svg = mount({ tag: "svg", attributes: { "aria-hidden": "true", class: "network" }, children: drawing.shapes });
    this.element.replaceChildren(this.#svg);
    this.overview(false);
  }

  get svg(): SVGElement | null {
    return this.#svg;
  }

  /** All of the picture where *whole*, else as much around its centre as is legible. */
  overview(whole = true): void {
    const { left, top, right, bottom } = this.drawing.box;
    const width = this.element.clientWidth || 960;
    const tallest = Math.max(240, innerHeight * this.tallest);
    const fit = Math.min(width / (right - left), tallest / (bottom - top), LARGEST);
    const legible = this.#legible();
    this.#scale = whole ? fit : Math.max(fit, Math.min(legible, LARGEST));
    this.#middle = whole || fit >= legible ? [(left + right) / 2, (top + bottom) / 2] : [...(this.drawing.centre ?? [(left + right) / 2, (top + bottom) / 2])];
    this.element.style.height = `${Math.round(Math.min(tallest, (bottom - top) * this.#scale))}px`;
    this.#look();
  }

  zoom(factor: number): void {
    const { left, right } = this.drawing.box;
    const least = Math.min(this.#legible(), this.element.clientWidth / (right - left)) / 2;
    this.#scale = Math.min(Math.max(this.#scale * factor, least), CLOSEST);
    this.#look();
  }

  /** Look at *spot*, as far as it is out of sight. */
  bring([x, y]: Spot): void {
    const [width, height] = this.#size();
    const seen = Math.abs(x - this.#middle[0]) < width / 2 - 60 && Math.abs(y - this.#middle[1]) < height / 2 - 40;
    if (seen) return;
    this.#middle = [x, y];
    this.#look();
  }

  #legible(): number {
    return SMALLEST / (this.drawing.font ?? FONT);
  }

  #size(): [number, number] {
    return [(this.element.clientWidth || 960) / this.#scale, (this.element.clientHeight || 400) / this.#scale];
  }

  #look(): void {
    const { left, top, right, bottom } = this.drawing.box;
    const [width, height] = this.#size();
    // Never at nothing beyond the rim of the picture.
    const hold = (value: number, low: number, high: number, size: number): number =>
      high - low <= size ? (low + high) / 2 : Math.min(Math.max(value, low + size / 2), high - size / 2);
    const [x, y] = [hold(this.#middle[0], left, right, width), hold(this.#middle[1], top, bottom, height)];
    this.#middle = [x, y];
    this.#svg?.setAttribute("viewBox", `${n(x - width / 2)} ${n(y - height / 2)} ${n(width)} ${n(height)}`);
  }

  #key(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== this.element) return;
    const arrow = ARROWS[event.key];
    if (arrow) {
      this.#middle = [this.#middle[0] + (arrow[0] * STEP) / this.#scale, this.#middle[1] + (arrow[1] * STEP) / this.#scale];
      this.#look();
    } else if (event.key === "+" || event.key === ";") this.zoom(1.25);
    else if (event.key === "-") this.zoom(0.8);
    else if (event.key === "0") this.overview();
    else return;
    event.preventDefault();
  }

  #wheel(event: WheelEvent): void {
    // The wheel alone scrolls the page, as everywhere.
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    this.zoom(event.deltaY < 0 ? 1.15 : 1 / 1.15);
  }

  #press(event: PointerEvent): void {
    if (event.button !== 0) return;
    this.#moved = false;
    let [x, y] = [event.clientX, event.clientY];
    const start = [x, y] as const;
    const move = (now: PointerEvent): void => {
      if (!this.#moved && Math.hypot(now.clientX - start[0], now.clientY - start[1]) < STILL) return;
      this.#moved = true;
      this.element.classList.add("moving");
      this.#middle = [this.#middle[0] - (now.clientX - x) / this.#scale, this.#middle[1] - (now.clientY - y) / this.#scale];
      [x, y] = [now.clientX, now.clientY];
      this.#look();
    };
    const end = (): void => {
      this.element.classList.remove("moving");
      removeEventListener("pointermove", move);
      removeEventListener("pointerup", end);
      removeEventListener("pointercancel", end);
    };
    addEventListener("pointermove", move);
    addEventListener("pointerup", end);
    addEventListener("pointercancel", end);
  }
}
