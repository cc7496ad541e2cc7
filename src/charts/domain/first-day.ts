import { dayFromNumber, type Day } from '../../kernel/day';
import type { Cases } from '../../counting/domain/cases';

/** The first day on which something was decided on an indicator anywhere; undefined when nothing was. */
export function firstDayDecided(cases: Cases, indicator: string): Day | undefined {
  const isDecided = cases.marks.map(({ outcome }) => outcome === 'met' || outcome === 'not-met');
  let first = Infinity;
  cases.each([indicator], {}, (_slot, mark, day) => {
    if (day < first && isDecided[mark] === true) first = day;
  });
  return first === Infinity ? undefined : dayFromNumber(first);
}
