import type { ClinicalEvent, PersonKey } from '../../kernel/clinical-event';
import { registrationOf } from '../../kernel/registration';
import { greatestOf, type GreatestElsewhere } from '../../pathways/domain/registrations';
import type { PersonEventStore } from '../../ports/person-event-store';

/** What one person is folded from: the keys that number changes lead between, and what others sent of the records they share. */
export interface KnownGroup {
  readonly keys: readonly PersonKey[];
  readonly own: readonly ClinicalEvent[];
  readonly others: readonly ClinicalEvent[];
}

/** Reads whoever shares records with the person once, and keeps of them the events of those records alone. */
export async function knownGroupOf(store: PersonEventStore, key: PersonKey): Promise<KnownGroup> {
  const [{ keys, records } = { keys: [key], records: [] }] = await store.joinedTo([key]);
  const eventsOf = await store.load(keys);
  const own = keys.flatMap(eventsOf);
  if (records.length === 0) return { keys, own, others: [] };
  const [isOwn, isShared] = [new Set(keys), new Set(records)];
  const strangers = (await store.groupsOf([key])).flat().filter((other) => !isOwn.has(other));
  const theirs = await store.load(strangers);
  const others = strangers.flatMap((other) => theirs(other).filter((event) => isShared.has(registrationOf(event))));
  return { keys, own, others };
}

/** The group by what had been received by a moment. */
export function knownBy({ keys, own, others }: KnownGroup, moment = Infinity) {
  const isKnown = ({ receivedAt }: ClinicalEvent): boolean => receivedAt <= moment;
  const byKey = new Map<PersonKey, ClinicalEvent[]>(keys.map((key) => [key, []]));
  for (const event of own) if (isKnown(event)) byKey.get(event.person)?.push(event);
  const elsewhere: GreatestElsewhere | undefined = others.length === 0 ? undefined : greatestOf(others.filter(isKnown));
  return { keys, eventsOf: (key: PersonKey): readonly ClinicalEvent[] => byKey.get(key) ?? [], elsewhere };
}
