import { addDays, addMonths, type Day } from './day';
import type { Span } from './definition';

/** The last days of spans that begin on one day, each worked out once. */
export class SpansFrom {
  private readonly ends = new Map<Span, Day>();

  constructor(private readonly from: Day) {}

  /** The last day of a span, both included. */
  endOf(span: Span): Day {
    let end = this.ends.get(span);
    if (end === undefined) this.ends.set(span, (end = endOfSpan(this.from, span)));
    return end;
  }
}

/** The last day of a span (`180d`, `12m`) that begins on a day, both included. */
export function endOfSpan(from: Day, span: Span): Day {
  const length = Number.parseInt(span, 10);
  return span.endsWith('m') ? addMonths(from, length) : addDays(from, length);
}
