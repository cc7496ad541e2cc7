import type { Day } from '../../kernel/day';
import { Problem } from '../../platform/http/problem';
import type { BaselineChoice } from '../domain/control-chart';
import {
  DEFAULT_BASELINE,
  END_FORMS,
  firstDayOf,
  isTooLong,
  lastDayOf,
  MOST_PERIODS,
  parseBaseline,
} from '../domain/series-arguments';
import type { PeriodStep } from '../../counting/domain/period-sequence';

interface Ends {
  readonly from?: string;
  readonly to?: string;
}

/** The days a series runs over, where said; a problem when they are no stretch or too long a one. */
export function seriesAsked(
  { from: fromText, to: toText }: Ends,
  by: PeriodStep,
  asOf: Day,
): { readonly from?: Day; readonly to?: Day } {
  const from = fromText === undefined ? undefined : firstDayOf(fromText);
  const to = toText === undefined ? undefined : lastDayOf(toText);
  if (from !== undefined) holdLength(by, from, to ?? asOf, 'from');
  return { ...(from === undefined ? undefined : { from }), ...(to === undefined ? undefined : { to }) };
}

/** The baseline asked for, the first 12 periods if none is. */
export function baselineAsked(text: string | undefined, by: PeriodStep): BaselineChoice {
  const baseline = (text === undefined ? undefined : parseBaseline(text)) ?? DEFAULT_BASELINE;
  if ('within' in baseline) holdLength(by, baseline.within.from, baseline.within.to, 'baseline');
  return baseline;
}

function holdLength(by: PeriodStep, from: Day, to: Day, path: string): void {
  const remedy =
    from > to
      ? 'must not come after `to`, or after the as-of day without one'
      : isTooLong(by, from, to)
        ? `must be near enough for at most ${MOST_PERIODS} periods: ${END_FORMS}`
        : undefined;
  if (remedy === undefined) return;
  throw new Problem(400, 'Some fields cannot be used; `errors` says which and why.', {
    kind: 'invalid-fields',
    errors: [{ path, remedy }],
  });
}
