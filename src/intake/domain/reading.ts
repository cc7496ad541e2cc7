import type { PersonKey } from '../../kernel/clinical-event';
import type { Day } from '../../kernel/day';
import type { EventKind } from '../../kernel/event-kinds';
import type { FieldFault } from '../../kernel/field-fault';
import type { Bilingual } from '../../kernel/language';
import type { Organisation } from '../../kernel/organisation';
import type { OrganisationList } from '../../kernel/organisation-list';
import type { Channels } from './channel-rules';
import type { Notable } from './notable';

/** A person as a CPR number names them. */
export interface NamedPerson {
  readonly person: PersonKey;
  readonly digits: string;
  readonly born: Day;
}

/** What reading needs to know of the world; all of it fixed while the program runs. */
export interface Reading {
  /** The faults of an event's data against its contract, in the order of the type's row. */
  readonly faultsOf: (kind: EventKind, data: Readonly<Record<string, unknown>>) => readonly FieldFault[];
  readonly organisations: OrganisationList;
  /** What events are told beside their receipt. */
  readonly notable: Notable;
  /** Which channel takes what, by its day. */
  readonly channels: Channels;
  /** What is wrong with how an organisation of a known scheme is named; undefined when nothing is. */
  readonly organisationFault: (organisation: Organisation) => Bilingual | undefined;
  /** The person key of ten CPR digits. */
  readonly keyOf: (digits: string) => PersonKey;
  /** Whom a CPR number names, in either way of writing it; undefined when it is none. */
  readonly personOf: (cpr: string) => NamedPerson | undefined;
}
