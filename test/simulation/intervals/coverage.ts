import type { TableRow } from '../../../src/counting/domain/indicator-table';
import { intervalOf, type Interval } from '../../../src/counting/domain/statistics/interval';

/** In how many of so many cells the truth lay inside the interval. */
export interface Coverage {
  readonly cells: number;
  readonly inside: number;
}

/** One indicator over all runs; percentages, of Denmark and their means over the runs. */
export interface IndicatorCoverage {
  readonly indicator: string;
  readonly truth: number;
  readonly estimate: number;
  readonly interval: readonly [lower: number, upper: number];
  readonly bounds: readonly [lower: number, upper: number];
  readonly reported: number;
  readonly nation: Coverage;
  readonly regions: Coverage;
  /** Cells of whose interval the program says that too few organisations stand behind it; not in the two above. */
  readonly tooFew: Coverage;
  /** Of Denmark, were the interval made as though patients had been drawn one by one. */
  readonly withoutOrganisations: Coverage;
  /** Cells in which the truth of the pathways that are there is not inside the bounds. */
  readonly outsideBounds: number;
}

/** A row of the program's own table beside what was so, in percent. */
export interface ToldCell {
  readonly row: TableRow;
  readonly truth: {
    /** Of the pathways that are there: what the bounds guarantee. */
    readonly ofPathways: number;
    /** What could be expected of them where they are treated and live: what an interval is for. */
    readonly ofOrganisations: number;
  };
}

/** Gathers the cells of all runs by indicator. */
export function coverageOf(cells: Iterable<ToldCell>): IndicatorCoverage[] {
  const gathered = new Map<string, Gathered>();
  for (const cell of cells) {
    const { indicator } = cell.row;
    const ofIndicator = gathered.get(indicator) ?? new Gathered(indicator);
    gathered.set(indicator, ofIndicator);
    ofIndicator.add(cell);
  }
  return [...gathered.values()].map((ofIndicator) => ofIndicator.result());
}

const none = (): { cells: number; inside: number } => ({ cells: 0, inside: 0 });

class Gathered {
  private readonly sums = { truth: 0, estimate: 0, lower: 0, upper: 0, least: 0, most: 0, reported: 0 };
  private readonly covered = { nation: none(), regions: none(), tooFew: none(), withoutOrganisations: none() };
  private runs = 0;
  private outsideBounds = 0;

  constructor(private readonly indicator: string) {}

  add({ row, truth }: ToldCell): void {
    const { estimate, bounds, reported } = row;
    if (!isWithin(bounds, truth.ofPathways)) this.outsideBounds += 1;
    if (estimate.interval === null || estimate.percent === null) return;
    const isNation = row.unit.id === 'denmark';
    const kind = row.fewOrganisations === true ? 'tooFew' : isNation ? 'nation' : 'regions';
    this.note(kind, estimate.interval, truth);
    if (!isNation) return;
    this.note('withoutOrganisations', intervalOf(estimate.numerator, estimate.denominator, { method: 'exact' }), truth);
    this.runs += 1;
    this.sums.truth += truth.ofOrganisations;
    this.sums.estimate += estimate.percent;
    this.sums.lower += estimate.interval.lower;
    this.sums.upper += estimate.interval.upper;
    this.sums.least += bounds.lower ?? 0;
    this.sums.most += bounds.upper ?? 100;
    this.sums.reported += reported.percent ?? NaN;
  }

  result(): IndicatorCoverage {
    const { indicator, sums, covered, outsideBounds } = this;
    const mean = (sum: number): number => Number((sum / this.runs).toFixed(1));
    return {
      indicator,
      truth: mean(sums.truth),
      estimate: mean(sums.estimate),
      interval: [mean(sums.lower), mean(sums.upper)],
      bounds: [mean(sums.least), mean(sums.most)],
      reported: mean(sums.reported),
      ...covered,
      outsideBounds,
    };
  }

  private note(
    kind: keyof Gathered['covered'],
    interval: Interval | null,
    { ofOrganisations }: ToldCell['truth'],
  ): void {
    if (interval === null) return;
    this.covered[kind].cells += 1;
    if (isWithin(interval, ofOrganisations)) this.covered[kind].inside += 1;
  }
}

/** Shown numbers are rounded to tenths, so a truth on the end is inside. */
function isWithin(
  { lower, upper }: { readonly lower: number | null; readonly upper: number | null },
  truth: number,
): boolean {
  return (lower ?? 0) - 0.05 <= truth && truth <= (upper ?? 100) + 0.05;
}
