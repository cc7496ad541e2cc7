import { BETWEEN, columnWidths, wrapped } from './fitted-columns';

/** A column of a table for a terminal. */
export interface TextColumn {
  readonly heading: string;
  readonly side: 'left' | 'right';
}

/** The lines of a table whose columns stand under each other, the headings first. */
export function alignedText(columns: readonly TextColumn[], rows: readonly (readonly string[])[]): string[] {
  return alignedRows(
    [columns.map(({ heading }) => heading), ...rows],
    columns.map(({ side }) => side),
  );
}

/**
 * Rows whose cells stand under each other; a column without a side is left-aligned. A table that is wider than a
 * terminal's 100 columns is narrowed where its words allow, and such cells go on in the lines below.
 */
export const alignedRows = (
  rows: readonly (readonly string[])[],
  sides: readonly TextColumn['side'][] = [],
): string[] => alignedBlocks(rows, sides).flat();

/** As `alignedRows`, with the lines of each row by themselves, for what stands between rows. */
export function alignedBlocks(
  rows: readonly (readonly string[])[],
  sides: readonly TextColumn['side'][] = [],
): string[][] {
  const widths = columnWidths(rows);
  return rows.map((row) => {
    const cells = row.map((cell, at) => wrapped(cell, widths[at] as number));
    const height = Math.max(1, ...cells.map(({ length }) => length));
    return Array.from({ length: height }, (_, line) =>
      cells
        .map((lines, at) => {
          const [text, width] = [lines[line] ?? '', widths[at] as number];
          return sides[at] === 'right' ? text.padStart(width) : text.padEnd(width);
        })
        .join(BETWEEN)
        .trimEnd(),
    );
  });
}
