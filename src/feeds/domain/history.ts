import { dayNumber, type Day } from '../../kernel/day';
import { sumOfAges, type Ages, type DeliveryCount } from '../../kernel/delivery';
import type { EventKind } from '../../kernel/event-kinds';
import type { Organisation } from '../../kernel/organisation';

/** A kind of events, or one code family of it, with how many came on each day (new ones and repeated ones). */
export interface Part {
  readonly kind: EventKind;
  /** Absent on the kind as a whole. */
  readonly family?: string;
  readonly counts: Float64Array;
  /** How old what came new on a day was, by the day's index. */
  readonly ages: ReadonlyMap<number, Ages>;
}

/** What one organisation delivered, day by day; index 0 is `first`, a day number. */
export interface History {
  readonly organisation: Organisation;
  readonly first: number;
  /** Everything that came: new, repeated and refused. */
  readonly received: Float64Array;
  readonly accepted: Float64Array;
  readonly duplicate: Float64Array;
  readonly ahead: Float64Array;
  readonly parts: readonly Part[];
}

/** Lays an organisation’s counts out by day, from its first through `last`; undefined when nothing came by then. */
export function historyOf(
  organisation: Organisation,
  counts: readonly DeliveryCount[],
  last: Day,
): History | undefined {
  const known = counts.filter(({ day }) => day <= last);
  if (known.length === 0) return undefined;
  const first = known.reduce((least, { day }) => Math.min(least, dayNumber(day)), Number.POSITIVE_INFINITY);
  const length = dayNumber(last) - first + 1;
  const blank = (): Float64Array => new Float64Array(length);
  const [received, accepted, duplicate, ahead] = [blank(), blank(), blank(), blank()];
  const parts = new Map<string, FilledPart>();
  const partOf = (kind: EventKind, family: string | undefined): FilledPart => {
    const key = family === undefined ? kind : `${kind}\n${family}`;
    let part = parts.get(key);
    if (part === undefined) {
      part = { kind, counts: blank(), ages: new Map(), ...(family === undefined ? undefined : { family }) };
      parts.set(key, part);
    }
    return part;
  };
  for (const count of known) {
    const at = dayNumber(count.day) - first;
    const came = count.accepted + count.duplicate;
    increase(received, at, came + count.rejected);
    increase(accepted, at, count.accepted);
    increase(duplicate, at, count.duplicate);
    increase(ahead, at, count.ahead);
    const families = count.family === '' ? [undefined] : [undefined, count.family];
    for (const family of families) {
      const part = partOf(count.kind, family);
      increase(part.counts, at, came);
      part.ages.set(at, sumOfAges(part.ages.get(at) ?? {}, count.ages));
    }
  }
  return { organisation, first, received, accepted, duplicate, ahead, parts: [...parts.values()] };
}

interface FilledPart extends Part {
  readonly ages: Map<number, Ages>;
}

function increase(counts: Float64Array, at: number, by: number): void {
  counts[at] = (counts[at] ?? 0) + by;
}

/** The last index up to `until` on which something came; -1 when nothing did. */
export function lastIndexOf(counts: Float64Array, until: number): number {
  let at = Math.min(until, counts.length - 1);
  while (at >= 0 && counts[at] === 0) at -= 1;
  return at;
}

/** The sum of the counts at `from`..`to`, both included. */
export function sumBetween(counts: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let at = Math.max(0, from); at <= to; at += 1) sum += counts[at] ?? 0;
  return sum;
}
