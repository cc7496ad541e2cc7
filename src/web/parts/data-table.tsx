import type { ComponentChildren } from 'preact';

/** A column of a table of rows. */
export interface Column<Row> {
  readonly heading: string;
  /** Figures stand to the right and are never broken. */
  readonly side?: 'figure' | 'words';
  readonly cell: (row: Row) => ComponentChildren;
}

interface TableOf<Row> {
  /** What the table shows, in a sentence. */
  readonly caption: string;
  /** Whether the caption is only for those who listen to the page, as where a heading says it already. */
  readonly isCaptionHidden?: boolean;
  /** The first column names the row. */
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf?: (row: Row) => string;
  /** Whether a row is to be told from the others, as one's own. */
  readonly isMarked?: (row: Row) => boolean;
  /** What is said where there are no rows. */
  readonly empty?: string;
}

/**
 * A table; where there is little room each row is a card with every heading before its cell. Roles keep it a table for
 * those who listen to the page.
 */
export function DataTable<Row>(of: TableOf<Row>) {
  const { caption, isCaptionHidden = false, columns, rows, keyOf, isMarked, empty } = of;
  if (rows.length === 0 && empty !== undefined) return <p class="nothing">{empty}</p>;
  const [named, ...others] = columns;
  return (
    <div class="table-room">
      <table class="table data-table" role="table">
        <caption class={isCaptionHidden ? 'sr-only' : undefined}>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map(({ heading, side }) => (
              <th scope="col" role="columnheader" class={side}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr role="row" id={keyOf?.(row)} class={isMarked?.(row) === true ? 'marked' : undefined}>
              <th scope="row" role="rowheader">
                {named?.cell(row)}
              </th>
              {others.map(({ heading, side, cell }) => (
                <td role="cell" class={side} data-title={heading}>
                  <span class="cell">{cell(row)}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
