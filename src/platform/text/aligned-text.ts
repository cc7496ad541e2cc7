/** A column of a table for a terminal. */
export interface TextColumn {
  readonly heading: string;
  readonly side: 'left' | 'right';
}

/** The lines of a table whose columns stand under each other. */
export function alignedText(columns: readonly TextColumn[], rows: readonly (readonly string[])[]): string[] {
  const cells = [columns.map(({ heading }) => heading), ...rows];
  const widths = columns.map((_, at) => Math.max(...cells.map((row) => row[at]?.length ?? 0)));
  return cells.map((row) =>
    row
      .map((cell, at) =>
        columns[at]?.side === 'right' ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
}
