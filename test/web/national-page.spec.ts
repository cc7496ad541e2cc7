import { parsePeriod, type Period } from '../../src/kernel/period';
import { makeReport } from '../../src/reporting/domain/report';
import { nationalPage } from '../../src/web/national-page';
import { groundFor } from '../metadata/ground';
import { casesOf, type CountedDecision } from '../support/counted';
import { EXACT } from '../support/shown';

const EITHER = ['met', 'not-met'] as const;
const at = (mark: CountedDecision['mark'], indicator = 'diet'): CountedDecision => ({
  indicator,
  day: '2023-06-30',
  hospital: 'hospital:330011000016003',
  mark,
});

/** The row of an indicator on the page of these decisions, as text with one blank between things. */
function rowOf(title: string, decisions: readonly CountedDecision[]): string {
  const ground = groundFor();
  const period = parsePeriod('2023') as Period;
  const keys = ground.set.indicators.map(({ key }) => key);
  const question = { period, level: 'denmark', asOf: '2024-12-31' } as const;
  const report = makeReport(casesOf(decisions, keys), question, ground, EXACT);
  const page = nationalPage({ language: 'en', report, periods: ['2023'], signedIn: { isDemo: false } });
  const row = page.split('<tr role="row">').find((one) => one.includes(title)) ?? '';
  return row.replaceAll(/<svg[^]*?<\/svg>|<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ');
}

test('the estimate is read first, then the bounds, then of those reported, with the unknown in percent beside', () => {
  const row = rowOf('Diet treatment', [
    at({ outcome: 'met', sector: 'hospital' }),
    at({ outcome: 'not-met' }),
    at({ outcome: 'met', sector: 'hospital', disturbed: true }),
    at({ outcome: 'unknown', reason: 'SOURCE_SILENT', disturbed: true }),
  ]);

  expect(row).toMatch(/50\.0 % 1\.3–98\.7 % 1 of 2 50\.0–75\.0 % 66\.7 % 2 of 3 1 \(25\.0 %\)/);
});

test('where a source was in trouble for everyone it is said in words that there is no estimate', () => {
  const row = rowOf('Diet treatment', [at({ outcome: 'unknown', reason: 'SOURCE_SILENT', disturbed: true })]);

  expect(row).toContain('none – 0 of 0 no estimate: a source was in trouble for everyone 0.0–100.0 %');
});

test('an estimate that is a bound says so', () => {
  const certain = { outcome: 'met', sector: 'hospital', disturbed: true } as const;
  const row = rowOf('Diet treatment', [
    ...[at({ outcome: 'not-met' }), at(certain), at(certain), at(certain)],
    at({ ...certain, possible: EITHER }),
  ]);

  expect(row).toMatch(/60\.0 % [\d.–]+ % 3 of 5 the lower bound 60\.0–80\.0 %/);
});

test('what is still open stands beside with what it could still bring', () => {
  const row = rowOf('Diet treatment', [
    ...[at({ outcome: 'met', sector: 'hospital' }), at({ outcome: 'not-met' })],
    ...[at({ outcome: 'met', sector: 'hospital', isOpen: true }), at({ outcome: 'pending', isOpen: true })],
  ]);

  expect(row).toMatch(/^.*50\.0 % 1\.3–98\.7 % 1 of 2 .*met so far: 1, pending: 1 could end at 50\.0–75\.0 %/);
});
