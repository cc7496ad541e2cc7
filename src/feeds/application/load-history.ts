import { addDays, type Day } from '../../kernel/day';
import type { Organisation } from '../../kernel/organisation';
import type { DeliveryStore } from '../../ports/delivery-store';
import { historyOf, type History } from '../domain/history';

/**
 * What an organisation delivered through `to`, as far back as is needed (twice the days looked at) to say what was
 * expected from `from` on: of one that was silent for long, as far back from the day it last delivered something.
 * Undefined when there is nothing.
 */
export async function loadHistory(
  deliveries: DeliveryStore,
  organisation: Organisation,
  from: Day,
  to: Day,
  windowDays: number,
): Promise<History | undefined> {
  const load = (first: Day) => deliveries.of({ organisation, from: first, to });
  const recent = await load(addDays(from, -2 * windowDays));
  const isEnough = recent.some(({ day, accepted }) => day > addDays(from, -windowDays) && day <= from && accepted > 0);
  if (isEnough) return historyOf(organisation, recent, to);
  const last = await deliveries.lastDay(from, organisation);
  return historyOf(organisation, await load(last === undefined ? from : addDays(last, -2 * windowDays)), to);
}
