import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsePeriod, type Period } from '../../src/kernel/period';
import { LANGUAGES } from '../../src/kernel/language';
import { makeReport } from '../../src/reporting/domain/report';
import { nationalPage } from '../../src/web/national-page';
import { groundFor } from '../metadata/ground';
import { casesOf, type CountedDecision } from '../support/counted';
import { EXACT } from '../support/shown';
import { cellsOf, declared, inMedium, leastWidth, pixels } from './page-widths';

const css = readFileSync(join(__dirname, '..', '..', 'src', 'web', 'assets', 'page.css'), 'utf8');
const cards = /@media (screen and \(max-width: (\w+)\))/.exec(css);

/** A page on which every column has much to say: thousands of everyone, of each indicator. */
function fullPage(language: (typeof LANGUAGES)[number]): string {
  const ground = groundFor();
  const keys = ground.set.indicators.map(({ key }) => key);
  const hospital = 'hospital:330011000016003';
  const marks: CountedDecision['mark'][] = [
    ...(['hospital', 'municipality', 'general-practice', 'pharmacy'] as const).map((sector) => ({
      outcome: 'met' as const,
      sector,
    })),
    { outcome: 'not-met' },
    { outcome: 'unknown', reason: 'SOURCE_NOT_CONNECTED', disturbed: true },
    { outcome: 'unknown', reason: 'VALUE_CANNOT_TELL' },
    { outcome: 'pending', isOpen: true },
    { outcome: 'met', sector: 'hospital', isOpen: true },
  ];
  const decisions = keys.flatMap((indicator) =>
    marks.flatMap((mark) => Array.from({ length: 12 }, () => ({ indicator, day: '2023-06-30', hospital, mark }))),
  );
  const question = { period: parsePeriod('2023') as Period, level: 'denmark', asOf: '2024-12-31' } as const;
  const page = nationalPage({
    signedIn: { isDemo: false },
    language,
    report: makeReport(casesOf(decisions, keys), question, ground, EXACT),
    periods: ['2023'],
  });
  // As many digits as a country of ten years has.
  return page.replaceAll(/\b(12|24|36|48|60|72|84)\b(?! ?[.,%])/g, '123456');
}

test.each(LANGUAGES)('every cell bears its column’s heading, which a card shows before it (%s)', (language) => {
  const page = fullPage(language);
  const [head = [], ...rows] = cellsOf(page);
  const headings = head.map(({ markup }) => markup.trim());

  expect(headings).toHaveLength(8);
  expect(rows).toHaveLength(12);
  for (const row of rows) expect(row).toHaveLength(headings.length);
  const marked = [...page.matchAll(/<tr role="row">\s*<th scope="row"[^]*?<\/tr>/g)];
  expect(marked).toHaveLength(rows.length);
  for (const [row] of marked) {
    expect([...row.matchAll(/data-label="([^"]*)"/g)].map(([, label]) => label)).toEqual(headings.slice(1));
  }
});

test('a screen on which the columns do not fit beside each other gets cards, so that nothing is scrolled aside', () => {
  const narrow = inMedium(css, cards?.[1] ?? '');

  expect(declared(narrow, 'td', 'display')).toBe('block');
  expect(declared(narrow, 'td::before', 'content')).toBe('attr(data-label)');
  expect(declared(narrow, 'td.figure', 'white-space')).toBe('normal');
});

test.each(LANGUAGES)('on a wider screen all columns fit (%s)', (language) => {
  const everywhere = inMedium(css, '');
  const width = leastWidth(fullPage(language), css, {
    cell: 16 * 0.95,
    small: pixels(declared(everywhere, 'small', 'font-size') ?? ''),
    padding: 2 * pixels((declared(everywhere, 'td', 'padding') ?? '').split(' ')[1] ?? ''),
    words: pixels(declared(everywhere, 'td.words', 'min-width') ?? ''),
  });

  const margins = 2 * pixels('1.5rem') + 2;
  expect(width + margins).toBeLessThanOrEqual(pixels(cards?.[2] ?? ''));
  expect(pixels(cards?.[2] ?? '')).toBeLessThanOrEqual(1280);
});

test.each(LANGUAGES)('upright A4 paper has every column, none behind a scroll bar (%s)', (language) => {
  const print = inMedium(css, 'print');
  const width = leastWidth(fullPage(language), css, {
    cell: pixels(declared(print, 'table', 'font-size') ?? ''),
    small: pixels(declared(print, 'small', 'font-size') ?? ''),
    padding: 2 * pixels(declared(print, 'td', 'padding') ?? ''),
    words: Math.max(pixels('1mm'), pixels(declared(print, '.bar', 'width') ?? '')),
  });

  expect(declared(print, '.scroll', 'overflow')).toBe('visible');
  expect(declared(print, 'td.words', 'min-width')).toBe('0');
  expect(width).toBeLessThanOrEqual(pixels('190mm'));
});
