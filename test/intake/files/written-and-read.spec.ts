import fc from 'fast-check';
import { rowTypeOf } from '../../../src/formats/domain/rows/file-columns';
import type { RowValue } from '../../../src/formats/domain/rows/cell-values';
import type { RowContent } from '../../../src/formats/domain/rows/file-rows';
import { eventsOfRows } from '../../../src/intake/domain/files/row-events';
import { SERVICE_DATE_FIELD, type EventKind } from '../../../src/kernel/event-kinds';
import type { EventField } from '../../../src/kernel/event-field';
import { dayFromNumber, isDay } from '../../../src/kernel/day';
import type { Cell } from '../../../src/kernel/table';
import { eventFieldsOf } from '../../../src/platform/contracts/event-fields';
import { tableCsv } from '../../../src/platform/text/csv';
import { XlsxWorkbookWriter } from '../../../src/platform/xlsx/xlsx-workbook-writer';
import { FORM, MAKING, rowsOf } from './files';

/** Any text of printable letters; one that begins as if it were protected already is told apart by nobody. */
const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .map((written) => written.trim())
  .filter((written) => written !== '' && !/^'[=+\-@]/.test(written) && !(written in {}));
const day = fc.integer({ min: 15_000, max: 19_900 }).map(dayFromNumber);

function valueOf({ type, options = [], min = 0, max = 500 }: EventField): fc.Arbitrary<RowValue> {
  if (type === 'day') return day;
  if (type === 'yes-no') return fc.boolean();
  if (type === 'choice') return fc.constantFrom(...options);
  if (type === 'whole') return fc.integer({ min, max });
  if (type === 'number') return fc.integer({ min: min * 10, max: max * 10 }).map((tenths) => tenths / 10);
  return text;
}

/** A row that says something in every column of its kind that must be there, and in some others. */
function contentOf(kind: EventKind): fc.Arbitrary<RowContent> {
  const fields = eventFieldsOf(kind);
  const kinds = [...new Set(fields.flatMap(({ ofKind }) => ofKind ?? []))];
  const chosen = kinds.length === 0 ? fc.constant(undefined) : fc.constantFrom(...kinds);
  return chosen.chain((of) => {
    const those = fields.filter(({ ofKind }) => ofKind === undefined || ofKind === of);
    const arbitraries = those.map((field): [string, fc.Arbitrary<RowValue | undefined>] => [
      field.name,
      field.name === 'kind' && of !== undefined
        ? fc.constant(of)
        : field.isMandatory
          ? valueOf(field)
          : fc.option(valueOf(field), { nil: undefined }),
    ]);
    return fc
      .record({
        values: fc.record(Object.fromEntries(arbitraries)),
        cpr: fc.constantFrom('1502779995', '0201609995', '0504909995'),
        id: fc.option(fc.stringMatching(/^[A-Z]-[a-zæøå]{1,12}$/), { nil: undefined }),
      })
      .map(({ values, cpr, id }) => ({
        kind,
        cpr,
        values: present(values),
        ...(id === undefined ? undefined : { id }),
      }));
  });
}

const present = (values: Readonly<Record<string, RowValue | undefined>>): Record<string, RowValue> =>
  Object.fromEntries(Object.entries(values).filter((entry): entry is [string, RowValue] => entry[1] !== undefined));

const content = fc.constantFrom(...FORM.kinds).chain(contentOf);

/** The events that contents stand for, without a file between. */
const eventsOf = (contents: readonly RowContent[]) =>
  eventsOfRows(
    contents.map((one, at) => {
      const on = one.values[SERVICE_DATE_FIELD[one.kind] ?? ''];
      return {
        ...{ number: at, cells: [], content: one, faults: [], notes: [] },
        ...(typeof on === 'string' && isDay(on) ? { on } : undefined),
      };
    }),
    MAKING,
  ).map(({ event }) => event);

const HEADER = FORM.columns.map(({ name }) => name);
const rowOf = ({ kind, cpr, id, values }: RowContent, cellOf: (value: RowValue) => Cell): Cell[] =>
  HEADER.map((name) => {
    if (name === 'type') return rowTypeOf(kind);
    if (name === 'cpr') return cpr;
    if (name === 'id') return id;
    const value = values[name];
    return value === undefined ? undefined : cellOf(value);
  });

test('what is written out as CSV and read back is the same events', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(content, { minLength: 1, maxLength: 20 }), async (contents) => {
      const cellOf = (value: RowValue): Cell => (typeof value === 'boolean' ? String(value) : value);
      const file = tableCsv({ columns: HEADER, rows: contents.map((one) => rowOf(one, cellOf)) }, 'da');
      expect(eventsOfRows(await rowsOf(file), MAKING).map(({ event }) => event)).toEqual(eventsOf(contents));
    }),
    { numRuns: 100 },
  );
});

test('what is written out as a workbook, days as days, and read back is the same events', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(content, { minLength: 1, maxLength: 10 }), async (contents) => {
      const cellOf = (value: RowValue): Cell =>
        typeof value === 'string' && isDay(value) ? { day: value } : typeof value === 'boolean' ? String(value) : value;
      const rows = contents.map((one) => rowOf(one, cellOf));
      const file = await new XlsxWorkbookWriter().write([{ name: 'Rækker', columns: HEADER, rows }]);
      expect(eventsOfRows(await rowsOf(file), MAKING).map(({ event }) => event)).toEqual(eventsOf(contents));
    }),
    { numRuns: 30 },
  );
});
