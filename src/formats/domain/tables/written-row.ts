import { normalForm } from '../../../kernel/digest';
import type { FileCell } from '../../../kernel/read-table';
import type { Delivered, Statement } from '../delivered';
import type { WrittenEvent } from '../written-event';
import { isVersion } from './own-columns';
import { sourceCell } from './source-of-row';
import type { OwnColumn, OwnColumns } from './table-description';
import type { TableForm } from './table-form';
import { tableRows } from './table-rows';

const OWN: readonly OwnColumn[] = ['id', 'time', 'version', 'status', 'receivedtime', 'record', 'source', 'event'];

/** Writes events as rows that, read again, are the same events. */
export interface RowWriter {
  readonly headings: readonly string[];
  /** An event's cells; or why the table has no place for it. */
  readonly row: (event: WrittenEvent) => { readonly cells: readonly string[] } | { readonly notWritten: string };
}

/**
 * Writes rows of a table, each of which is read again before it is given: what its cells alone would not bring back, such as
 * a field that the table has no column for, stands as JSON of the whole event in a column of ours. `asRead`: a cell as it is read from a file;
 * `jsonOf`: a value as JSON.
 */
export function rowWriter(
  form: TableForm,
  own: OwnColumns,
  asRead: (cell: string) => FileCell,
  jsonOf: (value: unknown) => string,
): RowWriter {
  const ownHeadings = OWN.map((is) => own.columns.find((column) => column.is === is)?.names[0] ?? is);
  const headings = [...form.headings, ...ownHeadings];
  const rows = tableRows(form, own, '', { number: 1, cells: headings }, {});
  if ('faults' in rows) throw new Error(`The headings of ${form.format} are not its own.`);
  const isSame = (cells: readonly string[], wanted: string): boolean => {
    const [read, ...more] = readAgain(rows.read({ number: 2, cells: cells.map(asRead) }));
    return read?.is === 'statement' && more.length === 0 && formOf(read) === wanted;
  };
  return {
    headings,
    row(event) {
      if (!form.kinds.includes(event.kind)) return { notWritten: `${event.kind} is not of ${form.format}` };
      const statement = statementOf(event);
      if (typeof statement === 'string') return { notWritten: `${event.kind} ${statement}` };
      const wanted = formOf(statement);
      const who = 'is' in form.source ? [] : [sourceCell(form.source, event.source)];
      const cells = [...form.cellsOf(event), ...who];
      const given = (source: string, data: string): readonly string[] => [...cells, ...ownCells(event, source, data)];
      const isItsOwn = 'is' in form.source ? form.source.is === event.source : who[0] !== '';
      const source = isItsOwn ? '' : event.source;
      const plain = given(source, '');
      if (isSame(plain, wanted)) return { cells: plain };
      const { id, source: from, time, receivedtime, data } = event;
      const whole = given(source, jsonOf({ id, source: from, time, receivedtime, data }));
      return isSame(whole, wanted) ? { cells: whole } : { notWritten: `${event.kind} that no cells can hold` };
    },
  };
}

const readAgain = (
  read: ReturnType<Extract<ReturnType<typeof tableRows>, { read: unknown }>['read']>,
): readonly Delivered[] => ('lacking' in read ? [] : read);

function ownCells({ id, time, receivedtime, data }: WrittenEvent, source: string, json: string): readonly string[] {
  const { version, status, recordId } = data;
  return [
    id,
    time,
    typeof version === 'number' ? String(version) : '',
    typeof status === 'string' ? status : '',
    receivedtime ?? '',
    String(recordId),
    source,
    json,
  ];
}

/** The statement that reading must give; or what of the event is no registration's. */
function statementOf(event: WrittenEvent): Statement | string {
  const { cpr, recordId, version, status, ...values } = event.data;
  if (typeof recordId !== 'string' || recordId === '') return 'without a recordId';
  if (cpr !== undefined && cpr !== null && typeof cpr !== 'string') return 'whose cpr is no text';
  if (status !== undefined && status !== null && status !== 'active' && status !== 'retracted')
    return 'of no known status';
  if (version !== undefined && version !== null && !isVersion(version)) return 'of no sound version';
  return {
    ...{
      is: 'statement',
      place: { file: '', row: 2 },
      source: event.source,
      kind: event.kind,
      record: recordId,
      values,
    },
    status: status ?? 'active',
    ...(typeof cpr === 'string' ? { cpr } : undefined),
    stated: {
      ...{ id: event.id, time: event.time },
      ...(typeof version === 'number' ? { version } : undefined),
      ...(event.receivedtime === undefined ? undefined : { receivedtime: event.receivedtime }),
      ...(status === 'active' ? { status } : undefined),
    },
  };
}

/** What two statements share that say the same of the same registration. */
const formOf = ({ source, kind, record, status, cpr, values, stated }: Statement): string =>
  normalForm([source, kind, record, status, cpr ?? null, values, stated ?? null], 'absent');
