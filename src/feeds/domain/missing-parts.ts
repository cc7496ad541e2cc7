import { dayFromNumber, type Day } from '../../kernel/day';
import type { EventKind } from '../../kernel/event-kinds';
import { lastIndexOf, type History, type Part } from './history';
import type { FeedParameters } from '../../kernel/feed-parameters';
import { lowerTail } from './lower-tail';

/** A kind or code family that stopped while the rest went on. */
export interface MissingPart {
  readonly kind: EventKind;
  readonly family?: string;
  /** The day after it last came. */
  readonly since: Day;
  readonly expected: number;
  readonly probability: number;
}

const HALF_LIFE = 90;
const LEAST_EVENTS = 15;
/** So many are missing at least, whatever the probability. */
const LEAST_MISSING = 8;

/**
 * The parts that are missing from what the organisation did deliver by the day at index `until`: each part has a share
 * of it, learned from before, so weekdays, holidays, batches and silences of the whole make no difference. A kind that
 * stopped is named once, without its families.
 */
export function missingParts(history: History, until: number, parameters: FeedParameters): readonly MissingPart[] {
  const kinds = history.parts.filter(({ family }) => family === undefined);
  const missing = kinds.flatMap((part) => missingPart(history, part, until, parameters));
  const stopped = new Set(missing.map(({ kind }) => kind));
  const families = history.parts.filter(({ kind, family }) => family !== undefined && !stopped.has(kind));
  return [...missing, ...families.flatMap((part) => missingPart(history, part, until, parameters))];
}

function missingPart(
  history: History,
  { kind, family, counts }: Part,
  until: number,
  { windowDays, leastDays, partialProbability }: FeedParameters,
): MissingPart[] {
  const last = lastIndexOf(counts, until);
  const from = Math.max(0, last - windowDays + 1);
  if (last - from + 1 < leastDays || last === until) return [];
  const whole = (at: number): number => history.accepted[at] ?? 0;
  let rest = 0;
  for (let at = last + 1; at <= until; at += 1) rest += whole(at);
  if (rest < LEAST_MISSING) return [];
  const { share, dispersion, evidence, events } = learnShare(counts, whole, from, last);
  const expected = share * rest;
  if (events < LEAST_EVENTS || expected < LEAST_MISSING) return [];
  const probability = lowerTail(0, expected, dispersion, evidence);
  if (probability > partialProbability) return [];
  if (rest <= secondLongestAbsence(counts, whole, from, last)) return [];
  const since = dayFromNumber(history.first + last + 1);
  return [{ kind, since, expected, probability, ...(family === undefined ? undefined : { family }) }];
}

function learnShare(counts: Float64Array, whole: (at: number) => number, from: number, to: number) {
  const fading = 2 ** (-1 / HALF_LIFE);
  let [weight, events, exposure, squares, all] = [1, 0, 0, 0, 0];
  for (let at = to; at >= from; at -= 1) {
    events += weight * (counts[at] ?? 0);
    exposure += weight * whole(at);
    squares += weight * weight * whole(at);
    all += counts[at] ?? 0;
    weight *= fading;
  }
  const share = events / Math.max(exposure, 1e-9);
  const evidence = squares === 0 ? 0 : (share * exposure * exposure) / squares;
  let [chi, variance] = [0, 0];
  weight = 1;
  for (let at = to; at >= from; at -= 1) {
    const expected = share * whole(at);
    const off = (counts[at] ?? 0) - expected;
    chi += weight * off * off;
    variance += weight * expected;
    weight *= fading;
  }
  return { share, evidence, events: all, dispersion: variance > 0 ? Math.max(1, chi / variance) : 1 };
}

/** The second longest absence before, by what else came during it. */
function secondLongestAbsence(counts: Float64Array, whole: (at: number) => number, from: number, to: number): number {
  let [longest, second, current] = [0, 0, 0];
  for (let at = from; at <= to; at += 1) {
    if ((counts[at] ?? 0) === 0) {
      current += whole(at);
      continue;
    }
    if (current > longest) [longest, second] = [current, longest];
    else if (current > second) second = current;
    current = 0;
  }
  return second;
}
