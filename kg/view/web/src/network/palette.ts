/** The colours of a picture; a test holds them to those of `kg/view/palette.py`. */

import type { Kind, Relation } from "./model";

export interface Palette {
  readonly paper: string;
  readonly ink: string;
  readonly frame: string;
  readonly heading: string;
  readonly faint: string;
  readonly line: string;
  readonly strong: Readonly<Record<Kind, string>>;
  readonly soft: Readonly<Record<Kind, string>>;
}

export const FONTS = '"Noto Sans JP","Noto Sans CJK JP","Hiragino Sans","Yu Gothic UI",Meiryo,sans-serif';

export const LIGHT: Palette = {
  paper: "#ffffff", ink: "#1d2329", frame: "#f2f5f8", heading: "#4a5560", faint: "#7b8490", line: "#767676",
  strong: {
    person: "#0072b2", organization: "#b35900", meeting: "#00795a",
    "agenda-item": "#5b4b9a", handout: "#5f6670", theme: "#9c3c78",
  },
  soft: {
    person: "#0072b2", organization: "#fff4e5", meeting: "#00795a",
    "agenda-item": "#f0edfb", handout: "#f4f5f7", theme: "#9c3c78",
  },
};

export const DARK: Palette = {
  paper: "#14181d", ink: "#eef1f4", frame: "#1d232a", heading: "#b4bec9", faint: "#7d8894", line: "#98a2ad",
  strong: {
    person: "#5ab4ee", organization: "#f0a030", meeting: "#3fcf9f",
    "agenda-item": "#b3a6f2", handout: "#b8bec8", theme: "#e79fcd",
  },
  soft: {
    person: "#5ab4ee", organization: "#2d2415", meeting: "#3fcf9f",
    "agenda-item": "#26213c", handout: "#23282e", theme: "#e79fcd",
  },
};

const LIKE: Readonly<Partial<Record<Relation, Kind>>> = {
  affiliation: "organization", "part-of": "organization", agenda: "agenda-item",
  presentation: "agenda-item", theme: "theme", statement: "theme", chair: "meeting",
};

export function edgeColour(palette: Palette, kind: Relation): string {
  const like = LIKE[kind];
  return like ? palette.strong[like] : palette.line;
}

/** Colours of what differs between two meetings; each also has its sign. */
export const TONES = ["in", "out", "doubt", "changed"] as const;
export type Tone = (typeof TONES)[number];
export const SIGNS: Readonly<Record<Tone, string>> = { in: "＋", out: "－", doubt: "？", changed: "～" };

export function toneColour(palette: Palette, tone: Tone): string {
  const colours: Readonly<Record<Tone, string>> = {
    in: palette.strong.meeting, out: palette.strong.organization, doubt: palette.line, changed: palette.strong.person,
  };
  return colours[tone];
}
