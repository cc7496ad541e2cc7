import { feedStatusesInForce } from '../src/feeds/domain/feed-statuses';
import { compileDefinitions } from '../src/indicators/domain/compile';
import { decidePerson } from '../src/indicators/domain/decide';
import { FeedCalendar } from '../src/indicators/domain/feed-calendar';
import type { ClinicalEvent, ClinicalEventOf, PersonKey } from '../src/kernel/clinical-event';
import { danishDay } from '../src/kernel/day';
import { foldPerson } from '../src/pathways/domain/fold';
import { relationsOf } from '../src/pathways/domain/persons';
import { loadDefinitionSet } from '../src/platform/contracts/definition-set';
import { loadSchemas } from '../src/platform/contracts/schema-validators';

/** An event by its source and id. */
export const nameOf = ({ source, id }: { readonly source: string; readonly id: string }): string => `${source} ${id}`;

/**
 * The events from index `from` on that a decision cites as soon as they have come, by name, with their persons. Persons
 * of several keys are left out.
 */
export function citedOnArrival(events: readonly ClinicalEvent[], from: number): Map<string, PersonKey> {
  const definitions = compileDefinitions(loadDefinitionSet(loadSchemas()), {});
  const isFeed = (event: ClinicalEvent): event is ClinicalEventOf<'registry.feed-status'> =>
    event.kind === 'registry.feed-status';
  const feeds = FeedCalendar.of(feedStatusesInForce(events.filter(isFeed)));
  const today = danishDay(Date.now());
  const related = new Set(events.flatMap(relationsOf).flatMap(({ person, other }) => [person, other]));
  const known = new Map<PersonKey, ClinicalEvent[]>();
  const cited = new Map<string, PersonKey>();
  for (const [at, event] of events.entries()) {
    const { person } = event;
    if (isFeed(event) || related.has(person)) continue;
    const before = known.get(person) ?? [];
    known.set(person, before);
    before.push(event);
    if (at < from) continue;
    const folded = foldPerson({ numbers: [person], events: before }, definitions.set.population);
    const isCited = decidePerson(definitions, folded, feeds, today).some(({ decisive, also }) =>
      [...decisive, ...also].some(({ source, event: id }) => id === event.id && source === event.source),
    );
    if (isCited) cited.set(nameOf(event), person);
  }
  return cited;
}
