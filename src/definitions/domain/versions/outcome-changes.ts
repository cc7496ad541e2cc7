import type { PersonKey } from '../../../kernel/clinical-event';
import type { Day } from '../../../kernel/day';
import type { PossibleOutcome } from '../../../kernel/decision';
import { possibleOf } from '../../../counting/domain/bounds';
import type { Cases } from '../../../counting/domain/cases';
import { countedAs, type CountedAs } from '../../../counting/domain/counted-as';
import type { Period } from '../../../kernel/period';
import { pairedSlots, type SlotPair } from './paired-slots';

/**
 * What a decision is counted as in a period: its outcome, where its window is still open `met-so-far` or `pending`;
 * `not-counted`: there is none, or it belongs to another period.
 */
export const COUNTED_OUTCOMES = [
  'met',
  'not-met',
  'unknown',
  'met-so-far',
  'pending',
  'excluded',
  'not-applicable',
  'not-counted',
] as const satisfies readonly (CountedAs | 'not-counted')[];
export type CountedOutcome = (typeof COUNTED_OUTCOMES)[number];

/** How many decisions go from one outcome to another. */
export interface OutcomeChangeCount {
  readonly from: CountedOutcome;
  readonly to: CountedOutcome;
  readonly count: number;
}

/** What another set does to one indicator's decisions. */
export interface OutcomeChanges {
  /** In the order of the outcomes. */
  readonly flips: readonly OutcomeChangeCount[];
  /** Decisions that come to the same but could have been something else: they move the bounds only. */
  readonly possibleChanged: number;
}

/** One decision that comes out otherwise, or to the same but could have been something else. */
export interface OutcomeChange {
  readonly person: PersonKey;
  readonly indexDay: Day;
  readonly indicator: string;
  readonly from: CountedOutcome;
  readonly to: CountedOutcome;
  /** What it could have been under either, where that is not the same and more than one. */
  readonly possible?: { readonly from: readonly PossibleOutcome[]; readonly to: readonly PossibleOutcome[] };
}

/** Everyone's decisions under one definition set and under another, from the same viewpoint. */
export interface TwoCases {
  readonly before: Cases;
  readonly after: Cases;
}

type Dates = Pick<Period, 'from' | 'to'>;

/** Counts the changes of each indicator in a period. */
export function countChanges(
  cases: TwoCases,
  period: Dates,
  indicators: readonly string[],
): ReadonlyMap<string, OutcomeChanges> {
  const pairs = pairedSlots(cases.before, cases.after);
  return new Map(
    indicators.map((indicator) => {
      const read = pairReader(cases, period, indicator);
      const counts = new Map<string, number>();
      let possibleChanged = 0;
      for (const pair of pairs) {
        const [{ outcome: from, name: was }, { outcome: to, name: is }] = read(pair);
        if (from !== to) counts.set(`${from} ${to}`, (counts.get(`${from} ${to}`) ?? 0) + 1);
        else if (was !== is) possibleChanged += 1;
      }
      const flips = COUNTED_OUTCOMES.flatMap((from) =>
        COUNTED_OUTCOMES.flatMap((to) => {
          const count = counts.get(`${from} ${to}`);
          return count === undefined ? [] : [{ from, to, count }];
        }),
      );
      return [indicator, { flips, possibleChanged }] as const;
    }),
  );
}

/** The decisions of one indicator that come out otherwise or could have been something else, ordered by person, then index day. */
export function outcomeChangesOf(
  cases: TwoCases,
  period: Dates,
  indicator: string,
  { from, to }: { readonly from?: CountedOutcome; readonly to?: CountedOutcome } = {},
): OutcomeChange[] {
  const read = pairReader(cases, period, indicator);
  const flips: OutcomeChange[] = [];
  for (const pair of pairedSlots(cases.before, cases.after)) {
    const [was, is] = read(pair);
    if (was.outcome === is.outcome && was.name === is.name) continue;
    if ((from !== undefined && was.outcome !== from) || (to !== undefined && is.outcome !== to)) continue;
    const [side, slot] = pair.before >= 0 ? [cases.before, pair.before] : [cases.after, pair.after];
    const { indexDay } = side.pathwayAt(slot);
    const isTold = was.name !== is.name && Math.max(was.possible.length, is.possible.length) > 1;
    const possible = isTold ? { possible: { from: was.possible, to: is.possible } } : undefined;
    const change = { person: side.personAt(slot), indexDay, indicator, from: was.outcome, to: is.outcome };
    flips.push({ ...change, ...possible });
  }
  return flips.sort((a, b) => compare(a.person, b.person) || compare(a.indexDay, b.indexDay));
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** What a decision came to and could have been; equal names, equal possible outcomes. */
interface Counted {
  readonly outcome: CountedOutcome;
  readonly possible: readonly PossibleOutcome[];
  readonly name: string;
}

const NOT_COUNTED: Counted = { outcome: 'not-counted', possible: [], name: '' };

function pairReader(
  { before, after }: TwoCases,
  period: Dates,
  indicator: string,
): (pair: SlotPair) => readonly [Counted, Counted] {
  const [readBefore, readAfter] = [countedIn(before, period, indicator), countedIn(after, period, indicator)];
  return (pair) => [readBefore(pair.before), readAfter(pair.after)];
}

function countedIn(cases: Cases, period: Dates, indicator: string): (slot: number) => Counted {
  const counted = cases.marks.map((mark, number): Counted => {
    if (number === 0) return NOT_COUNTED;
    const possible = possibleOf(mark);
    return { outcome: countedAs(mark), possible, name: possible.join() };
  });
  const marks = new Uint16Array(cases.length);
  cases.each([indicator], period, (slot, mark) => {
    marks[slot] = mark;
  });
  return (slot) => (slot < 0 ? NOT_COUNTED : (counted[marks[slot] as number] as Counted));
}
