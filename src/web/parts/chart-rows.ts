import { GOAL_LEVEL_WORDS } from '../../kernel/words/codes';
import { CHANGE_WORDS, FEED_MARK_WORDS, PLACE_WORDS, SIGNAL_WORDS } from '../../kernel/words/charts';
import { FIGURE_WORDS } from '../../kernel/words/figure';
import { both, joined, type Bilingual } from '../../kernel/language';
import { parsePeriod, periodTitle } from '../../kernel/period';
import { percentCell, type Column } from '../../kernel/table';
import type { Shapes } from './shapes';

/** What is said alike in both languages. */
const plain = (text: string) => both(text, text);

/** The charts there are. */
export const CHART_KINDS = ['trend', 'control', 'funnel', 'levels'] as const;
export type ChartKind = (typeof CHART_KINDS)[number];

export type Chart = Shapes['TrendChart'] | Shapes['ControlChart'] | Shapes['FunnelChart'] | Shapes['LevelTable'];

type Share = Omit<Shapes['TrendPoint'], 'period' | 'change'>;

/** One share of a chart: what it is of, and what is said of it beside its numbers. */
export interface ChartRow {
  readonly of: Bilingual;
  readonly indicator?: Bilingual;
  readonly share: Share;
  readonly remarks: readonly Bilingual[];
}

/** Every share of a chart as rows, in the order in which they are drawn. */
export function chartRows(chart: Chart): ChartRow[] {
  switch (chart.chart) {
    case 'trend':
      return chart.points.map((point) => ({
        of: periodTitle(point.period),
        share: point,
        remarks: changeRemarks(point.change),
      }));
    case 'control':
      return chart.points.map((point) => ({
        of: periodTitle(point.period),
        share: point,
        remarks: point.signals.map((signal) => SIGNAL_WORDS[signal]),
      }));
    case 'funnel':
      return chart.units.map((unit) => ({
        of: both(unit.unit.name, unit.unit.name),
        share: unit,
        remarks: unit.place === null ? [] : [PLACE_WORDS[unit.place]],
      }));
    case 'levels':
      return chart.rows.flatMap(({ unit, cells }) =>
        cells.map((cell) => {
          const indicator = chart.indicators.find(({ key }) => key === cell.indicator)?.title;
          return {
            of: both(unit.name, unit.name),
            ...(indicator === undefined ? undefined : { indicator }),
            share: cell,
            remarks: changeRemarks(cell.change),
          };
        }),
      );
  }
}

function changeRemarks(change: Shapes['TrendPoint']['change']): Bilingual[] {
  if (change === null) return [];
  const against = parsePeriod(change.against);
  const words = CHANGE_WORDS[change.meaning];
  if (against === undefined) return [words];
  return [joined([words, plain(' ('), periodTitle(against), plain(')')])];
}

/** The columns of a chart's table and CSV. */
export function chartColumns(chart: Chart): readonly Column<ChartRow>[] {
  const words = FIGURE_WORDS;
  const isOfUnits = chart.chart === 'funnel' || chart.chart === 'levels';
  return [
    spoken('of', isOfUnits ? words.unit : words.period, ({ of }) => of),
    ...(chart.chart === 'levels'
      ? [spoken('indicator', words.indicator, ({ indicator }) => indicator ?? both('', ''))]
      : []),
    { name: 'percent', heading: words.percent, cell: ({ share }) => percentCell(share.percent) },
    { name: 'lower', heading: words.lower, cell: ({ share }) => percentCell(share.interval?.lower) },
    { name: 'upper', heading: words.upper, cell: ({ share }) => percentCell(share.interval?.upper) },
    { name: 'boundLower', heading: words.boundLower, cell: ({ share }) => percentCell(share.bounds.lower) },
    { name: 'boundUpper', heading: words.boundUpper, cell: ({ share }) => percentCell(share.bounds.upper) },
    { name: 'numerator', heading: words.numerator, cell: ({ share }) => share.numerator },
    { name: 'denominator', heading: words.denominator, cell: ({ share }) => share.denominator },
    { name: 'unknown', heading: words.unknown, cell: ({ share }) => share.unknown },
    spoken('level', words.level, ({ share: { level, tooFew } }) =>
      level !== null ? GOAL_LEVEL_WORDS[level] : tooFew ? words.tooFew : both('', ''),
    ),
    spoken('sources', words.sources, ({ share: { feeds } }) =>
      feeds === 'whole' ? words.wholeSources : FEED_MARK_WORDS[feeds],
    ),
    spoken('remark', words.remark, ({ remarks }) =>
      both(remarks.map(({ da }) => da).join(', '), remarks.map(({ en }) => en).join(', ')),
    ),
  ];
}

/** A column of words. */
function spoken(name: string, heading: Bilingual, words: (row: ChartRow) => Bilingual): Column<ChartRow> {
  return { name, heading, cell: (row) => words(row).en, words };
}
