import type { Day } from '../../kernel/day';
import { OUTCOME, POSSIBLE, PROVISIONAL, REASON } from '../../kernel/outcome-codes';
import type { CountedDecision } from '../../kernel/counted-decision';
import type { Outcome, OutcomeReason, PossibleOutcome } from '../../kernel/decision';
import { SECTOR_CODE } from '../../kernel/fact-codes';
import type { Organisation, Sector } from '../../kernel/organisation';

/** The part of a decision that counting needs and many decisions share. */
export interface Mark {
  readonly outcome: Outcome;
  readonly reason?: OutcomeReason;
  readonly denominatorUnknown: boolean;
  /** A source was in trouble, whatever the outcome. */
  readonly disturbed: boolean;
  /** The trouble is that a source fell silent that had been connected. */
  readonly silenced?: true;
  /** Its window has not ended by the as-of day: no rate counts it yet. */
  readonly isOpen: boolean;
  /** What a value so far says of a pending decision. */
  readonly provisional?: 'met' | 'not-met';
  /** Of the last decisive fact, when met. */
  readonly sector?: Sector;
  /** What missed reports could have made it, itself included; there when it is more than one. */
  readonly possible?: readonly PossibleOutcome[];
}

/** An organisation that documented what was asked for. */
export interface Contributor {
  readonly organisation: Organisation;
  readonly sector: Sector;
}

/**
 * Who fulfilled a met decision: first whoever decided it, then every other organisation that documented the same, each
 * once. Of a value only those whose facts gave it (the end test, then the start test).
 */
export type Credit = readonly Contributor[];

/** The mark of a decision as of a day. */
export function markOf(decision: CountedDecision, asOf: Day): Mark {
  const { outcome, reason, denominator, trouble, possible, provisional, decisive } = decision;
  const sector = outcome === 'met' ? decisive.at(-1)?.sector : undefined;
  return {
    outcome,
    ...(reason === undefined ? undefined : { reason }),
    denominatorUnknown: denominator === 'unknown',
    disturbed: trouble !== undefined,
    ...(trouble?.reason === 'SOURCE_SILENT' ? { silenced: true } : undefined),
    isOpen: asOf <= decision.window.to,
    ...(provisional === undefined ? undefined : { provisional }),
    ...(sector === undefined ? undefined : { sector }),
    ...(possible === undefined ? undefined : { possible }),
  };
}

/** A number that decisions of equal marks share, and no others; sooner made than the mark. Good within this process only. */
export function codeOfMark(decision: CountedDecision, asOf: Day): number {
  const { outcome, reason, denominator, trouble, possible, provisional, decisive, window } = decision;
  let code: number = OUTCOME[outcome];
  code = code * 10 + (reason === undefined ? 0 : REASON[reason]);
  code = code * 2 + (denominator === undefined ? 0 : 1);
  code = code * 3 + (trouble === undefined ? 0 : trouble.reason === 'SOURCE_SILENT' ? 1 : 2);
  code = code * 2 + (asOf <= window.to ? 1 : 0);
  code = code * 3 + (provisional === undefined ? 0 : PROVISIONAL[provisional]);
  const sector = outcome === 'met' ? decisive.at(-1)?.sector : undefined;
  code = code * 8 + (sector === undefined ? 0 : SECTOR_CODE[sector] + 1);
  let could = 0;
  if (possible !== undefined) for (const one of possible) could += POSSIBLE[one];
  return code * 8 + could;
}

/** The credit of a decision; empty unless it is met. */
export function creditOf({ outcome, value, decisive, also }: CountedDecision): Credit {
  if (outcome !== 'met') return [];
  const contributors: Contributor[] = [];
  const facts = value === undefined ? [...decisive, ...also] : [...decisive].reverse();
  for (const { source, sector } of facts) {
    if (!contributors.some(({ organisation }) => organisation === source)) {
      contributors.push({ organisation: source, sector });
    }
  }
  return contributors;
}

/** A text that equal marks share. */
export function nameOfMark(mark: Mark): string {
  const { outcome, reason, denominatorUnknown, disturbed, silenced, isOpen, provisional, sector, possible } = mark;
  return [outcome, reason, denominatorUnknown, disturbed, silenced, isOpen, provisional, sector, possible].join();
}

/** A text that equal credits share. */
export const nameOfCredit = (credit: Credit): string =>
  credit.map(({ organisation, sector }) => `${organisation} ${sector}`).join();
