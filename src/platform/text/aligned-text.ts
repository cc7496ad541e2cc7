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

/** Rows whose cells stand under each other, one line each; a column without a side is left-aligned. */
export function alignedRows(rows: readonly (readonly string[])[], sides: readonly TextColumn['side'][] = []): string[] {
  const widths: number[] = [];
  for (const row of rows) row.forEach((cell, at) => (widths[at] = Math.max(widths[at] ?? 0, cell.length)));
  return rows.map((row) =>
    row
      .map((cell, at) => (sides[at] === 'right' ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}
