/** A box to type in, with a list of what it may mean: the combobox of ARIA 1.2. */

import { make } from "./dom";

export interface Choosable {
  readonly text: string;
  readonly note?: string;
  readonly group?: string;
  readonly mark?: string;
}

export interface ComboboxSettings<T extends Choosable> {
  readonly id: string;
  readonly label: string;
  readonly placeholder?: string;
  readonly type?: "search" | "text";
  readonly value?: string;
  /** Options for what is typed; in order, those of one group together. */
  readonly find: (typed: string) => readonly T[];
  readonly choose: (option: T) => void;
  /** Enter without a choice: what was typed itself. */
  readonly take?: (typed: string) => void;
  readonly count: (options: number, typed: string) => string;
  readonly tell: (words: string) => void;
  /** Show options on focus, before anything is typed. */
  readonly eager?: boolean;
}

export function makeCombobox<T extends Choosable>(settings: ComboboxSettings<T>): { element: HTMLElement; input: HTMLInputElement } {
  const { id } = settings;
  const input = make("input", {
    id, type: settings.type ?? "text", role: "combobox", autocomplete: "off", spellcheck: "false", enterkeyhint: "search", value: settings.value ?? "",
    placeholder: settings.placeholder, "aria-label": settings.label, "aria-autocomplete": "list", "aria-expanded": "false",
    "aria-controls": `${id}-options`, lang: "ja",
  });
  const list = make("div", { id: `${id}-options`, role: "listbox", class: "options", "aria-label": settings.label });
  list.hidden = true;
  let options: readonly T[] = [];
  let active = -1;

  const close = (): void => {
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const point = (place: number): void => {
    active = options.length ? (place + options.length) % options.length : -1;
    list.querySelectorAll('[role="option"]').forEach((option, number) => {
      option.setAttribute("aria-selected", String(number === active));
      if (number === active) {
        input.setAttribute("aria-activedescendant", option.id);
        option.scrollIntoView({ block: "nearest" });
      }
    });
  };
  const choose = (option: T): void => {
    close();
    settings.choose(option);
  };
  const show = (): void => {
    options = settings.find(input.value);
    const typed = input.value.trim() !== "";
    const nothing = make("div", { class: "note", "aria-hidden": "true" }, settings.count(0, input.value));
    list.replaceChildren(...(options.length || !typed ? optionList(id, options, choose) : [nothing]));
    list.hidden = options.length === 0 && !typed;
    input.setAttribute("aria-expanded", String(!list.hidden));
    input.removeAttribute("aria-activedescendant");
    active = -1;
    if (typed) settings.tell(settings.count(options.length, input.value));
  };
  const keys: Readonly<Record<string, () => boolean>> = {
    ArrowDown: () => {
      if (list.hidden) show();
      point(active + 1);
      return true;
    },
    ArrowUp: () => {
      point(active < 0 ? options.length - 1 : active - 1);
      return true;
    },
    Enter: () => {
      const option = active >= 0 ? options[active] : undefined;
      if (option) choose(option);
      else if (settings.take) {
        close();
        settings.take(input.value);
      } else if (options[0] && input.value.trim() !== "") choose(options[0]);
      return true;
    },
    Escape: () => {
      const open = !list.hidden;
      close();
      return open;
    },
  };
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (keys[event.key]?.()) {
      event.preventDefault();
      event.stopPropagation();
    }
  });
  input.addEventListener("input", show);
  if (settings.eager) input.addEventListener("click", () => { if (list.hidden) show(); });
  input.addEventListener("blur", close);
  // A press on an option must not take the focus, and with it the list, away.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  return { element: make("div", { class: "combobox" }, input, list), input };
}

function optionList<T extends Choosable>(id: string, options: readonly T[], choose: (option: T) => void): HTMLElement[] {
  const found: HTMLElement[] = [];
  let group: HTMLElement | null = null;
  options.forEach((option, number) => {
    if (option.group !== undefined && group?.getAttribute("aria-label") !== option.group) {
      group = make("div", { role: "group", "aria-label": option.group }, make("div", { class: "option-group", "aria-hidden": "true" }, option.group));
      found.push(group);
    }
    const element = make(
      "div", { role: "option", id: `${id}-option-${number}`, "aria-selected": "false", class: option.mark },
      make("span", { lang: "ja" }, option.text),
    );
    if (option.note) element.append(" ", make("small", { lang: "ja" }, option.note));
    element.addEventListener("click", () => choose(option));
    if (group) group.append(element);
    else found.push(element);
  });
  return found;
}
