import { median, rounded } from './workbench';

/** One figure as measured: every run of it, and what it should reach where that is asked for. */
export interface Figure {
  readonly what: string;
  /** Each run, in the order they were run. */
  readonly runs: readonly number[];
  readonly unit: string;
  readonly reach?: { readonly atLeast: number } | { readonly atMost: number };
}

export interface Summary {
  readonly median: number;
  readonly least: number;
  readonly most: number;
  /** Absent where nothing is asked for. */
  readonly isReached?: boolean;
}

/** The median, least and greatest of a figure's runs, and whether the median reaches what it should. */
export function summaryOf({ runs, reach }: Figure): Summary {
  const middle = median(runs);
  const told = { median: short(middle), least: short(Math.min(...runs)), most: short(Math.max(...runs)) };
  if (reach === undefined) return told;
  return { ...told, isReached: 'atLeast' in reach ? middle >= reach.atLeast : middle <= reach.atMost };
}

/** Three significant digits or so. */
const short = (value: number): number => rounded(value, value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3);
