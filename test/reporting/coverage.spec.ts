import fc from 'fast-check';
import { addDays } from '../../src/kernel/day';
import { loadOrganisationList } from '../../src/platform/contracts/organisation-list';
import { loadSchemas } from '../../src/platform/contracts/schema-validators';
import { countArrivals, type Arrivals } from '../../src/reporting/domain/arrivals';
import { bandOf } from '../../src/transitions/domain/patient-coverage/band';
import { countCoverage } from '../../src/transitions/domain/patient-coverage/coverage';
import { coverageRows, type CoverageRow } from '../../src/transitions/domain/patient-coverage/coverage-rows';
import type { Exit } from '../../src/disclosure/domain/exit';
import { EXACT, PUBLISHED, recordKeyOf } from '../support/shown';
import type { Period } from '../../src/kernel/period';
import type { PathwayWithJourney } from '../../src/transitions/domain/pathway-with-journey';
import { CONTEXTS_OF, LEVELS, usualContext, type Context, type Level } from '../../src/kernel/unit';
import type { Told } from '../support/evaluate';
import {
  ODENSE,
  ODENSE_HOSPITAL,
  civilRegistration,
  feed,
  generalPractice,
  hospital,
  laboratory,
  municipality,
  patient,
} from '../support/sectors';
import { about, ANNA, BO, CARLA, DAVID, ELSE, FINN } from '../support/source-event';
import { groundOn, travelledIn } from './pathway-with-journey';

const organisations = loadOrganisationList(loadSchemas());
const YEAR: Period = { name: '2023', from: '2023-01-01', to: '2023-12-31' };
const { pci, service, hads, referral, bloodPressure } = hospital();
const { livesIn, status } = civilRegistration;
const odense = municipality();
/** Its window ends on 2023-07-02. */
const INDEX_DAY = '2023-01-03';

interface Asked {
  readonly level?: Level;
  readonly context?: Context;
  readonly period?: Period;
  readonly exit?: Exit;
}

function rowsOf(
  pathways: readonly PathwayWithJourney[],
  basis: Awaited<ReturnType<typeof groundOn>>,
  { level = 'denmark', context = usualContext(level), period = YEAR, exit = EXACT }: Asked = {},
): CoverageRow[] {
  const counting = { period, level, context, organisations };
  const arrivals = level === 'hospital' ? countArrivals(pathways, period, basis, exit) : new Map<string, Arrivals>();
  return coverageRows({ table: countCoverage(pathways, counting, basis, exit), arrivals }, counting, basis, exit);
}

async function coverage(told: Told, asOf: string, asked: Asked = {}): Promise<CoverageRow[]> {
  return rowsOf(await travelledIn(told), await groundOn(asOf, told), asked);
}

const denmark = async (told: Told, asOf = '2024-06-30') => (await coverage(told, asOf))[0];
const unit = async (id: string, level: Level, told: Told, asOf = '2024-06-30') =>
  (await coverage(told, asOf, { level })).find((row) => row.unit.id === id);

