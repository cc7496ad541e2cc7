import type { Outcome, OutcomeReason, PossibleOutcome } from './decision';

/** The numbers decisions go by where they are kept as numbers; none is ever changed or given again. */
export const OUTCOME = {
  met: 0,
  'not-met': 1,
  unknown: 2,
  pending: 3,
  excluded: 4,
  'not-applicable': 5,
} as const satisfies Readonly<Record<Outcome, number>>;

/** Nought for none. */
export const REASON = {
  UNDER_18: 1,
  OUTSIDE_DENOMINATOR: 2,
  DIED_IN_WINDOW: 3,
  EMIGRATED_IN_WINDOW: 4,
  SOURCE_NOT_CONNECTED: 5,
  SOURCE_SILENT: 6,
  NO_VALUE: 7,
  VALUE_CANNOT_TELL: 8,
  NO_EVIDENCE: 9,
} as const satisfies Readonly<Record<OutcomeReason, number>>;

/** Those that are possible are added. */
export const POSSIBLE = { met: 1, 'not-met': 2, out: 4 } as const satisfies Readonly<Record<PossibleOutcome, number>>;

/** Nought for none. */
export const PROVISIONAL = { met: 1, 'not-met': 2 } as const;
