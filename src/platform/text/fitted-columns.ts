/** So many characters a line of a terminal has. */
export const WIDEST = 100;
/** What stands between two columns. */
export const BETWEEN = '  ';

/**
 * The width of each column: that of its longest cell, or less where the table would be wider than 100 characters and
 * its words allow that; a table whose words do not is left as wide as it is.
 */
export function columnWidths(rows: readonly (readonly string[])[]): number[] {
  const natural = widest(rows, (cell) => cell.length);
  const least = widest(rows, (cell) => Math.max(...wordsOf(cell).map(({ length }) => length)));
  const widths = [...natural];
  let over = widths.reduce((sum, width) => sum + width + BETWEEN.length, -BETWEEN.length) - WIDEST;
  for (; over > 0; over -= 1) {
    const narrowed = widestThatCanBeLess(widths, least);
    if (narrowed === undefined) return natural;
    widths[narrowed] = (widths[narrowed] as number) - 1;
  }
  return widths;
}

function widest(rows: readonly (readonly string[])[], lengthOf: (cell: string) => number): number[] {
  const widths: number[] = [];
  for (const row of rows) row.forEach((cell, at) => (widths[at] = Math.max(widths[at] ?? 0, lengthOf(cell))));
  return widths;
}

function widestThatCanBeLess(widths: readonly number[], least: readonly number[]): number | undefined {
  let found: number | undefined;
  widths.forEach((width, at) => {
    if (width > (least[at] as number) && (found === undefined || width > (widths[found] as number))) found = at;
  });
  return found;
}

/** The words of a text; a sign that belongs to a number stays with it. */
const wordsOf = (text: string): string[] => text.split(/ (?!%)/);

/** A text in lines of at most so many characters, broken between words. */
export function wrapped(text: string, width: number): string[] {
  if (text.length <= width) return [text];
  const lines: string[] = [];
  let line = '';
  for (const word of wordsOf(text)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}
