import type { Level, Unit } from '../../kernel/unit';
import type { Period } from '../../kernel/period';
import type { GoalLevel } from '../../counting/domain/statistics/goal-level';
import type { Composition } from '../../counting/domain/statistics/composition';
import type { ChartCount } from './chart-count';
import type { ChartHeading, ChartIndicator } from './chart-heading';
import { chartShareOf, type ChartShare } from './chart-share';
import { toldChange, type ToldChange } from './trend-chart';

export interface LevelCell extends ChartShare {
  readonly indicator: string;
  /** Against the period before; null when there is none to compare with. */
  readonly change: ToldChange | null;
}

export interface LevelRow {
  readonly unit: Unit;
  readonly cells: readonly LevelCell[];
  /** How many indicators are at which level. */
  readonly counts: Readonly<Record<GoalLevel, number>>;
}

/** Goal levels of every unit and indicator in a period, with what changed since the period before. */
export interface LevelTable extends ChartHeading {
  readonly chart: 'levels';
  readonly period: Period;
  /** The period changes are told against. */
  readonly before?: Period;
  readonly level: Level;
  readonly indicators: readonly ChartIndicator[];
  readonly rows: readonly LevelRow[];
}

export interface LevelContent {
  readonly period: Period;
  readonly before?: Period;
  readonly level: Level;
  readonly indicators: readonly ChartIndicator[];
  readonly units: readonly {
    readonly unit: Unit;
    /** In the order of `indicators`. */
    readonly counts: readonly { readonly now: ChartCount; readonly before?: ChartCount }[];
  }[];
  /** How far the shares of a unit (by id) in the two periods may lie apart because others are heard. */
  readonly composition: (indicator: string, unit: string) => Composition;
}

/** Lays units and indicators out as a table of levels. */
export function levelTable(heading: ChartHeading, content: LevelContent): LevelTable {
  const { period, before, level, indicators, units } = content;
  return {
    chart: 'levels',
    ...heading,
    period,
    ...(before === undefined ? undefined : { before }),
    level,
    indicators,
    rows: units.map(({ unit, counts }) => {
      const cells = indicators.flatMap(({ key, target }, at): LevelCell[] => {
        const count = counts[at];
        if (count === undefined) return [];
        const judged = { target, fewest: heading.fewest };
        const change =
          before === undefined || count.before === undefined
            ? null
            : toldChange(
                count.now,
                { period: before, count: count.before },
                { ...judged, composition: () => content.composition(key, unit.id) },
              );
        return [{ indicator: key, ...chartShareOf(count.now, judged), change }];
      });
      return { unit, cells, counts: levelCounts(cells) };
    }),
  };
}

function levelCounts(cells: readonly LevelCell[]): Record<GoalLevel, number> {
  const counts = { high: 0, moderate: 0, low: 0 };
  for (const { level } of cells) if (level !== null) counts[level] += 1;
  return counts;
}
