import { readExactJson } from '../../../kernel/exact-json';
import { TABLE_ROW_WORDS as REASONS } from '../../../kernel/words/lpr-f';
import { RowFault } from '../register-tables/row-fault';
import type { Cells } from '../register-tables/table-description';
import type { Statement } from '../delivered';

/** What our own columns of a row say. */
export interface OwnRow {
  readonly record: string;
  readonly source: string;
  readonly cpr: string;
  readonly status: Statement['status'];
  readonly stated: NonNullable<Statement['stated']>;
  /** Fields that the table's columns do not say, or say otherwise; null: a field the event does not have. */
  readonly values: Readonly<Record<string, unknown>>;
}

/**
 * What our own columns of a row say; undefined where there are none (an extract of others), `companion` for a row that
 * repeats a part of an event that stands in another. Throws `RowFault`.
 */
export function ownRowOf(cells: Cells): OwnRow | 'companion' | undefined {
  const record = ownText(cells['rehabspor_record']);
  const id = ownText(cells['rehabspor_id']);
  if (record === '') return id === '' ? undefined : 'companion';
  const time = ownText(cells['rehabspor_time']);
  const receivedtime = ownText(cells['rehabspor_receivedtime']);
  const version = ownText(cells['rehabspor_version']);
  return {
    record,
    source: ownText(cells['rehabspor_source']),
    cpr: ownText(cells['rehabspor_cpr']),
    status: cells['rehabspor_status'] === 'retracted' ? 'retracted' : 'active',
    stated: {
      ...(id === '' ? undefined : { id }),
      ...(time === '' ? undefined : { time }),
      ...(receivedtime === '' ? undefined : { receivedtime }),
      ...(version === '' ? undefined : { version: Number(version) }),
    },
    values: ownValues(ownText(cells['rehabspor_values'])),
  };
}

/** A text that a cell would not bring back stands as JSON, which begins with a quotation mark. */
function ownText(cell = ''): string {
  if (!cell.startsWith('"')) return cell;
  const text = jsonIn(cell);
  if (typeof text !== 'string') throw new RowFault(REASONS.own);
  return text;
}

function ownValues(text: string): Readonly<Record<string, unknown>> {
  if (text === '') return {};
  const values = jsonIn(text);
  if (typeof values !== 'object' || values === null || Array.isArray(values)) {
    throw new RowFault(REASONS.own, 'rehabspor_values');
  }
  return values as Readonly<Record<string, unknown>>;
}

function jsonIn(text: string): unknown {
  try {
    return readExactJson(text);
  } catch {
    throw new RowFault(REASONS.own, 'rehabspor_values');
  }
}
