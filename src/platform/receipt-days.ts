import type { ClinicalEvent } from '../kernel/clinical-event';
import { dayNumber, MS_PER_DAY } from '../kernel/day';
import type { Organisation } from '../kernel/organisation';
import type { DaysOfReceipt } from '../ports/person-event-store';

/** When the first and the last of some events were received, in days of UTC since 1970. */
export interface Received {
  readonly first: number;
  readonly last: number;
}

/** When what each source sent of some events was received. */
export function receivedOf(
  events: readonly Pick<ClinicalEvent, 'source' | 'receivedAt'>[],
): ReadonlyMap<Organisation, Received> {
  const received = new Map<Organisation, Received>();
  for (const { source, receivedAt } of events) {
    const day = Math.floor(receivedAt / MS_PER_DAY);
    const before = received.get(source);
    if (before === undefined) received.set(source, { first: day, last: day });
    else if (day < before.first || day > before.last)
      received.set(source, { first: Math.min(before.first, day), last: Math.max(before.last, day) });
  }
  return received;
}

/** The least last and the greatest first day of whoever may have been received on Danish days: those begin the day before in UTC. */
export const receiptBounds = ({ since, until }: DaysOfReceipt): readonly [last: number, first: number] => [
  since === undefined ? Number.MIN_SAFE_INTEGER : dayNumber(since) - 1,
  until === undefined ? Number.MAX_SAFE_INTEGER : dayNumber(until),
];
