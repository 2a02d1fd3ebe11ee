/** Tables are sorted by any of their columns: numbers as numbers, kanji as Japanese has them. */

const { compare } = new Intl.Collator("ja", { numeric: true });

export function compareCells(one: string, other: string): number {
  return compare(one, other);
}

/** Let *header* tell that its column is sorted, and no other; true where it goes up now. */
export function turnHeader(header: HTMLElement): boolean {
  const up = header.getAttribute("aria-sort") !== "ascending";
  for (const other of header.parentElement?.children ?? []) other.setAttribute("aria-sort", "none");
  header.setAttribute("aria-sort", up ? "ascending" : "descending");
  return up;
}
