import { sumBetween } from './history';
import { lowerTail } from './lower-tail';
import { expectedOn, learnProfile, learnRhythmWith, type Rhythm } from './rhythm';
import type { FeedParameters } from '../../kernel/feed-parameters';

/** Stragglers: so small a share of what is expected comes from a source whose deliveries have stopped, too. */
const STRAGGLERS = 0.1;
/** Of whoever sends fewer events a day than this, a single event says that the source is there. */
const STRAGGLERS_FROM = 3;
/** What is usual is learned from days so far back: a silence that has lasted less long does not count as usual. */
const LEARNED_BEFORE = [28, 120] as const;
const LEAST_LEARNED = 28;
/** With half of what usually comes on the last days nobody is quiet. */
const ENOUGH = 0.5;

/**
 * How many days, up to the day at index `until`, an organisation that delivers by the day has been quiet: of all runs
 * with stragglers at most the one that is least like chance. 0 when it is not quiet.
 */
export function quietestRun(
  counts: Float64Array,
  first: number,
  from: number,
  until: number,
  parameters: FeedParameters,
): number {
  const least = parameters.leastSilentDays;
  const usual = Math.max(meanOf(counts, from, until), meanOf(counts, Math.max(from, until - 60), until));
  if (sumBetween(counts, until - least + 1, until) >= ENOUGH * least * usual) return 0;
  const silent = silentDays(counts, from, until);
  if (usual < STRAGGLERS_FROM) return silent >= least ? silent : 0;
  const rhythm = usualRhythm(counts, first, from, until, parameters);
  let [run, lowest, expected, received] = [0, 1, 0, 0];
  for (let days = 1; until - days + 1 >= from; days += 1) {
    const at = until - days + 1;
    expected += expectedOn(rhythm, first + at);
    received += counts[at] ?? 0;
    if (days < least || received > STRAGGLERS * expected) continue;
    const probability = lowerTail(received, expected, rhythm.dispersion, rhythm.evidence);
    if (probability > lowest) continue;
    lowest = probability;
    run = days;
    if (probability === 0) break; // Less like chance it cannot be.
  }
  return Math.max(run, silent >= least ? silent : 0);
}

function silentDays(counts: Float64Array, from: number, until: number): number {
  let days = 0;
  while (until - days >= from && counts[until - days] === 0) days += 1;
  return days;
}

/** The rhythm from before a silence might have begun, the busier of two looks. */
function usualRhythm(
  counts: Float64Array,
  first: number,
  from: number,
  until: number,
  parameters: FeedParameters,
): Rhythm {
  const ends = LEARNED_BEFORE.map((days) => until - days).filter((end) => end - from >= LEAST_LEARNED);
  if (ends.length === 0) ends.push(until - Math.min(14, Math.floor((until - from) / 3)));
  const profile = learnProfile(counts, first, from, ends[0] as number);
  const looks = ends.map((end) => learnRhythmWith(profile, counts, first, from, end, parameters));
  return looks.reduce((busier, look) => (look.level > busier.level ? look : busier));
}

const meanOf = (counts: Float64Array, from: number, to: number): number =>
  sumBetween(counts, from, to) / Math.max(1, to - from + 1);
