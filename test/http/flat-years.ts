import { addDays, addMonths, dayNumber, type Day } from '../../src/kernel/day';
import { endOfSpan } from '../../src/kernel/span';
import { constructCpr } from '../../src/synthetic/cpr';
import { createRandom } from '../../src/synthetic/random';
import { hospital } from '../support/sectors';
import type { SourceEvent } from '../support/source-event';

/** Years in which nothing changes: each month the same patients begin, of whom as many fulfil each indicator, as late. */
const FIRST_MONTH: Day = '2023-01-05';
export const TODAY: Day = '2024-07-15';
const MONTHS = 19;
const A_MONTH = 10;

/** The indicators told of: one of evidence and half a year, one of a value and a whole year. */
export const INDICATORS = {
  participation: { met: 6, window: '180d' },
  'blood-pressure': { met: 7, window: '12m' },
} as const;
export type Told = keyof typeof INDICATORS;

const indexDays = Array.from({ length: MONTHS }, (_, month) => addMonths(FIRST_MONTH, month));

/** What is told of these years by today. */
export function flatYears(): SourceEvent[] {
  const { pci, service, bloodPressure } = hospital();
  const random = createRandom(11, 0);
  const taken = new Set<number>();
  return indexDays.flatMap((indexDay) =>
    Array.from({ length: A_MONTH }, (_, at): SourceEvent[] => {
      const cpr = constructCpr(random, dayNumber('1950-01-01') + at, 'man', taken);
      const [begun, measured] = [addDays(indexDay, 30), addDays(indexDay, 100)];
      return [
        ...pci(indexDay, { cpr }),
        ...(at < INDICATORS.participation.met && begun <= TODAY ? service('BVDY00', begun, { cpr }) : []),
        ...(measured <= TODAY
          ? [bloodPressure(at < INDICATORS['blood-pressure'].met ? 130 : 150, 80, measured, { cpr })]
          : []),
      ];
    }).flat(),
  );
}

/** Of the pathways that began on some days those whose window has ended by a day: so many, and so many met. */
export function closedOn(
  indicator: Told,
  { from, to }: { readonly from: Day; readonly to: Day },
  asOf: Day,
): { readonly met: number; readonly of: number } {
  const { met, window } = INDICATORS[indicator];
  const closed = indexDays.filter((day) => day >= from && day <= to && asOf > endOfSpan(day, window)).length;
  return { met: closed * met, of: closed * A_MONTH };
}

/** Of the pathways that began on some days by a day those whose window has not ended. */
export function openOn(indicator: Told, { from, to }: { readonly from: Day; readonly to: Day }, asOf: Day): number {
  const begun = indexDays.filter((day) => day >= from && day <= to && day <= asOf).length;
  return begun * A_MONTH - closedOn(indicator, { from, to }, asOf).of;
}
