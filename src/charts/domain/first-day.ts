import { dayFromNumber, type Day } from '../../kernel/day';
import type { Cases } from '../../counting/domain/cases';

/** The first day on which something was decided on an indicator anywhere; undefined when nothing was. */
export function firstDayDecided(cases: Cases, indicator: string): Day | undefined {
  const place = cases.indicatorPlace(indicator);
  if (place === undefined) return undefined;
  const isDecided = cases.marks.map(({ outcome }) => outcome === 'met' || outcome === 'not-met');
  let first = Infinity;
  for (let at = place; at < cases.length * cases.width; at += cases.width) {
    const day = cases.day[at] as number;
    if (day < first && isDecided[cases.mark[at] as number] === true) first = day;
  }
  return first === Infinity ? undefined : dayFromNumber(first);
}
