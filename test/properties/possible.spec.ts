import fc from 'fast-check';
import { decidePerson } from '../../src/indicators/domain/decide';
import { feedStatusesInForce } from '../../src/feeds/domain/feed-statuses';
import type { FeedCalendar } from '../../src/indicators/domain/feed-calendar';
import type { ClinicalEventOf } from '../../src/kernel/clinical-event';
import { addDays } from '../../src/kernel/day';
import type { IndicatorDecision } from '../../src/kernel/decision';
import type { Fact } from '../../src/kernel/pathway';
import { clinicalEventsOf, compiled, feedsOf, foldStory } from '../support/fold';
import { LAB, ODENSE, ODENSE_HOSPITAL, PHARMACY, civilRegistration, feed } from '../support/sectors';
import type { SourceEvent } from '../support/source-event';
import { edgesOf, reportsOn, type TimeOfDay } from './missed-reports';
import { countedAs, decidedWith, denominatorFact, missedDaysOf, type Known, type MissedDay } from './missed-worlds';
import { anyAsOf, anyEvents } from './random-events';

/** Two weeks or more in which a source was away. */
const silence = fc
  .record({
    organisation: fc.constantFrom(ODENSE_HOSPITAL, ODENSE, LAB, PHARMACY),
    state: fc.constantFrom('silent', 'not-connected'),
    begins: fc.integer({ min: -10, max: 380 }),
    lasts: fc.integer({ min: 12, max: 200 }),
  })
  .map(({ organisation, state, begins, lasts }) => {
    const from = addDays('2023-01-03', begins);
    return feed(organisation, state, from, addDays(from, lasts));
  });

const stories = fc
  .tuple(anyEvents, fc.array(silence, { minLength: 1, maxLength: 4 }))
  .map(([events, silences]): SourceEvent[] => [...events, civilRegistration.livesIn('0461'), ...silences]);

interface Asked {
  readonly known: Known;
  readonly decision: IndicatorDecision;
  /** Every decision on the pathway by indicator. */
  readonly beside: ReadonlyMap<string, IndicatorDecision>;
}

/** Every decision of a story that says what it is whatever was missed. */
async function decisionsOf(events: readonly SourceEvent[], asOf: string): Promise<Asked[]> {
  const feedEvents = (await clinicalEventsOf(events)).filter(
    (event): event is ClinicalEventOf<'registry.feed-status'> => event.kind === 'registry.feed-status',
  );
  const statuses = [...feedStatusesInForce(feedEvents)];
  const feeds = await feedsOf(events);
  return (await foldStory(events)).flatMap((person) => {
    const known = { person, statuses, asOf };
    const decisions = decidePerson(compiled, person, feeds, asOf);
    return decisions
      .filter(({ outcome }) => outcome !== 'pending' && outcome !== 'not-applicable')
      .map((decision) => {
        const beside = decisions.filter(({ pathway }) => pathway === decision.pathway);
        return { known, decision, beside: new Map(beside.map((each) => [each.indicator, each])) };
      });
  });
}

const possibleOf = (decision: IndicatorDecision) => decision.possible ?? countedAs(decision);

/** Reports on indicator 1 decide whether 7 is asked, dated on the days that were missed for 1. */
const participationMissed = ({ known, decision, beside }: Asked): MissedDay[] => {
  const first = beside.get('participation');
  return decision.indicator !== 'hads-start' || first === undefined ? [] : missedDaysOf(known, first);
};

/**
 * True where the written assumptions hold in a world: a denominator that a fact settles is not reopened by what was
 * missed before or beside it; and of a first HADS that was missed the earliest missed day is taken to be its day.
 */
function isAssumed(
  { known, decision }: Asked,
  reports: readonly Fact[],
  missed: readonly MissedDay[],
  undisturbed: FeedCalendar,
) {
  const fact = denominatorFact(known, decision, reports, undisturbed);
  if (decision.denominator === undefined) {
    return fact?.event === denominatorFact(known, decision, [], undisturbed)?.event;
  }
  return decision.indicator !== 'hads-end' || fact === undefined || missed.every(({ on }) => on >= fact.on);
}

