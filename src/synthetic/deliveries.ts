import { addMonths, dayFromNumber, dayNumber } from '../kernel/day';
import { type Organisation, schemeText } from '../kernel/organisation';
import { SECONDS_PER_DAY, utcOf } from './danish-time';
import type { FeedPlan } from './feeds';
import type { SourceEvent } from './held-event';
import type { Random } from './random';
import { DELIVERIES } from './rates';
import type { ReceiptBuckets } from './receipt-buckets';

/** Takes an event the way its source delivers: daily or in monthly batches, sometimes late, sometimes twice. */
export interface Deliveries {
  /** Hands the event in and gives back the UTC second of its (first) receipt. */
  deliver(event: SourceEvent): number;
  /** Hands in an event at a moment that is already decided. */
  deliverAt(event: SourceEvent, receivedUtc: number): void;
}

/** Days on which the batches of municipalities lie, and the hour of the night in which others deliver. */
const FIRST_BATCH_DAY = 3;
const BATCH_DAYS = 10;
const NIGHT = { from: 3600, to: 5 * 3600 } as const;

export function createDeliveries(random: Random, feeds: FeedPlan, buckets: ReceiptBuckets): Deliveries {
  return {
    deliver(event) {
      let day = usualDay(random, event);
      if (random.chance(DELIVERIES.late)) day += random.int(14, 120);
      day = feeds.delivers(event.source, day, event.kind);
      const received = day * SECONDS_PER_DAY + secondOfDelivery(random, event.source);
      buckets.hold(event, received);
      if (random.chance(DELIVERIES.repeated)) {
        const again = feeds.delivers(event.source, day + random.int(1, 40), event.kind);
        buckets.hold(event, again * SECONDS_PER_DAY + secondOfDelivery(random, event.source));
      }
      return received;
    },
    deliverAt: (event, receivedUtc) => buckets.hold(event, receivedUtc),
  };
}

/** The UTC day on which a source hands over what it recorded, when all is well. */
function usualDay(random: Random, { source, recorded }: SourceEvent): number {
  const day = Math.floor(utcOf(recorded) / SECONDS_PER_DAY);
  switch (schemeText(source)) {
    case 'municipality': {
      const nextMonth = dayNumber(`${addMonths(dayFromNumber(day), 1).slice(0, 8)}01`);
      return nextMonth + FIRST_BATCH_DAY + (Number(source.slice(-4)) % BATCH_DAYS);
    }
    case 'pharmacy':
      return day + random.int(1, 6);
    case 'general-practice':
      return day + random.int(1, 10);
    default:
      return day + random.int(1, 2);
  }
}

/** A municipality's whole batch comes in the same second. */
function secondOfDelivery(random: Random, source: Organisation): number {
  return schemeText(source) === 'municipality'
    ? NIGHT.from + Number(source.slice(-4))
    : random.int(NIGHT.from, NIGHT.to);
}
