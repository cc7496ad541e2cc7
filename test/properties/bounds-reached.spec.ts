import { FeedCalendar } from '../../src/indicators/domain/feed-calendar';
import { possibleOf } from '../../src/counting/domain/bounds';
import type { TableRow } from '../../src/counting/domain/indicator-table';
import { markOf } from '../../src/counting/domain/mark';
import type { IndicatorDecision, PossibleOutcome } from '../../src/kernel/decision';
import type { FeedStatus } from '../../src/kernel/feed-status';
import type { Organisation, Sector } from '../../src/kernel/organisation';
import type { Fact, Pathway } from '../../src/kernel/pathway';
import { AS_OF, NEVER_SINCE, organisations } from '../simulation/muted-world';
import { compiled } from '../support/fold';
import { LAB, PHARMACY } from '../support/sectors';
import type { SourceEvent } from '../support/source-event';
import { eventsOf } from './missed-events';
import { edgesOf, reportsOn } from './missed-reports';
import { decidedWith, denominatorFact, missedDaysOf, type Known, type MissedDay } from './missed-worlds';
import { decided, rowsOf, storiesWithout, type Decided, type Story } from './told-population';

/** What a decision counts as in a bound (interface.md §3): the first that is possible. */
const BOUNDS = {
  lower: ['not-met', 'out', 'met'],
  upper: ['met', 'out', 'not-met'],
} as const satisfies Record<string, readonly PossibleOutcome[]>;
type Bound = keyof typeof BOUNDS;

/** Every third municipality was never connected, every third hospital and both registers were silent for months. */
const MUTED = [...organisations.municipalities.keys()]
  .filter((_, at) => at % 3 === 0)
  .map((code) => `municipality:${code}`);
const SILENT = [...organisations.hospitals.keys()].filter((_, at) => at % 3 === 0).map((sor) => `hospital:${sor}`);
const STATUSES: readonly FeedStatus[] = [
  ...MUTED.map((organisation) => ({ organisation, state: 'not-connected', from: NEVER_SINCE }) as const),
  ...[...SILENT, LAB, PHARMACY].map(
    (organisation) => ({ organisation, state: 'silent', from: '2023-03-01', to: '2024-02-29' }) as const,
  ),
];
const UNDISTURBED = FeedCalendar.of([]);
const PATIENTS = 60;

interface Asked {
  readonly known: Known;
  readonly decision: IndicatorDecision;
  readonly beside: readonly IndicatorDecision[];
}

/**
 * The days a report could have been missed on. Of a value that nobody knows, although a source was well or said what
 * cannot tell, either is possible too: it is made up on the last day it would count on.
 */
function missedBy({ known, decision }: Asked): MissedDay[] {
  const missed = missedDaysOf(known, decision);
  if (decision.reason !== 'NO_VALUE' && decision.reason !== 'VALUE_CANNOT_TELL') return missed;
  const { hospital, municipality } = known.person.pathways[decision.pathway - 1] as Pathway;
  const { sources } = compiled.set.indicators.find(({ key }) => key === decision.indicator) ?? { sources: [] };
  const organisationOf: Readonly<Partial<Record<Sector, Organisation | undefined>>> = {
    hospital,
    municipality,
    laboratory: LAB,
    pharmacy: PHARMACY,
  };
  return sources.flatMap((sector) => {
    const organisation = organisationOf[sector];
    return organisation === undefined ? [] : [{ sector, organisation, on: decision.window.to }];
  });
}

/** Reports that what decides the denominator is there or is not, and of what fulfils it, each on an edge of what was missed. */
function* reportsOf(asked: Asked): Iterable<readonly Fact[]> {
  const { known, decision, beside } = asked;
  const missed = missedBy(asked);
  const { first, last } = edgesOf(missed);
  const participation = beside.find(({ indicator }) => indicator === 'participation');
  const askedFirst =
    decision.indicator === 'hads-start' && participation !== undefined
      ? missedDaysOf(known, participation).slice(0, 1)
      : [];
  const asking = [
    [],
    ...first.flatMap((day) => reportsOn(day, 'first', 1).map((fact) => [fact])),
    ...askedFirst.flatMap((day) =>
      reportsOn(day, 'first', 1).flatMap((fact) => (fact.kind === 'participation' ? [[fact]] : [])),
    ),
  ];
  const fulfilling = [[], ...last.flatMap((day) => reportsOn(day, 'last', 2).map((fact) => [fact]))];
  for (const asks of asking) for (const fulfils of fulfilling) yield [...asks, ...fulfils];
}

