// What a reader does: choose, search, filter, move, change the language.

const search = document.getElementById("search");
const hitList = document.getElementById("hits");
const stage = document.getElementById("stage");
const status = document.getElementById("status");
const narrow = window.matchMedia("(max-width: 900px)");
const most = 12; // hits listed below the search box
let cameFrom = null;

const keys = Object.entries(record.nodes).map(([id, node]) => {
  const posts = record.edges.filter((edge) => edge.source === id).map((edge) => edge.name);
  const words = [node.name, node.group ?? "", ...node.details.map(([, value]) => value), ...posts];
  return [id, fold(node.name), words.map(fold).join("\n")];
});

function choose(id, { edge = false, from = null } = {}) {
  state.chosen = { id, edge };
  cameFrom = from && !panel.contains(from) ? from : cameFrom;
  fillPanel();
  highlight();
  markRows();
  const found = edge ? record.edges[numberOf(id)] : null;
  bringIntoView(edge ? [found.source, found.target] : [id]);
  remember();
  if (from) {
    document.getElementById("panel-title").focus({ preventScroll: true });
  }
  // From the table back up; and on a narrow screen, with the panel below the picture,
  // some of both.
  if (narrow.matches || stage.getBoundingClientRect().top < 0) stage.scrollIntoView({ block: "start", behavior: still.matches ? "auto" : "smooth" });
}

function goBack() {
  state.chosen = null;
  state.hits = null;
  search.value = "";
  hitList.hidden = true;
  fillPanel();
  highlight();
  markRows();
  overview();
  remember();
  tellCounts();
  if (cameFrom && cameFrom.isConnected && cameFrom.offsetParent) cameFrom.focus();
  else if (panel.contains(document.activeElement) || document.activeElement === document.body) stage.focus({ preventScroll: true });
  cameFrom = null;
}

// The address holds what is chosen and the language, so that it can be passed on.
function remember() {
  const place = new URLSearchParams();
  if (state.chosen) place.set(state.chosen.edge ? "edge" : "id", state.chosen.id);
  if (state.language !== content.language) place.set("lang", state.language);
  const address = place.size ? `#${place}` : "#";
  if (location.hash !== address) history.replaceState(null, "", address);
}

function recall() {
  const place = new URLSearchParams(location.hash.slice(1));
  const [language, id, edge] = ["lang", "id", "edge"].map((name) => place.get(name) ?? "");
  if (Object.hasOwn(content.words, language)) speak(language);
  if (Object.hasOwn(record.nodes, id)) choose(id);
  else if (/^e\d+$/.test(edge) && numberOf(edge) < record.edges.length) choose(edge, { edge: true });
}

function tellCounts() {
  status.textContent = say("drawn", fillTables());
}

function find() {
  const query = fold(search.value);
  const inName = keys.filter(([, name]) => name.includes(query)).map(([id]) => id);
  const inWords = keys.filter(([, , words]) => words.includes(query)).map(([id]) => id);
  state.hits = query ? [...new Set([...inName, ...inWords])].filter(shownNode) : null;
  hitList.replaceChildren();
  hitList.hidden = !state.hits;
  if (state.hits) {
    const values = { query: search.value, count: state.hits.length };
    status.textContent = say(state.hits.length ? "found" : "nothing_found", values);
    if (!state.hits.length) hitList.append(make("li", { class: "note" }, status.textContent));
    hitList.append(...state.hits.slice(0, most).map(hit));
  } else {
    tellCounts();
  }
  highlight();
  markRows();
}

function hit(id) {
  const node = record.nodes[id];
  const button = make("button", { type: "button", lang: "ja" }, node.name);
  button.append(" ", make("small", {}, say(`kind.${node.kind}`)));
  button.addEventListener("click", () => take(id));
  return make("li", {}, button);
}

function take(id) {
  hitList.hidden = true;
  state.hits = null;
  choose(id, { from: search });
}

function filter() {
  state.hidden = new Set(
    [...document.querySelectorAll("#filters input")].filter((box) => !box.checked).map((box) => box.value),
  );
  highlight();
  tellCounts();
}

function changeLanguage() {
  speak(state.language === "ja" ? "en" : "ja");
  fillPanel();
  tellCounts();
  remember();
}

const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const steps = { "+": () => zoom(1.25), ";": () => zoom(1.25), "-": () => zoom(0.8), "0": () => overview({ whole: true }) };

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") return goBack();
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return undefined;
  if (event.target === search) {
    if (event.key === "Enter" && state.hits && state.hits.length) take(state.hits[0]);
    return undefined;
  }
  if (event.key in steps) {
    steps[event.key]();
    event.preventDefault();
  } else if (event.key in arrows && stage.contains(document.activeElement)) {
    pan(...arrows[event.key]);
    event.preventDefault();
  }
  return undefined;
});

// The wheel scrolls the page, as everywhere; with Ctrl, or by pinching, it zooms.
holder.addEventListener("wheel", (event) => { if (!event.ctrlKey && !event.metaKey) event.stopPropagation(); }, { capture: true });

network.on("click", ({ nodes, edges }) => {
  if (nodes.length) choose(nodes[0]);
  else if (edges.length) choose(edges[0], { edge: true });
  else if (state.chosen) goBack();
});
search.addEventListener("input", find);
document.getElementById("filters").addEventListener("change", filter);
document.getElementById("language").addEventListener("click", changeLanguage);
document.getElementById("zoom-in").addEventListener("click", () => zoom(1.25));
document.getElementById("zoom-out").addEventListener("click", () => zoom(0.8));
document.getElementById("zoom-all").addEventListener("click", () => overview({ whole: true }));
dark.addEventListener("change", paint);
window.addEventListener("hashchange", recall);
window.addEventListener("beforeprint", () => overview({ whole: true, animated: false }));

fillPanel();
tellCounts();
network.once("afterDrawing", () => { document.body.dataset.ready = Math.round(performance.now()); });
overview({ animated: false });
recall();
