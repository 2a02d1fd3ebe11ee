/**
 * A picture as a tree of SVG elements, as plain data: what is shown on the page and
 * what is saved are the same tree, so that they cannot differ.
 */

import { layOut } from "./layout";
import { type Box, FONT_SIZE, LINE_HEIGHT } from "./measure";
import { type Edge, type Network, type Node, isAbsence, isConcluded, isHonest } from "./model";
import { FONTS, type Palette, SIGNS, type Tone, edgeColour, toneColour } from "./palette";
import { type Frame, type Spot, extent } from "./place";
import { type Stroke, drawStrokes, n } from "./stroke";
import { FORMS, type Tile, tileOf } from "./tile";

export interface Shape {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children?: readonly Shape[];
  readonly text?: string;
}

export interface Scene {
  readonly box: Box;
  readonly frames: readonly Shape[];
  readonly edges: readonly Shape[];
  readonly nodes: readonly Shape[];
  readonly places: ReadonlyMap<string, Spot>;
}

/** How a picture is drawn. *tones* colours what differs, by id; *more* counts what ＋ would add. */
export interface Look {
  readonly palette: Palette;
  readonly title: (thing: Node | Edge) => string;
  readonly tones?: ReadonlyMap<string, Tone>;
  readonly more?: ReadonlyMap<string, number>;
}

/** Lay *network* out and draw it; an edge that would make presence authorship is left out. */
export function drawScene(network: Network, look: Look): Scene {
  const kinds = new Map(network.nodes.map((node) => [node.id, node.kind]));
  const honest = { ...network, edges: network.edges.filter((edge) => isHonest(edge, kinds)) };
  const { picture, layout } = layOut(honest);
  const strokes = drawStrokes(honest.edges, layout, picture.tiles);
  return {
    box: extent(layout, picture.tiles),
    frames: layout.frames.map((frame) => drawFrame(frame, look.palette)),
    edges: strokes.map((stroke) => drawEdge(stroke, look)),
    nodes: honest.nodes.map((node) => drawNode(node, layout.places.get(node.id)!, tileOf(picture.tiles, node.id), look)),
    places: layout.places,
  };
}

export function shape(
  tag: string, attributes: Readonly<Record<string, string | number>>, ...children: readonly Shape[]
): Shape {
  const texts = Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, String(value)]));
  return children.length ? { tag, attributes: texts, children } : { tag, attributes: texts };
}

export function words(text: string, attributes: Readonly<Record<string, string | number>>): Shape {
  return { ...shape("text", { "font-family": FONTS, ...attributes }), text };
}

function drawFrame(frame: Frame, palette: Palette): Shape {
  const { left, top, right, bottom } = frame.box;
  const rect = shape("rect", {
    x: n(left), y: n(top), width: n(right - left), height: n(bottom - top), rx: 12, fill: palette.frame,
  });
  const heading = frame.heading.map((line, i) =>
    words(line, {
      x: n((left + right) / 2), y: n(frame.headingBox.top + LINE_HEIGHT * i + FONT_SIZE * 0.88),
      "text-anchor": "middle", "font-size": FONT_SIZE, "font-weight": 600, fill: palette.heading,
    }));
  return shape("g", { class: "frame" }, rect, ...heading);
}

function drawEdge({ edge, path, dashes, width, star }: Stroke, look: Look): Shape {
  const tone = look.tones?.get(edge.id);
  const colour = tone ? toneColour(look.palette, tone) : edgeColour(look.palette, edge.kind);
  const line = shape("path", {
    d: path, fill: "none", stroke: colour, "stroke-width": tone ? width + 1.4 : width,
    ...(dashes.length ? { "stroke-dasharray": dashes.join(" ") } : {}),
  });
  const hit = shape("path", { d: path, fill: "none", stroke: "transparent", "stroke-width": 14, class: "hit" });
  const mark = star ? [words("*", halo(look.palette, { x: n(star[0]), y: n(star[1] + 10), fill: colour }))] : [];
  const title: Shape = { ...shape("title", {}), text: look.title(edge) };
  const doubt = isConcluded(edge) ? " doubt" : "";
  const absent = isAbsence(edge) ? " absent" : "";
  const attributes = { class: `edge ${edge.kind}${doubt}${absent}`, "data-edge": edge.id, opacity: edge.kind === "theme" ? 0.6 : 0.85 };
  return shape("g", attributes, title, hit, line, ...mark);
}

