/** A text as CQL writes it between apostrophes. */
export const quoted = (text: string): string => `'${escaped(text).replace(/'/g, "\\'")}'`;

/** A name as CQL writes it between quotation marks. */
export const named = (name: string): string => `"${escaped(name).replace(/"/g, '\\"')}"`;

const escaped = (text: string): string => text.replace(/\\/g, '\\\\').replace(/\s+/g, ' ');

/** A list of texts; one without members says what it would hold. */
export const listOf = (texts: Iterable<string>): string => {
  const members = [...texts].map(quoted);
  return members.length === 0 ? 'List<String>{}' : `{ ${members.join(', ')} }`;
};

/** A number as CQL's Decimal, without an exponent. */
export function decimal(value: number): string {
  const plain = String(value).includes('e') ? value.toFixed(8) : String(value);
  return plain.includes('.') ? plain : `${plain}.0`;
}

/** A length of time as CQL adds it to a day: `180 days`, `12 months`. */
export const lengthOf = (span: string): string => {
  const length = Number.parseInt(span, 10);
  return `${length} ${span.endsWith('m') ? 'month' : 'day'}${length === 1 ? '' : 's'}`;
};

/** Lines further in. */
const indented = (text: string, by = 2): string => text.replace(/^(?=.)/gm, ' '.repeat(by));

/** A named expression; `said` is a comment above it. */
export const defined = (name: string, expression: string, said?: string): string =>
  `${said === undefined ? '' : `${comment(said)}\n`}define ${named(name)}:\n${indented(expression)}`;

/** A comment of one line or more. */
export const comment = (text: string): string => text.replace(/^/gm, '// ');
