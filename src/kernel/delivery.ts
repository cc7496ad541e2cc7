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
  /** Which of `AGE_FROM` the service date falls in at receipt; absent where no service date is known. */
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
  /** Accepted events by the age of their service date at receipt, in the order of `AGE_FROM`. */
  readonly ages: readonly number[];
  /** Events whose `time` lay after their receipt, and the most it did (milliseconds). */
  readonly ahead: number;
  readonly mostAheadMs: number;
}

/** The ages are counted from these many days on; the first takes what lies in the future too. */
export const AGE_FROM = [0, 8, 32, 93] as const;
/** Clocks differ by a little everywhere. */
const HARDLY_AHEAD_MS = 10 * 60_000;

/** Which of `AGE_FROM` the service date in an event’s data has on the day of receipt; undefined without a date. */
function ageAtReceipt(kind: EventKind, data: object, day: Day): number | undefined {
  const field = SERVICE_DATE_FIELD[kind];
  const served = field === undefined ? undefined : (data as Readonly<Record<string, unknown>>)[field];
  if (typeof served !== 'string') return undefined;
  const days = dayNumber(day) - dayNumber(served);
  let age = 0;
  while (age + 1 < AGE_FROM.length && days >= (AGE_FROM[age + 1] as number)) age += 1;
  return age;
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
export function countDelivered(delivered: Iterable<Delivered>): DeliveryCount[] {
  const counts = new Map<string, Counting>();
  for (const one of delivered) {
    const key = `${one.organisation}\n${one.day}\n${one.kind}\n${one.family}`;
    let count = counts.get(key);
    if (count === undefined) {
      const { organisation, kind, family, day } = one;
      const nothing = { accepted: 0, duplicate: 0, rejected: 0, corrections: 0, ahead: 0, mostAheadMs: 0 };
      count = { organisation, kind, family, day, ...nothing, ages: AGE_FROM.map(() => 0) };
      counts.set(key, count);
    }
    add(count, one);
  }
  return [...counts.values()];
}

type Counting = { -readonly [F in keyof DeliveryCount]: DeliveryCount[F] } & { ages: number[] };

function add(count: Counting, { receipt, isCorrection, age, aheadMs }: Delivered): void {
  count[receipt] += 1;
  if (receipt !== 'accepted') return;
  if (isCorrection) count.corrections += 1;
  if (age !== undefined) count.ages[age] = (count.ages[age] ?? 0) + 1;
  if (aheadMs > 0) count.ahead += 1;
  if (aheadMs > count.mostAheadMs) count.mostAheadMs = aheadMs;
}

/** Two counts of the same organisation, kind, family and day as one. */
export function sumOfCounts(a: DeliveryCount, b: DeliveryCount): DeliveryCount {
  return {
    ...a,
    accepted: a.accepted + b.accepted,
    duplicate: a.duplicate + b.duplicate,
    rejected: a.rejected + b.rejected,
    corrections: a.corrections + b.corrections,
    ages: a.ages.map((count, age) => count + (b.ages[age] ?? 0)),
    ahead: a.ahead + b.ahead,
    mostAheadMs: Math.max(a.mostAheadMs, b.mostAheadMs),
  };
}
