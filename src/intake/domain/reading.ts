import type { PersonKey } from '../../kernel/clinical-event';
import type { EventKind } from '../../kernel/event-kinds';
import type { FieldFault } from '../../kernel/field-fault';
import type { OrganisationList } from '../../kernel/organisation-list';
import type { Channels } from './channel-rules';
import type { Notable } from './notable';

/** What reading needs to know of the world; all of it fixed while the program runs. */
export interface Reading {
  /** The faults of an event's data against its contract, in the order of the type's row. */
  readonly faultsOf: (kind: EventKind, data: Readonly<Record<string, unknown>>) => readonly FieldFault[];
  readonly organisations: OrganisationList;
  /** What events are told beside their receipt. */
  readonly notable: Notable;
  /** Which channel takes what, by its day. */
  readonly channels: Channels;
  /** The person key of ten CPR digits. */
  readonly keyOf: (digits: string) => PersonKey;
}
