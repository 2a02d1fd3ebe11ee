// The table beside the picture: the same things, sortable, as CSV and TSV.

// Rows beyond the first hundreds stand in the page as text, which only a browser without
// scripts reads as a table: ten thousand of them take seconds, and none is seen at first.
function takeRest() {
  const all = [...document.querySelectorAll("noscript[data-rest]")];
  for (const rest of all) {
    // Escaped like all of the page; a parsed document runs nothing.
    const parsed = new DOMParser().parseFromString(rest.textContent, "text/html");
    const body = document.getElementById(`${rest.dataset.rest}-table`).tBodies[0];
    body.append(...parsed.querySelectorAll("tr"));
    rest.remove();
  }
  if (!all.length) return;
  if (state.language !== content.language) speak(state.language);
  fillTables();
  markRows();
}

function visible(row) {
  return row.dataset.ends.split(" ").every((kind) => !state.hidden.has(kind));
}

function fillTables() {
  const nodes = Object.keys(record.nodes);
  const counts = {
    nodes: nodes.filter(shownNode).length,
    all_nodes: nodes.length,
    edges: record.edges.filter(shownEdge).length,
    all_edges: record.edges.length,
  };
  for (const name of ["nodes", "edges"]) {
    for (const row of document.querySelectorAll(`#${name}-table tbody tr`)) row.hidden = !visible(row);
    document.getElementById(`${name}-count`).textContent = counts[name];
  }
  return counts;
}

function markRows() {
  const light = state.hits === null ? null : new Set(state.hits);
  for (const row of document.querySelectorAll("#nodes-table tbody tr, #edges-table tbody tr")) {
    const chosen = state.chosen !== null && state.chosen.id === row.dataset.id;
    row.classList.toggle("chosen", chosen);
    row.classList.toggle("hit", light !== null && light.has(row.dataset.id));
  }
}

function sortBy(header) {
  takeRest();
  const up = turnHeader(header);
  const body = header.closest("table").tBodies[0];
  const rows = [...body.rows].map((row) => [row.cells[header.cellIndex].textContent, row]);
  rows.sort(([a], [b]) => (up ? compareCells(a, b) : compareCells(b, a)));
  body.append(...rows.map(([, row]) => row));
}

function rowsOf(name) {
  takeRest();
  const rows = [...document.getElementById(`${name}-table`).rows].filter((row) => !row.hidden);
  return rows.map((row) => [...row.cells].map((cell) => cell.textContent));
}

function saveCsv(name) {
  save(`${record.title}-${name}.csv`, "text/csv;charset=utf-8", writeCsv(rowsOf(name)));
}

function saveTsv(name) {
  save(`${record.title}-${name}.tsv`, "text/tab-separated-values;charset=utf-8", writeTsv(rowsOf(name)));
}

for (const header of document.querySelectorAll("th")) {
  header.querySelector("button").addEventListener("click", () => sortBy(header));
}
for (const button of document.querySelectorAll("[data-csv]")) {
  button.addEventListener("click", () => saveCsv(button.dataset.csv));
}
for (const button of document.querySelectorAll("[data-tsv]")) {
  button.addEventListener("click", () => saveTsv(button.dataset.tsv));
}
document.getElementById("table").addEventListener("click", ({ target }) => {
  const button = target.closest("td button");
  if (!button) return;
  const row = button.closest("tr").dataset.id;
  const inEdges = button.closest("table").id === "edges-table";
  const opens = button.dataset.opens;
  const id = opens === undefined ? row : content.canvas.nodes[Number(opens)].id;
  choose(id, { edge: inEdges && opens === undefined, from: button });
});

for (const rest of document.querySelectorAll("noscript[data-rest]")) {
  const scroller = rest.previousElementSibling;
  scroller.addEventListener("scroll", () => {
    if (scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 2000) takeRest();
  });
}
window.addEventListener("beforeprint", takeRest);
