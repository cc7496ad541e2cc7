import type { Bilingual } from '../../kernel/language';
import { REASON_WORDS } from '../../kernel/words/codes';
import { TRANSITION_COLUMN_WORDS as WORDS } from '../../kernel/words/transitions';
import type { ShownCount } from '../../disclosure/domain/disclosed';
import type { TransitionCounts } from '../domain/tally';

interface TransitionCount {
  /** For programs. */
  readonly name: string;
  readonly heading: Bilingual;
  readonly count: (row: TransitionCounts) => ShownCount;
  /** A terminal has no room for all of them. */
  readonly where: 'everywhere' | 'in files';
}

const shown = (name: string, heading: Bilingual, count: TransitionCount['count']): TransitionCount => ({
  name,
  heading,
  count,
  where: 'everywhere',
});
const filed = (...column: Parameters<typeof shown>): TransitionCount => ({ ...shown(...column), where: 'in files' });

/** What is counted of transitions, in the order it is read. */
export const TRANSITION_COUNTS: readonly TransitionCount[] = [
  shown('referred', WORDS.referred, (row) => row.referred),
  shown('started', WORDS.started, (row) => row.started),
  filed('started_there', WORDS.startedThere, (row) => row.startedThere),
  shown('started_in_another', WORDS.startedInAnother, (row) => row.startedInAnother),
  shown('elsewhere', WORDS.elsewhere, (row) => row.elsewhere),
  shown('open', WORDS.open, (row) => row.open),
  shown('lost', WORDS.lost, (row) => row.lost),
  shown('unknown', WORDS.unknown, (row) => row.unknown),
  ...(['SOURCE_NOT_CONNECTED', 'SOURCE_SILENT'] as const).map((reason) =>
    filed(
      `unknown_${reason.toLowerCase()}`,
      WORDS.unknownBy({ reason: REASON_WORDS[reason] }),
      ({ unknownReasons }) => unknownReasons[reason],
    ),
  ),
  shown('excluded', WORDS.excluded, (row) => row.excluded),
  shown('completed', WORDS.completed, (row) => row.endings.completed),
  shown('stopped', WORDS.stopped, (row) => row.endings.stopped),
  filed('transferred', WORDS.transferred, (row) => row.endings.transferred),
  filed('died', WORDS.died, (row) => row.endings.died),
  filed('departed', WORDS.departed, (row) => row.endings.departed),
  shown('ongoing', WORDS.ongoing, (row) => row.endings.ongoing),
  shown('unreferred', WORDS.unreferred, (row) => row.unreferred),
];
