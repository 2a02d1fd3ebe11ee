/** Kana and Latin letters as one: Satō, satou, satoo, サトウ; shi and si, fu and hu, chi and ti. */

const rows: Readonly<Record<string, string>> = {
  "": "あいうえお", k: "かきくけこ", s: "さしすせそ", t: "たちつてと", n: "なにぬねの", h: "はひふへほ",
  m: "まみむめも", r: "らりるれろ", g: "がぎぐげご", z: "ざじずぜぞ", d: "だ  でど", b: "ばびぶべぼ", p: "ぱぴぷぺぽ",
};
const vowels = "aiueo";
const kana = new Map<string, string>([
  ["や", "ya"], ["ゆ", "yu"], ["よ", "yo"], ["わ", "wa"], ["ゐ", "i"], ["ゑ", "e"], ["を", "o"], ["ん", "n"],
  ["ぢ", "zi"], ["づ", "zu"], ["ゔ", "bu"], ["ぁ", "a"], ["ぃ", "i"], ["ぅ", "u"], ["ぇ", "e"], ["ぉ", "o"],
]);
for (const [consonant, row] of Object.entries(rows)) {
  [...row].forEach((one, place) => { if (one !== " ") kana.set(one, consonant + vowels.charAt(place)); });
}
const small: Readonly<Record<string, string>> = { "ゃ": "ya", "ゅ": "yu", "ょ": "yo" };

/** Hepburn as Kunrei writes it; the longer one first. */
const hepburn: readonly (readonly [RegExp, string])[] = [
  [/[āâ]/g, "a"], [/[īî]/g, "i"], [/[ūû]/g, "u"], [/[ēê]/g, "e"], [/[ōô]/g, "o"],
  [/tch(?=[auoe])/g, "tty"], [/tchi/g, "tti"], [/ssh/g, "ss"], [/sh(?=[auoe])/g, "sy"], [/ch(?=[auoe])/g, "ty"], [/j(?=[auoe])/g, "zy"],
  [/shi/g, "si"], [/chi/g, "ti"], [/tsu/g, "tu"], [/dzu|du/g, "zu"], [/di/g, "zi"], [/ji/g, "zi"], [/fu/g, "hu"],
  [/jy/g, "zy"], [/sh$/g, "s"], [/ch$/g, "t"], [/ts$/g, "t"], [/j$/g, "z"], [/f$/g, "h"],
  [/m(?=[bp])/g, "n"], [/n'/g, "n"], [/nn(?![aiueoy])/g, "n"],
];
const long: readonly (readonly [RegExp, string])[] = [
  [/o[uo]+/g, "o"], [/oh(?![aiueoy])/g, "o"], [/uu+/g, "u"], [/aa+/g, "a"], [/ee+/g, "e"], [/ii+/g, "i"], [/ー/g, ""],
];

/** Folded kana in Latin letters; "" where there is a kanji or another sign in it. */
export function romanize(folded: string): string {
  let found = "";
  let doubled = false;
  for (const one of folded) {
    if (one === "っ") { doubled = true; continue; }
    const glide = small[one];
    if (glide !== undefined && found.endsWith("i")) {
      found = found.slice(0, -1) + glide;
      continue;
    }
    const part = one === "ー" ? "" : kana.get(one) ?? (/[a-z0-9]/.test(one) ? one : undefined);
    if (part === undefined) return "";
    found += doubled ? part.charAt(0) + part : part;
    doubled = false;
  }
  return shorten(found);
}

/** What somebody types in Latin letters, in the one form; "" where it has other signs. */
export function latin(typed: string): string {
  const words = typed.normalize("NFKC").toLowerCase().replace(/[\s\-.]/g, "");
  if (!/^[a-z0-9'āâīîūûēêōô]+$/.test(words)) return "";
  return shorten(hepburn.reduce((text, [form, usual]) => text.replace(form, usual), words));
}

function shorten(text: string): string {
  return long.reduce((one, [form, usual]) => one.replace(form, usual), text);
}
