import type { EventKind } from '../../kernel/event-kinds';
import type { Organisation } from '../../kernel/organisation';

/** A source event as it is written out in a format; what the event has, the format must bring back. */
export interface WrittenEvent {
  readonly id: string;
  readonly source: Organisation;
  readonly kind: EventKind;
  readonly time: string;
  readonly receivedtime?: string;
  /** All of `data`: `cpr`, `recordId`, `version`, `status` and the kind's own fields. */
  readonly data: Readonly<Record<string, unknown>>;
}

/** An event that a format has no place for, by why: `municipality.start is not of LPR`. */
export interface NotWritten {
  readonly what: string;
  readonly count: number;
}

/** Writes events, in batches, as a delivery at a path; resolves with what the format has no place for. */
export type WriteDelivery = (
  events: AsyncIterable<readonly WrittenEvent[]>,
  path: string,
) => Promise<readonly NotWritten[]>;
