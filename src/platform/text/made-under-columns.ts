import { periodTitle, type Period } from '../../kernel/period';
import { dayCell, type Column } from '../../kernel/table';
import { ABOUT_WORDS } from '../../kernel/words/report';

/** What every table that leaves as a file was made under. */
interface MadeUnder {
  readonly definition: string;
  readonly label?: string;
  readonly period: Period;
  readonly asOf: string;
  /** RFC 3339; absent: everything received. */
  readonly knownAt?: string;
}

/** What a table was made under, on each of its lines, so that a line can be read alone. */
export const MADE_UNDER_COLUMNS: readonly Column<MadeUnder>[] = [
  { name: 'definition', heading: ABOUT_WORDS.definition, cell: ({ definition }) => definition },
  { name: 'label', heading: ABOUT_WORDS.label, cell: ({ label }) => label },
  {
    name: 'period',
    heading: ABOUT_WORDS.period,
    cell: ({ period }) => period.name,
    words: ({ period }) => periodTitle(period),
  },
  { name: 'from', heading: ABOUT_WORDS.from, cell: ({ period }) => dayCell(period.from) },
  { name: 'to', heading: ABOUT_WORDS.to, cell: ({ period }) => dayCell(period.to) },
  { name: 'as_of', heading: ABOUT_WORDS.asOf, cell: ({ asOf }) => dayCell(asOf) },
  { name: 'known_at', heading: ABOUT_WORDS.knownAt, cell: ({ knownAt }) => knownAt },
];
