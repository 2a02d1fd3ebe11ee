/** Words of the interface in two languages. */

import en from "./words/en.json";
import ja from "./words/ja.json";
import type { Language } from "./payload";

export type Word = keyof typeof ja;
const words: Readonly<Record<Language, Readonly<Record<string, string>>>> = { ja, en };

let spoken: Language = "ja";

export function speak(language: Language): void {
  spoken = language;
}

export function language(): Language {
  return spoken;
}

/** The words for *key*; {name} in them stands for a value. */
export function say(key: Word, values: Readonly<Record<string, string | number>> = {}): string {
  return fill(words[spoken][key] ?? key, values);
}

/** The words for a key that is put together: relation.seat; *other* where there are none. */
export function sayIf(key: string, other = ""): string {
  return words[spoken][key] ?? other;
}

function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

const eras: readonly (readonly [string, string, number])[] = [["2019-05-01", "令和", 2018], ["1989-01-08", "平成", 1988], ["1926-12-25", "昭和", 1925]];

/** 2025-02-19 → 令和7年2月19日; "" for what is no day. */
export function eraDay(day: string): string {
  const [year, month, date] = day.slice(0, 10).split("-").map(Number);
  const era = eras.find(([first]) => day.slice(0, 10) >= first);
  if (!year || !month || !date || era === undefined) return "";
  const count = year - era[2];
  return `${era[1]}${count === 1 ? "元" : count}年${month}月${date}日`;
}
