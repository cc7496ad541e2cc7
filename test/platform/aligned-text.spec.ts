import * as fc from 'fast-check';
import { alignedRows, alignedText } from '../../src/platform/text/aligned-text';

const words = (count: number, word = 'ord'): string => Array.from({ length: count }, () => word).join(' ');

describe('a table for a terminal', () => {
  it('has its cells under each other, numbers to the right', () => {
    const columns = [
      { heading: 'Unit', side: 'left' as const },
      { heading: 'Met', side: 'right' as const },
    ];

    expect(
      alignedText(columns, [
        ['Odense', '7'],
        ['Vejen', '412'],
      ]),
    ).toEqual(['Unit    Met', 'Odense    7', 'Vejen   412']);
  });

  it('stays as it is at 100 columns', () => {
    const row = [words(12), words(12), '1'];

    expect(alignedRows([row])).toEqual([row.join('  ')]);
    expect(row.join('  ').length).toBeLessThanOrEqual(100);
  });

  it('goes on in the next line where it would be wider, headings too', () => {
    const lines = alignedRows(
      [
        ['Unit', words(30, 'heading')],
        ['Odense', '12'],
      ],
      ['left', 'right'],
    );

    expect(lines.length).toBe(4);
    expect(lines[0]?.startsWith('Unit')).toBe(true);
    expect(lines[1]?.startsWith(' ')).toBe(true);
    expect(lines.at(-1)?.endsWith(' 12')).toBe(true);
  });

  it('is never wider than 100 columns where its words allow that, and loses no word', () => {
    const cell = fc
      .array(fc.stringMatching(/^[a-zæøå0-9%.,]{1,9}$/), { maxLength: 30 })
      .map((parts) => parts.join(' '));
    const table = fc.array(fc.tuple(cell, cell, cell, cell), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(table, (rows) => {
        const lines = alignedRows(rows);
        const wordsOf = (texts: readonly string[]): string[] =>
          texts.flatMap((text) => text.split(/ +/)).filter(Boolean);

        expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(100);
        expect(wordsOf(lines).sort()).toEqual(wordsOf(rows.flat()).sort());
      }),
    );
  });

  it('is a section for each row, headings beside their values, where no narrowing helps', () => {
    const columns = ['Unit', ...Array.from({ length: 20 }, (_, at) => `heading${at}`)].map((heading) => ({
      heading,
      side: 'left' as const,
    }));
    const values = Array.from({ length: 20 }, (_, at) => (at === 3 ? '' : `value${at}`));
    const lines = alignedText(columns, [
      ['Odense', ...values],
      ['Vejen', ...values],
    ]);

    expect(lines[0]).toBe('Odense');
    expect(lines[1]).toMatch(/^ {2}heading0: value0 · heading1: value1 · heading2: value2 · heading4: value4 · /);
    expect(lines.indexOf('Vejen')).toBe(lines.length / 2);
    expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(100);
    expect(lines.join(' ').match(/value\d+/g)).toHaveLength(38);
  });
});
