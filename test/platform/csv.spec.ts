import fc from 'fast-check';
import { LANGUAGES } from '../../src/kernel/language';
import { dayCell, percentCell, type Cell } from '../../src/kernel/table';
import { tableCsv } from '../../src/platform/text/csv';
import { cellsOf } from '../support/csv';

const SEPARATORS = { da: ';', en: ',' } as const;
/** No text that a spreadsheet program would work out. */
const text = fc.string().filter((one) => !/^[=+\-@\t\r]/.test(one));
const cell: fc.Arbitrary<Cell> = fc.oneof(
  text,
  fc.integer(),
  fc.integer({ min: 0, max: 1000 }).map((tenths) => percentCell(tenths / 10)),
  fc.constantFrom(null, undefined, dayCell('2024-06-30')),
);

test.each(LANGUAGES)('whatever stands in the cells, in %s they come apart again as they were', (language) => {
  fc.assert(
    fc.property(fc.array(fc.tuple(text, cell, cell), { minLength: 1 }), (rows) => {
      const csv = tableCsv({ columns: ['a', 'b', 'c'], rows }, language);
      const read = cellsOf(csv.replace(/^\uFEFF/, ''), SEPARATORS[language]);
      const sign = language === 'da' ? ',' : '.';
      const said = (one: Cell): string =>
        one === null || one === undefined
          ? ''
          : typeof one === 'object'
            ? 'day' in one
              ? one.day
              : String(one.percent).replace('.', sign)
            : String(one);

      expect(read).toEqual([['a', 'b', 'c'], ...rows.map((row) => row.map(said))]);
    }),
  );
});

test('in Danish it begins with the mark by which a spreadsheet program knows UTF-8, and has decimal commas', () => {
  const rows = [['Ærø', 7.5, percentCell(75.1)]];

  expect(tableCsv({ columns: ['a', 'b', 'c'], rows }, 'da')).toBe('\uFEFFa;b;c\r\nÆrø;7,5;75,1\r\n');
  expect(tableCsv({ columns: ['a', 'b', 'c'], rows }, 'en')).toBe('a,b,c\r\nÆrø,7.5,75.1\r\n');
});

test('only what would part cells is quoted', () => {
  const rows = [['a, b', 'c; d', 'e "f"']];

  expect(tableCsv({ columns: [], rows }, 'da')).toContain('a, b;"c; d";"e ""f"""');
  expect(tableCsv({ columns: [], rows }, 'en')).toContain('"a, b",c; d,"e ""f"""');
});
