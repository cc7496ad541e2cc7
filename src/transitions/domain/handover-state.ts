import { daysBetween, earlierDay, type Day } from '../../kernel/day';
import type { Trouble } from '../../kernel/decision';
import type { Span } from '../../kernel/definition';
import { endOfSpan } from '../../kernel/span';
import type { TroubleOf } from '../../reporting/domain/feed-troubles';
import type { Handover } from './handover';
import type { PathwayWithJourney } from './pathway-with-journey';

/** What handovers are looked at by. */
export interface TransitionBasis {
  readonly asOf: Day;
  /** From the index day on, how long a start still counts for participation. */
  readonly window: Span;
  /** So many days of trouble make a source one that would not have told us. */
  readonly troubleDays: number;
  readonly troubleOf: TroubleOf;
  /** What was worked out on this basis already; a new one with a new basis. */
  readonly known: WeakMap<PathwayWithJourney, readonly StandingHandover[]>;
}

/** A handover with where it stands. */
export type StandingHandover = readonly [Handover, HandoverStateAt];

/**
 * Where a handover stands on the as-of day, the first that applies:
 * `started`, it was taken up; `excluded`, the patient died or emigrated within the window first; `elsewhere`, the
 * hospital knows of a service that another delivered; `unknown`, the municipality was not heard from, so that we would
 * not know; `open`, a start would still count; `lost`, it would not.
 */
export const HANDOVER_STATES = ['started', 'excluded', 'elsewhere', 'unknown', 'open', 'lost'] as const;
export type HandoverState = (typeof HANDOVER_STATES)[number];

export interface HandoverStateAt {
  readonly standing: HandoverState;
  /** The last day on which a start still counts for participation. */
  readonly recoverableUntil: Day;
  /** Why it is unknown. */
  readonly trouble?: Trouble;
}

/** Where a handover stands on the as-of day. */
export function handoverStateOf(handover: Handover, basis: TransitionBasis): HandoverStateAt {
  const { travelled, referredOn } = handover;
  const { asOf } = basis;
  const recoverableUntil = endOfSpan(travelled.indexDay, basis.window);
  const { departed, elsewhere = [] } = travelled.journey;
  if (handover.takenUp !== undefined) return { standing: 'started', recoverableUntil };
  if (departed !== undefined && departed.on <= earlierDay(asOf, recoverableUntil)) {
    return { standing: 'excluded', recoverableUntil };
  }
  if (elsewhere.some(({ on }) => on >= referredOn && on <= asOf)) return { standing: 'elsewhere', recoverableUntil };
  const trouble = troubleIn(handover, recoverableUntil, basis);
  if (trouble !== undefined) return { standing: 'unknown', recoverableUntil, trouble };
  return { standing: asOf <= recoverableUntil ? 'open' : 'lost', recoverableUntil };
}

/**
 * Why a start would not have reached us: the municipality referred to, or else that of residence, was in trouble on so
 * many of the days since the referral, or on all of them while they are fewer.
 */
function troubleIn(
  { travelled, to, referredOn }: Handover,
  recoverableUntil: Day,
  { asOf, troubleDays, troubleOf }: TransitionBasis,
): Trouble | undefined {
  const end = earlierDay(asOf, recoverableUntil);
  const last = end < referredOn ? referredOn : end;
  const atLeast = Math.min(troubleDays, daysBetween(referredOn, last) + 1);
  const { municipality: residence = to } = travelled;
  return troubleOf(to, referredOn, last, atLeast) ?? troubleOf(residence, referredOn, last, atLeast);
}
