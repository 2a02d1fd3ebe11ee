// The table beside the picture: the same things, sortable, as CSV.

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
  const up = header.getAttribute("aria-sort") !== "ascending";
  const table = header.closest("table");
  for (const other of table.querySelectorAll("th")) other.setAttribute("aria-sort", "none");
  header.setAttribute("aria-sort", up ? "ascending" : "descending");
  const body = table.tBodies[0];
  const compare = new Intl.Collator("ja", { numeric: true }).compare;
  const rows = [...body.rows].map((row) => [row.cells[header.cellIndex].textContent, row]);
  rows.sort(([a], [b]) => (up ? compare(a, b) : compare(b, a)));
  body.append(...rows.map(([, row]) => row));
}

// A cell that a spreadsheet would take for a formula is kept as words.
function csvCell(text) {
  const words = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${words.replaceAll('"', '""')}"`;
}

function csvOf(name) {
  const rows = [...document.getElementById(`${name}-table`).rows].filter((row) => !row.hidden);
  const text = rows.map((row) => [...row.cells].map((cell) => csvCell(cell.textContent)).join(","));
  return `\ufeff${text.join("\r\n")}\r\n`;
}

function saveCsv(name) {
  const address = URL.createObjectURL(new Blob([csvOf(name)], { type: "text/csv;charset=utf-8" }));
  const anchor = make("a", { href: address, download: `${record.title}-${name}.csv` });
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

for (const header of document.querySelectorAll("th")) {
  header.querySelector("button").addEventListener("click", () => sortBy(header));
}
for (const button of document.querySelectorAll("[data-csv]")) {
  button.addEventListener("click", () => saveCsv(button.dataset.csv));
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
