import { dayFromNumber, type Day } from '../../kernel/day';
import { agesBetween, shareOlder, usualAge } from './ages';
import { batchHabit } from './batches';
import { sumBetween, type History } from './history';
import { expectedOn, learnRhythm } from './rhythm';
import type { FeedParameters } from '../../kernel/feed-parameters';

/** A day on which something odd was delivered. */
export interface OddDay {
  readonly state: 'repeated-batch' | 'backlog-burst' | 'clock-ahead';
  readonly since: Day;
  readonly expected: number;
  readonly received: number;
}

/** So long an odd day is still told after it: whoever looks on Monday sees Friday. */
const DAYS_TOLD = 3;
const LEAST_REPEATED = 10;
const LEAST_BURST = 20;
const TIMES_EXPECTED = 3;
const LEAST_AHEAD = 3;
const SHARE_AHEAD = 0.05;
/** So much of a burst is older than nine of ten events of this source usually are: a backlog of a week is told, too. */
const SHARE_OLDER = 0.4;
/** Days whose mean a burst must exceed before anything dearer is computed. */
const DAYS_BEFORE = 56;

/** What was odd on the last days up to index `until`, the latest of each kind. */
export function oddDays(history: History, until: number, parameters: FeedParameters): readonly OddDay[] {
  const found = new Map<OddDay['state'], OddDay>();
  for (let at = Math.max(0, until - DAYS_TOLD + 1); at <= until; at += 1) {
    if ((history.received[at] ?? 0) === 0) continue;
    for (const odd of [repeatedOn(history, at), burstOn(history, at, parameters), aheadOn(history, at)]) {
      if (odd !== undefined) found.set(odd.state, odd);
    }
  }
  return [...found.values()];
}

/** Half of the day came before, and far more than usual did. */
function repeatedOn({ received, duplicate, first }: History, at: number): OddDay | undefined {
  const came = received[at] ?? 0;
  const repeated = duplicate[at] ?? 0;
  if (repeated < LEAST_REPEATED || repeated < came / 2) return undefined;
  const usual = (sumBetween(duplicate, 0, at - 1) / Math.max(1, sumBetween(received, 0, at - 1))) * came;
  if (repeated < usual + 5 * Math.sqrt(usual + 1)) return undefined;
  return { state: 'repeated-batch', since: dayFromNumber(first + at), expected: usual, received: repeated };
}

/** Far more than expected, and much of it older than usual. */
function burstOn(history: History, at: number, parameters: FeedParameters): OddDay | undefined {
  const { accepted, first } = history;
  const came = accepted[at] ?? 0;
  if (came < LEAST_BURST || at < parameters.leastDays) return undefined;
  if (came < (TIMES_EXPECTED / 2) * (sumBetween(accepted, at - DAYS_BEFORE, at - 1) / DAYS_BEFORE)) return undefined;
  const usual = usualAge(agesBetween(history, at - parameters.windowDays, at - 1));
  if (usual === undefined || shareOlder(agesBetween(history, at, at), usual) < SHARE_OLDER) return undefined;
  const expected = expectedBy(history, at, parameters);
  if (came < TIMES_EXPECTED * expected || came - expected < LEAST_BURST) return undefined;
  return { state: 'backlog-burst', since: dayFromNumber(first + at), expected, received: came };
}

function expectedBy({ accepted, first }: History, at: number, parameters: FeedParameters): number {
  const from = Math.max(0, at - parameters.windowDays);
  const habit = batchHabit(accepted, from, at - 1);
  if (habit !== undefined) return habit.size;
  const rhythm = learnRhythm(accepted, first, from, at - 1, parameters);
  return Math.max(rhythm.level, expectedOn(rhythm, first + at));
}

function aheadOn({ accepted, ahead, first }: History, at: number): OddDay | undefined {
  const [came, early] = [accepted[at] ?? 0, ahead[at] ?? 0];
  if (early < LEAST_AHEAD || early < SHARE_AHEAD * came) return undefined;
  return { state: 'clock-ahead', since: dayFromNumber(first + at), expected: 0, received: early };
}
