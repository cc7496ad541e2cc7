import type { ClinicalEvent, ClinicalEventOf, PersonKey, RegistrationStatus } from '../../kernel/clinical-event';
import type { Day } from '../../kernel/day';
import type { EventData } from '../../kernel/event-data';
import type { EventKind } from '../../kernel/event-kinds';
import { checkContent } from './content-faults';
import { depthFaultOf } from './depth';
import type { Envelope } from './envelope';
import { extensionsOf, statedBy } from './extensions';
import type { Reading } from './reading';
import { isRefused, type Refusal } from './refusal';
import { translate } from './translation';

/** An event that passed every check, before it is known whether it came before. */
export interface SoundEvent {
  readonly event: ClinicalEvent;
  /** The CPR numbers the event names, by person key; for the vault only. */
  readonly numbers: readonly { readonly person: PersonKey; readonly digits: string }[];
  /** Unknown fields of its data, to be sealed. */
  readonly kept?: Readonly<Record<string, unknown>>;
  /** Members of the event itself that the program does not know, likewise. */
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/**
 * Checks the content of an event whose envelope is sound and turns it into a clinical event, or tells all its faults in the
 * order of interface.md §1, Receipts. `receivedAt` in milliseconds.
 */
export function readContent(envelope: Envelope, receivedAt: number, reading: Reading): SoundEvent | readonly Refusal[] {
  const { kind, source, data } = envelope;
  const checked = checkContent(envelope, reading);
  if (isRefused(checked)) return checked;
  const { named } = checked;

  const { data: known, kept } = translate(kind, data);
  const numbers: { person: PersonKey; digits: string }[] = [];
  let person: PersonKey =
    kind === 'registry.feed-status' ? ((known['organisation'] as string | undefined) ?? source) : '';
  let born: Day | undefined;
  if (named !== undefined) {
    ({ person, born } = named);
    numbers.push(named);
  }
  let unread: Record<string, unknown> | undefined;
  if (kind === 'person.status' && typeof data['replaces'] === 'string') {
    const replaced = reading.personOf(data['replaces']);
    if (replaced === undefined) {
      unread = { replaces: data['replaces'] };
    } else {
      known['replaces'] = replaced.person;
      numbers.push(replaced);
    }
  }
  const event = clinicalEventOf(kind, envelope, receivedAt, person, born, known);
  const sealed = unread === undefined ? kept : { ...kept, ...unread };
  const extensions = extensionsOf(envelope.event);
  if (sealed === undefined && extensions === undefined) return { event, numbers };
  const tooDeep = depthFaultOf(envelope.event); // Only what the contracts do not know can be nested without end.
  if (tooDeep !== undefined) return [tooDeep];
  return {
    event,
    numbers,
    ...(sealed === undefined ? undefined : { kept: sealed }),
    ...(extensions === undefined ? undefined : { extensions }),
  };
}

/** The clinical event of a kind that an envelope and its understood data make, which the kind's contract has been held to. */
function clinicalEventOf<K extends EventKind>(
  kind: K,
  { source, id, time, data, event: sent }: Envelope,
  receivedAt: number,
  person: PersonKey,
  born: Day | undefined,
  known: Readonly<Record<string, unknown>>,
): ClinicalEvent<K> {
  const event: ClinicalEventOf<K> = {
    person,
    kind,
    source,
    id,
    recordId: data['recordId'] as string,
    version: (data['version'] as number | null | undefined) ?? 1,
    status: (data['status'] as RegistrationStatus | null | undefined) ?? 'active',
    time,
    receivedAt,
    born,
    stated: statedBy(sent['datacontenttype'], data),
    data: known as EventData[K],
  };
  return event;
}