/** A denominator that a fact settles is not reopened, and of a first HADS that was missed the earliest day is its day. */
function isAssumed({ known, decision }: Asked, reports: readonly Fact[], missed: readonly MissedDay[]): boolean {
  const fact = denominatorFact(known, decision, reports, UNDISTURBED);
  if (decision.denominator === undefined) {
    return fact?.event === denominatorFact(known, decision, [], UNDISTURBED)?.event;
  }
  return decision.indicator !== 'hads-end' || fact === undefined || missed.every(({ on }) => on >= fact.on);
}

const OUT = new Set(['excluded', 'not-applicable']);
const isCountedAs = ({ outcome }: IndicatorDecision, wanted: PossibleOutcome): boolean =>
  wanted === 'out' ? OUT.has(outcome) : outcome === wanted;

/** Missed reports with which a decision counts as wanted; throws where there are none. */
function reportsFor(asked: Asked, wanted: PossibleOutcome): readonly Fact[] {
  const missed = missedBy(asked);
  for (const reports of reportsOf(asked)) {
    if (!isAssumed(asked, reports, missed)) continue;
    if (isCountedAs(decidedWith(asked.known, asked.decision, reports, UNDISTURBED), wanted)) return reports;
  }
  throw new Error(`No missed reports make it ${wanted}: ${JSON.stringify(asked.decision)}`);
}

/** The events that were missed, had a story's decisions on an indicator all been at a bound. */
function missedEvents({ cpr }: Story, told: readonly Decided[], indicator: string, bound: Bound): SourceEvent[] {
  return told.flatMap(({ person, decisions }) => {
    const known: Known = { person, statuses: STATUSES, asOf: AS_OF };
    return decisions
      .filter((decision) => decision.indicator === indicator && decision.possible !== undefined)
      .flatMap((decision) => {
        const beside = decisions.filter(({ pathway }) => pathway === decision.pathway);
        const possible = possibleOf(markOf(decision, AS_OF));
        const wanted = BOUNDS[bound].find((outcome) => possible.includes(outcome)) as PossibleOutcome;
        return reportsFor({ known, decision, beside }, wanted).flatMap((fact) => eventsOf(fact, cpr));
      });
  });
}

const countsAt = ({ bounds }: TableRow, bound: Bound) =>
  bound === 'lower'
    ? { met: bounds.leastMet, all: bounds.leastMet + bounds.mostNotMet, percent: bounds.lower }
    : { met: bounds.mostMet, all: bounds.mostMet + bounds.leastNotMet, percent: bounds.upper };

describe('had the missed reports come', () => {
  const stories = storiesWithout(new Set(MUTED), PATIENTS, 7);
  let told: (readonly Decided[])[] = [];

  beforeAll(async () => {
    told = await Promise.all(stories.map(({ events }) => decided(events, STATUSES)));
  });

  test.each(
    compiled.set.indicators.flatMap(({ key }) => (['lower', 'upper'] as const).map((bound) => [key, bound] as const)),
  )('the rate of %s is at its %s bound, in Denmark and in every unit', async (indicator, bound) => {
    const rows = rowsOf(told.flat(), indicator);
    const come = await Promise.all(
      stories.map((story, at) => {
        const missed = missedEvents(story, told[at] ?? [], indicator, bound);
        return decided([...story.events, ...missed], []);
      }),
    );

    expect(rowsOf(come.flat(), indicator).map(({ unit, reported }) => [unit.id, reported])).toMatchObject(
      rows.map((row) => {
        const { met, all, percent } = countsAt(row, bound);
        return [row.unit.id, { numerator: met, denominator: all, percent }];
      }),
    );
    const uncertain = rows.filter(({ bounds }) => bounds.lower !== bounds.upper);
    expect(uncertain.map(({ unit }) => unit.id)).toContain('denmark');
    expect(uncertain.length).toBeGreaterThan(5);
  });
});
