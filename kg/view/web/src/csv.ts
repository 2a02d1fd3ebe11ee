/** Tables for spreadsheets. */

// What a spreadsheet would take for a formula is kept as words, as kg.ask.cell does.
const formula = /^[=+\-@＝＋－＠\t\r]/;

export function guard(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}

export function writeCsv(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((row) => row.map((cell) => `"${guard(cell).replaceAll('"', '""')}"`).join(","));
  return `\ufeff${lines.join("\r\n")}\r\n`;
}

/** Tab-separated, to be pasted: a tab or line end within a cell becomes a blank. */
export function writeTsv(rows: readonly (readonly string[])[]): string {
  return `${rows.map((row) => row.map((cell) => guard(cell.replace(/[\t\r\n]+/g, " "))).join("\t")).join("\n")}\n`;
}
