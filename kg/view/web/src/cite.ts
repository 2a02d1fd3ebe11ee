/** How this page is cited, and the page on paper. */

import { button, copy, make } from "./dom";
import type { Page } from "./page";
import { language, say } from "./words";

export function makeCitation(page: Page): HTMLElement {
  const { title, version, program } = page.payload;
  const field = make("textarea", { readonly: true, rows: 3, "aria-label": say("cite") });
  const write = (): string => {
    const shown = document.getElementById("view-title")?.textContent ?? "";
    field.value = say("citation", { title: title[language()] || title.ja, shown, version, program, address: /^https?:/.test(location.protocol) ? location.href : location.hash || "#" });
    return field.value;
  };
  const done = make("span", { role: "status" });
  const details = make(
    "details", { class: "cite" }, make("summary", {}, say("cite")), field,
    button(say("copy"), () => void copy(write(), field).then(() => { done.textContent = say("copied"); })), " ", done,
  );
  details.addEventListener("toggle", write);
  return make("div", { class: "foot" }, details, button(say("print"), () => print()), make("p", { class: "note" }, say("version", { version, program })), ...beside(page));
}

/** Of a large build, what stands in files that must be copied along. */
export function beside(page: Page): HTMLElement[] {
  const files = Object.values(page.payload.blocks).filter((block) => block.file !== "").map(({ file, stored }) => `${file} (${(stored / 1e6).toFixed(1)} MB)`);
  return files.length ? [make("p", { class: "note beside" }, say("beside", { files: files.join(language() === "ja" ? "、" : ", ") }))] : [];
}
