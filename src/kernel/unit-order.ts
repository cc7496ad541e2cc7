import type { OrganisationList } from './organisation-list';
import { identifierOf, schemeText } from './organisation';
import { compareCodePoints } from './ordering';

/** Where a unit stands in a list. */
type Order = (a: string, b: string) => number;

const ORDERS = new WeakMap<OrganisationList, Order>();
const DANISH = new Intl.Collator('da');

/**
 * The order in which people find units (by id): hospitals by region and name, as Danes order letters, the others by id;
 * hospitals that are not listed after those that are, and those without a unit (`…:unknown`) last.
 */
export function unitOrderOf(list: OrganisationList): Order {
  let order = ORDERS.get(list);
  if (order === undefined) ORDERS.set(list, (order = newOrder(list)));
  return order;
}

function newOrder({ hospitals }: OrganisationList): Order {
  const sorted = [...hospitals.values()].sort(
    (a, b) =>
      compareCodePoints(a.region, b.region) || DANISH.compare(a.name, b.name) || compareCodePoints(a.sor, b.sor),
  );
  const places = new Map(sorted.map(({ sor }, place) => [sor, place]));
  const placeOf = (id: string): number => {
    const scheme = schemeText(id);
    return scheme === 'hospital' || scheme === 'danheart' ? (places.get(identifierOf(id)) ?? places.size) : -1;
  };
  return (a, b) =>
    Number(a.endsWith(':unknown')) - Number(b.endsWith(':unknown')) ||
    compareCodePoints(schemeText(a) ?? '', schemeText(b) ?? '') ||
    placeOf(a) - placeOf(b) ||
    compareCodePoints(a, b);
}
