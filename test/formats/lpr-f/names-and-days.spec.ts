import { loadLprF } from '../../../src/formats/adapters/lpr-f/lpr-f-contracts';
import { readRegisterDay } from '../../../src/formats/domain/register-tables/register-day';
import { tableOfFile } from '../../../src/formats/domain/register-tables/table-of-file';

test.each([
  ['2023-01-03', '2023-01-03'],
  ['03JAN2023', '2023-01-03'],
  ['3jan2023', '2023-01-03'],
  ['10MAJ2023', '2023-05-10'],
  ['10MAY2023', '2023-05-10'],
  ['31OKT2023', '2023-10-31'],
  ['31oct2023', '2023-10-31'],
  ['29FEB2024', '2024-02-29'],
  ['20230103', '2023-01-03'],
  ['2023-01-03T00:00:00Z', '2023-01-03'],
  ['2023-01-03 23:59', '2023-01-03'],
  ['03JAN2023:11:04:09', '2023-01-03'],
  ['29FEB2023', undefined],
  ['31APR2023', undefined],
  ['20230231', undefined],
  ['03JAN23', undefined],
  ['03-01-2023', undefined],
  ['01/03/2023', undefined],
  ['2023-1-3', undefined],
  ['44929', undefined],
])('%s is the day %s', (text, day) => {
  expect(readRegisterDay(text)).toBe(day);
});

const { tables } = loadLprF();
test.each([
  ['kontakter.csv', 'kontakter'],
  ['KONTAKTER.CSV', 'kontakter'],
  ['lpr_f_kontakter.parquet', 'kontakter'],
  ['LPR3_Kontakter_2023.txt', 'kontakter'],
  ['kontakter_1.csv', 'kontakter'],
  ['kontakter.part12.csv', 'kontakter'],
  ['procedurer_andre-02.csv', 'procedurer_andre'],
  ['forløb.csv', 'forloeb'],
])('%s is a file of %s', (file, table) => {
  expect(tableOfFile(file, tables)).toMatchObject({ is: 'table', table: { name: table } });
});

test.each(['kontakter (1).csv', 'kontkater.csv', 'diagnose.csv'])(
  '%s is nearly a table’s name, and told so',
  (file) => {
    expect(tableOfFile(file, tables).is).toBe('nearly');
  },
);

test.each(['laesmig.txt', 'kontakter.xlsx', 'medicin.csv'])('%s is no table', (file) => {
  expect(tableOfFile(file, tables)).toEqual({ is: 'other' });
});
