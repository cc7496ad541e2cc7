import type { Clock } from '../../ports/clock';
import type { DeliveryStore } from '../../ports/delivery-store';
import type { EventLog } from '../../ports/event-log';
import type { IntakeLedger } from '../../ports/intake-ledger';
import type { Logger } from '../../ports/logger';
import type { RejectedEvents } from '../../ports/rejected-events';
import type { UnitOfWork } from '../../ports/unit-of-work';
import type { Vault } from '../../ports/vault';
import type { PersonNotes } from '../domain/person-notes';

/** What receiving needs of the outside. */
export interface IntakePorts {
  readonly ledger: IntakeLedger;
  readonly vault: Vault;
  readonly rejected: RejectedEvents;
  readonly log: EventLog;
  readonly unit: UnitOfWork;
  readonly clock: Clock;
  /** Told what is wrong with the program when it fails on an event. */
  readonly logger?: Logger;
  /** Counts who delivers what; absent where nothing is kept. */
  readonly deliveries?: DeliveryStore;
  /** Tells events what they lack by all that is known of their persons; absent where that is not known at once. */
  readonly personNotes?: PersonNotes;
  /** Seals unknown fields of data and members of the event so that they can be kept; absent where nothing is kept. */
  readonly sealFields?: (kept: Fields, extensions: Fields) => string;
  /** What digests of contents are made under, so that nobody who reads them can try CPR numbers. */
  readonly contentSecret?: string;
}

type Fields = Readonly<Record<string, unknown>> | undefined;
