import { createHash } from 'node:crypto';
import type { CountAxis, CountTable } from './count-axis';

/**
 * Patterns of hidden cells by what they were worked out from. A pattern depends on nothing but the table and the
 * threshold, and the same tables are asked for again and again, by the report, the profile and the charts of a period:
 * whoever asks may hand in what is to remember them. Patterns are not to be written to.
 */
export interface KnownPatterns {
  get(name: string): Uint8Array | undefined;
  set(name: string, pattern: Uint8Array): unknown;
}

/** The pattern of a table: the known one, else worked out and told to those who remember. */
export function knownPattern(
  table: CountTable,
  threshold: number,
  known: KnownPatterns,
  workOut: () => Uint8Array,
): Uint8Array {
  const name = nameOf(table, threshold);
  const found = known.get(name);
  if (found !== undefined) return found;
  const pattern = workOut();
  known.set(name, pattern);
  return pattern;
}

function nameOf({ rows, columns, counts }: CountTable, threshold: number): string {
  const hash = createHash('sha256').update(`${threshold} ${counts.length} `);
  for (const axis of [rows, columns]) hash.update(textOf(axis));
  return hash.update(Float64Array.from(counts)).digest('base64');
}

/** Written once: many tables have the same axes. */
const texts = new WeakMap<CountAxis, string>();

/** What of an axis the pattern depends on. Infinity is no JSON number: `null` stands for it. */
function textOf(axis: CountAxis): string {
  const { items, everyone, divisions } = axis;
  const text = texts.get(axis) ?? JSON.stringify([items.map(({ weight }) => weight), everyone, divisions]);
  texts.set(axis, text);
  return text;
}
