/**
 * Words as they are compared: ｻﾄｳ, サトウ and さとう are one, 髙橋 and 高橋, Ｑ－Ｉ－Ｈ and QIH.
 *
 * variants.json is data/gazetteer/variants.toml; a test compares them.
 */

import variants from "./variants.json";

export const usual = new Map(Object.entries(variants));
const plain = /^[a-z0-9\u3041-\u3096\u30fc\u4e00-\u9fff]*$/;
// Blanks, middle dots, hyphens, commas, and what has no width; the long sign ー stays.
const passed = /[\s・･.,、。\-‐‑–—−'’"“”()（）「」『』\u200b-\u200f\u2060\ufe00-\ufe0f\ufeff]/u;

// What one letter of the usual kinds becomes, and 0 where it is passed: 100,000 names are
// folded before the first search, and NFKC changes none of these.
const dropped = 0;
const unusual = 0xffff;
const letters = new Uint16Array(0x10000).fill(unusual);
for (let code = 0; code < 0x10000; code += 1) {
  const ours = (code >= 0x20 && code < 0x7f) || (code >= 0x3041 && code <= 0x3096) || (code >= 0x30a1 && code <= 0x30fc) || (code >= 0x4e00 && code <= 0x9fff) || code === 0x3000;
  if (ours) {
    const one = slow(String.fromCharCode(code));
    if (one.length < 2) letters[code] = one === "" ? dropped : one.charCodeAt(0);
  }
}

export function fold(text: string): string {
  let folded = "";
  for (let place = 0; place < text.length; place += 1) {
    const one = letters[text.charCodeAt(place)]!;
    if (one === unusual) return slow(text);
    if (one !== dropped) folded += String.fromCharCode(one);
  }
  return folded;
}

function slow(text: string): string {
  let folded = "";
  for (const character of text.normalize("NFKC").toLowerCase()) {
    if (passed.test(character)) continue;
    const one = usual.get(character) ?? character;
    const code = one.codePointAt(0) ?? 0;
    // ァ to ヶ stand 96 places after ぁ to ゖ.
    folded += code >= 0x30a1 && code <= 0x30f6 ? String.fromCodePoint(code - 96) : one;
  }
  return plain.test(folded) ? folded : folded.replace(/[\u{e0100}-\u{e01ef}]/gu, "");
}

/** As kg.text.key compares the values of blanks: NFKC, no blanks, no difference of case. */
export function key(text: string): string {
  return text.normalize("NFKC").replace(/\s+/gu, "").toLowerCase();
}
