import { compileDefinitions, type CompiledDefinitions } from '../../src/indicators/domain/compile';
import { FeedCalendar } from '../../src/indicators/domain/feed-calendar';
import { feedStatusesInForce } from '../../src/feeds/domain/feed-statuses';
import type { IntakePorts } from '../../src/intake/application/intake-ports';
import { ReceiveEvents } from '../../src/intake/application/receive-events';
import type { ClinicalEvent, ClinicalEventOf } from '../../src/kernel/clinical-event';
import type { PersonPathways } from '../../src/kernel/pathway';
import { foldPerson } from '../../src/pathways/domain/fold';
import { personsOf, relatedGroups, relationsOf } from '../../src/pathways/domain/persons';
import { CollectingLog } from '../../src/platform/memory/collecting-log';
import { ImmediateUnitOfWork } from '../../src/platform/memory/immediate-unit-of-work';
import { MemoryLedger } from '../../src/platform/memory/memory-ledger';
import { ForgettingRejectedEvents } from '../../src/platform/memory/memory-rejected-events';
import { MemoryVault } from '../../src/platform/memory/memory-vault';
import { definitions, fixedClock, linesOf, reading, type Told } from './evaluate';

/** The accepted events of a story as the rooms after intake see them; `sealFields` shows what was kept apart. */
export async function clinicalEventsOf(
  told: Told,
  sealFields?: NonNullable<IntakePorts['sealFields']>,
): Promise<ClinicalEvent[]> {
  const events: ClinicalEvent[] = [];
  const intake = new ReceiveEvents(reading, {
    ledger: new MemoryLedger(),
    vault: new MemoryVault(),
    rejected: new ForgettingRejectedEvents(),
    log: new CollectingLog((_topic, { value }) => events.push(value as ClinicalEvent)),
    unit: new ImmediateUnitOfWork(),
    clock: fixedClock,
    ...(sealFields === undefined ? undefined : { sealFields }),
  });
  await intake.receive(
    linesOf(told).map((text) => ({ text })),
    { receivedAt: 'stated-or-time' },
  );
  return events;
}

/** Everyone in a story, folded, whether or not a pathway came of it. */
export async function foldStory(told: Told): Promise<PersonPathways[]> {
  const events = await clinicalEventsOf(told);
  const clinical = events.filter(({ kind }) => kind !== 'registry.feed-status');
  const eventsOf = (key: string): ClinicalEvent[] => clinical.filter(({ person }) => person === key);
  const groups = relatedGroups(
    clinical.map(({ person }) => person),
    clinical.flatMap(relationsOf),
  );
  return groups
    .flatMap((keys) => personsOf(keys, eventsOf))
    .filter((person) => person.events.length > 0)
    .map((person) => foldPerson(person, definitions.population));
}

/** The one person of a story. */
export async function foldOne(told: Told): Promise<PersonPathways> {
  const [person, ...others] = await foldStory(told);
  if (person === undefined || others.length > 0) throw new Error('This story is not about one person.');
  return person;
}

/** What deciding needs, for tests of functions behind the evaluation. */
export async function feedsOf(told: Told): Promise<FeedCalendar> {
  const events = await clinicalEventsOf(told);
  return FeedCalendar.of(
    feedStatusesInForce(
      events.filter((event): event is ClinicalEventOf<'registry.feed-status'> => event.kind === 'registry.feed-status'),
    ),
  );
}

export const compiled: CompiledDefinitions = compileDefinitions(definitions);
