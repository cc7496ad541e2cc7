import { both, type Bilingual } from '../../../kernel/language';
import { percentCell, type Cell, type Column } from '../../../kernel/table';
import { SHEET_WORDS } from '../../../kernel/words/report';
import { COVERAGE_WORDS, TRANSITION_COLUMN_WORDS as WORDS, TRANSITION_WORDS } from '../../../kernel/words/transitions';
import { COVERAGE_PAGE_WORDS, TRANSITION_PAGE_WORDS } from '../../../kernel/words/transition-pages';
import type { Shapes } from '../../parts/shapes';
import type { Counts } from './transition-flow';

/** A row of the file of transitions: a pair, or what the pairs come to together. */
export interface TransitionLine {
  readonly hospital?: Shapes['Unit'] | undefined;
  readonly municipality?: Shapes['Unit'] | undefined;
  readonly counts: Counts;
}

const counted = (
  name: string,
  heading: Bilingual,
  cell: (counts: Counts) => number | null,
): Column<TransitionLine> => ({ name, heading, cell: ({ counts }) => cell(counts) });

const end = (level: 'hospital' | 'municipality'): Column<TransitionLine>[] => [
  { name: level, heading: WORDS[`${level}Id`], cell: (line) => line[level]?.id ?? null },
  {
    name: `${level}Name`,
    heading: TRANSITION_WORDS[level],
    cell: (line) => line[level]?.name ?? null,
    words: (line) => (line[level] === undefined ? TRANSITION_WORDS.all : both(line[level].name, line[level].name)),
  },
];

/** The columns of the file of transitions. */
export const TRANSITION_LINE_COLUMNS: readonly Column<TransitionLine>[] = [
  ...end('hospital'),
  ...end('municipality'),
  counted('referred', WORDS.referred, ({ referred }) => referred),
  counted('startedThere', WORDS.startedThere, ({ startedThere }) => startedThere),
  counted('startedInAnother', WORDS.startedInAnother, ({ startedInAnother }) => startedInAnother),
  counted('elsewhere', WORDS.elsewhere, ({ elsewhere }) => elsewhere),
  counted('open', WORDS.open, ({ open }) => open),
  counted('lost', WORDS.lost, ({ lost }) => lost),
  counted('unknown', WORDS.unknown, ({ unknown }) => unknown),
  counted('excluded', WORDS.excluded, ({ excluded }) => excluded),
  counted('completed', WORDS.completed, ({ endings }) => endings.completed),
  counted('ongoing', WORDS.ongoing, ({ endings }) => endings.ongoing),
  counted('stopped', WORDS.stopped, ({ endings }) => endings.stopped),
  counted('transferred', WORDS.transferred, ({ endings }) => endings.transferred),
  counted('died', WORDS.died, ({ endings }) => endings.died),
  counted('departed', WORDS.departed, ({ endings }) => endings.departed),
  counted('daysToStart', TRANSITION_PAGE_WORDS.daysToStart, ({ daysToStart }) => daysToStart.median),
  counted('unreferred', WORDS.unreferred, ({ unreferred }) => unreferred),
];

type CoverageRow = Shapes['CoverageRow'];

const covered = (name: string, heading: Bilingual, cell: (row: CoverageRow) => Cell): Column<CoverageRow> => ({
  name,
  heading,
  cell,
});

/** The columns of the file of coverage. */
export const COVERAGE_COLUMNS: readonly Column<CoverageRow>[] = [
  covered('unitId', SHEET_WORDS.unitId, ({ unit }) => unit.id),
  covered('unit', COVERAGE_PAGE_WORDS.unit, ({ unit }) => unit.name),
  covered('population', COVERAGE_WORDS.population, ({ population }) => population),
  covered('reported', COVERAGE_WORDS.reported, ({ reported }) => reported),
  covered('unreported', COVERAGE_WORDS.unreported, ({ unreported }) => unreported),
  covered('percent', COVERAGE_WORDS.percent, ({ percent }) => percentCell(percent)),
  covered('expected', COVERAGE_WORDS.expected, ({ arrivals }) => arrivals?.expected),
  covered('arrived', COVERAGE_WORDS.arrivedHere, ({ arrivals }) => arrivals?.arrived),
];
