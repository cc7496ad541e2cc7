import type { Day } from '../../kernel/day';
import type { IndicatorDefinition } from '../../kernel/definition';

/** What a chart is about and was made under: with it a reader can make the chart again. */
export interface ChartHeading {
  readonly definition: string;
  /** `arbejdsdefinition` while the definitions are ours. */
  readonly label?: string;
  readonly policy: Readonly<Record<string, string>>;
  /** Of fewer than this no goal level, change, place in a funnel or signal is told. */
  readonly fewest: number;
  readonly asOf: Day;
  /** RFC 3339. */
  readonly knownAt?: string;
}

/** What a reader must know of the indicator. */
export type ChartIndicator = Pick<IndicatorDefinition, 'number' | 'key' | 'title' | 'target'>;

export function chartIndicatorOf({ number, key, title, target }: IndicatorDefinition): ChartIndicator {
  return { number, key, title, target };
}
