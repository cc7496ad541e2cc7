import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { readLprF } from '../../../src/formats/adapters/lpr-f/read-lpr-f';
import { tablesOf, type TextTable } from './text-tables';
import { temporaryFolder } from '../../support/temporary-folder';
import { allOf, exampleFolder, saidBy, statementsIn, refusedIn } from './delivered';

/** What a delivery says, wherever its rows stand. */
async function saysOf(folder: string): Promise<readonly string[]> {
  const all = await allOf(readLprF, folder);
  const refused = refusedIn(all).map((text) => text.replace(/^\S+ /, '').toLowerCase());
  return [...statementsIn(all).map(saidBy), ...refused].sort();
}

interface Layout {
  readonly separator: string;
  readonly upper: boolean;
  readonly lineEnd: string;
  readonly mark: boolean;
}
const layout: fc.Arbitrary<Layout> = fc.record({
  separator: fc.constantFrom(';', ',', '\t'),
  upper: fc.boolean(),
  lineEnd: fc.constantFrom('\n', '\r\n'),
  mark: fc.boolean(),
});

function written({ header }: TextTable, rows: readonly (readonly string[])[], how: Layout): string {
  const quoted = (cell: string): string =>
    cell.includes(how.separator) || cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell;
  const line = (cells: readonly string[]): string => cells.map(quoted).join(how.separator) + how.lineEnd;
  const headings = how.upper ? header.map((name) => name.toUpperCase()) : header;
  return (how.mark ? '\ufeff' : '') + [headings, ...rows].map(line).join('');
}

test.each(['plain', 'bad-rows'])(
  'the rows of "%s" say the same in any order, in any number of files and however these are written',
  async (name) => {
    const folder = exampleFolder('lpr-f', name);
    const tables = tablesOf(folder);
    const expected = (await saysOf(folder)).filter((text) => !text.includes('a quotation mark lacks'));
    const arranged = fc.tuple(
      ...tables.map((table) =>
        fc.record({
          rows: fc.shuffledSubarray([...table.rows], { minLength: table.rows.length, maxLength: table.rows.length }),
          cuts: fc.array(fc.integer({ min: 0, max: table.rows.length }), { maxLength: 3 }),
          how: fc.array(layout, { minLength: 4, maxLength: 4 }),
        }),
      ),
    );
    await fc.assert(
      fc.asyncProperty(arranged, async (arrangement) => {
        const to = temporaryFolder();
        arrangement.forEach(({ rows, cuts, how }, at) => {
          const table = tables[at] as TextTable;
          const borders = [0, ...[...cuts].sort((a, b) => a - b), rows.length];
          borders.slice(1).forEach((end, part) => {
            const text = written(table, rows.slice(borders[part], end), how[part] as Layout);
            writeFileSync(join(to, `${table.name}_${part + 1}.csv`), text);
          });
        });
        expect(await saysOf(to)).toEqual(expected);
      }),
      { numRuns: 40 },
    );
  },
);

test('a letter that is no ASCII says the encoding wherever it stands, also over the border of what is read at once', async () => {
  const header = 'dw_ek_kontakt;diagnosekode;diagnosetype;senere_afkraeftet;tekst\n';
  const row = '7001;DI214;A;Nej;';
  for (const encoding of ['utf8', 'latin1'] as const) {
    for (let shift = 0; shift < 3; shift += 1) {
      const folder = temporaryFolder();
      const kontakter = readFileSync(join(exampleFolder('lpr-f', 'plain'), 'kontakter.csv'));
      writeFileSync(join(folder, 'kontakter.csv'), kontakter);
      const filling = `${row}${'x'.repeat(100)}\n`.repeat(Math.floor((1 << 20) / 118) - 2);
      const before = header + filling;
      const rest = (1 << 20) - before.length - row.length + shift - 1;
      const text = `${before}${row}${'y'.repeat(rest)}ø\n7002;DI251;A;;å\n`;
      writeFileSync(join(folder, 'diagnoser.csv'), text, encoding);
      const all = await allOf(readLprF, folder);
      expect(refusedIn(all)).toEqual([]);
      expect(statementsIn(all).at(-1)?.record).toBe('7002:DI251:A');
    }
  }
});
