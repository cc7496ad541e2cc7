import { both, type Bilingual, type Language } from '../../../kernel/language';
import { columnsOf, type Column } from '../../../kernel/table';
import type { Unit } from '../../../kernel/unit';
import { QUANTILE_WORDS, TRANSITION_COLUMN_WORDS, TRANSITION_WORDS } from '../../../kernel/words/transitions';
import { columnsCsv } from '../../../platform/text/csv';
import { reasonColumn } from '../../../platform/text/empty-reason';
import { MADE_UNDER_COLUMNS } from '../../../platform/text/made-under-columns';
import type { TransitionReport } from '../../application/transition-reports';
import type { Distribution } from '../../domain/distribution';
import type { TransitionCounts } from '../../domain/tally';
import { dropOutText } from '../drop-out-text';
import { TRANSITION_COUNTS } from '../transition-columns';

interface Line {
  readonly report: TransitionReport;
  readonly hospital: Unit | undefined;
  readonly municipality: Unit | undefined;
  readonly counts: TransitionCounts;
}

/** The transitions as CSV: the total first, then a line a pair. */
export function transitionsCsv(report: TransitionReport, language: Language): string {
  const { hospital, municipality, total, pairs } = report;
  const lines: Line[] = [
    { report, hospital, municipality, counts: total },
    ...pairs.map((pair) => ({ report, hospital: pair.hospital, municipality: pair.municipality, counts: pair })),
  ];
  return columnsCsv(COLUMNS, lines, language);
}

const alike = (text: string): Bilingual => both(text, text);

const endColumns = (end: 'hospital' | 'municipality'): Column<Line>[] => [
  {
    name: end,
    heading: TRANSITION_COLUMN_WORDS[`${end}Id`],
    cell: (line) => line[end]?.id ?? 'all',
    words: (line) => alike(line[end]?.id ?? ''),
  },
  {
    name: `${end}_name`,
    heading: TRANSITION_WORDS[end],
    cell: (line) => line[end]?.name,
    words: (line) => (line[end] === undefined ? TRANSITION_WORDS.all : alike(line[end].name)),
  },
];

const DAYS = ['median', 'lowerQuartile', 'upperQuartile', 'p90'] as const;
const DAY_NAMES = { median: 'median', lowerQuartile: 'q1', upperQuartile: 'q3', p90: 'p90' } as const;

const dayColumns = (to: 'start' | 'end', daysOf: (counts: TransitionCounts) => Distribution): Column<Line>[] =>
  DAYS.map((part) => ({
    name: `days_to_${to}_${DAY_NAMES[part]}`,
    heading: TRANSITION_COLUMN_WORDS[to === 'start' ? 'daysToStart' : 'daysToEnd']({ part: QUANTILE_WORDS[part] }),
    cell: ({ counts }) => daysOf(counts)[part],
  }));

const isUntold = ({ n, median }: Distribution): boolean => median === null && n > 0;

const COLUMNS: readonly Column<Line>[] = [
  ...columnsOf(MADE_UNDER_COLUMNS, ({ report }: Line) => report),
  ...endColumns('hospital'),
  ...endColumns('municipality'),
  ...columnsOf(
    TRANSITION_COUNTS.map(({ name, heading, count }) => ({ name, heading, cell: count })),
    ({ counts }: Line) => counts,
  ),
  ...dayColumns('start', ({ daysToStart }) => daysToStart),
  ...dayColumns('end', ({ daysToEnd }) => daysToEnd),
  {
    name: 'drop_out',
    heading: TRANSITION_WORDS.dropOut,
    cell: ({ counts }) => counts.dropOut.map(({ reason, count }) => `${reason}: ${count}`).join('; '),
    words: ({ counts }) => dropOutText(counts, '; '),
  },
  reasonColumn<Line>(({ counts: { daysToStart, daysToEnd } }) => ({
    'nobody-started': daysToStart.n === 0,
    'nobody-ended': daysToEnd.n === 0,
    'too-few': isUntold(daysToStart) || isUntold(daysToEnd),
  })),
];
