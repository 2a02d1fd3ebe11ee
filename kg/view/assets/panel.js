// The side panel: what is chosen, what it is joined to, and the lines it rests on.

const panel = document.getElementById("panel");
const listed = 100; // neighbours of one kind shown at once

function link(id, text, edge = false) {
  const button = make("button", { type: "button", class: edge ? "lines-of" : "name" }, text);
  if (!edge) button.lang = "ja";
  button.addEventListener("click", () => choose(id, { edge, from: button }));
  return button;
}

function badge(text, kind) {
  return make("span", { class: `badge ${kind}` }, text);
}

function concluded(edge) {
  return edge.basis === "default" || edge.basis === "inferred";
}

function badges(edge) {
  const found = [];
  if (edge.mode) found.push(badge(say(`mode.${edge.mode}`) + (concluded(edge) ? "*" : ""), edge.mode));
  if (edge.proxy) found.push(badge(say("proxy"), "proxy"));
  if (concluded(edge) && !edge.mode) found.push(badge(`* ${say(`basis.${edge.basis}`)}`, "doubt"));
  return found;
}

// A ministry's units are its 下位の組織, and it is their 上位の組織.
function relation(edge, seenFrom = edge.source) {
  const absent = edge.kind === "attendance" && edge.mode === null;
  const way = seenFrom === edge.source ? "relation" : "incoming";
  return say(`${way}.${absent ? "absence" : edge.kind}`);
}

function lines(numbers) {
  return numbers.map((number) => `L${record.lines[record.passages[number][0]].line}`).join(" ");
}

function passage(number) {
  const [place, marks] = record.passages[number];
  const { document: name, line, text } = record.lines[place];
  const where = record.several ? `${name} L${line}` : `L${line}`;
  return makePassage(where, cutMarks(text, marks), name);
}

// One line stands once, whichever of several marks brought it.
function evidence(numbers) {
  const section = make("section", {}, make("h3", {}, say("evidence")));
  const found = [...new Set(numbers)];
  section.append(...found.map(passage));
  if (!found.length) section.append(make("p", { class: "note" }, say("no_evidence")));
  return section;
}

function head(kind, title) {
  const heading = make("h2", { id: "panel-title", tabindex: "-1", lang: "ja" }, title);
  return [make("p", { class: `kind ${kind}` }, kind ? say(`kind.${kind}`) : say("edges")), heading];
}

function details(rows) {
  const list = make("dl");
  for (const [what, value] of rows) {
    list.append(make("dt", { lang: "ja" }, what), make("dd", { lang: "ja" }, value));
  }
  return list;
}

function neighbour(id, edge, number) {
  const other = edge.source === id ? edge.target : edge.source;
  const words = make("span", { lang: "ja", class: "as" }, edge.name);
  const item = make("li", {}, link(other, record.nodes[other].name), " ", words, " ");
  item.append(...badges(edge), " ", link(`e${number}`, lines(edge.passages) || say("basis"), true));
  return item;
}

// What a node is joined to, under a heading for each way of being joined.
function neighbours(id) {
  const lists = new Map();
  record.edges.forEach((edge, number) => {
    if (edge.source !== id && edge.target !== id) return;
    const heading = relation(edge, id);
    if (!lists.has(heading)) lists.set(heading, []);
    lists.get(heading).push(() => neighbour(id, edge, number));
  });
  return [...lists].flatMap(([heading, items]) => [
    make("h3", {}, `${heading} `, make("small", {}, String(items.length))),
    ...listOf(items),
  ]);
}

// The first of many, and a button for the others.
function listOf(items) {
  const list = make("ul", { class: "neighbours" }, ...items.slice(0, listed).map((item) => item()));
  const rest = items.slice(listed);
  if (!rest.length) return [list];
  const more = make("button", { type: "button" }, say("more_neighbours", { count: rest.length }));
  more.addEventListener("click", () => {
    const added = rest.map((item) => item());
    list.append(...added);
    more.remove();
    added[0].querySelector("button").focus();
  });
  return [list, more];
}

function nodePanel(id) {
  const node = record.nodes[id];
  const joined = record.edges.filter((edge) => edge.source === id || edge.target === id);
  const own = node.passages.length ? node.passages : joined.flatMap((edge) => edge.passages);
  const given = node.details.some(([, value]) => value === node.group);
  const group = node.group && !given ? [[say("group"), node.group]] : [];
  const parts = [...head(node.kind, node.name), details([...group, ...node.details])];
  parts.push(evidence(own), ...neighbours(id));
  return parts;
}

function edgePanel(id) {
  const edge = record.edges[numberOf(id)];
  const title = `${record.nodes[edge.source].name} — ${edge.name} — ${record.nodes[edge.target].name}`;
  const rows = make("ul", { class: "neighbours" });
  for (const end of [edge.source, edge.target]) {
    rows.append(make("li", {}, link(end, record.nodes[end].name)));
  }
  const known = make("p", {}, badge(relation(edge), "relation"), " ", ...badges(edge), " ");
  known.append(badge(`${say("basis")}: ${say(`basis.${edge.basis}`)}`, "basis"));
  return [...head("", title), known, evidence(edge.passages), rows];
}

function fillPanel() {
  const { id, edge } = state.chosen ?? { id: record.subject, edge: false };
  const known = edge || Object.hasOwn(record.nodes, id);
  const parts = known ? (edge ? edgePanel(id) : nodePanel(id)) : [];
  const start = id === record.subject || !known;
  if (start) parts.push(make("p", { class: "note" }, say("hint")), make("p", { class: "note" }, say("keys")));
  else parts.unshift(backButton());
  panel.replaceChildren(...parts);
  panel.scrollTop = 0;
}

function backButton() {
  const button = make("button", { type: "button", class: "back" }, say("back"));
  button.addEventListener("click", goBack);
  return button;
}
