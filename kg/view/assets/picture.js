// The picture: vis-network on a canvas, with the groups' fields behind it.

const dark = window.matchMedia("(prefers-color-scheme: dark)");
const still = window.matchMedia("(prefers-reduced-motion: reduce)");
const holder = document.getElementById("canvas");
const legible = 12 / 24; // labels are 24 units high, and at least 12 px

const nodeSet = new vis.DataSet(
  content.canvas.nodes.map((node) => ({ ...node, ...nodeStyle(node, null) })),
);
const edgeSet = new vis.DataSet(
  content.canvas.edges.map((edge, number) => ({
    ...edge, ...edgeStyle(edge, number, null), title: edgeTitle(number),
  })),
);
const network = new vis.Network(
  holder,
  { nodes: nodeSet, edges: edgeSet },
  options(),
);
// vis-network makes its own frame a stop for the Tab key; the stage around it is ours.
for (const frame of holder.querySelectorAll("[tabindex]")) frame.removeAttribute("tabindex");
window.kgPicture = network; // tests ask it where it drew what

function screen() {
  return content.canvas.screens[dark.matches ? "dark" : "light"];
}

// How edges are drawn stands in one place, and in what colours in another.
function options() {
  const colours = screen().options;
  const edges = { ...content.canvas.options.edges, ...colours.edges };
  return { ...content.canvas.options, ...colours, edges };
}

function paint() {
  network.setOptions(options());
  highlight();
}

function edgeTitle(number) {
  const edge = record.edges[number];
  const ends = [record.nodes[edge.source].name, record.nodes[edge.target].name];
  return `${ends[0]} — ${edge.name} — ${ends[1]}`;
}

function shownNode(id) {
  return !state.hidden.has(record.nodes[id].kind);
}

function shownEdge(edge) {
  return shownNode(edge.source) && shownNode(edge.target);
}

function numberOf(edgeId) {
  return Number(edgeId.slice(1));
}

// What stands out: the chosen thing with what it is joined to, or the hits.
function lit() {
  if (state.hits) return { nodes: new Set(state.hits), edges: new Set() };
  if (!state.chosen) return null;
  const { id, edge } = state.chosen;
  if (!edge && id === record.subject) return null;
  const nodes = new Set(edge ? [] : [id]);
  const edges = new Set();
  record.edges.forEach((found, number) => {
    if (edge ? number === numberOf(id) : found.source === id || found.target === id) {
      nodes.add(found.source).add(found.target);
      edges.add(number);
    }
  });
  return { nodes, edges };
}

function nodeStyle({ id }, light) {
  const faint = light !== null && !light.nodes.has(id);
  const color = faint ? screen().faint : screen().options.nodes.font.color;
  return { id, hidden: !shownNode(id), opacity: faint ? 0.25 : 1, font: { color } };
}

function edgeStyle({ id, width }, number, light) {
  const edge = record.edges[number];
  const bright = light !== null && light.edges.has(number);
  const color = screen().edges[edge.kind];
  const calm = edge.kind === "theme" ? 0.6 : 0.85;
  const opacity = light === null ? calm : bright ? 1 : 0.12;
  return {
    id,
    hidden: !shownEdge(edge),
    color: { color, highlight: color, hover: color, opacity },
    width: bright ? width + 1.4 : width,
  };
}

function highlight() {
  const light = lit();
  nodeSet.update(content.canvas.nodes.map((node) => nodeStyle(node, light)));
  edgeSet.update(content.canvas.edges.map((edge, number) => edgeStyle(edge, number, light)));
  const chosen = state.chosen;
  network.unselectAll();
  if (chosen && chosen.edge) network.selectEdges([chosen.id]);
  else if (chosen && shownNode(chosen.id)) network.selectNodes([chosen.id], false);
}

network.on("beforeDrawing", (context) => {
  const colours = screen();
  if (state.hidden.has("person")) return;
  for (const { box, heading, top } of content.canvas.frames) {
    const [left, upper, right, lower] = box;
    context.fillStyle = colours.frame;
    context.beginPath();
    context.roundRect(left, upper, right - left, lower - upper, 12);
    context.fill();
    context.fillStyle = colours.heading;
    context.font = `600 24px ${colours.options.nodes.font.face}`;
    context.textAlign = "center";
    context.textBaseline = "top";
    heading.forEach((line, number) => {
      context.fillText(line, (left + right) / 2, top + 26 * number);
    });
  }
});

function move(position, scale) {
  const animation = still.matches ? false : { duration: 250, easingFunction: "easeInOutQuad" };
  network.moveTo({ position, scale, animation });
}

// All of the picture, or as much around its subject as is still legible.
function overview({ whole = false, animated = true } = {}) {
  const [left, top, right, bottom] = content.canvas.extent;
  const fit = Math.min(holder.clientWidth / (right - left), holder.clientHeight / (bottom - top), 0.9);
  let position = { x: (left + right) / 2, y: (top + bottom) / 2 };
  let scale = fit;
  if (!whole && fit < legible) {
    scale = legible;
    const start = network.getPositions([record.subject])[record.subject];
    if (start) position = near(start, scale);
  }
  if (animated) move(position, scale);
  else network.moveTo({ position, scale });
}

// Where to look at *spot* from, without looking at nothing beyond the picture's rim.
function near(spot, scale) {
  const [left, top, right, bottom] = content.canvas.extent;
  const hold = (value, low, high, half) =>
    high - low <= 2 * half ? (low + high) / 2 : Math.min(Math.max(value, low + half), high - half);
  return {
    x: hold(spot.x, left, right, holder.clientWidth / scale / 2),
    y: hold(spot.y, top, bottom, holder.clientHeight / scale / 2),
  };
}

function bringIntoView(ids) {
  const places = Object.values(network.getPositions(ids));
  const scale = Math.max(network.getScale(), legible);
  const half = [holder.clientWidth / scale / 2 - 60, holder.clientHeight / scale / 2 - 40];
  const centre = network.getViewPosition();
  const seen = ({ x, y }) => Math.abs(x - centre.x) < half[0] && Math.abs(y - centre.y) < half[1];
  if (places.length && !(places.every(seen) && scale === network.getScale())) {
    move(near(places[0], scale), scale);
  }
}

function zoom(factor) {
  const scale = Math.min(Math.max(network.getScale() * factor, 0.05), 4);
  move(network.getViewPosition(), scale);
}

function pan(right, down) {
  const { x, y } = network.getViewPosition();
  const scale = network.getScale();
  move({ x: x + (right * 80) / scale, y: y + (down * 80) / scale }, scale);
}
