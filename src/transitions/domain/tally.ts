import { daysBetween } from '../../kernel/day';
import type { Trouble } from '../../kernel/decision';
import { KeyedCounter } from '../../counting/domain/keyed-counter';
import type { ShownCount } from '../../disclosure/domain/disclosed';
import type { Exit } from '../../disclosure/domain/exit';
import { shownDistribution, type Distribution } from './distribution';
import { countReasons, reasonsTold, type DropOut } from './drop-out';
import { inOneForm } from './stop-reason';
import type { Handover } from './handover';
import type { HandoverState, HandoverStateAt } from './handover-state';

/** How municipal courses ended; `departed`: the patient died or emigrated and no end was reported; `ongoing`: none yet. */
export const ENDINGS = ['completed', 'stopped', 'transferred', 'died', 'departed', 'ongoing'] as const;
type Ending = (typeof ENDINGS)[number];

/** Those that are an end. */
const ENDED = ['completed', 'stopped', 'transferred', 'died'] as const satisfies readonly Ending[];

/** The standings that are counted by themselves; the others are the sum of their parts. */
const LEAVES = ['excluded', 'elsewhere', 'open', 'lost'] as const satisfies readonly HandoverState[];

/** Why a source was not heard from. */
const TROUBLES: readonly Trouble['reason'][] = ['SOURCE_NOT_CONNECTED', 'SOURCE_SILENT'];

/**
 * What came of the handovers of one pair of hospital and municipality, or of several, as it may be shown.
 * `referred` is the sum of the six standings, `started` of `startedThere` and `startedInAnother`, `unknown` of its
 * reasons: in every view, so that nobody is counted in two cells of a row and no share is of fewer than its part.
 * Counted exactly, `startedThere` is the sum of the endings. How a course ended in another municipality is told under that one, if anybody referred
 * to it.
 */
export interface TransitionCounts extends Readonly<Record<HandoverState, ShownCount>> {
  readonly referred: ShownCount;
  /** Taken up by the municipality referred to. */
  readonly startedThere: ShownCount;
  /** Followed elsewhere: taken up by another municipality than the one referred to. */
  readonly startedInAnother: ShownCount;
  readonly unknownReasons: Readonly<Record<Trouble['reason'], ShownCount>>;
  readonly endings: Readonly<Record<Ending, ShownCount>>;
  /** From referral to start where referred to; 0 for those who were there already. */
  readonly daysToStart: Distribution;
  /** From start to end there, however it ended. */
  readonly daysToEnd: Distribution;
  /** Why patients stopped, in the order told; reasons of few patients are under `other`. */
  readonly dropOut: readonly DropOut[];
  /** Municipal starts in pathways of the hospital without a referral on record; not among the referred. */
  readonly unreferred: ShownCount;
}

type Cell =
  | (typeof LEAVES)[number]
  | 'startedThere'
  | 'startedInAnother'
  | `ending ${Ending}`
  | `trouble ${Trouble['reason']}`
  | 'unreferred';

/** Counts handovers. */
export class TransitionTally {
  private readonly cells = new KeyedCounter<Cell>();
  private readonly stopped = new KeyedCounter();
  private readonly toStart: number[] = [];
  private readonly toEnd: number[] = [];

  add(handover: Handover, { standing, trouble }: HandoverStateAt, asOf: string): void {
    const { takenUp, ended, to, referredOn, travelled } = handover;
    const { key, journey } = travelled;
    const count = (cell: Cell): void => this.cells.add(cell, { count: 1, key });
    if (standing !== 'started' && standing !== 'unknown') count(standing);
    if (trouble !== undefined) count(`trouble ${trouble.reason}`);
    if (takenUp === undefined) return;
    if (takenUp.municipality !== to) {
      count('startedInAnother');
      return;
    }
    count('startedThere');
    this.toStart.push(Math.max(0, daysBetween(referredOn, takenUp.on)));
    if (ended === undefined) {
      const { departed } = journey;
      count(departed !== undefined && departed.on <= asOf ? 'ending departed' : 'ending ongoing');
      return;
    }
    this.toEnd.push(daysBetween(takenUp.on, ended.on));
    count(`ending ${ended.outcome as Ending}`);
    if (ended.outcome === 'stopped') this.stopped.add(inOneForm(ended.reason), { count: 1, key });
  }

  addUnreferred(key: number): void {
    this.cells.add('unreferred', { count: 1, key });
  }

  /** The reasons for stopping that are told by themselves when all that was counted here is everything there is. */
  reasonsTold(exit: Exit): readonly string[] {
    return reasonsTold(this.stopped, exit.leastWithWords);
  }

  /** What was counted, as an exit lets it out, with some reasons told by themselves. */
  counts(exit: Exit, reasons: readonly string[]): TransitionCounts {
    const shown = (cell: Cell): ShownCount => exit.count(this.cells.of(cell));
    const each = <K extends string>(names: readonly K[], cellOf: (name: K) => Cell): Record<K, ShownCount> =>
      Object.fromEntries(names.map((name) => [name, shown(cellOf(name))])) as Record<K, ShownCount>;
    const [startedThere, startedInAnother] = [shown('startedThere'), shown('startedInAnother')];
    const unknownReasons = each(TROUBLES, (reason) => `trouble ${reason}`);
    const endings = each(ENDINGS, (ending) => `ending ${ending}`);
    const standings = {
      ...each(LEAVES, (standing) => standing),
      started: exit.sum(startedThere, startedInAnother),
      unknown: exit.sum(...Object.values(unknownReasons)),
    };
    return {
      ...standings,
      referred: exit.sum(...Object.values(standings)),
      ...{ startedThere, startedInAnother, unknownReasons, endings },
      daysToStart: shownDistribution(this.toStart, startedThere, exit),
      daysToEnd: shownDistribution(this.toEnd, exit.sum(...ENDED.map((ending) => endings[ending])), exit),
      dropOut: countReasons(this.stopped, reasons, exit),
      unreferred: shown('unreferred'),
    };
  }
}
