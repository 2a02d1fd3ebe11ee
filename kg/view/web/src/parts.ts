/**
 * What the pages of `kg draw` and `kg diff` and the explorer have in common: one
 * table, one panel's passages, one way to compare words. The pages of one picture get
 * these as `parts.js`, whose scripts stand in kg/view/assets.
 */

export { writeCsv, writeTsv } from "./csv";
export { save } from "./dom";
export { fold } from "./fold";
export { make } from "./network/dom";
export { cutMarks, makePassage } from "./quote";
export { compareCells, turnHeader } from "./sorting";
