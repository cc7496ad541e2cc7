import { daysBetween } from '../../kernel/day';
import type { Trouble } from '../../kernel/decision';
import { distributionOf, type Distribution } from './distribution';
import type { Handover } from './handover';
import { HANDOVER_STATES, type HandoverState, type HandoverStateAt } from './handover-state';

/** How municipal courses ended; `departed`: the patient died or emigrated and no end was reported; `ongoing`: none yet. */
export const ENDINGS = ['completed', 'stopped', 'transferred', 'died', 'departed', 'ongoing'] as const;
export type Ending = (typeof ENDINGS)[number];

/** Why a source was not heard from. */
export const TROUBLES: readonly Trouble['reason'][] = ['SOURCE_NOT_CONNECTED', 'SOURCE_SILENT'];

/** Said of those who stopped without a reason. */
export const NOT_GIVEN = 'not-given';

/** Why patients stopped: in the municipality's words, small letters, or `not-given`. */
export interface DropOut {
  readonly reason: string;
  readonly count: number;
}

/**
 * What came of the handovers of one pair of hospital and municipality, or of several.
 * `referred` is the sum of the six standings, `started` of `startedThere` and `startedInAnother`, and `startedThere` of
 * the endings. How a course ended in another municipality is told under that one, if anybody referred to it.
 */
export interface TransitionCounts extends Readonly<Record<HandoverState, number>> {
  readonly referred: number;
  /** Taken up by the municipality referred to. */
  readonly startedThere: number;
  /** Followed elsewhere: taken up by another municipality than the one referred to. */
  readonly startedInAnother: number;
  readonly unknownReasons: Readonly<Record<Trouble['reason'], number>>;
  readonly endings: Readonly<Record<Ending, number>>;
  /** From referral to start where referred to; 0 for those who were there already. */
  readonly daysToStart: Distribution;
  /** From start to end there, however it ended. */
  readonly daysToEnd: Distribution;
  /** Of those who stopped, most frequent first. */
  readonly dropOut: readonly DropOut[];
  /** Municipal starts in pathways of the hospital without a referral on record; not among the referred. */
  readonly unreferred: number;
}

/** Counts handovers. */
export class TransitionTally {
  private readonly standings = zeros(HANDOVER_STATES);
  private readonly endings = zeros(ENDINGS);
  private readonly troubles = zeros(TROUBLES);
  private readonly dropOut = new Map<string, number>();
  private readonly toStart: number[] = [];
  private readonly toEnd: number[] = [];
  private unreferred = 0;

  add(handover: Handover, { standing, trouble }: HandoverStateAt, asOf: string): void {
    this.standings[standing] += 1;
    if (trouble !== undefined) this.troubles[trouble.reason] += 1;
    const { takenUp, ended, to, referredOn, travelled } = handover;
    if (takenUp?.municipality !== to) return;
    this.toStart.push(Math.max(0, daysBetween(referredOn, takenUp.on)));
    if (ended === undefined) {
      const { departed } = travelled.journey;
      this.endings[departed !== undefined && departed.on <= asOf ? 'departed' : 'ongoing'] += 1;
      return;
    }
    this.toEnd.push(daysBetween(takenUp.on, ended.on));
    this.endings[ended.outcome as Ending] += 1;
    if (ended.outcome === 'stopped') this.addReason(inOneForm(ended.reason));
  }

  addUnreferred(): void {
    this.unreferred += 1;
  }

  counts(): TransitionCounts {
    const { started } = this.standings;
    const startedThere = this.toStart.length;
    return {
      referred: HANDOVER_STATES.reduce((sum, standing) => sum + this.standings[standing], 0),
      ...this.standings,
      startedThere,
      startedInAnother: started - startedThere,
      unknownReasons: { ...this.troubles },
      endings: { ...this.endings },
      daysToStart: distributionOf(this.toStart),
      daysToEnd: distributionOf(this.toEnd),
      dropOut: [...this.dropOut]
        .map(([reason, count]) => ({ reason, count }))
        .sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1)),
      unreferred: this.unreferred,
    };
  }

  private addReason(reason: string): void {
    this.dropOut.set(reason, (this.dropOut.get(reason) ?? 0) + 1);
  }
}

function zeros<K extends string>(keys: readonly K[]): Record<K, number> {
  return Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;
}

/** What forms write where nobody gave a reason. */
const NO_REASON: ReadonlySet<string> = new Set(['', 'ikke oplyst', 'uoplyst']);

/** Reasons that differ in case or blanks alone are one. */
function inOneForm(reason = ''): string {
  const text = reason.trim().replace(/\s+/g, ' ').toLowerCase();
  return NO_REASON.has(text) ? NOT_GIVEN : text;
}
