import type { PersonKey } from '../../../kernel/clinical-event';
import type { Day } from '../../../kernel/day';
import type { Outcome } from '../../../kernel/decision';
import type { Cases } from '../../../counting/domain/cases';
import type { Period } from '../../../kernel/period';
import { pairedSlots, type SlotPair } from './paired-slots';

/** What a decision came to in a period; `not-counted`: there is none, or it falls due in another period. */
export const COUNTED_OUTCOMES = [
  'met',
  'not-met',
  'unknown',
  'pending',
  'excluded',
  'not-applicable',
  'not-counted',
] as const satisfies readonly (Outcome | 'not-counted')[];
export type CountedOutcome = (typeof COUNTED_OUTCOMES)[number];

/** How many decisions go from one outcome to another. */
export interface OutcomeChangeCount {
  readonly from: CountedOutcome;
  readonly to: CountedOutcome;
  readonly count: number;
}

/** One decision that comes out otherwise. */
export interface OutcomeChange {
  readonly person: PersonKey;
  readonly indexDay: Day;
  readonly indicator: string;
  readonly from: CountedOutcome;
  readonly to: CountedOutcome;
}

/** Everyone's decisions under one definition set and under another, from the same viewpoint. */
export interface TwoCases {
  readonly before: Cases;
  readonly after: Cases;
}

type Dates = Pick<Period, 'from' | 'to'>;

/** Counts the flips of each indicator in a period, in the order of the outcomes. */
export function countFlips(
  cases: TwoCases,
  period: Dates,
  indicators: readonly string[],
): ReadonlyMap<string, OutcomeChangeCount[]> {
  const pairs = pairedSlots(cases.before, cases.after);
  return new Map(
    indicators.map((indicator) => {
      const outcomes = outcomeReader(cases, period, indicator);
      const counts = new Map<string, number>();
      for (const pair of pairs) {
        const [from, to] = outcomes(pair);
        if (from !== to) counts.set(`${from} ${to}`, (counts.get(`${from} ${to}`) ?? 0) + 1);
      }
      const flips = COUNTED_OUTCOMES.flatMap((from) =>
        COUNTED_OUTCOMES.flatMap((to) => {
          const count = counts.get(`${from} ${to}`);
          return count === undefined ? [] : [{ from, to, count }];
        }),
      );
      return [indicator, flips] as const;
    }),
  );
}

/** The decisions of one indicator that come out otherwise, ordered by person, then index day. */
export function outcomeChangesOf(
  cases: TwoCases,
  period: Dates,
  indicator: string,
  { from, to }: { readonly from?: CountedOutcome; readonly to?: CountedOutcome } = {},
): OutcomeChange[] {
  const outcomes = outcomeReader(cases, period, indicator);
  const flips: OutcomeChange[] = [];
  for (const pair of pairedSlots(cases.before, cases.after)) {
    const [was, is] = outcomes(pair);
    if (was === is || (from !== undefined && was !== from) || (to !== undefined && is !== to)) continue;
    const [side, slot] = pair.before >= 0 ? [cases.before, pair.before] : [cases.after, pair.after];
    const { indexDay } = side.pathwayAt(slot);
    flips.push({ person: side.personAt(slot), indexDay, indicator, from: was, to: is });
  }
  return flips.sort((a, b) => compare(a.person, b.person) || compare(a.indexDay, b.indexDay));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

type Reader = (pair: SlotPair) => readonly [CountedOutcome, CountedOutcome];

function outcomeReader({ before, after }: TwoCases, period: Dates, indicator: string): Reader {
  const [readBefore, readAfter] = [outcomesIn(before, period, indicator), outcomesIn(after, period, indicator)];
  return (pair) => [readBefore(pair.before), readAfter(pair.after)];
}

function outcomesIn(cases: Cases, period: Dates, indicator: string): (slot: number) => CountedOutcome {
  const marks = new Uint16Array(cases.length);
  cases.each([indicator], period, (slot, mark) => {
    marks[slot] = mark;
  });
  return (slot) => {
    const mark = slot < 0 ? 0 : (marks[slot] as number);
    return mark === 0 ? 'not-counted' : (cases.marks[mark]?.outcome ?? 'not-counted');
  };
}
