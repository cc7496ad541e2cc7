import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HINDRANCES } from '../../../src/kernel/finding';
import {
  analysisCode,
  organisationCode,
  substanceCode,
  unitCode,
} from '../../../src/operations/research/columns/safe-codes';
import { RESEARCH_TABLES, TABLE_NAMES } from '../../../src/operations/research/tables';
import { SPELLINGS } from '../../support/spellings';
import { temporaryFolder } from '../../support/temporary-folder';
import { AS_OF, plantedPopulation, rowsIn, storeOf, type Row } from './researched';

let dictionary: readonly Row[];
let rowsOf: (table: string) => readonly Row[];

beforeAll(async () => {
  const store = await storeOf(temporaryFolder(), plantedPopulation(80, 43));
  await store.research('csv', ...AS_OF);
  rowsOf = (table) => rowsIn(store.folder('csv'), table);
  dictionary = rowsIn(store.folder('csv'), 'data-dictionary');
});

test('every column of every table is in the dictionary, described in both languages, and nothing else', () => {
  const columns = TABLE_NAMES.flatMap((table) => Object.keys(rowsOf(table)[0] ?? {}).map((column) => [table, column]));
  expect(dictionary.map(({ table, column }) => [table, column])).toEqual(columns);
  for (const { column, description_da: da = '', description_en: en = '', source, type } of dictionary) {
    expect([column, da.length > 10, en.length > 10, da === en]).toEqual([column, true, true, false]);
    expect([column, source === '', type === '']).toEqual([column, false, false]);
  }
});

test('every rule that a column names is one of the FAQ, every section one of a page', () => {
  const pages = ['interface', 'domain'].map((page) =>
    readFileSync(join(__dirname, '..', '..', '..', 'docs', `${page}.md`), 'utf8'),
  );
  const rules = new Set([...pages.join('').matchAll(/\bR\d\d[a-z]?\b/g)].map(([rule]) => rule));
  for (const { source = '' } of dictionary) {
    for (const [rule] of source.matchAll(/\bR\d\d[a-z]?\b/g)) expect([rule, rules.has(rule)]).toEqual([rule, true]);
    for (const [, page = '', section = ''] of source.matchAll(/(\w+)\.md §(\d+)/g)) {
      expect(pages[['interface', 'domain'].indexOf(page)]).toMatch(new RegExp(`^#+ ${section}\\. `, 'm'));
    }
  }
});

test('values are of the type and among those that the dictionary allows', () => {
  const forms = { integer: /^\d+$/, number: /^\d+(\.\d+)?$/, day: /^\d{4}-\d\d-\d\d$/, text: /./ };
  for (const table of TABLE_NAMES) {
    for (const { name, type, isFilled, allowed, isSeveral } of RESEARCH_TABLES[table]) {
      const cells = new Set(rowsOf(table).map((row) => row[name] ?? ''));
      if (isFilled === true) expect([name, cells.has('')]).toEqual([name, false]);
      for (const cell of cells) {
        if (cell === '') continue;
        expect([name, cell, forms[type].test(cell)]).toEqual([name, cell, true]);
        const parts = isSeveral === true ? cell.split(' ') : [cell];
        if (allowed !== undefined) expect([name, parts.filter((part) => !allowed.includes(part))]).toEqual([name, []]);
      }
    }
  }
});

test('the facts tell the kinds, hindrances and values of the population', () => {
  const facts = rowsOf('facts');
  const seen = (column: string): ReadonlySet<string> => new Set(facts.map((row) => row[column] ?? ''));
  for (const kind of [
    'participation',
    'hads',
    'blood-pressure',
    'laboratory',
    'dispensing',
    'municipal-end',
    'referral',
  ])
    expect([kind, seen('kind').has(kind)]).toEqual([kind, true]);
  expect(HINDRANCES.some((hindrance) => seen('held_back_by').has(hindrance))).toBe(true);
  for (const row of facts)
    if (row['kind'] === 'hads') expect(`${row['anxiety']} ${row['depression']}`).toMatch(/^\d+ \d+$/);
});

test.each([...SPELLINGS, 'Anna Holm', ''])('what people write where codes belong is not told: %s', (text) => {
  expect(analysisCode(text) ?? '').toBe(text === '' ? '' : 'other');
  expect([substanceCode(text), unitCode(text), organisationCode(`hospital:${text}`)]).toEqual([
    'other',
    'other',
    'other',
  ]);
});

test('codes are told as they are', () => {
  expect([analysisCode('NPU27300'), analysisCode('AAB00101'), substanceCode('C10AA05'), substanceCode('B01')]).toEqual([
    'NPU27300',
    'AAB00101',
    'C10AA05',
    'B01',
  ]);
  expect([unitCode('MMOL/l'), unitCode('mmol/mol')]).toEqual(['mmol/L', 'mmol/mol']);
  for (const organisation of ['hospital:330901000016003', 'municipality:0461', 'general-practice:012345'])
    expect(organisationCode(organisation)).toBe(organisation);
});