function drawNode(node: Node, [x, y]: Spot, tile: Tile, look: Look): Shape {
  const tone = look.tones?.get(node.id);
  const title: Shape = { ...shape("title", {}), text: look.title(node) };
  const { shape: form } = FORMS[node.kind];
  const top = form === "box" ? tile.labelTop + 8 : tile.labelTop;
  const lines = tile.lines.map((line, i) =>
    words(line, halo(look.palette, { x: 0, y: n(top + LINE_HEIGHT * i + FONT_SIZE * 0.88), fill: look.palette.ink },
      form === "box" ? 0 : 4)));
  const ring = tone ? [toneMark(tone, node, tile, look.palette)] : [];
  const more = look.more?.get(node.id) ?? 0;
  const plus = more ? [plusMark(more, node, tile, look.palette)] : [];
  return shape(
    "g",
    { class: `node ${node.kind}`, "data-node": node.id, transform: `translate(${n(x)} ${n(y)})` },
    title, marker(node, tile, look.palette), ...lines, ...ring, ...plus,
  );
}

function halo(palette: Palette, attributes: Record<string, string | number>, width = 4): Record<string, string | number> {
  const edge = width ? { stroke: palette.paper, "stroke-width": width, "stroke-linejoin": "round", "paint-order": "stroke" } : {};
  return { "text-anchor": "middle", "font-size": FONT_SIZE, ...edge, ...attributes };
}

const STAR = starPoints(28);

function marker(node: Node, tile: Tile, palette: Palette): Shape {
  const { shape: form, size } = FORMS[node.kind];
  const paint = { fill: palette.soft[node.kind], stroke: palette.strong[node.kind], "stroke-width": 1.6 };
  if (form === "dot") return shape("circle", { r: size, ...paint });
  if (form === "star") return shape("polygon", { points: STAR, ...paint });
  if (form === "diamond") return shape("polygon", { points: `0,${-size} ${size},0 0,${size} ${-size},0`, ...paint });
  return shape("rect", {
    x: n(-tile.width / 2), y: n(-tile.above), width: n(tile.width), height: n(tile.above + tile.below),
    rx: node.kind === "agenda-item" ? 14 : 2, ...paint,
    ...(node.kind === "handout" ? { "stroke-dasharray": "4 3" } : {}),
  });
}

/** A ring and a sign: colour is never alone. */
function toneMark(tone: Tone, node: Node, tile: Tile, palette: Palette): Shape {
  const colour = toneColour(palette, tone);
  const { size } = FORMS[node.kind];
  const x = size ? -size - 16 : -tile.width / 2 - 4;
  const disc = shape("circle", { cx: n(x), cy: n(-tile.above), r: 13, fill: colour });
  const sign = words(SIGNS[tone], {
    x: n(x), y: n(-tile.above + 8), "text-anchor": "middle", "font-size": 22, "font-weight": 700, fill: palette.paper,
  });
  return shape("g", { class: `tone ${tone}` }, disc, sign);
}

/** ＋ with how many more things a step from here would bring. */
function plusMark(more: number, node: Node, tile: Tile, palette: Palette): Shape {
  const { size } = FORMS[node.kind];
  const [x, y] = size ? [size + 12, -size] : [tile.width / 2 + 2, -tile.above];
  const text = `＋${more}`;
  const width = 22 + 12 * String(more).length;
  const back = shape("rect", {
    x: n(x - 6), y: n(y - 15), width, height: 26, rx: 13, fill: palette.paper, stroke: palette.line, "stroke-width": 1.2,
  });
  const sign = words(text, { x: n(x - 6 + width / 2), y: n(y + 5), "text-anchor": "middle", "font-size": 18, fill: palette.ink });
  return shape("g", { class: "more" }, back, sign);
}

/** The five-pointed star of a meeting, as vis-network draws it: a little below its middle. */
function starPoints(size: number): string {
  const radius = size * 0.82;
  return Array.from({ length: 10 }, (_, i) => {
    const reach = i % 2 === 0 ? radius * 1.3 : radius * 0.5;
    const [x, y] = [reach * Math.sin((i * Math.PI) / 5), 0.1 * radius - reach * Math.cos((i * Math.PI) / 5)];
    return `${n(x)},${n(y)}`;
  }).join(" ");
}
