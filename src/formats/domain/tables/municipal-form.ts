import type { EventField } from '../../../kernel/event-field';
import { isDay } from '../../../kernel/day';
import type { EventKind } from '../../../kernel/event-kinds';
import { both, type Bilingual } from '../../../kernel/language';
import { listed } from '../../../kernel/localised';
import type { FileCell } from '../../../kernel/read-table';
import { TABLE_FILE_WORDS as FAULTS, TABLE_CELL_WORDS as CELL } from '../../../kernel/words/table-files';
import { NINE_DIGITS, textOfCell } from '../rows/cell-values';
import { fileFormOf, ID_COLUMN, rowTypeOf, type FileForm } from '../rows/file-columns';
import { kindIn, missingColumns, readFileRow, type RowContent } from '../rows/file-rows';
import { columnFaults, columnsRead } from '../rows/header';
import { textOf } from './described-form';
import type { SourceDescription } from './table-description';
import type { BoundTable, RowRead, TableForm } from './table-form';

/**
 * A municipality's monthly file: the form of the page for files (`src/formats/domain/rows`), with the municipality's code in
 * a column where a file holds several. A row that has no `id` gets the very name the page gives it.
 */
export function municipalForm(
  { format, source }: { readonly format: string; readonly source: SourceDescription },
  kinds: readonly EventKind[],
  fieldsOf: FileForm['fieldsOf'],
): TableForm {
  const form = fileFormOf(kinds, fieldsOf);
  const who = 'is' in source ? [] : [source.names[0] ?? ''];
  return {
    ...{ format, kinds, source },
    headings: [...form.columns.map(({ name }) => name), ...who],
    cellsOf: ({ kind, data }) =>
      form.columns.map(({ name, of }) => {
        if (name === 'type') return rowTypeOf(kind);
        if (name === ID_COLUMN) return textOf(data['recordId']);
        return of.length > 0 && !of.some((one) => one.kind === kind) ? '' : textOf(data[name]);
      }),
    bind(header) {
      const at = columnsRead(header, form);
      const faults = columnFaults(header, at, form);
      return faults.length > 0 ? { faults } : boundTo(header, at, form);
    },
  };
}

function boundTo(header: readonly string[], at: ReadonlyMap<string, number>, form: FileForm): BoundTable {
  const kindOf = (cells: readonly FileCell[]): EventKind | undefined =>
    kindIn(textOfCell(cells[at.get('type') ?? -1]), form);
  const lacking = new Map<EventKind, Bilingual | undefined>(
    form.kinds.map((kind) => [kind, missingColumns(kind, header, at, form)[0]]),
  );
  return {
    ...{ claimed: new Set(at.values()), kindOf },
    read(cells, number, isRetracted) {
      const { content, faults, notes } = readFileRow({ number, cells }, at, form);
      if (content === undefined)
        return {
          refused: faults[0] ?? FAULTS.blank,
          ...columnAt(at.get(kindOf(cells) === undefined ? 'type' : ID_COLUMN)),
        };
      const refused = isRetracted ? undefined : refusedOf(content, lacking.get(content.kind), at, form);
      if (refused !== undefined) return refused;
      const { kind, cpr, id, values } = content;
      return {
        said: {
          ...{ kind, cpr, values },
          record: id ?? { prefix: 'fil', parts: values, ofPerson: true },
          told: notes.map(() => NINE_DIGITS),
        },
      };
    },
  };
}

const columnAt = (at: number | undefined): { readonly column?: number } => (at === undefined ? {} : { column: at });

/** Why a row is no event of its kind, as far as the row itself tells. */
function refusedOf(
  { kind, cpr, values }: RowContent,
  lacking: Bilingual | undefined,
  at: ReadonlyMap<string, number>,
  form: FileForm,
): RowRead | undefined {
  if (lacking !== undefined) return { lacking };
  if (cpr === '') return { refused: FAULTS.blank, ...columnAt(at.get('cpr')) };
  for (const field of form.fieldsOf(kind)) {
    if (field.ofKind !== undefined && field.ofKind !== values['kind']) continue;
    const value = values[field.name];
    const fault = value === undefined ? (field.isMandatory ? FAULTS.blank : undefined) : faultOf(field, value);
    if (fault === undefined) continue;
    const place = at.get(field.name);
    return place === undefined
      ? { refused: FAULTS.noColumn({ column: field.name }) }
      : { refused: fault, column: place };
  }
  return undefined;
}

function faultOf({ type, options = [] }: EventField, value: unknown): Bilingual | undefined {
  switch (type) {
    case 'day':
      return typeof value === 'string' && isDay(value) ? undefined : CELL.day;
    case 'whole':
      return Number.isSafeInteger(value) ? undefined : CELL.whole;
    case 'number':
      return typeof value === 'number' ? undefined : CELL.number;
    case 'yes-no':
      return typeof value === 'boolean' ? undefined : CELL.yesNo;
    case 'choice': {
      const known = listed(
        options.map((option) => both(option, option)),
        'or',
      );
      return typeof value === 'string' && options.includes(value) ? undefined : CELL.choice({ known });
    }
    default:
      return undefined;
  }
}
