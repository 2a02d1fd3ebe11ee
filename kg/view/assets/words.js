// Words of the interface in two languages, and words of the record as compared.

const content = JSON.parse(document.getElementById("content").textContent);
const record = content.record;
const state = { language: content.language, hidden: new Set(), hits: null, chosen: null };

function say(key, values = {}) {
  const text = content.words[state.language][key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

function speak(language) {
  state.language = language;
  document.documentElement.lang = language;
  for (const element of document.querySelectorAll("[data-word]")) {
    element.textContent = say(element.dataset.word);
    element.lang = language;
  }
  document.getElementById("language").lang = language === "ja" ? "en" : "ja";
  for (const element of document.querySelectorAll("[data-word-label]")) {
    element.setAttribute("aria-label", say(element.dataset.wordLabel));
  }
  for (const element of document.querySelectorAll("[data-word-placeholder]")) {
    element.placeholder = say(element.dataset.wordPlaceholder);
  }
}

// Forms of one kanji in names: 髙橋 is found by 高橋, 渡邊 by 渡辺.
const forms = new Map(
  ("髙高 﨑崎 嵜崎 碕崎 邊辺 邉辺 齋斎 齊斉 澤沢 濵浜 濱浜 德徳 惠恵 國国 學学 廣広 " +
    "櫻桜 嶋島 嶌島 眞真 條条 瀨瀬 龍竜 萬万 與与 圓円 榮栄 佛仏 會会 醫医 藝芸 經経 濟済 " +
    "條条 壽寿 祐祐 淸清 靜静 增増 曾曽 黑黒 來来 峯峰 冨富 舘館 槇槙 遙遥 彌弥 藏蔵 樂楽")
    .split(" ")
    .map(([old, usual]) => [old, usual]),
);

// ｻﾄｳ, サトウ and さとう are one word; blanks and middle dots do not count.
function fold(text) {
  return Array.from(text.normalize("NFKC").toLowerCase())
    .filter((c) => !/[\s・･\u200b-\u200f\ufe00-\ufe0f]/u.test(c))
    .map((c) => forms.get(c) ?? c)
    .map((c) => (c >= "ァ" && c <= "ヶ" ? String.fromCodePoint(c.codePointAt(0) - 96) : c))
    .join("");
}

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}
