/** Make elements of the page; what comes in as text stays text. */

import type { Shape } from "./scene";

const SVG = "http://www.w3.org/2000/svg";

export function mount(shape: Shape): SVGElement {
  const element = document.createElementNS(SVG, shape.tag);
  for (const [name, value] of Object.entries(shape.attributes)) element.setAttribute(name, value);
  if (shape.text !== undefined) element.textContent = shape.text;
  for (const child of shape.children ?? []) element.append(mount(child));
  return element;
}

type Value = string | number | boolean | undefined | null;

/** An element with *attributes*; undefined, null and false leave one out, true gives it alone. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K, attributes: Readonly<Record<string, Value>> = {}, ...children: readonly (globalThis.Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children);
  return element;
}

export function button(words: string, act: (event: MouseEvent) => void, attributes: Readonly<Record<string, Value>> = {}): HTMLButtonElement {
  const element = make("button", { type: "button", ...attributes }, words);
  element.addEventListener("click", act);
  return element;
}
