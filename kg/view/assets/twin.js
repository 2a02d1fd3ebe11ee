// The table beside the picture: the same things, sortable, as CSV and TSV.

function visible(row) {
  return row.dataset.ends.split(" ").every((kind) => !state.hidden.has(kind));
}

function fillTables() {
  const counts = {};
  for (const name of ["nodes", "edges"]) {
    const rows = [...document.querySelectorAll(`#${name}-table tbody tr`)];
    for (const row of rows) row.hidden = !visible(row);
    counts[name] = rows.filter((row) => !row.hidden).length;
    counts[`all_${name}`] = rows.length;
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
  const up = turnHeader(header);
  const body = header.closest("table").tBodies[0];
  const rows = [...body.rows].map((row) => [row.cells[header.cellIndex].textContent, row]);
  rows.sort(([a], [b]) => (up ? compareCells(a, b) : compareCells(b, a)));
  body.append(...rows.map(([, row]) => row));
}

function rowsOf(name) {
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
