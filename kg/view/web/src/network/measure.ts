/** Measure labels before anything is drawn; the same rules as the pages of `kg draw`. */

export const FONT_SIZE = 24;
export const LINE_HEIGHT = 26;

const WIDE = new Set("MWmw@%&—―…‥");
// No line begins with these (行頭禁則), none ends with those (行末禁則).
const CLOSING = new Set("、。，．,.・：；:;？！?!）)」』】〕〉》］]｝}ー々ゝゞ゛゜ぁぃぅぇぉっゃゅょァィゥェォッャュョ");
const OPENING = new Set("（(「『【〔〈《［[｛{");
// A name breaks best after these: 内閣府｜知的財産戦略推進事務局.
const UNIT_ENDS = new Set("省庁府局部課室会院社人所");
const SURPLUS = 6;
const MARKS = /^[\p{Mn}\p{Me}\p{Cf}]$/u;

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export function box(left: number, top: number, right: number, bottom: number): Box {
  return { left, top, right, bottom };
}

/** More than a border is shared. */
export function overlaps(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

/** The box that holds all of *boxes*, with *margin* on each side. */
export function around(boxes: readonly Box[], margin = 0): Box {
  const found = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const one of boxes) {
    found.left = Math.min(found.left, one.left);
    found.top = Math.min(found.top, one.top);
    found.right = Math.max(found.right, one.right);
    found.bottom = Math.max(found.bottom, one.bottom);
  }
  if (!boxes.length) return box(-margin, -margin, margin, margin);
  return box(found.left - margin, found.top - margin, found.right + margin, found.bottom + margin);
}

/** The width of *text* in ems, rather too much than too little: 総務省 is 3. */
export function ems(text: string): number {
  return Array.from(text).reduce((sum, character) => sum + advance(character), 0);
}

/** Cut *text* into lines of about equal length, none wider than *limit* ems; nothing is left out. */
export function wrap(text: string, limit: number): string[] {
  const words = Array.from(text.trim().split(/\s+/).join(" ") || "–");
  const cuts = cheapestCuts(words, limit);
  return cuts.slice(1).map((end, i) => words.slice(cuts[i], end).join("").trim());
}

/** Where lines begin and the last ends: a line costs the square of what it lacks of the mean. */
function cheapestCuts(text: readonly string[], limit: number): number[] {
  const ends = [0];
  for (const character of text) ends.push(ends[ends.length - 1]! + advance(character));
  const total = ends[ends.length - 1]!;
  const mean = total / Math.ceil(Math.max(total, 1) / limit);
  const best = [0];
  const starts = [0];
  for (let end = 1; end <= text.length; end += 1) {
    const [cost, start] = cheapestStart(ends, best, end, limit, mean);
    best.push(cost + breakCost(text, end));
    starts.push(start);
  }
  const cuts = [text.length];
  while (cuts[0]) cuts.unshift(starts[cuts[0]]!);
  return cuts;
}

function cheapestStart(
  ends: readonly number[], best: readonly number[], end: number, limit: number, mean: number,
): [number, number] {
  let found: [number, number] = [Infinity, end - 1];
  for (let start = end - 1; start >= 0; start -= 1) {
    if (start < end - 1 && ends[end]! - ends[start]! > limit) break;
    const cost = best[start]! + SURPLUS + (mean - ends[end]! + ends[start]!) ** 2;
    if (cost <= found[0]) found = [cost, start];
  }
  return found;
}

function advance(character: string): number {
  if (MARKS.test(character)) return 0;
  if (WIDE.has(character) || character > "\u007f") return 1;
  return character >= "A" && character <= "Z" ? 0.75 : 0.625;
}

function breakCost(text: readonly string[], end: number): number {
  const before = text[end - 1]!;
  const after = text[end];
  if (after === undefined) return 0;
  if (CLOSING.has(after) || OPENING.has(before)) return 400;
  if (" ・".includes(before) || " （(「".includes(after)) return 0;
  if (UNIT_ENDS.has(before) && !UNIT_ENDS.has(after)) return 2;
  const scripts = [script(before), script(after)];
  if (scripts[0] === scripts[1]) return scripts[0] === "CJK" ? 8 : 60;
  return scripts[1] === "HIRAGANA" ? 60 : 4;
}

function script(character: string): string {
  if (character <= "\u007f") return "LATIN";
  if ("々〆〇〻".includes(character)) return "IDEOGRAPHIC";
  if (/[\uff01-\uff5e]/u.test(character)) return "FULLWIDTH";
  if (/[\uff61-\uff9f]/u.test(character)) return "HALFWIDTH";
  if (/\p{Script=Han}/u.test(character)) return "CJK";
  if (/\p{Script=Hiragana}/u.test(character)) return "HIRAGANA";
  if (/[\p{Script=Katakana}ー・]/u.test(character)) return "KATAKANA";
  if (/\p{Script=Latin}/u.test(character)) return "LATIN";
  return character;
}

/** Round half to even, as Python does, so that both languages place a node alike. */
export function round(value: number): number {
  const whole = Math.round(value);
  return whole - value === 0.5 && whole % 2 !== 0 ? whole - 1 : whole + 0;
}
