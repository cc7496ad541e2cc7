/** A CSV as a spreadsheet program takes it apart: the cells of each line, quotes undone. */
export function cellsOf(csv: string, separator: ',' | ';'): string[][] {
  const lines: string[][] = [[]];
  const cell = new RegExp(`(?:"((?:[^"]|"")*)"|([^${separator}\\r\\n]*))(${separator}|\\r\\n|$)`, 'gy');
  for (let at = 0; at < csv.length; at = cell.lastIndex) {
    cell.lastIndex = at;
    const [, quoted, plain = '', end] = cell.exec(csv) ?? [];
    if (end === undefined) throw new Error(`Not a CSV at ${at}: ${csv.slice(at, at + 40)}`);
    lines.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\r\n') lines.push([]);
  }
  return lines.filter((cells) => cells.length > 0);
}

/** Its lines as objects under the headings. */
export function recordsOf(csv: string, separator: ',' | ';'): Record<string, string>[] {
  const [headings = [], ...lines] = cellsOf(csv, separator);
  return lines.map((cells) => Object.fromEntries(headings.map((heading, at) => [heading, cells[at] ?? ''])));
}
