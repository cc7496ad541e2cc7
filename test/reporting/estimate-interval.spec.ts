import { loadOrganisationList } from '../../src/platform/contracts/organisation-list';
import { loadSchemas } from '../../src/platform/contracts/schema-validators';
import { indicatorTable, type TableRow } from '../../src/counting/domain/indicator-table';
import { intervalOf } from '../../src/counting/domain/statistics/interval';
import type { IndicatorDefinition } from '../../src/kernel/definition';
import { parsePeriod, type Period } from '../../src/kernel/period';
import { casesOf, type CountedDecision } from '../support/counted';

const organisations = loadOrganisationList(loadSchemas());
const year = parsePeriod('2023') as Period;
const [AALBORG, ...MUNICIPALITIES] = [
  'hospital:330011000016003',
  '0810',
  '0813',
  '0820',
  '0840',
  '0846',
  '0849',
  '0851',
] as const;

/** So many of 20 of each municipality are met, in their order; those who are silent told nothing of theirs. */
function denmark(met: readonly (number | 'silent')[], sources: IndicatorDefinition['sources']): TableRow {
  const decisions = met.flatMap((count, at) =>
    Array.from({ length: 20 }, (_, patient): CountedDecision => {
      const place = {
        indicator: 'diet',
        day: '2023-06-30',
        hospital: AALBORG,
        municipality: `municipality:${MUNICIPALITIES[at]}`,
      } as const;
      if (count === 'silent')
        return { ...place, mark: { outcome: 'unknown', reason: 'SOURCE_SILENT', disturbed: true } };
      return { ...place, mark: { outcome: patient < count ? 'met' : 'not-met' } };
    }),
  );
  const [row] = indicatorTable(casesOf(decisions), {
    ...{ indicators: [{ key: 'diet', number: 4, sources }], organisations, period: year, level: 'denmark' },
    ...{ context: 'treated', asOf: '2024-12-31', interval: 'exact' },
  });
  return row as TableRow;
}

const exactly = ({ estimate }: TableRow) => intervalOf(estimate.numerator, estimate.denominator, { method: 'exact' });
const widthOf = (interval: TableRow['estimate']['interval']) => (interval?.upper ?? NaN) - (interval?.lower ?? NaN);

describe('The interval of an estimate', () => {
  it('is the exact one where everybody is heard, however much they differ', () => {
    const row = denmark([0, 20, 5, 15, 2, 18], ['hospital', 'municipality']);
    expect(row.estimate.interval).toEqual(exactly(row));
    expect(row).not.toHaveProperty('fewOrganisations');
  });

  it('is wider where some are silent and those heard differ, and says nothing of few when five are heard', () => {
    const row = denmark([2, 18, 5, 15, 10, 'silent', 'silent'], ['hospital', 'municipality']);
    expect(widthOf(row.estimate.interval)).toBeGreaterThan(1.5 * widthOf(exactly(row)));
    expect(row).not.toHaveProperty('fewOrganisations');
  });

  it('is wider still where fewer are heard, and then says so', () => {
    const row = denmark([2, 18, 5, 'silent', 'silent', 'silent', 'silent'], ['hospital', 'municipality']);
    expect(widthOf(row.estimate.interval)).toBeGreaterThan(50);
    expect(row.fewOrganisations).toBe(true);
  });

  it('is the exact one of a register, whose silence is nobody’s own', () => {
    const row = denmark([2, 18, 5, 15, 10, 'silent'], ['laboratory']);
    expect(row.estimate.interval).toEqual(exactly(row));
    expect(row).not.toHaveProperty('fewOrganisations');
  });

  it('never touches that of those reported', () => {
    const { reported } = denmark([2, 18, 5, 15, 10, 'silent', 'silent'], ['hospital', 'municipality']);
    expect(reported.interval).toEqual(intervalOf(reported.numerator, reported.denominator, { method: 'exact' }));
  });
});
