import { addDays, addMonths, type Day } from './day';
import type { Span } from './definition';

/** The last day of a span (`180d`, `12m`) that begins on a day, both included. */
export function endOfSpan(from: Day, span: Span): Day {
  const length = Number.parseInt(span, 10);
  return span.endsWith('m') ? addMonths(from, length) : addDays(from, length);
}
