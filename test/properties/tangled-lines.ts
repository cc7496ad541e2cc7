import fc from 'fast-check';
import type { SourceEvent } from '../support/source-event';

/** How two events of a story are mixed up. */
export interface Tangle {
  readonly one: number;
  readonly other: number;
  readonly by: 'id' | 'record' | 'again' | 'spelling';
}

export const anyTangle = fc.array(
  fc.record<Tangle>({
    one: fc.nat(60),
    other: fc.nat(60),
    by: fc.constantFrom('id', 'record', 'again', 'spelling'),
  }),
  { maxLength: 8 },
);

/** The lines of a story in which some events have another's id or registration, and some spell their CPR number otherwise. */
export function linesOf(events: readonly SourceEvent[], tangle: readonly Tangle[]): string[] {
  const told = events.map((event) => ({ ...event, data: { ...event.data } }));
  for (const { one, other, by } of tangle) {
    const [a, b] = [told[one % told.length], told[other % told.length]];
    if (a === undefined || b === undefined) continue;
    if (by === 'id') Object.assign(b, { id: a.id, source: a.source });
    else if (by === 'record') Object.assign(b.data, { recordId: a.data['recordId'] });
    else if (by === 'again') told.push({ ...a, data: { ...a.data } });
    else if (typeof b.data['cpr'] === 'string') b.data['cpr'] = b.data['cpr'].replace(/^(\d{6})(\d{4})$/, '$1-$2');
  }
  return told.map((event, at) => {
    const line = JSON.stringify(event);
    return tangle[at % Math.max(1, tangle.length)]?.by === 'spelling' ? line.replace('"cpr":', '"cpr" : ') : line;
  });
}

/** The lines in batches of these sizes, one after the other and again from the first. */
export function inBatches(lines: readonly string[], sizes: readonly number[]): string[][] {
  const batches: string[][] = [];
  for (let at = 0, turn = 0; at < lines.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? 1;
    batches.push(lines.slice(at, at + size));
    at += size;
  }
  return batches;
}
