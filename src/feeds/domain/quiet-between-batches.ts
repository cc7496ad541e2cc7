import { dayFromNumber } from '../../kernel/day';
import { patienceWith, type BatchHabit } from './batches';
import { sumBetween, type History } from './history';
import type { Quiet } from './quietness';

/** Half of a batch that came in pieces means that the habit has changed, not that the batch is late. */
const IN_PIECES = 0.5;

/** How a source that delivers in batches stands at index `until`: whether its next batch is overdue. */
export function quietBetweenBatches({ received, first }: History, habit: BatchHabit, until: number): Quiet {
  const last = habit.days[habit.days.length - 1] as number;
  const days = until - last;
  const came = sumBetween(received, last + 1, until);
  const patience = patienceWith(habit);
  const hasChanged = came >= IN_PIECES * habit.size;
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
