import { danishDay, dayNumber, type Day } from './day';
import { SERVICE_DATE_FIELD, type EventKind } from './event-kinds';
import type { Organisation } from './organisation';

/** One event as it was delivered: what is known of it without saying whom it is about. */
export interface Delivered {
  readonly organisation: Organisation;
  readonly kind: EventKind;
  /** The code family; empty where there is none. */
  readonly family: string;
  /** The Danish day of receipt. */
  readonly day: Day;
  readonly receipt: 'accepted' | 'duplicate' | 'rejected';
  /** An accepted event that corrects or retracts. */
  readonly isCorrection: boolean;
  /** Days from the service date to receipt, 0 for one that lies ahead; absent where no service date is known. */
  readonly age?: number;
  /** The source’s `time` lies this many milliseconds after receipt; 0 when it does not, or hardly. */
  readonly aheadMs: number;
  /** Its place in the transport, when it comes from there again until it was handled: the same place counts once. */
  readonly origin?: string;
}

/** What one organisation delivered of one kind and family on one day of receipt. */
export interface DeliveryCount {
  readonly organisation: Organisation;
  readonly kind: EventKind;
  readonly family: string;
  readonly day: Day;
  readonly accepted: number;
  readonly duplicate: number;
  readonly rejected: number;
  /** Of the accepted: corrections and retractions. */
  readonly corrections: number;
  /** New accepted events (no corrections) by the days from their service date to receipt. */
  readonly ages: Ages;
  /** Events whose `time` lay after their receipt, and the most it did (milliseconds). */
  readonly ahead: number;
  readonly mostAheadMs: number;
}

/** How many events are how many days old; ages that nothing has are left out. */
export type Ages = Readonly<Record<number, number>>;

/** Clocks differ by a little everywhere. */
const HARDLY_AHEAD_MS = 10 * 60_000;

/** How many days old the service in an event’s data is on the day of receipt; undefined without a date. */
function ageAtReceipt(kind: EventKind, data: object, day: Day): number | undefined {
  const field = SERVICE_DATE_FIELD[kind];
  const served = field === undefined ? undefined : (data as Readonly<Record<string, unknown>>)[field];
  if (typeof served !== 'string') return undefined;
  return Math.max(0, dayNumber(day) - dayNumber(served));
}

/** How long the source’s `time` lies after receipt (milliseconds); 0 up to ten minutes. */
function aheadOf(time: number, receivedAt: number): number {
  const ahead = time - receivedAt;
  return ahead > HARDLY_AHEAD_MS ? ahead : 0;
}

/** What of a sound event tells how it was delivered. */
interface SoundDelivery {
  readonly source: Organisation;
  readonly kind: EventKind;
  readonly data: object;
  readonly version: number;
  readonly status: 'active' | 'retracted';
  readonly time: number;
  readonly receivedAt: number;
}

/** A sound event of a code family as it was delivered. */
export function deliveredOf(
  { source, kind, data, version, status, time, receivedAt }: SoundDelivery,
  family: string,
  receipt: Delivered['receipt'] = 'accepted',
  origin?: string,
): Delivered {
  const day = danishDay(receivedAt);
  const age = ageAtReceipt(kind, data, day);
  return {
    organisation: source,
    kind,
    family,
    day,
    receipt,
    isCorrection: version > 1 || status === 'retracted',
    aheadMs: aheadOf(time, receivedAt),
    ...(age === undefined ? undefined : { age }),
    ...(origin === undefined ? undefined : { origin }),
  };
}

/** Adds deliveries up by organisation, kind, family and day. */
export class DeliveryCounts {
  private readonly counts = new Map<string, Counting>();

  get isEmpty(): boolean {
    return this.counts.size === 0;
  }

  add(delivered: Iterable<Delivered>): void {
    for (const one of delivered) {
      const key = `${one.organisation}\n${one.day}\n${one.kind}\n${one.family}`;
      let count = this.counts.get(key);
      if (count === undefined) {
        const { organisation, kind, family, day } = one;
        const nothing = { accepted: 0, duplicate: 0, rejected: 0, corrections: 0, ahead: 0, mostAheadMs: 0 };
        count = { organisation, kind, family, day, ...nothing, ages: {} };
        this.counts.set(key, count);
      }
      add(count, one);
    }
  }

  /** What was added up since it was last taken. */
  take(): DeliveryCount[] {
    const counts = [...this.counts.values()];
    this.counts.clear();
    return counts;
  }
}

/** Deliveries added up by organisation, kind, family and day. */
export function countDelivered(delivered: Iterable<Delivered>): DeliveryCount[] {
  const counts = new DeliveryCounts();
  counts.add(delivered);
  return counts.take();
}

type Counting = { -readonly [F in keyof DeliveryCount]: DeliveryCount[F] } & { ages: Record<number, number> };

function add(count: Counting, { receipt, isCorrection, age, aheadMs }: Delivered): void {
  count[receipt] += 1;
  if (receipt !== 'accepted') return;
  if (isCorrection) count.corrections += 1;
  else if (age !== undefined) count.ages[age] = (count.ages[age] ?? 0) + 1;
  if (aheadMs > 0) count.ahead += 1;
  if (aheadMs > count.mostAheadMs) count.mostAheadMs = aheadMs;
}

/** Two counts of ages as one. */
export function sumOfAges(a: Ages, b: Ages): Ages {
  const sum: Record<number, number> = { ...a };
  for (const [age, events] of Object.entries(b)) sum[Number(age)] = (sum[Number(age)] ?? 0) + events;
  return sum;
}

/** Two counts of the same organisation, kind, family and day as one. */
export function sumOfCounts(a: DeliveryCount, b: DeliveryCount): DeliveryCount {
  return {
    ...a,
    accepted: a.accepted + b.accepted,
    duplicate: a.duplicate + b.duplicate,
    rejected: a.rejected + b.rejected,
    corrections: a.corrections + b.corrections,
    ages: sumOfAges(a.ages, b.ages),
    ahead: a.ahead + b.ahead,
    mostAheadMs: Math.max(a.mostAheadMs, b.mostAheadMs),
  };
}
