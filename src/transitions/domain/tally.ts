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

const ENDING_CELLS = {
  completed: 'ending completed',
  stopped: 'ending stopped',
  transferred: 'ending transferred',
  died: 'ending died',
  departed: 'ending departed',
  ongoing: 'ending ongoing',
} as const satisfies Record<Ending, Cell>;
const TROUBLE_CELLS = {
  SOURCE_NOT_CONNECTED: 'trouble SOURCE_NOT_CONNECTED',
  SOURCE_SILENT: 'trouble SOURCE_SILENT',
} as const satisfies Record<Trouble['reason'], Cell>;

type Cell =
  | (typeof LEAVES)[number]
  | 'startedThere'
  | 'startedInAnother'
  | `ending ${Ending}`
  | `trouble ${Trouble['reason']}`
  | 'unreferred';

/** What a handover counts as, the same wherever it is counted. */
interface CountedHandover {
  /** The record key of its pathway. */
  readonly key: number;
  readonly cells: readonly Cell[];
  readonly daysToStart?: number;
  readonly daysToEnd?: number;
  readonly stopReason?: string;
}

/** What a handover counts as on the as-of day. */
export function countedAs(handover: Handover, { standing, trouble }: HandoverStateAt, asOf: string): CountedHandover {
  const { takenUp, ended, to, referredOn, travelled } = handover;
  const { key, journey } = travelled;
  if (trouble !== undefined) return { key, cells: [TROUBLE_CELLS[trouble.reason]] };
  if (takenUp === undefined) return { key, cells: standing === 'started' || standing === 'unknown' ? [] : [standing] };
  if (takenUp.municipality !== to) return { key, cells: ['startedInAnother'] };
  const daysToStart = Math.max(0, daysBetween(referredOn, takenUp.on));
  if (ended === undefined) {
    const { departed } = journey;
    const ending = departed !== undefined && departed.on <= asOf ? 'ending departed' : 'ending ongoing';
    return { key, cells: ['startedThere', ending], daysToStart };
  }
  return {
    key,
    cells: ['startedThere', ENDING_CELLS[ended.outcome as Ending]],
    daysToStart,
    daysToEnd: daysBetween(takenUp.on, ended.on),
    ...(ended.outcome === 'stopped' ? { stopReason: inOneForm(ended.reason) } : undefined),
  };
}

/** Counts handovers. */
export class TransitionTally {
  private readonly cells = new KeyedCounter<Cell>();
  private readonly stopped = new KeyedCounter();
  private readonly toStart: number[] = [];
  private readonly toEnd: number[] = [];

  add({ key, cells, daysToStart, daysToEnd, stopReason }: CountedHandover): void {
    const one = { count: 1, key };
    for (const cell of cells) this.cells.add(cell, one);
    if (daysToStart !== undefined) this.toStart.push(daysToStart);
    if (daysToEnd !== undefined) this.toEnd.push(daysToEnd);
    if (stopReason !== undefined) this.stopped.add(stopReason, one);
  }

  /** Counts all that another tally did. */
  include(other: TransitionTally): void {
    this.cells.include(other.cells);
    this.stopped.include(other.stopped);
    for (const days of other.toStart) this.toStart.push(days);
    for (const days of other.toEnd) this.toEnd.push(days);
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
    const unknownReasons = each(TROUBLES, (reason) => TROUBLE_CELLS[reason]);
    const endings = each(ENDINGS, (ending) => ENDING_CELLS[ending]);
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
