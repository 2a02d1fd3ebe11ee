/** What is said where something could not be had: a file beside the page, or anything else. */

import { BlockMissing, takeFile } from "./blocks";
import { make } from "./dom";
import { say } from "./words";

/** Words for *error*; for a file that was not copied along, a box to choose it, and then *again*. */
export function missing(error: unknown, again: () => void): HTMLElement {
  if (!(error instanceof BlockMissing)) return make("p", { role: "alert" }, say("failed", { reason: error instanceof Error ? error.message : String(error) }));
  const input = make("input", { type: "file", accept: ".js" });
  const { block, file } = error;
  input.addEventListener("change", () => {
    const chosen = input.files?.[0];
    if (chosen) void takeFile(block, chosen).then(again);
  });
  return make("div", { class: "missing" }, make("p", { role: "alert" }, say("missing_file", { file })), make("label", {}, say("choose_file"), " ", input));
}
