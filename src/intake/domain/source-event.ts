import type { ClinicalEvent, ClinicalEventOf, PersonKey, RegistrationStatus } from '../../kernel/clinical-event';
import type { Day } from '../../kernel/day';
import type { EventData } from '../../kernel/event-data';
import type { EventKind } from '../../kernel/event-kinds';
import type { FieldFault } from '../../kernel/field-fault';
import type { Refusal } from './refusal';
import { refuse } from './refusal';
import { checkDates, type Channels } from './channel-rules';
import { readCpr, type Cpr } from './cpr';
import type { Envelope } from './envelope';
import { checkOrganisations } from './organisation-rules';
import { checkSector } from './sector-rules';
import { extensionsOf, statedBy } from './extensions';
import { translate } from './translation';

/** What reading needs to know of the world; all of it fixed while the program runs. */
export interface Reading {
  /** The first fault of an event's data against its contract. */
  readonly faultOf: (kind: EventKind, data: unknown) => FieldFault | undefined;
  /** The codes of all municipalities. */
  readonly municipalities: ReadonlySet<string>;
  /** Which channel takes what, by its day. */
  readonly channels: Channels;
  /** The person key of ten CPR digits. */
  readonly keyOf: (digits: string) => PersonKey;
}

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
 * Checks the content of an event whose envelope is sound and turns it into a clinical event; the checks run in
 * the order of interface.md §1, Receipts. `receivedAt` in milliseconds.
 */
export function readContent(envelope: Envelope, receivedAt: number, reading: Reading): SoundEvent | Refusal {
  const { kind, source, data } = envelope;
  const wrongSector = checkSector(envelope);
  if (wrongSector !== undefined) return wrongSector;
  const fault = reading.faultOf(kind, data);
  if (fault !== undefined) return refuse('INVALID_EVENT', fault.path, `\`${fault.path}\` ${fault.remedy}.`);

  let cpr: Cpr | undefined;
  if (kind !== 'registry.feed-status') {
    cpr = readCpr(data['cpr'] as string);
    if (cpr === undefined) {
      return refuse(
        'INVALID_CPR',
        'data.cpr',
        '`data.cpr` must be ten digits that begin with a calendar day (DDMMYYSSSS).',
      );
    }
  }
  const refusal =
    checkOrganisations(kind, source, data, reading.municipalities) ?? checkDates(envelope, reading.channels);
  if (refusal !== undefined) return refusal;

  const { data: known, kept } = translate(kind, data);
  const numbers: { person: PersonKey; digits: string }[] = [];
  let person: PersonKey =
    kind === 'registry.feed-status' ? ((known['organisation'] as string | undefined) ?? source) : '';
  let born: Day | undefined;
  if (cpr !== undefined) {
    person = reading.keyOf(cpr.digits);
    born = cpr.born;
    numbers.push({ person, digits: cpr.digits });
  }
  let unread: Record<string, unknown> | undefined;
  if (kind === 'person.status' && typeof data['replaces'] === 'string') {
    const replaced = readCpr(data['replaces']);
    if (replaced === undefined) {
      unread = { replaces: data['replaces'] };
    } else {
      known['replaces'] = reading.keyOf(replaced.digits);
      numbers.push({ person: known['replaces'] as PersonKey, digits: replaced.digits });
    }
  }
  const event = clinicalEventOf(kind, envelope, receivedAt, person, born, known);
  const sealed = unread === undefined ? kept : { ...kept, ...unread };
  const extensions = extensionsOf(envelope.event);
  if (sealed === undefined && extensions === undefined) return { event, numbers };
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