describe('a patient known from LPR', () => {
  it.each<[string, Told]>([
    ['took part at the hospital', service('BVDY01', '2023-02-01')],
    ['started in the municipality', odense.start('2023-02-01')],
    ['was reported on the last day of the window', odense.start('2023-07-02')],
  ])('is covered who %s', async (_what, told) => {
    expect(await denmark([pci(INDEX_DAY), told])).toMatchObject({
      population: 1,
      reported: 1,
      unreported: 0,
      percent: 100,
    });
  });

  it.each<[string, Told]>([
    ['is heard of no more', []],
    ['was referred only', referral(ODENSE, ['training'], '2023-02-01')],
    [
      'has laboratory results and blood pressure only',
      [laboratory.ldl(1.2, '2023-02-01'), bloodPressure(120, 70, '2023-02-01')],
    ],
    ['is seen by general practice only', generalPractice().bloodPressure(120, 70, '2024-01-01')],
    ['answered a questionnaire only', patient.questionnaire('hads', '2023-02-01', { anxiety: 1, depression: 2 })],
    ['is reported the day after the window', odense.start('2023-07-03')],
  ])('is not covered who %s', async (_what, told) => {
    expect(await denmark([pci(INDEX_DAY), told])).toMatchObject({
      population: 1,
      reported: 0,
      unreported: 1,
      percent: 0,
    });
  });

  it('is not counted while the window runs, reported or not', async () => {
    const told = [about(ANNA, ...pci(INDEX_DAY)), about(BO, ...pci(INDEX_DAY), odense.start('2023-02-01'))];

    expect(await denmark(told, '2023-07-02')).toMatchObject({
      population: 0,
      pending: 2,
      percent: null,
      band: 'unknown',
    });
    expect(await denmark(told, '2023-07-03')).toMatchObject({ population: 2, pending: 0, percent: 50 });
  });

  it('belongs to the period of its index day, as in every table', async () => {
    expect(await coverage(pci('2023-12-31'), '2024-12-31')).toMatchObject([{ population: 1 }]);
    expect(await coverage(pci('2022-12-31'), '2024-12-31')).toMatchObject([{ population: 0 }]);
  });

  it('who died within the window unheard of stands apart; after it, it does not matter', async () => {
    expect(await denmark([pci(INDEX_DAY), status('dead', '2023-07-02')])).toMatchObject({ excluded: 1, population: 0 });
    expect(await denmark([pci(INDEX_DAY), status('dead', '2023-07-03')])).toMatchObject({ excluded: 0, unreported: 1 });
    expect(await denmark([pci(INDEX_DAY), hads(1, 1, '2023-01-20'), status('dead', '2023-02-01')])).toMatchObject({
      excluded: 0,
      reported: 1,
    });
  });

  it('is told by every sector that reported', async () => {
    const told = [
      about(ANNA, ...pci(INDEX_DAY), ...service('BVDY01', '2023-02-01'), odense.start('2023-02-10')),
      about(BO, ...pci(INDEX_DAY), odense.start('2023-02-10')),
      about(CARLA, ...pci(INDEX_DAY)),
    ];

    expect((await denmark(told))?.sectors).toEqual([
      { sector: 'hospital', reported: 1, percent: 33.3 },
      { sector: 'municipality', reported: 2, percent: 66.7 },
    ]);
  });

  it('is counted where treated or where resident', async () => {
    const told = [pci(INDEX_DAY), livesIn('0751'), service('BVDY01', '2023-02-01')];

    expect(await unit(ODENSE_HOSPITAL, 'hospital', told)).toMatchObject({
      reported: 1,
      unit: { name: expect.any(String) },
    });
    expect(await unit('municipality:0751', 'municipality', told)).toMatchObject({ reported: 1 });
    const regions = async (context: Context) =>
      (await coverage(told, '2024-06-30', { level: 'region', context })).filter(({ population }) => population === 1);
    expect((await regions('treated')).map((row) => row.unit.id)).toEqual(['region:1083']);
    expect((await regions('resident')).map((row) => row.unit.id)).toEqual(['region:1082']);
  });
});

describe('where a source was silent', () => {
  const told = [pci(INDEX_DAY), livesIn('0461')];

  it('the unreported are told apart, for they may have been treated', async () => {
    expect(await denmark([told, feed(ODENSE, 'not-connected', '2023-02-01')])).toMatchObject({
      unreported: 1,
      unreportedInTrouble: 1,
    });
    expect(await denmark([told, feed(ODENSE_HOSPITAL, 'silent', '2023-02-01', '2023-02-14')])).toMatchObject({
      unreportedInTrouble: 1,
    });
    expect(await denmark([told, feed(ODENSE_HOSPITAL, 'silent', '2023-02-01', '2023-02-13')])).toMatchObject({
      unreportedInTrouble: 0,
    });
  });

  it('throughout, its own band is unknown; part of the time, it is what was reported', async () => {
    const silent = (from: string) => unit(ODENSE, 'municipality', [told, feed(ODENSE, 'not-connected', from)]);

    expect(await silent('2023-01-03')).toMatchObject({ population: 1, percent: 0, band: 'unknown' });
    expect(await silent('2023-01-04')).toMatchObject({ population: 1, percent: 0, band: '0-9' });
  });
});

