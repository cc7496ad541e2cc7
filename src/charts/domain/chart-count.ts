import { estimatedRate, type Figures } from '../../counting/domain/figures';
import { intervalOf, type Interval } from '../../counting/domain/statistics/interval';
import type { Rate } from '../../counting/domain/statistics/proportion';
import { madeOf, type Disclosed, type Marked } from '../../disclosure/domain/disclosed';

/** What is read around a share: between which it must lie, what was reported, and what is not known or not over. */
export type AroundShare = Pick<Figures, 'bounds' | 'reported' | 'unknown' | 'unknownPercent' | 'stillOpen'>;

/** What a chart is given of one unit in one period, and the only way counts reach a chart. */
export interface ChartCount extends Rate, Marked {
  /** Of the share, 95 %: it stands for silent organisations too. */
  readonly interval: Interval | null;
  /** Decided or unknown while a source was in trouble. */
  readonly touched: number;
  /** Of all, what is missing for a comparison: see `feedMarkOf`. */
  readonly lost: number;
  /** Decided or unknown. */
  readonly all: number;
  /** Of everyone, whatever decisions the count stands on. */
  readonly estimate: Figures['estimate'];
  readonly around: AroundShare;
}

/** `disturbed`: too much is missing to compare with; `touched`: something is; both are shown and marked. */
export type FeedMark = 'whole' | 'touched' | 'disturbed';

/** A tenth: below it a rule still says more of the unit than of its sources. */
const DISTURBED_FROM = { lost: 1, of: 10 };

/**
 * The count of a unit that is compared with others: its estimate (a rate over what happened to be reported is not a
 * rate). Whatever a source's trouble touched is lost to the comparison.
 */
export function chartCountOf(figures: Disclosed<Figures>): ChartCount {
  const { interval } = figures.estimate;
  const touched = touchedOf(figures);
  const counted = { ...estimatedRate(figures), interval, touched, lost: touched, all: allOf(figures) };
  return madeOf(figures, { ...counted, ...besideOf(figures) });
}

/**
 * The count of one of a unit's periods, which are compared with each other: the estimate, or, `undisturbed`, the same
 * kind of decisions in every period. Only what a source that was connected fell `silent` for is lost: a source that
 * never was is missing from every period alike.
 */
export function periodCountOf(
  figures: Disclosed<Figures>,
  { silenced, undisturbed }: { readonly silenced: number; readonly undisturbed: boolean },
): ChartCount {
  const isEstimate = !undisturbed || figures.estimateFrom === 'undisturbed';
  const rate: Rate = isEstimate ? estimatedRate(figures) : figures.undisturbed;
  const interval = isEstimate
    ? figures.estimate.interval
    : intervalOf(rate.numerator, rate.denominator, { method: 'exact' });
  const [touched, all] = [touchedOf(figures), allOf(figures)];
  // Each is a cell of its own, and a part may be shown as more than the whole.
  const counted = { ...rate, interval, touched, lost: Math.min(silenced, all), all };
  return madeOf(figures, { ...counted, ...besideOf(figures) });
}

function besideOf(figures: Figures): Pick<ChartCount, 'estimate' | 'around'> {
  const { estimate, bounds, reported, unknown, unknownPercent, stillOpen } = figures;
  return { estimate, around: { bounds, reported, unknown, unknownPercent, stillOpen } };
}

function touchedOf({ reported, undisturbed, unknownReasons }: Figures): number {
  const { SOURCE_SILENT: silent = 0, SOURCE_NOT_CONNECTED: unconnected = 0 } = unknownReasons;
  // Each is a cell of its own: the undisturbed may be shown as more than those reported.
  return Math.max(0, reported.denominator - undisturbed.denominator) + silent + unconnected;
}

const allOf = ({ reported, unknown }: Figures): number => reported.denominator + unknown;

/** How far silent sources touch a count. */
export function feedMarkOf({ lost, all }: Pick<ChartCount, 'lost' | 'all'>): FeedMark {
  if (lost === 0) return 'whole';
  return lost * DISTURBED_FROM.of >= all * DISTURBED_FROM.lost ? 'disturbed' : 'touched';
}
