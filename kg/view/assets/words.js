// Words of the interface in two languages; what the pages share with the explorer is in
// parts.js, which is built from kg/view/web.

const { compareCells, cutMarks, fold, make, makePassage, save, turnHeader, writeCsv, writeTsv } = kgParts;

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
