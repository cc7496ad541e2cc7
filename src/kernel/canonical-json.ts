import { compareCodePoints } from './ordering';

/** Orders of members that were met, by the members as they stood: reports hold thousands of objects of few shapes. */
const orders = new Map<string, readonly string[]>();
const MOST_ORDERS = 10_000;

/** A value as JSON without spaces and with members in code point order, so that equal values are equal texts. */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = value as Readonly<Record<string, unknown>>;
  let text = '';
  for (const key of orderOf(Object.keys(members))) {
    const member = members[key];
    if (member !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(member)}`;
  }
  return `{${text}}`;
}

function orderOf(keys: readonly string[]): readonly string[] {
  const name = keys.join('\n');
  let order = orders.get(name);
  if (order === undefined) {
    if (orders.size > MOST_ORDERS) orders.clear();
    orders.set(name, (order = [...keys].sort(compareCodePoints)));
  }
  return order;
}
