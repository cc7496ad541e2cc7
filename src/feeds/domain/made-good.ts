import { dayNumber, earlierDay, addDays, type Day } from '../../kernel/day';
import { agesBetween, datedOn, usualAge } from './ages';
import { sumBetween, type History } from './history';
import { lowerTail } from './lower-tail';
import { expectedBetween, learnRhythm } from './rhythm';
import { FOREVER, type SilentSpell } from './silent-spells';
import type { FeedParameters } from '../../kernel/feed-parameters';

/** A silence whose events have come after all. */
export interface MadeGood {
  readonly since: Day;
  /** The last silent day. */
  readonly until: Day;
  /** Events dated in the silent days: expected by what is dated in the days before, and received by now. */
  readonly expected: number;
  readonly received: number;
}

/** With fewer expected, what came says nothing. */
const LEAST_EXPECTED = 5;
/** A part of which so few are expected is looked at with the whole only. */
const LEAST_EXPECTED_OF_PART = 8;
const BY_CHANCE = 0.05;
const LEAST_BY_CHANCE = 0.5;

/**
 * Tells whether the events of a silence were delivered by the end of a day: of the events dated in the silent days as
 * many are here as are usually dated in as many days (weekdays and days off as usual), of the whole and of each kind
 * and code family. Enough is a share of what is expected, or what chance explains, never less than half. It is
 * looked at once events of its last day are usually here; one that nobody ended as far as they are by now. Undefined
 * when it is not so, or when too little was delivered before to know.
 */
export function judgeMadeGood(
  history: History,
  { from, to }: SilentSpell,
  day: Day,
  parameters: FeedParameters,
): MadeGood | undefined {
  const { first } = history;
  const judged = dayNumber(day) - first;
  const start = dayNumber(from) - first;
  const learnedFrom = Math.max(0, start - parameters.windowDays);
  if (start - learnedFrom < parameters.leastDays) return undefined;
  const usual = usualAge(agesBetween(history, learnedFrom, start - 1));
  if (usual === undefined) return undefined;
  const until = earlierDay(to, addDays(day, -usual - 1));
  const end = dayNumber(until) - first;
  if (end < start || (to !== FOREVER && until < to)) return undefined;
  const dated = history.parts.map((part) => ({ part, counts: datedOn(part, judged + 1, judged) }));
  const whole = new Float64Array(judged + 1);
  for (const { part, counts } of dated) {
    if (part.family === undefined) counts.forEach((count, at) => (whole[at] = (whole[at] ?? 0) + count));
  }
  const compare = (counts: Float64Array) => {
    const rhythm = learnRhythm(counts, first, learnedFrom, start - 1, parameters);
    const expected = expectedBetween(rhythm, first + start, first + end);
    return { expected, received: sumBetween(counts, start, end), rhythm };
  };
  const isEnough = ({ expected, received, rhythm }: ReturnType<typeof compare>): boolean =>
    received >= parameters.madeGoodShare * expected ||
    (received >= LEAST_BY_CHANCE * expected &&
      lowerTail(received, expected, rhythm.dispersion, rhythm.evidence) > BY_CHANCE);
  const ofWhole = compare(whole);
  if (ofWhole.expected < LEAST_EXPECTED || !isEnough(ofWhole)) return undefined;
  for (const { counts } of dated) {
    const ofPart = compare(counts);
    if (ofPart.expected >= LEAST_EXPECTED_OF_PART && !isEnough(ofPart)) return undefined;
  }
  return { since: from, until, expected: ofWhole.expected, received: ofWhole.received };
}
