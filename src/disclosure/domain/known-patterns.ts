import { createHash } from 'node:crypto';
import type { CountAxis, CountTable } from './count-axis';

/** So much of what was worked out is kept: some thousand periods of an indicator. */
const MOST_BYTES = 48 * 1024 * 1024;

/**
 * Patterns of hidden cells by what they were worked out from. The pattern depends on nothing but the table and the
 * threshold, and the same tables are asked for again and again, by the report, the profile and the charts of a period.
 */
export class KnownPatterns {
  private readonly patterns = new Map<string, Uint8Array>();
  private bytes = 0;

  /** The pattern of a table, worked out if it is not known; not to be written to. */
  of(table: CountTable, threshold: number, workOut: () => Uint8Array): Uint8Array {
    const name = nameOf(table, threshold);
    const known = this.patterns.get(name);
    if (known !== undefined) {
      this.patterns.delete(name);
      this.patterns.set(name, known);
      return known;
    }
    const pattern = workOut();
    this.patterns.set(name, pattern);
    this.bytes += pattern.byteLength;
    for (const [oldest, { byteLength }] of this.patterns) {
      if (this.bytes <= MOST_BYTES) break;
      this.patterns.delete(oldest);
      this.bytes -= byteLength;
    }
    return pattern;
  }
}

function nameOf({ rows, columns, counts }: CountTable, threshold: number): string {
  const hash = createHash('sha256').update(`${threshold} ${counts.length} `);
  for (const axis of [rows, columns]) hash.update(textOf(axis));
  return hash.update(Float64Array.from(counts)).digest('base64');
}

const texts = new WeakMap<CountAxis, string>();

/** What of an axis the pattern depends on. */
function textOf(axis: CountAxis): string {
  let text = texts.get(axis);
  if (text === undefined) {
    const { items, everyone, divisions } = axis;
    // Infinity is no JSON number: `null` stands for it.
    text = JSON.stringify([items.map(({ weight }) => weight), everyone, divisions]);
    texts.set(axis, text);
  }
  return text;
}
