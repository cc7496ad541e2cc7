import { holdsCpr } from '../../../kernel/cpr-text';
import { SERVICE_DATE_FIELD, typeOfKind, type EventKind } from '../../../kernel/event-kinds';
import { isDay, type Day } from '../../../kernel/day';
import { both, type Bilingual } from '../../../kernel/language';
import { listed } from '../../../kernel/localised';
import { nearestTo } from '../../../kernel/nearest';
import type { FileCell, ReadRow, TableRead } from '../../../kernel/read-table';
import { ROW_TYPE_WORDS, UPLOAD_FAULT_WORDS as FAULTS } from '../../../kernel/words/upload';
import { cprInCell, textOfCell, valueOfCell, type RowValue } from './cell-values';
import { ID_COLUMN, rowTypeOf, type FileForm } from './file-columns';
import { columnFaults, columnsRead, headingMeant, unknownColumns } from './header';

const LONGEST_ID = 200;

/** What a row says, as the fields of the event it stands for. */
export interface RowContent {
  readonly kind: EventKind;
  /** Ten digits, or what was written instead. */
  readonly cpr: string;
  /** What the row names its registration; absent where it names none. */
  readonly id?: string;
  readonly values: Readonly<Record<string, RowValue>>;
}

/** A row of a file. */
export interface FileRow {
  /** As people see it beside the row. */
  readonly number: number;
  /** As it was read, by the file's own columns. */
  readonly cells: readonly FileCell[];
  /** Absent where it cannot be told what kind of event it is. */
  readonly content?: RowContent;
  /** The service's day. */
  readonly on?: Day;
  /** Why it is no event; empty where it is one. */
  readonly faults: readonly Bilingual[];
  readonly notes: readonly Bilingual[];
}

/** A file's rows; or why it is none of these files, with what to do. */
export type FileRead =
  | {
      readonly header: readonly string[];
      readonly rows: readonly FileRow[];
      /** What is told of the file as a whole: columns that are not read. */
      readonly notes: readonly Bilingual[];
    }
  | { readonly faults: readonly Bilingual[] };

/** Reads a table as a file of events. Nothing is thrown, and no fault repeats a cell that may name a person. */
export function readFileRows(table: TableRead, form: FileForm): FileRead {
  if ('faults' in table) return table;
  const [first, ...rest] = table.rows;
  if (first === undefined) return { faults: [FAULTS.empty] };
  const header = first.cells.map(textOfCell);
  const at = columnsRead(header, form);
  const faults = columnFaults(header, at, form);
  if (faults.length > 0) return { faults };
  if (rest.length === 0) return { faults: [FAULTS.onlyHeader] };
  const rows = rest.map((row) => readFileRow(row, at, form));
  const kinds = form.kinds.filter((kind) => rows.some(({ content }) => content?.kind === kind));
  const missing = kinds.flatMap((kind) => missingColumns(kind, header, at, form));
  if (missing.length > 0) return { faults: missing };
  return { header, rows, notes: unknownColumns(header, at, form) };
}

/** What a row says, by where the columns stand. */
export function readFileRow({ number, cells }: ReadRow, at: ReadonlyMap<string, number>, form: FileForm): FileRow {
  const cell = (name: string): FileCell => cells[at.get(name) ?? -1];
  const type = textOfCell(cell('type'));
  const kind = kindIn(type, form);
  if (kind === undefined) return { number, cells, faults: [typeFault(type, form)], notes: [] };
  const { digits, isFilledUp } = cprInCell(cell('cpr'));
  const id = textOfCell(cell(ID_COLUMN));
  const wrongId = idFault(id);
  if (wrongId !== undefined) return { number, cells, faults: [wrongId], notes: [] };
  const values = valuesOf(kind, cell, form);
  const day = values[SERVICE_DATE_FIELD[kind] ?? ''];
  return {
    ...{ number, cells, faults: [] },
    content: { kind, cpr: digits, values, ...(id === '' ? undefined : { id }) },
    ...(typeof day === 'string' && isDay(day) ? { on: day } : undefined),
    notes: isFilledUp ? [FAULTS.nineDigits] : [],
  };
}

function idFault(id: string): Bilingual | undefined {
  if (id.length > LONGEST_ID) return FAULTS.idLong({ most: LONGEST_ID });
  return holdsCpr(id) ? FAULTS.idCpr : undefined;
}

/** The kind as the template says it, as contracts do, or in Danish. */
export function kindIn(text: string, { kinds }: FileForm): EventKind | undefined {
  const plain = text.toLowerCase();
  return kinds.find((kind) =>
    [rowTypeOf(kind), kind, typeOfKind(kind), typeWord(kind).da.toLowerCase()].includes(plain),
  );
}

/** What rows of a kind are called. */
export const typeWord = (kind: EventKind): Bilingual => ROW_TYPE_WORDS[rowTypeOf(kind) as keyof typeof ROW_TYPE_WORDS];

function typeFault(text: string, { kinds }: FileForm): Bilingual {
  const types = kinds.map(rowTypeOf);
  const known = listed(
    types.map((type) => both(type, type)),
    'or',
  );
  const meant = nearestTo(text, types);
  return meant === undefined ? FAULTS.type({ known }) : FAULTS.typeMeant({ known, meant });
}

/**
 * What stands in the columns of fields: read as the row's kind says it; what its kind has no such field for goes along as
 * it is written, so that its receipt tells.
 */
function valuesOf(kind: EventKind, cell: (name: string) => FileCell, form: FileForm): Record<string, RowValue> {
  const fields = form.fieldsOf(kind);
  const choice = fields.find(({ name, ofKind }) => name === 'kind' && ofKind === undefined);
  const chosen = choice === undefined ? undefined : valueOfCell(choice, cell('kind'));
  const values: Record<string, RowValue> = {};
  for (const { name, of } of form.columns) {
    if (of.length === 0) continue;
    const field = fields.find((one) => one.name === name && (one.ofKind === undefined || one.ofKind === chosen));
    const value = valueOfCell(field ?? { name, type: 'text', isMandatory: false }, cell(name));
    if (value !== undefined) values[name] = value;
  }
  return values;
}

/** Why a file cannot hold rows of a kind: the columns they must have, and it does not. */
export function missingColumns(
  kind: EventKind,
  header: readonly string[],
  at: ReadonlyMap<string, number>,
  form: FileForm,
): readonly Bilingual[] {
  return form
    .fieldsOf(kind)
    .filter(({ name, isMandatory, ofKind }) => isMandatory && ofKind === undefined && !at.has(name))
    .map(({ name }) => {
      const said = { column: name, type: rowTypeOf(kind) };
      const written = headingMeant(name, header);
      return written === undefined ? FAULTS.missingFor(said) : FAULTS.missingForMeant({ ...said, written });
    });
}
