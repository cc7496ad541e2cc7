import { dayFromNumber, type Day } from '../../kernel/day';
import type { Cases } from '../../counting/domain/cases';

/** The first day on which something was decided on an indicator anywhere; undefined when nothing was. */
export function firstDayDecided(cases: Cases, indicator: string): Day | undefined {
  const isDecided = cases.marks.map(({ outcome }) => outcome === 'met' || outcome === 'not-met');
  const { mark, day, length } = cases.columns();
  const [column, width] = [cases.indicators.indexOf(indicator), cases.indicators.length];
  let first = Infinity;
  for (let at = column; column >= 0 && at < length * width; at += width) {
    const on = day[at] as number;
    if (on < first && isDecided[mark[at] as number] === true) first = on;
  }
  return first === Infinity ? undefined : dayFromNumber(first);
}
