import { dayFromNumber } from '../../kernel/day';
import { batchHabit } from './batches';
import { lastIndexOf, sumBetween, type History } from './history';
import { lowerTail } from './lower-tail';
import { quietBetweenBatches } from './quiet-between-batches';
import { quietestRun } from './quietest-run';
import type { Quiet } from './quietness';
import { expectedBetween, learnRhythm, type Rhythm } from './rhythm';
import type { FeedParameters } from '../../kernel/feed-parameters';
import { quietInWeeks, weeklyHabit } from './weekly';

/**
 * Judges whether an organisation is quiet on the day at index `until`, by all it delivers together; undefined while
 * there is too little history to expect anything. What is learned stands on the days before the quiet, so that a silence
 * is not mistaken for a falling trend.
 */
export function judgeQuiet(history: History, until: number, parameters: FeedParameters): Quiet | undefined {
  const { received, first } = history;
  const from = Math.max(0, lastIndexOf(received, until) - parameters.windowDays + 1);
  const last = lastIndexOf(received, until);
  if (last - from + 1 < parameters.leastDays) return undefined;
  if (daysDelivered(received, from, last) < parameters.leastEvents) return undefined;
  const week = weeklyHabit(received, first, from, last);
  if (week !== undefined) return quietInWeeks(history, week, until);
  const habit = batchHabit(received, from, last);
  if (habit !== undefined) return quietBetweenBatches(history, habit, until);
  const run = quietestRun(received, first, from, until, parameters);
  const end = Math.min(last, until - run);
  let learned: Rhythm | undefined;
  const rhythm = (): Rhythm => (learned ??= learnRhythm(received, first, from, end, parameters));
  const over = (days: number) => ({
    expected: expectedBetween(rhythm(), first + until - days + 1, first + until),
    received: sumBetween(received, until - days + 1, until),
  });
  const quiet = {
    cadence: 'daily',
    since: dayFromNumber(first + until - run + 1),
    days: run,
    over,
    spread: rhythm,
  } as const;
  const perDay = (): number => rhythm().level;
  if (run === 0) return { ...quiet, perDay, expected: 0, received: 0, isUsual: true, state: 'connected' };
  const counts = over(run);
  // With stragglers the run is the least likely of as many as it has days, which has to be paid for.
  const { dispersion, evidence } = rhythm();
  const chance = lowerTail(counts.received, counts.expected, dispersion, evidence);
  const probability = Math.min(1, chance * (counts.received > 0 ? run : 1));
  const isRare = rhythm().level < RARE;
  const isUsual =
    counts.expected <= secondLongestSilence(received, first, from, end, rhythm()) ||
    (isRare && run <= patienceByPauses(received, from, end));
  const judged = isUsual ? 'connected' : stateOf(probability, parameters);
  const state = isRare && judged === 'late' ? 'connected' : judged;
  return { ...quiet, ...counts, perDay, probability, isUsual, state };
}

function stateOf(probability: number, { lateProbability, silentProbability }: FeedParameters): Quiet['state'] {
  if (probability <= silentProbability) return 'silent';
  return probability <= lateProbability ? 'late' : 'connected';
}

/** Of a source of fewer events a day, events come in lumps: one patient’s, then none for long; late it never is. */
const RARE = 3;

/**
 * What is no silence yet of a source that sends rarely, whatever is expected: twice its longest pause before, and more
 * where few pauses are known. Of ten pauses of a source of single events the next exceeds 3 × the longest in one of a
 * thousand cases, of sixty 2.2 × it in one of ten thousand (exponential gaps: n^−k).
 */
function patienceByPauses(counts: Float64Array, from: number, to: number): number {
  let [longest, current, pauses] = [0, 0, 0];
  for (let at = from; at <= to; at += 1) {
    current = (counts[at] ?? 0) === 0 ? current + 1 : 0;
    if (current === 1) pauses += 1;
    longest = Math.max(longest, current);
  }
  return (2 + 10 / Math.max(1, pauses)) * longest;
}

function daysDelivered(counts: Float64Array, from: number, to: number): number {
  let days = 0;
  for (let at = from; at <= to; at += 1) if ((counts[at] ?? 0) > 0) days += 1;
  return days;
}

/** The second longest silence before, by the events that were expected in it: what came twice is usual. */
function secondLongestSilence(counts: Float64Array, first: number, from: number, to: number, rhythm: Rhythm): number {
  let [longest, second, current] = [0, 0, 0];
  for (let at = from; at <= to; at += 1) {
    if ((counts[at] ?? 0) === 0) {
      current += expectedBetween(rhythm, first + at, first + at);
      continue;
    }
    if (current > longest) [longest, second] = [current, longest];
    else if (current > second) second = current;
    current = 0;
  }
  return second;
}
