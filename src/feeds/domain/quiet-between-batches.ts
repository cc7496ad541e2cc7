import { dayFromNumber } from '../../kernel/day';
import { patienceWith, type BatchHabit } from './batches';
import { sumBetween, type History } from './history';
import type { Quiet } from './quietness';

/** Half of a batch that came in pieces means that the habit has changed, not that the batch is late. */
const IN_PIECES = 0.5;

/** A batch that is due may be small: so much of the usual, and more than one event, is one. */
const SMALL = { share: 0.2, least: 2 } as const;
const EARLY_BY_SCATTER = 3;

function cameSmall(received: Float64Array, { days, interval, scatter, size }: BatchHabit, until: number): boolean {
  const due = (days[days.length - 1] as number) + Math.floor(interval - EARLY_BY_SCATTER * scatter);
  for (let at = due; at <= until; at += 1) {
    if ((received[at] ?? 0) >= Math.max(SMALL.least, SMALL.share * size)) return true;
  }
  return false;
}

/** How a source that delivers in batches stands at index `until`: whether its next batch is overdue. */
export function quietBetweenBatches({ received, first }: History, habit: BatchHabit, until: number): Quiet {
  const last = habit.days[habit.days.length - 1] as number;
  const days = until - last;
  const came = sumBetween(received, last + 1, until);
  const patience = patienceWith(habit);
  const hasChanged = came >= IN_PIECES * habit.size || cameSmall(received, habit, until);
  return {
    cadence: 'batches',
    since: dayFromNumber(first + last + 1),
    days,
    expected: Math.floor(days / habit.interval) * habit.size,
    received: came,
    isUsual: false,
    state: hasChanged || days <= patience.late ? 'connected' : days <= patience.silent ? 'late' : 'silent',
    perDay: () => habit.size / habit.interval,
    over: () => ({ expected: 0, received: 0 }),
    spread: () => ({ dispersion: 1, evidence: 0 }),
  };
}
