import { dayNumber, earlierDay, type Day } from '../../kernel/day';
import type { EventKind } from '../../kernel/event-kinds';
import { batchHabit } from './batches';
import { isClosed } from './closed-channel';
import { lastIndexOf, sumBetween, type History } from './history';
import { firstDayOf, lastDayOf, type Month } from './month';
import { quietestRun } from './quietest-run';
import { expectedBetween, learnRhythm, type Rhythm } from './rhythm';
import type { FeedParameters } from '../../kernel/feed-parameters';
import { lowerTail } from './lower-tail';

/** Green: all came. Yellow: a part. Red: nothing. None: nothing was expected, and nothing came. */
export type CalendarColour = 'green' | 'yellow' | 'red' | 'none';

/** A month of an organisation. */
export interface CalendarMonth {
  readonly month: Month;
  readonly status: CalendarColour;
  /** By what was delivered before the month; null where that was too little to expect anything. */
  readonly expected: number | null;
  /** New events. */
  readonly received: number;
  /** Kinds and code families that were expected and of which nothing came. */
  readonly missing: readonly { readonly kind: EventKind; readonly family?: string }[];
}

/** Less than this share of what was expected is a part, when chance does not explain it. */
const PART = 0.5;
const SHORT_BY_CHANCE = 0.01;
const BY_CHANCE = 0.05;
const MISSING_PROBABILITY = 1e-3;

/** An organisation’s month as of the end of a day; of a month under way the days there are. */
export function calendarMonth(
  history: History | undefined,
  month: Month,
  asOf: Day,
  parameters: FeedParameters,
): CalendarMonth {
  const blank = { month, status: 'none', expected: null, received: 0, missing: [] } as const;
  if (history === undefined) return blank;
  const from = dayNumber(firstDayOf(month)) - history.first;
  const to = dayNumber(earlierDay(lastDayOf(month), asOf)) - history.first;
  if (to < from || to < 0) return blank;
  const received = sumBetween(history.accepted, from, to);
  const isOpen = !isClosed(history.organisation, firstDayOf(month));
  const expectation = isOpen ? expect(history, from, to, parameters) : undefined;
  if (expectation === undefined) return { ...blank, received, status: received > 0 ? 'green' : 'none' };
  const { expected, dispersion, evidence, rhythm } = expectation;
  const about = { month, expected, received };
  if (received === 0) {
    const isExplained = lowerTail(0, expected, dispersion, evidence) > BY_CHANCE;
    return { ...about, missing: [], status: isExplained ? 'none' : 'red' };
  }
  const missing = missingOf(history, from, to, parameters);
  const chance = lowerTail(received, expected, dispersion, evidence);
  const isShort = received < PART * expected && chance <= SHORT_BY_CHANCE;
  const isBroken = rhythm !== undefined && hasSilence(history, from, to, rhythm, parameters);
  return { ...about, missing, status: isShort || isBroken || missing.length > 0 ? 'yellow' : 'green' };
}

interface Expectation extends Pick<Rhythm, 'dispersion' | 'evidence'> {
  readonly expected: number;
  /** Of whoever delivers by the day. */
  readonly rhythm?: Rhythm;
}

/** What the days `from`..`to` should bring, learned from the days before up to the last ones that were well. */
function expect(history: History, from: number, to: number, parameters: FeedParameters): Expectation | undefined {
  const { accepted, first } = history;
  const delivered = lastIndexOf(accepted, from - 1);
  const start = Math.max(0, delivered - parameters.windowDays + 1);
  const quiet = delivered < 0 ? 0 : quietestRun(accepted, first, start, from - 1, parameters);
  const last = Math.min(delivered, from - 1 - quiet);
  if (last - start + 1 < parameters.leastDays) return undefined;
  if (sumBetween(accepted, start, last) < parameters.leastEvents) return undefined;
  const habit = batchHabit(accepted, start, last);
  if (habit === undefined) {
    const rhythm = learnRhythm(accepted, first, start, last, parameters);
    const { dispersion, evidence } = rhythm;
    return { dispersion, evidence, rhythm, expected: expectedBetween(rhythm, first + from, first + to) };
  }
  const before = habit.days[habit.days.length - 1] as number;
  const dueBy = (at: number): number => Math.floor((at - before) / habit.interval);
  const batches = Math.max(0, dueBy(to) - dueBy(from - 1));
  return { expected: batches * habit.size, dispersion: BATCH_DISPERSION, evidence: habit.days.length * habit.size };
}

/** True when the days hold a silence that a source that is well does not have. */
function hasSilence(
  { accepted, first }: History,
  from: number,
  to: number,
  rhythm: Rhythm,
  { silentProbability, leastSilentDays }: FeedParameters,
): boolean {
  for (let start = from; start <= to; start += 1) {
    let end = start;
    while (end <= to && accepted[end] === 0) end += 1;
    if (end - start >= leastSilentDays) {
      const expected = expectedBetween(rhythm, first + start, first + end - 1);
      if (lowerTail(0, expected, rhythm.dispersion, rhythm.evidence) <= silentProbability) return true;
    }
    start = Math.max(start, end);
  }
  return false;
}

/** Batches differ more than single events do. */
const BATCH_DISPERSION = 3;

/** Kinds of which nothing came, and families of the others; each by its share of what the organisation sent before. */
function missingOf(history: History, from: number, to: number, { windowDays, leastEvents }: FeedParameters) {
  const start = Math.max(0, from - windowDays);
  const before = sumBetween(history.accepted, start, from - 1);
  const now = sumBetween(history.accepted, from, to);
  const absent = history.parts.filter(({ counts }) => {
    if (sumBetween(counts, from, to) > 0) return false;
    const events = sumBetween(counts, start, from - 1);
    if (events < leastEvents) return false;
    const share = events / Math.max(1, before);
    return lowerTail(0, share * now, BATCH_DISPERSION, events) <= MISSING_PROBABILITY;
  });
  const kinds = new Set(absent.filter(({ family }) => family === undefined).map(({ kind }) => kind));
  return absent
    .filter(({ kind, family }) => family === undefined || !kinds.has(kind))
    .map(({ kind, family }) => ({ kind, ...(family === undefined ? undefined : { family }) }));
}
