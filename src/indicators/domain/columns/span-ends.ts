import { dayFromNumber, dayNumber } from '../../../kernel/day';
import type { Span } from '../../../kernel/definition';
import { endOfSpan } from '../../../kernel/span';

const INDEX_DAYS_HELD = 50_000;

/** The last days of a set's spans by index day, as numbers; each span goes by its place. */
export class SpanEnds {
  private readonly spans: Span[] = [];
  private readonly ends: Map<number, number>[] = [];

  get size(): number {
    return this.spans.length;
  }

  /** The place of a span. */
  placeOf(span: Span): number {
    const known = this.spans.indexOf(span);
    if (known >= 0) return known;
    this.ends.push(new Map());
    return this.spans.push(span) - 1;
  }

  /** The last day of the span that begins on the index day. */
  endOf(place: number, indexDay: number): number {
    const ends = this.ends[place] as Map<number, number>;
    const known = ends.get(indexDay);
    if (known !== undefined) return known;
    const end = dayNumber(endOfSpan(dayFromNumber(indexDay), this.spans[place] as Span));
    if (ends.size >= INDEX_DAYS_HELD) ends.clear();
    ends.set(indexDay, end);
    return end;
  }
}