describe('the bands', () => {
  it.each([
    [0, 0, 'unknown'],
    [0, 7, '0-9'],
    [99, 1000, '0-9'],
    [1, 10, '10-39'],
    [399, 1000, '10-39'],
    [2, 5, '40-59'],
    [3, 5, '60-79'],
    [799, 1000, '60-79'],
    [4, 5, '80-100'],
    [5, 5, '80-100'],
  ])('%i of %i is %s', (reported, population, band) => {
    expect(bandOf(reported, population)).toBe(band);
  });
});

const sum = (numbers: Iterable<number | null>): number =>
  [...numbers].reduce<number>((total, one) => total + (one ?? 0), 0);
const COUNTS = ['population', 'reported', 'unreported', 'unreportedInTrouble', 'excluded', 'pending'] as const;

describe('whatever happens', () => {
  const PATIENTS = [ANNA, BO, CARLA, DAVID, ELSE, FINN];
  const day = fc.integer({ min: 0, max: 500 }).map((days) => addDays('2022-10-01', days));
  const happening = fc.oneof(
    day.map((on) => pci(on)),
    day.map((on) => odense.start(on)),
    day.map((on) => hads(2, 2, on)),
    day.map((on) => status('dead', on)),
    fc.tuple(fc.constantFrom('0461', '0751', '0101'), day).map(([code, on]) => livesIn(code, on)),
    day.map((on) => feed(ODENSE, 'silent', on, addDays(on, 40))),
  );
  const stories = fc.array(fc.tuple(fc.constantFrom(...PATIENTS), happening), { maxLength: 30 });

  it('the parts add up, and every level in every context counts the same patients', async () => {
    await fc.assert(
      fc.asyncProperty(stories, day, async (story, asOf) => {
        const told = story.flatMap(([who, what]) => about(who, what));
        const pathways = await travelledIn(told);
        const basis = await groundOn(asOf, told);
        const [whole] = rowsOf(pathways, basis);
        expect(whole?.population).toBe((whole?.reported ?? 0) + (whole?.unreported ?? 0));
        for (const level of LEVELS) {
          for (const context of CONTEXTS_OF[level]) {
            const rows = rowsOf(pathways, basis, { level, context });
            for (const name of COUNTS) expect(sum(rows.map((row) => row[name]))).toBe(whole?.[name]);
          }
        }
      }),
      { seed: 3, numRuns: 100 },
    );
  });
});

describe('the published view', () => {
  /** So many patients of Odense's hospital who live in a municipality, of whom some are never reported. */
  const patients = (code: string, reported: number, unreported: number): PathwayWithJourney[] =>
    Array.from({ length: reported + unreported }, (_, at) => ({
      person: `p_${code}${at}`,
      pathway: 1,
      indexDay: INDEX_DAY,
      hospital: ODENSE_HOSPITAL,
      municipality: `municipality:${code}`,
      journey: at < reported ? { reportedBy: { municipality: '2023-02-10' } } : {},
      key: recordKeyOf(`p_${code}${at}`, 1),
    }));
  const pathways = [...patients('0461', 40, 2), ...patients('0430', 30, 9), ...patients('0751', 50, 1)];
  const shown = async (level: Level, exit: Exit): Promise<CoverageRow[]> =>
    rowsOf(pathways, await groundOn('2024-06-30'), { level, exit }).filter(({ population }) => population !== 0);

  it('shows counts at most 3 off, never 1 or 2, and a population that is the sum of its two', async () => {
    for (const level of LEVELS) {
      const exact = new Map((await shown(level, EXACT)).map((row) => [row.unit.id, row]));
      for (const row of await shown(level, PUBLISHED)) {
        const was = exact.get(row.unit.id);
        for (const name of ['reported', 'unreported'] as const) {
          expect(Math.abs(row[name] - (was?.[name] ?? 0))).toBeLessThanOrEqual(3);
          expect([1, 2]).not.toContain(row[name]);
        }
        expect(row.population).toBe(row.reported + row.unreported);
        expect(row.percent).toBeLessThanOrEqual(100);
      }
    }
  });
});
