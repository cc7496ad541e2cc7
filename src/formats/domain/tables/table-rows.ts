import { holdsCpr } from '../../../kernel/cpr-text';
import { digestOfJson, normalForm } from '../../../kernel/digest';
import type { Bilingual } from '../../../kernel/language';
import type { Organisation } from '../../../kernel/organisation';
import type { FileCell, ReadRow } from '../../../kernel/read-table';
import { TABLE_FILE_WORDS as FAULTS, TABLE_CELL_WORDS as CELL } from '../../../kernel/words/table-files';
import type { Delivered, DeliveryAsked, Place, Statement } from '../delivered';
import { textOfCell } from '../rows/cell-values';
import { shown } from '../rows/header';
import { placeOwn, readOwn, type OwnSaid } from './own-columns';
import { sourceOfRow, sourcePlace } from './source-of-row';
import type { OwnColumns } from './table-description';
import type { RowSaid, TableForm } from './table-form';

const LONGEST_RECORD = 200;
/** Stands where a program did not know a letter. */
const LOST = '\uFFFD';

/** What is asked of the rows of a file. */
export type RowsAsked = Pick<DeliveryAsked, 'source' | 'digest'>;

/** Reads the rows below a header. */
export interface TableRows {
  /** What of the header is told: columns that are not read. */
  readonly told: readonly Delivered[];
  /** What a row says; `lacking`: the file as a whole cannot be taken. */
  read(row: ReadRow): readonly Delivered[] | { readonly lacking: Bilingual };
}

/** Finds a table's columns in its first row; or why it is no such table, with what to do. */
export function tableRows(
  form: TableForm,
  own: OwnColumns,
  file: string,
  first: ReadRow,
  asked: RowsAsked,
): TableRows | { readonly faults: readonly Bilingual[] } {
  const header = first.cells.map(textOfCell);
  const table = form.bind(header);
  if ('faults' in table) return table;
  const who = sourcePlace(form.source, header);
  const placed = placeOwn(own, header, table.claimed);
  const read = new Set([...table.claimed, ...placed.values(), who]);
  const placeIn = (row: number, at?: number): Place => {
    const column = at === undefined ? undefined : header[at];
    return { file, row, ...(column === undefined ? undefined : { column: shown(column) }) };
  };
  const told = (place: Place, what: string): Delivered => ({ is: 'unmapped', place, what });
  const refused = (place: Place, reason: Bilingual): readonly Delivered[] => [{ is: 'refused', place, reason }];

  return {
    told: header.flatMap((heading, at) =>
      heading === '' || read.has(at) ? [] : [told(placeIn(first.number, at), `column ${shown(heading)}`)],
    ),
    read({ number, cells }) {
      const wrong = wrongCell(cells, header.length);
      if (wrong !== undefined) return refused(placeIn(number, wrong.at), wrong.why);
      const said = readOwn(own, placed, cells);
      if ('refused' in said) return refused(placeIn(number, placed.get(said.column)), said.refused);
      const content =
        said.data === undefined
          ? table.read(cells, number, said.status === 'retracted')
          : allOf(said, table.kindOf(cells));
      if ('lacking' in content) return content;
      if ('refused' in content) return refused(placeIn(number, content.column), content.refused);
      if ('unmapped' in content) return [told(placeIn(number), content.unmapped)];
      const from = sourceOfRow(form.source, who < 0 ? undefined : cells[who], said.source, asked.source);
      if ('refused' in from) return refused(placeIn(number, who < 0 ? undefined : who), from.refused);
      const record = recordOf(content.said, said, from.source, asked);
      if (typeof record !== 'string') return refused(placeIn(number), record);
      const statement = statementOf(content.said, said, from.source, record, placeIn(number));
      return [statement, ...content.said.told.map((what) => told(statement.place, what))];
    },
  };
}

/** A row whose cells do not stand under the headings, or that lost a letter. */
function wrongCell(
  cells: readonly FileCell[],
  width: number,
): { readonly at?: number; readonly why: Bilingual } | undefined {
  for (let at = 0; at < cells.length; at += 1) {
    const cell = cells[at];
    if (at >= width && cell !== undefined) return { why: FAULTS.moreCells };
    if (typeof cell === 'string' && cell.includes(LOST)) return { at, why: FAULTS.lost };
  }
  return undefined;
}

/** What a row says that carries all of its event's data; nothing else of it is looked at. */
function allOf(
  { data = {} }: OwnSaid,
  kind: RowSaid['kind'] | undefined,
): { readonly said: RowSaid } | { readonly refused: Bilingual; readonly column?: number } {
  const { cpr, recordId, version: _version, status: _status, ...values } = data;
  if (kind === undefined || typeof recordId !== 'string') return { refused: CELL.event };
  return { said: { kind, ...(typeof cpr === 'string' ? { cpr } : undefined), record: recordId, values, told: [] } };
}

/** The registration's name: as a column says, or made of what identifies it; or why there is none. */
function recordOf(
  { kind, cpr, record }: RowSaid,
  said: OwnSaid,
  source: Organisation,
  { digest }: RowsAsked,
): string | Bilingual {
  if (said.data === undefined && said.record !== undefined) return said.record;
  if (record === undefined) return FAULTS.noRecord;
  if (typeof record === 'string') {
    if (said.data !== undefined) return record;
    return holdsCpr(record)
      ? FAULTS.recordCpr
      : record.length > LONGEST_RECORD
        ? FAULTS.recordLong({ most: LONGEST_RECORD })
        : record;
  }
  const { prefix, parts, ofPerson } = record;
  if (!ofPerson) return holdsCpr(String(parts)) ? FAULTS.recordCpr : `${prefix}-${digestOfJson(parts)}`;
  return digest === undefined
    ? FAULTS.noRecord
    : `${prefix}-${digest(normalForm(['registration', source, kind, cpr, parts]))}`;
}

function statementOf(
  { kind, cpr, values }: RowSaid,
  { status, stated }: OwnSaid,
  source: Organisation,
  record: string,
  place: Place,
): Statement {
  return {
    ...{ is: 'statement', place, source, kind, record, status, values },
    ...(cpr === undefined ? undefined : { cpr }),
    ...(Object.keys(stated).length === 0 ? undefined : { stated }),
  };
}