/** Which report of which missed day comes true in a random world. */
const anyReport = fc.record({
  day: fc.oneof(
    { weight: 1, arbitrary: fc.constantFrom(0, 1) },
    { weight: 2, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) },
  ),
  said: fc.nat(),
  when: fc.constantFrom<TimeOfDay>('first', 'last'),
});
type Drawn = typeof anyReport extends fc.Arbitrary<infer D> ? D : never;

function drawnReports(drawn: readonly Drawn[], days: readonly MissedDay[], only?: Fact['kind']): Fact[] {
  if (days.length === 0) return [];
  return drawn.flatMap(({ day, said, when }, number) => {
    const sayable = reportsOn(days[Math.round(day * (days.length - 1))] as MissedDay, when, number).filter(
      ({ kind }) => only === undefined || kind === only,
    );
    return sayable.length === 0 ? [] : [sayable[said % sayable.length] as Fact];
  });
}

test('no set of missed reports leads to an outcome outside what is possible', async () => {
  const undisturbed = await feedsOf([]);
  let led = 0;
  await fc.assert(
    fc.asyncProperty(
      stories,
      anyAsOf,
      fc.array(anyReport, { minLength: 1, maxLength: 6 }),
      async (events, asOf, drawn) => {
        for (const asked of await decisionsOf(events, asOf)) {
          const { known, decision } = asked;
          const missed = missedDaysOf(known, decision);
          const reports = [
            ...drawnReports(drawn.slice(2), missed),
            ...drawnReports(drawn.slice(0, 2), participationMissed(asked), 'participation'),
            ...(decision.indicator === 'hads-start' ? [] : drawnReports(drawn.slice(0, 2), missed)),
          ];
          if (reports.length === 0 || !isAssumed(asked, reports, missed, undisturbed)) continue;
          const world = decidedWith(known, decision, reports, undisturbed);

          led += 1;
          expect({ decision, reports, world, possible: possibleOf(decision) }).toMatchObject({
            possible: expect.arrayContaining([...countedAs(world)]) as unknown,
          });
        }
      },
    ),
    { numRuns: 300 },
  );
  expect(led).toBeGreaterThan(500);
});

/** Worlds in which the denominator's fact was reported or not, on the first missed day, and the rest on the last. */
function* worldsOf(asked: Asked, missed: readonly MissedDay[]): Iterable<readonly Fact[]> {
  const { first, last } = edgesOf(missed);
  const asking: Fact[][] = [
    [],
    ...first.flatMap((day) => reportsOn(day, 'first', 1).map((fact) => [fact])),
    ...participationMissed(asked)
      .slice(0, 1)
      .flatMap((day) => reportsOn(day, 'first', 1))
      .filter(({ kind }) => kind === 'participation')
      .map((fact) => [fact]),
  ];
  const fulfilling: Fact[][] = [[], ...last.flatMap((day) => reportsOn(day, 'last', 2).map((fact) => [fact]))];
  for (const asks of asking) for (const fulfils of fulfilling) yield [...asks, ...fulfils];
}

test('each possible outcome is reached by a set of missed reports', async () => {
  const undisturbed = await feedsOf([]);
  const reached = new Set<string>();
  await fc.assert(
    fc.asyncProperty(stories, anyAsOf, async (events, asOf) => {
      for (const asked of await decisionsOf(events, asOf)) {
        const { known, decision } = asked;
        if (decision.possible === undefined) continue;
        const missed = missedDaysOf(known, decision);
        const missing = new Set<string>(decision.possible);
        for (const reports of worldsOf(asked, missed)) {
          if (missing.size === 0) break;
          if (!isAssumed(asked, reports, missed, undisturbed)) continue;
          for (const outcome of countedAs(decidedWith(known, decision, reports, undisturbed))) missing.delete(outcome);
        }

        expect([...missing].map((each) => `${each} ${JSON.stringify(decision)}`)).toEqual([]);
        reached.add(`${decision.indicator} ${decision.outcome} ${decision.possible.join()}`);
      }
    }),
    { numRuns: 150 },
  );
  expect(reached.size).toBeGreaterThan(20);
});
