/**
 * Plain data as canonical JSON (RFC 8785): no spaces, members in the order of their UTF-16 code units, numbers and texts
 * as ECMAScript writes them. Equal values are equal texts, and others can make the same text with what they have.
 * A member without a value is not there, as in `JSON.stringify`. Throws a TypeError where the standard has no text: NaN,
 * infinities and halves of surrogate pairs.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === 'string') return canonicalText(value);
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError(`JSON has no number ${value}.`);
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = value as Readonly<Record<string, unknown>>;
  let text = '';
  for (const name of Object.keys(members).sort()) {
    const member = members[name];
    if (member !== undefined) text += `${text === '' ? '' : ','}${canonicalText(name)}:${canonicalJson(member)}`;
  }
  return `{${text}}`;
}

function canonicalText(text: string): string {
  if (!text.isWellFormed()) throw new TypeError('JSON that others can read has no half of a surrogate pair.');
  return JSON.stringify(text);
}
