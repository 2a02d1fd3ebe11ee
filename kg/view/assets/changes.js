// Changes as a list: filtered by sort and by words, each with its evidence below it.

const changes = [...document.querySelectorAll(".change")];
const search = document.getElementById("search");
const boxes = [...document.querySelectorAll("#filters input")];

function shown(change) {
  const sorts = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
  const wanted = fold(search.value);
  return sorts.has(change.dataset.sort) && (!wanted || fold(change.textContent).includes(wanted));
}

function filter() {
  for (const change of changes) change.hidden = !shown(change);
  for (const section of document.querySelectorAll(".kind-of")) {
    section.hidden = !section.querySelector(".change:not([hidden])");
  }
  tellCount();
}

function tellCount() {
  const count = changes.filter((change) => !change.hidden).length;
  document.getElementById("status").textContent = say("shown", { count, all: changes.length });
}

function openAll(open) {
  for (const change of changes) if (!change.hidden) change.open = open;
}

function changeLanguage() {
  speak(state.language === "ja" ? "en" : "ja");
  filter();
}

// The address names a change: #c3 opens it.
function recall() {
  const found = /^#c\d+$/.test(location.hash) && document.getElementById(location.hash.slice(1));
  if (found) {
    found.open = true;
    found.scrollIntoView({ block: "center" });
  }
}

search.addEventListener("input", filter);
document.getElementById("filters").addEventListener("change", filter);
document.getElementById("language").addEventListener("click", changeLanguage);
document.getElementById("open-all").addEventListener("click", () => openAll(true));
document.getElementById("close-all").addEventListener("click", () => openAll(false));
window.addEventListener("hashchange", recall);
window.addEventListener("beforeprint", () => openAll(true));

filter();
recall();
document.body.dataset.ready = Math.round(performance.now());
