/** A picture as a file of its own: the same shapes as on the page, with a line on where it is from. */

import { type Box, FONT_SIZE, LINE_HEIGHT, ems, wrap } from "./measure";
import type { Palette } from "./palette";
import { type Shape, words } from "./scene";
import { n } from "./stroke";

const MARGIN = 30;
const SMALL = 16;
/** What no browser's canvas refuses. */
const WIDEST = 8_000;
/** Only on the page: what is pressed, and what would be added. */
const OF_PAGE = /(?:^| )(?:hit|more)(?: |$)/;

/** *shapes* as a whole SVG file, in the colours of *palette*, its *title* above and *lines* below. */
export function writeSvg(shapes: readonly Shape[], box: Box, palette: Palette, title: string, lines: readonly string[]): string {
  const width = Math.max(box.right - box.left + 2 * MARGIN, 480);
  const limit = (width - 2 * MARGIN) / FONT_SIZE;
  const heading = wrap(title, limit);
  const notes = lines.flatMap((line) => wrap(line, (width - 2 * MARGIN) / SMALL));
  const left = (box.left + box.right) / 2 - width / 2;
  const top = box.top - MARGIN - heading.length * LINE_HEIGHT;
  const height = box.bottom - top + MARGIN + notes.length * (SMALL + 6) + MARGIN / 2;
  const text = (line: string, y: number, size: number, fill: string, weight = 400): Shape =>
    words(line, { x: n(left + MARGIN), y: n(y), "font-size": size, "font-weight": weight, fill });
  const drawn: readonly Shape[] = [
    { tag: "title", attributes: {}, text: title },
    { tag: "rect", attributes: { x: n(left), y: n(top), width: n(width), height: n(height), fill: palette.paper } },
    ...heading.map((line, i) => text(line, top + MARGIN + i * LINE_HEIGHT, FONT_SIZE, palette.ink, 600)),
    ...shapes,
    ...notes.map((line, i) => text(line, box.bottom + MARGIN + i * (SMALL + 6), SMALL, palette.heading)),
  ];
  const attributes = { xmlns: "http://www.w3.org/2000/svg", "xml:lang": "ja", viewBox: `${n(left)} ${n(top)} ${n(width)} ${n(height)}`, width: n(width), height: n(height) };
  return `<?xml version="1.0" encoding="UTF-8"?>\n${write({ tag: "svg", attributes, children: drawn })}\n`;
}

/** One shape as XML; what is only of the page is left out. */
export function write(shape: Shape): string {
  if (OF_PAGE.test(shape.attributes["class"] ?? "")) return "";
  const attributes = Object.entries(shape.attributes).map(([name, value]) => ` ${name}="${escape(value)}"`).join("");
  const inside = escape(shape.text ?? "") + (shape.children ?? []).map(write).join("");
  return inside ? `<${shape.tag}${attributes}>${inside}</${shape.tag}>` : `<${shape.tag}${attributes}/>`;
}

function escape(text: string): string {
  const safe: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  // XML has no place for other control characters, however they are written.
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "").replace(/[&<>"]/g, (sign) => safe[sign]!);
}

/** The SVG as a PNG of twice its size, or as large as a canvas may be. */
export async function writePng(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const scale = Math.min(2, WIDEST / Math.max(image.naturalWidth, image.naturalHeight));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(image.naturalWidth * scale));
  canvas.height = Math.max(1, Math.round(image.naturalHeight * scale));
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((keep, fail) => canvas.toBlob((blob) => (blob ? keep(blob) : fail(new Error("no PNG"))), "image/png"));
}

/** How wide *text* is at *size*. */
export function wide(text: string, size = FONT_SIZE): number {
  return ems(text) * size;
}
