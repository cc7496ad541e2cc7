import { addUnder } from '../../kernel/add-under';
import { countDelivered, sumOfCounts, type Delivered, type DeliveryCount } from '../../kernel/delivery';
import type { Brought } from './schemas';

/** What of some deliveries came on one lane, each with its place. */
interface OnLane {
  readonly lane: string;
  readonly placed: readonly { readonly place: number; readonly delivered: Delivered }[];
}

/**
 * Deliveries by the lane on which they came: a partition of a transport, or, for what has no place in one, the call's
 * own, of which the call is the next place.
 */
export function byLane(
  all: readonly Delivered[],
  call: { readonly lane: string; readonly number: number },
): readonly OnLane[] {
  const lanes = new Map<string, { place: number; delivered: Delivered }[]>();
  for (const delivered of all) {
    const { lane, place } = placeOf(delivered.origin) ?? { lane: call.lane, place: call.number };
    addUnder(lanes, lane, { place, delivered });
  }
  return [...lanes].map(([lane, placed]) => ({ lane, placed }));
}

/**
 * What a lane brought of a day once some deliveries are added; undefined when all of them are in it already: a place
 * counts only beyond the last one counted.
 */
export function broughtWith(before: Brought | undefined, { placed }: OnLane): Brought | undefined {
  const from = before?.last ?? -1;
  const added = placed.filter(({ place }) => place > from);
  if (added.length === 0) return undefined;
  const counts = summed([...countsIn(before), ...countDelivered(added.map(({ delivered }) => delivered))]);
  return { last: added.reduce((last, { place }) => Math.max(last, place), from), counts: JSON.stringify(counts) };
}

/** What all lanes brought: a count for each day, kind and family. */
export const countsOf = (brought: readonly Brought[]): readonly DeliveryCount[] => summed(brought.flatMap(countsIn));

const countsIn = (brought: Brought | undefined): readonly DeliveryCount[] =>
  brought === undefined ? [] : (JSON.parse(brought.counts) as DeliveryCount[]);

function summed(counts: readonly DeliveryCount[]): readonly DeliveryCount[] {
  const sums = new Map<string, DeliveryCount>();
  for (const count of counts) {
    const row = `${count.day} ${count.kind} ${count.family}`;
    const before = sums.get(row);
    sums.set(row, before === undefined ? count : sumOfCounts(before, count));
  }
  return [...sums.values()];
}

/** `topic/partition/offset` as a lane and a place on it. */
function placeOf(origin: string | undefined): { readonly lane: string; readonly place: number } | undefined {
  if (origin === undefined) return undefined;
  const slash = origin.lastIndexOf('/');
  const place = Number(origin.slice(slash + 1));
  return slash > 0 && Number.isSafeInteger(place) ? { lane: origin.slice(0, slash), place } : undefined;
}
