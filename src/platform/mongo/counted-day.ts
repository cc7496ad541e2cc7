import { countDelivered, sumOfCounts, type Delivered, type DeliveryCount } from '../../kernel/delivery';
import type { DeliveryLane } from './schemas';

/** A lane and what it brought. */
type NamedLane = readonly [name: string, lane: DeliveryLane];

/**
 * The lanes of an organisation's day that some deliveries change, as they are with them; none of those that are in it
 * already: a place of a transport counts only beyond the last one counted of its lane. What has no place in a transport
 * is counted on the call's own lane, as its next.
 */
export function lanesWith(
  lanes: Readonly<Record<string, DeliveryLane>>,
  delivered: readonly Delivered[],
  call: { readonly lane: string; readonly number: number },
): readonly NamedLane[] {
  const added = new Map<string, { last: number; delivered: Delivered[] }>();
  for (const one of delivered) {
    const { lane, place } = placeOf(one.origin) ?? { lane: call.lane, place: call.number };
    if (place <= (lanes[lane]?.last ?? -1)) continue;
    const known = added.get(lane);
    if (known === undefined) added.set(lane, { last: place, delivered: [one] });
    else {
      known.last = Math.max(known.last, place);
      known.delivered.push(one);
    }
  }
  return [...added].map(([name, { last, delivered: ofLane }]) => {
    const counts = summed([...countsIn(lanes[name]), ...countDelivered(ofLane)]);
    return [name, { last, counts: JSON.stringify(counts) }];
  });
}

/** What all lanes of a day brought, a count for each kind and family. */
export function countsOf(lanes: Readonly<Record<string, DeliveryLane>>): readonly DeliveryCount[] {
  return summed(Object.values(lanes).flatMap(countsIn));
}

const countsIn = (lane: DeliveryLane | undefined): readonly DeliveryCount[] =>
  lane === undefined ? [] : (JSON.parse(lane.counts) as DeliveryCount[]);

function summed(counts: readonly DeliveryCount[]): readonly DeliveryCount[] {
  const sums = new Map<string, DeliveryCount>();
  for (const count of counts) {
    const row = `${count.kind} ${count.family}`;
    const before = sums.get(row);
    sums.set(row, before === undefined ? count : sumOfCounts(before, count));
  }
  return [...sums.values()];
}

/**
 * `topic/partition/offset` as a lane and a place on it. A lane is a member of a document, where a full stop would part it:
 * in its place stands a colon, which no topic's name has.
 */
function placeOf(origin: string | undefined): { readonly lane: string; readonly place: number } | undefined {
  if (origin === undefined) return undefined;
  const slash = origin.lastIndexOf('/');
  const place = Number(origin.slice(slash + 1));
  return slash > 0 && Number.isSafeInteger(place)
    ? { lane: origin.slice(0, slash).replaceAll('.', ':'), place }
    : undefined;
}
