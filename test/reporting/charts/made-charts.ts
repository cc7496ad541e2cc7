import { shown } from '../../support/shown';
import type { ChartCount } from '../../../src/charts/domain/chart-count';
import { Tally } from '../../../src/counting/domain/tally';
import { intervalOf } from '../../../src/counting/domain/statistics/interval';
import type { ChartHeading, ChartIndicator } from '../../../src/charts/domain/chart-heading';
import { controlChart, type BaselineChoice, type ControlChart } from '../../../src/charts/domain/control-chart';
import { funnelChart, type FunnelChart } from '../../../src/charts/domain/funnel-chart';
import { levelTable, type LevelTable } from '../../../src/charts/domain/level-table';
import { trendChart, type TrendChart } from '../../../src/charts/domain/trend-chart';
import { parsePeriod, type Period } from '../../../src/kernel/period';
import { stepsBetween } from '../../../src/counting/domain/period-sequence';
import { ALIKE } from '../../../src/counting/domain/statistics/composition';
import type { ControlKind } from '../../../src/counting/domain/statistics/control-limits';

const HEADING: ChartHeading = {
  definition: 'dhrd-2023/2',
  label: 'arbejdsdefinition',
  policy: { bugOnReferral: 'strict' },
  fewest: 1,
  asOf: '2025-06-30',
};

export const PARTICIPATION: ChartIndicator = {
  number: 1,
  key: 'participation',
  title: { da: 'Deltagelse i rehabilitering', en: 'Participation in rehabilitation' },
  target: { direction: 'at-least', percent: 75, levels: { high: 75, moderate: 60 } },
};

const BOTH = ['met', 'not-met'] as const;
const ODENSE = { id: 'municipality:0461', name: 'Odense' };

/** A count in which sources fell silent for `touched` more. */
export function count(numerator: number, denominator: number, touched = 0): ChartCount {
  const interval = intervalOf(numerator, denominator, { method: 'exact' });
  const all = denominator + touched;
  return shown({
    numerator,
    denominator,
    interval,
    touched,
    lost: touched,
    all,
    ...besideOf(numerator, denominator, touched),
  });
}

/** What stands beside a count of which only the touched are unknown. */
function besideOf(met: number, decided: number, touched: number): Pick<ChartCount, 'estimate' | 'around'> {
  const tally = new Tally();
  const mark = { denominatorUnknown: false, disturbed: false, isOpen: false } as const;
  tally.add({ ...mark, outcome: 'met' }, met);
  tally.add({ ...mark, outcome: 'not-met' }, decided - met);
  tally.add({ ...mark, outcome: 'unknown', reason: 'SOURCE_SILENT', disturbed: true, possible: BOTH }, touched);
  const { estimate, bounds, reported, unknown, unknownPercent, stillOpen } = tally.figures();
  return { estimate, around: { bounds, reported, unknown, unknownPercent, stillOpen } };
}

export function period(name: string): Period {
  const parsed = parsePeriod(name);
  if (parsed === undefined) throw new Error(`This test names no period: ${name}.`);
  return parsed;
}

/** A funnel around what the units are together, unless it is said what all are. */
export function funnelOf(
  counts: Readonly<Record<string, ChartCount>>,
  all: ChartCount = together(Object.values(counts)),
  fewest = HEADING.fewest,
): FunnelChart {
  return funnelChart(
    { ...HEADING, fewest },
    {
      indicator: PARTICIPATION,
      period: period('2023'),
      level: 'hospital',
      all,
      units: Object.entries(counts).map(([name, one]) => ({ unit: { id: `hospital:${name}`, name }, count: one })),
    },
  );
}

const together = (counts: readonly ChartCount[]): ChartCount => {
  const sum = (of: 'numerator' | 'denominator'): number => counts.reduce((all, one) => all + one[of], 0);
  return count(sum('numerator'), sum('denominator'));
};

const FIRST_MONTH = '2022-01-01';

/** A chart of months from January 2022 on. */
export function controlOf(
  counts: readonly ChartCount[],
  kind: ControlKind = 'p',
  baseline: BaselineChoice = { first: 12 },
  fewest = HEADING.fewest,
): ControlChart {
  const periods = stepsBetween('month', FIRST_MONTH, '2029-12-31').slice(0, counts.length);
  return controlChart(
    { ...HEADING, fewest },
    {
      kind,
      indicator: PARTICIPATION,
      unit: ODENSE,
      by: 'month',
      definitionDays: ['2023-01-01'],
      baseline,
      periods: periods.map((month, at) => ({ period: month, count: counts[at] as ChartCount, shown: true })),
    },
  );
}

/** A trend of years from 2020 on. */
export function trendOf(
  counts: readonly ChartCount[],
  indicator: ChartIndicator = PARTICIPATION,
  fewest = HEADING.fewest,
): TrendChart {
  const periods = stepsBetween('year', '2020-01-01', '2029-12-31').slice(0, counts.length);
  return trendChart(
    { ...HEADING, fewest },
    {
      indicator,
      unit: ODENSE,
      by: 'year',
      composition: () => ALIKE,
      periods: periods.map((year, at) => ({ period: year, count: counts[at] as ChartCount })),
    },
  );
}

export function levelsOf(
  units: Readonly<Record<string, readonly { readonly now: ChartCount; readonly before?: ChartCount }[]>>,
  fewest = HEADING.fewest,
): LevelTable {
  const most = Math.max(...Object.values(units).map(({ length }) => length));
  return levelTable(
    { ...HEADING, fewest },
    {
      composition: () => ALIKE,
      period: period('2024'),
      before: period('2023'),
      level: 'hospital',
      indicators: Array.from({ length: most }, (_, at) => ({
        ...PARTICIPATION,
        number: at + 1,
        key: `indicator-${at + 1}`,
      })),
      units: Object.entries(units).map(([name, counts]) => ({ unit: { id: `hospital:${name}`, name }, counts })),
    },
  );
}
