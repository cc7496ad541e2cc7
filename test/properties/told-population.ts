import { decidePerson } from '../../src/indicators/domain/decide';
import { FeedCalendar } from '../../src/indicators/domain/feed-calendar';
import { Cases } from '../../src/counting/domain/cases';
import { indicatorTable, type TableRow } from '../../src/counting/domain/indicator-table';
import type { IndicatorDecision } from '../../src/kernel/decision';
import type { FeedStatus } from '../../src/kernel/feed-status';
import type { PersonPathways } from '../../src/kernel/pathway';
import type { Period } from '../../src/kernel/period';
import { LEVELS, usualContext } from '../../src/kernel/unit';
import { AS_OF, connectedPopulation, organisations } from '../simulation/muted-world';
import { compiled, foldStory } from '../support/fold';
import { recordKeyOf } from '../support/shown';
import type { SourceEvent } from '../support/source-event';

/** By then nobody reports by DanHeart form any more: a missed report is one that is read today. */
const PERIOD: Period = { name: '2023', from: '2023-01-01', to: '2023-12-31' };

/** What was sent of people who have to be looked at together, and a number one of them has. */
export interface Story {
  readonly cpr: string;
  readonly events: readonly SourceEvent[];
}

/** A generated population as stories, without what these sources would have sent. */
export function storiesWithout(muted: ReadonlySet<string>, patients: number, seed: number): Story[] {
  const events = connectedPopulation(patients, seed).flatMap((line) => soundEvent(line) ?? []);
  const newer = new Map<string, string>();
  for (const { data } of events)
    if (typeof data['replaces'] === 'string') newer.set(data['replaces'], String(data['cpr']));
  const stories = new Map<string, SourceEvent[]>();
  for (const event of events) {
    let cpr = String(event.data['cpr']);
    for (let next = newer.get(cpr); next !== undefined && next !== cpr; next = newer.get(cpr)) cpr = next;
    if (!muted.has(event.source)) stories.set(cpr, [...(stories.get(cpr) ?? []), event]);
  }
  return [...stories].map(([cpr, told]) => ({ cpr, events: told }));
}

/** Some lines are cut off on purpose, some are about nobody. */
function soundEvent(line: string): SourceEvent | undefined {
  try {
    const event = JSON.parse(line) as SourceEvent;
    return typeof event.data.cpr === 'string' ? event : undefined;
  } catch {
    return undefined;
  }
}

/** A person with what is decided. */
export interface Decided {
  readonly person: PersonPathways;
  readonly decisions: readonly IndicatorDecision[];
}

/** What the program decides of a story while sources are in trouble. */
export async function decided(events: readonly SourceEvent[], statuses: readonly FeedStatus[]): Promise<Decided[]> {
  const feeds = FeedCalendar.of(statuses);
  return (await foldStory(events)).map((person) => ({
    person,
    decisions: decidePerson(compiled, person, feeds, AS_OF),
  }));
}

/** One indicator's rows of every level of the year: Denmark, regions, hospitals and municipalities. */
export function rowsOf(everyone: readonly Decided[], indicator: string): TableRow[] {
  const cases = new Cases([indicator], AS_OF, recordKeyOf);
  for (const { person, decisions } of everyone) {
    cases.setPathways(
      person.person,
      person.pathways.map(({ number, indexDay, hospital, municipality }) => ({
        ...{ number, indexDay, hospital },
        ...(municipality === undefined ? undefined : { municipality }),
      })),
    );
    for (const decision of decisions) if (decision.indicator === indicator) cases.setDecision(person.person, decision);
  }
  const indicators = compiled.set.indicators.filter(({ key }) => key === indicator);
  const question = { indicators, organisations, period: PERIOD, asOf: AS_OF, interval: 'exact' } as const;
  return LEVELS.flatMap((level) => indicatorTable(cases, { ...question, level, context: usualContext(level) }));
}
