import { EXACT } from '../support/shown';
import fc from 'fast-check';
import { addDays } from '../../src/kernel/day';
import type { Period } from '../../src/kernel/period';
import { quantilesOf } from '../../src/transitions/domain/distribution';
import { openLoops } from '../../src/transitions/domain/open-loops';
import { HANDOVER_STATES } from '../../src/transitions/domain/handover-state';
import { ENDINGS, type TransitionCounts } from '../../src/transitions/domain/tally';
import { countTransitions } from '../../src/transitions/domain/transitions';
import { civilRegistration, feed, hospital, municipality, ODENSE } from '../support/sectors';
import { about, ANNA, BO, CARLA, DAVID, ELSE, FINN } from '../support/source-event';
import { groundOn, travelledIn } from './pathway-with-journey';

const ALL: Period = { name: 'all', from: '0001-01-01', to: '9999-12-31' };
const NYBORG = 'municipality:0450';
const { pci, referral } = hospital();
const odense = municipality();
const nyborg = municipality('0450');

describe('whatever happens', () => {
  const PATIENTS = [ANNA, BO, CARLA, DAVID, ELSE, FINN];
  const day = fc.integer({ min: 0, max: 400 }).map((days) => addDays('2023-01-03', days));
  const place = fc.constantFrom(odense, nyborg);
  const course = fc.constantFrom('f-1', 'f-2');
  const happening = fc.oneof(
    fc.tuple(fc.constantFrom(ODENSE, NYBORG, 'private:klinik'), day).map(([to, on]) => referral(to, [], on)),
    fc.tuple(place, day, course).map(([at, on, courseId]) => at.start(on, { courseId })),
    fc.tuple(place, day).map(([at, on]) => at.intervention('training', on)),
    fc
      .tuple(place, day, course, fc.constantFrom('completed', 'stopped', 'transferred', 'died'))
      .map(([at, on, courseId, outcome]) => at.end(on, { courseId, outcome })),
    day.map((on) => civilRegistration.status('dead', on)),
    fc.tuple(fc.constantFrom(ODENSE, NYBORG), day).map(([at, on]) => feed(at, 'silent', on, addDays(on, 40))),
    day.map((on) => pci(on)),
  );
  const stories = fc.array(fc.tuple(fc.constantFrom(...PATIENTS), happening), { maxLength: 40 });

  const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, one) => total + one, 0);
  const isExact = (counts: TransitionCounts): boolean =>
    counts.referred === sum(HANDOVER_STATES.map((name) => counts[name])) &&
    counts.started === counts.startedThere + counts.startedInAnother &&
    counts.startedThere === sum(ENDINGS.map((name) => counts.endings[name])) &&
    counts.unknown === sum(Object.values(counts.unknownReasons)) &&
    counts.endings.stopped === sum(counts.dropOut.map(({ count }) => count));

  it('the parts add up, the pairs to the total, and the lists are what was counted', async () => {
    await fc.assert(
      fc.asyncProperty(stories, day, async (story, asOf) => {
        const told = [
          ...PATIENTS.flatMap((patient) => about(patient, ...pci('2023-01-03'))),
          ...story.flatMap(([patient, what]) => about(patient, what)),
        ];
        const pathways = await travelledIn(told);
        const basis = await groundOn(asOf, told);
        const { total, pairs, hospitals, municipalities } = countTransitions(pathways, ALL, basis, EXACT);
        const sums = [...hospitals.values(), ...municipalities.values()];

        expect([total, ...pairs, ...sums].every(isExact)).toBe(true);
        for (const name of ['referred', 'unreferred', ...HANDOVER_STATES] as const) {
          for (const rows of [pairs, [...hospitals.values()], [...municipalities.values()]]) {
            expect(sum(rows.map((row) => row[name]))).toBe(total[name]);
          }
        }
        for (const standing of ['open', 'lost', 'unknown'] as const) {
          expect(openLoops(pathways, { period: ALL, standing }, basis)).toHaveLength(total[standing]);
        }
      }),
      { seed: 7, numRuns: 150 },
    );
  });
});

describe('quantiles of days', () => {
  it.each([
    [[], null, null, null, null],
    [[7], 7, 7, 7, 7],
    [[1, 2, 3, 4], 1.8, 2.5, 3.3, 3.7],
    [[10, 1, 3, 2, 4, 5, 6, 7, 8, 9], 3.3, 5.5, 7.8, 9.1],
  ])('of %j are those of R, to one decimal', (days, lowerQuartile, median, upperQuartile, p90) => {
    expect(quantilesOf(days)).toEqual({ lowerQuartile, median, upperQuartile, p90 });
  });
});
