import type { ClinicalEvent, PersonKey, Relation } from '../../kernel/clinical-event';
import { normalForm } from '../../kernel/digest';
import { registrationOf } from '../../kernel/registration';
import { attemptFor } from '../../kernel/set-aside';
import { greatestOf } from '../../pathways/domain/registrations';
import type { PersonEventStore } from '../../ports/person-event-store';
import type { TellDifference } from './differences';
import { asKept } from './logged-partition';
import { inShort } from './unreadable';

type Kept = Pick<PersonEventStore, 'sharings' | 'greatestOf'>;

/**
 * Registrations that several persons sent by the log are shared by them in the store, and by nobody else, and each
 * stands on its greatest event; `events` are those of everyone who is related to others.
 */
export async function verifySharedRecords(
  relations: readonly Relation[],
  events: readonly ClinicalEvent[],
  kept: Kept,
  tell: TellDifference,
): Promise<void> {
  const sharers = sharersOf(relations);
  await verifySharers(sharers, kept, tell);
  for (const [record, among] of eventsOfRecords(sharers.keys(), events))
    await verifyGreatest(record, among, kept, tell);
}

/** Who sent each registration that several persons sent, by its name. */
export function sharersOf(relations: readonly Relation[]): ReadonlyMap<string, ReadonlySet<PersonKey>> {
  const sharers = new Map<string, Set<PersonKey>>();
  for (const { person, other, record } of relations) {
    if (record === undefined) continue;
    const known = sharers.get(record);
    if (known === undefined) sharers.set(record, new Set([person, other]));
    else known.add(person).add(other);
  }
  return sharers;
}

/** The events of each of the given registrations, by its name. */
export function eventsOfRecords(
  records: Iterable<string>,
  events: readonly ClinicalEvent[],
): ReadonlyMap<string, readonly ClinicalEvent[]> {
  const sent = new Map<string, ClinicalEvent[]>(Array.from(records, (record) => [record, []]));
  for (const event of events) sent.get(registrationOf(event))?.push(event);
  return sent;
}

async function verifySharers(
  expected: ReadonlyMap<string, ReadonlySet<PersonKey>>,
  store: Kept,
  tell: TellDifference,
): Promise<void> {
  const kept = await store.sharings();
  for (const record of new Set([...expected.keys(), ...kept.keys()])) {
    if (isSame(expected.get(record), kept.get(record))) continue;
    tell(`${sayRegistration(record)} is shared by others than the log says`, 'rebuild');
  }
}

function isSame(expected: ReadonlySet<PersonKey> | undefined, kept: readonly PersonKey[] | undefined): boolean {
  return expected?.size === kept?.length && kept?.every((person) => expected?.has(person)) === true;
}

async function verifyGreatest(
  record: string,
  sent: readonly ClinicalEvent[],
  store: Kept,
  tell: TellDifference,
): Promise<void> {
  const pure = () => greatestOf(sent).get(record);
  const greatest = attemptFor(sent[0]?.person ?? '', 'folding', pure, () => undefined);
  if (greatest === undefined) return; // Whoever sent it is set aside.
  try {
    const kept = (await store.greatestOf([record])).get(record);
    if (kept === undefined || normalForm(kept) !== normalForm(asKept(greatest)))
      tell(`${sayRegistration(record)} stands on another event than the log’s greatest`, 'rebuild');
  } catch (error) {
    tell(`what ${sayRegistration(record)} stands on cannot be read (${inShort(error)})`, 'rebuild');
  }
}

/** A registration by its name, in the words that differences are told with. */
export function sayRegistration(record: string): string {
  const [kind, source, ...recordId] = record.split('\n');
  return `registration ${recordId.join(' ')} (${kind}) of ${source}`;
}
