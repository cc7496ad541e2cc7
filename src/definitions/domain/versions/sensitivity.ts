import { indicatorTable, type TableRow } from '../../../counting/domain/indicator-table';
import { estimatedRate } from '../../../counting/domain/figures';
import { levelOf, type GoalLevel } from '../../../counting/domain/statistics/goal-level';
import { usualContext, type Level, type Unit } from '../../../kernel/unit';
import type { DifferenceQuestion, Version } from './version';

/** A unit's figures under one option of a policy. */
interface OptionFigures extends Pick<TableRow, 'estimate' | 'estimateFrom' | 'bounds' | 'reported' | 'unknown'> {
  readonly level: GoalLevel | null;
}

/** One indicator of one unit under every option, side by side. */
export interface SensitivityRow {
  readonly indicator: string;
  readonly number: number;
  readonly unit: Unit;
  readonly options: Readonly<Record<string, OptionFigures>>;
  /** The options do not all give the same figures. */
  readonly differs: boolean;
}

/** What is counted under each option of a policy; rows by indicator number, then unit. */
export function sensitivityRows(
  options: ReadonlyMap<string, Version>,
  { period, asOf }: Pick<DifferenceQuestion, 'period' | 'asOf'>,
  level: Level,
): SensitivityRow[] {
  const rows = new Map<string, { row: TableRow; options: Record<string, OptionFigures> }>();
  for (const [option, { basis, cases }] of options) {
    const { set, organisations, fewest } = basis;
    const context = usualContext(level);
    const targets = new Map(set.indicators.map(({ key, target }) => [key, target]));
    const question = {
      indicators: set.indicators,
      organisations,
      period,
      level,
      context,
      asOf,
      interval: 'exact',
    } as const;
    for (const row of indicatorTable(cases, question)) {
      const name = `${row.indicator} ${row.unit.id}`;
      const known = rows.get(name) ?? { row, options: {} };
      rows.set(name, known);
      const target = targets.get(row.indicator);
      known.options[option] = figuresOf(row, target === undefined ? null : levelOf(estimatedRate(row), target, fewest));
    }
  }
  return [...rows.values()].map(({ row: { indicator, number, unit }, options: figures }) => ({
    indicator,
    number,
    unit,
    options: figures,
    differs: new Set(Object.values(figures).map((one) => JSON.stringify(one))).size > 1,
  }));
}

function figuresOf(row: TableRow, level: GoalLevel | null): OptionFigures {
  const { estimate, estimateFrom, bounds, reported, unknown } = row;
  return { estimate, estimateFrom, bounds, reported, unknown, level };
}
