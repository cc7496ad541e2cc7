/**
 * Plain data as canonical JSON (RFC 8785): no spaces, members in the order of their UTF-16 code units, numbers and texts
 * as ECMAScript writes them. Equal values are equal texts, and others can make the same text with what they have.
 * A member without a value is not there, as in `JSON.stringify`. Throws a TypeError where the standard has no text: NaN,
 * infinities and halves of surrogate pairs.
 */
export function canonicalJson(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return canonicalText(value);
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`JSON has no number ${value}.`);
      return String(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value) ? arrayText(value) : objectText(value as Readonly<Record<string, unknown>>);
    default:
      return JSON.stringify(value ?? null);
  }
}

function arrayText(items: readonly unknown[]): string {
  let text = '';
  for (let at = 0; at < items.length; at += 1) text += `${at === 0 ? '' : ','}${canonicalJson(items[at])}`;
  return `[${text}]`;
}

function objectText(members: Readonly<Record<string, unknown>>): string {
  let text = '';
  for (const { name, written } of inOrder(Object.keys(members))) {
    const member = members[name];
    if (member !== undefined) text += `${text === '' ? '' : ','}${written}${canonicalJson(member)}`;
  }
  return `{${text}}`;
}

/** A member's name, and how it stands before its value. */
interface Name {
  readonly name: string;
  readonly written: string;
}

/** Rows of a table have the same names in the same order: they are sorted once, and found by the first of them. */
const SORTED = new Map<string, Sorted[]>();
const MOST_SORTED = 1_000;
const MOST_ALIKE = 8;

interface Sorted {
  readonly names: readonly string[];
  readonly inOrder: readonly Name[];
}

function inOrder(names: readonly string[]): readonly Name[] {
  const alike = SORTED.get(names[0] ?? '');
  const known = alike?.find((sorted) => isSame(sorted.names, names));
  if (known !== undefined) return known.inOrder;
  const sorted = [...names].sort().map((name) => ({ name, written: `${canonicalText(name)}:` }));
  if (alike === undefined && SORTED.size < MOST_SORTED) SORTED.set(names[0] ?? '', [{ names, inOrder: sorted }]);
  else if (alike !== undefined && alike.length < MOST_ALIKE) alike.push({ names, inOrder: sorted });
  return sorted;
}

function isSame(some: readonly string[], others: readonly string[]): boolean {
  if (some.length !== others.length) return false;
  for (let at = 0; at < some.length; at += 1) if (some[at] !== others[at]) return false;
  return true;
}

function canonicalText(text: string): string {
  if (!text.isWellFormed()) throw new TypeError('JSON that others can read has no half of a surrogate pair.');
  return JSON.stringify(text);
}
