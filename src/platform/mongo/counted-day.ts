import { countDelivered, sumOfCounts, type Delivered, type DeliveryCount } from '../../kernel/delivery';
import type { DeliveryDay } from './schemas';

/** Calls without places in a transport that a day remembers, so that repeating one of them changes nothing. */
const CALLS_REMEMBERED = 64;

type Content = Pick<DeliveryDay, 'counts' | 'places' | 'calls'>;

/**
 * What a day of an organisation holds once deliveries are added to it; undefined when all of them are in it already:
 * a place at or below the last one counted of its lane, or a call that was counted.
 */
export function addedTo(day: Content, delivered: readonly Delivered[], call: string): Content | undefined {
  const places = JSON.parse(day.places) as Record<string, number>;
  const wasCounted = day.calls.includes(call);
  const last: Record<string, number> = { ...places };
  let isPlaceless = false;
  const added = delivered.filter(({ origin }) => {
    const place = origin === undefined ? undefined : placeOf(origin);
    if (place === undefined) {
      isPlaceless = true;
      return !wasCounted;
    }
    if (place.offset <= (places[place.lane] ?? -1)) return false;
    last[place.lane] = Math.max(last[place.lane] ?? -1, place.offset);
    return true;
  });
  if (added.length === 0) return undefined;
  const counts = new Map((JSON.parse(day.counts) as DeliveryCount[]).map((count) => [rowOf(count), count]));
  for (const count of countDelivered(added)) {
    const before = counts.get(rowOf(count));
    counts.set(rowOf(count), before === undefined ? count : sumOfCounts(before, count));
  }
  return {
    counts: JSON.stringify([...counts.values()]),
    places: JSON.stringify(last),
    calls: isPlaceless ? [...day.calls, call].slice(-CALLS_REMEMBERED) : day.calls,
  };
}

const rowOf = ({ kind, family }: DeliveryCount): string => `${kind} ${family}`;

/** `topic/partition/offset` as lane and offset. */
function placeOf(origin: string): { readonly lane: string; readonly offset: number } | undefined {
  const slash = origin.lastIndexOf('/');
  const offset = Number(origin.slice(slash + 1));
  return slash > 0 && Number.isSafeInteger(offset) ? { lane: origin.slice(0, slash), offset } : undefined;
}
