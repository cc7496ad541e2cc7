import { FactsByKind } from '../../src/indicators/domain/selection';
import { decidePerson } from '../../src/indicators/domain/decide';
import type { FeedCalendar } from '../../src/indicators/domain/feed-calendar';
import { MissedDays } from '../../src/indicators/domain/missed-days';
import { addDays, type Day } from '../../src/kernel/day';
import type { IndicatorDecision, PossibleOutcome } from '../../src/kernel/decision';
import type { FeedStatus } from '../../src/kernel/feed-status';
import { LAB_DATABASE, PRESCRIPTION_REGISTER, type Organisation, type Sector } from '../../src/kernel/organisation';
import { compareRecorded } from '../../src/kernel/ordering';
import type { CivilState, Fact, Pathway, PersonPathways } from '../../src/kernel/pathway';
import { SpansFrom } from '../../src/kernel/span';
import { compiled } from '../support/fold';

/** A day on which a source in trouble did not report. */
export interface MissedDay {
  readonly sector: Sector;
  readonly organisation: Organisation;
  readonly on: Day;
}

/** What is known of a person, and of the sources that reported. */
export interface Known {
  readonly person: PersonPathways;
  readonly statuses: readonly FeedStatus[];
  readonly asOf: Day;
}

const TROUBLE_DAYS = 14;

/** The missed days of an indicator in a pathway, as they are written down, a day at a time (interface.md §3). */
export function missedDaysOf(
  { person, statuses, asOf }: Known,
  { pathway, indicator, window }: IndicatorDecision,
): MissedDay[] {
  const at = person.pathways[pathway - 1] as Pathway;
  const next = person.pathways[pathway]?.indexDay ?? '9999-12-31';
  const death = dayOfDeath(person.civilStates, window.from);
  const { sources } = compiled.set.indicators.find(({ key }) => key === indicator) as { sources: readonly Sector[] };
  return sources.flatMap((sector) => {
    const organisation = organisationOf(sector, at);
    if (organisation === undefined) return [];
    const own = statuses.filter((status) => status.organisation === organisation);
    const days: Day[] = [];
    for (let on = window.from; on <= window.to && on <= asOf; on = addDays(on, 1)) if (isSilent(own, on)) days.push(on);
    if (days.length < TROUBLE_DAYS) return [];
    return days.filter((on) => on <= death && on < next).map((on) => ({ sector, organisation, on }));
  });
}

function organisationOf(sector: Sector, { hospital, municipality }: Pathway): Organisation | undefined {
  if (sector === 'hospital') return hospital;
  if (sector === 'municipality') return municipality;
  return sector === 'laboratory' ? LAB_DATABASE : PRESCRIPTION_REGISTER;
}

function isSilent(own: readonly FeedStatus[], on: Day): boolean {
  return own.some(({ state, from, to }) => {
    const next = own
      .map((other) => other.from)
      .filter((other) => other > from)
      .sort()[0];
    const last = to ?? (next === undefined ? '9999-12-31' : addDays(next, -1));
    return state !== 'connected' && from <= on && on <= last;
  });
}

function dayOfDeath(states: readonly CivilState[], from: Day): Day {
  const stateOn = (day: Day) => states.findLast((state) => state.from <= day);
  const atFirst = stateOn(from);
  if (atFirst?.state === 'dead') return atFirst.from;
  return states.find((state) => state.from > from && state.state === 'dead')?.from ?? '9999-12-31';
}

/** What the pathway's indicator would be, had these been reported, and nobody been in trouble. */
export function decidedWith(
  { person, asOf }: Known,
  { pathway: number, indicator }: IndicatorDecision,
  reports: readonly Fact[],
  undisturbed: FeedCalendar,
): IndicatorDecision {
  const pathways = person.pathways.map((pathway) =>
    pathway.number === number ? { ...pathway, facts: [...pathway.facts, ...reports].sort(inOrder) } : pathway,
  );
  const decisions = decidePerson(compiled, { ...person, pathways }, undisturbed, asOf);
  return decisions.find((each) => each.pathway === number && each.indicator === indicator) as IndicatorDecision;
}

const inOrder = (a: Fact, b: Fact): number =>
  (a.on < b.on ? -1 : a.on > b.on ? 1 : 0) || compareRecorded(a, b) || (a.kind < b.kind ? -1 : 1);

/** The fact that decides the denominator, with these reports; undefined where none does. */
export function denominatorFact(
  { person, asOf }: Known,
  { pathway: number, indicator }: IndicatorDecision,
  reports: readonly Fact[],
  undisturbed: FeedCalendar,
): Fact | undefined {
  const pathway = person.pathways[number - 1] as Pathway;
  const state = compiled.indicators
    .find(({ definition }) => definition.key === indicator)
    ?.denominatorOf({
      indexDay: pathway.indexDay,
      asOf,
      facts: new FactsByKind({ ...pathway, facts: [...pathway.facts, ...reports].sort(inOrder) }),
      spans: new SpansFrom(pathway.indexDay),
      decided: new Map(),
      missed: new MissedDays(undisturbed, [], asOf),
    });
  return state?.state === 'in' ? state.fact : undefined;
}

/** What an outcome counts as in a rate; of a value that nobody knows, either. */
export function countedAs({ outcome }: IndicatorDecision): readonly PossibleOutcome[] {
  switch (outcome) {
    case 'met':
      return ['met'];
    case 'not-met':
      return ['not-met'];
    case 'unknown':
      return ['met', 'not-met'];
    case 'pending':
      throw new Error('What is decided whatever the day is not pending in any world.');
    default:
      return ['out'];
  }
}
