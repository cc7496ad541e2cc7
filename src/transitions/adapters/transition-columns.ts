import type { Bilingual } from '../../kernel/language';
import { TRANSITION_COLUMN_WORDS } from '../../kernel/words/transitions';
import type { ShownCount } from '../../disclosure/domain/disclosed';
import type { TransitionCounts } from '../domain/tally';

type TransitionCount = readonly [name: string, count: (row: TransitionCounts) => ShownCount, heading?: Bilingual];

/** Those with a heading stand in the table for a terminal, all of them in the CSV. */
export const TRANSITION_COUNTS: readonly TransitionCount[] = [
  ['referred', (row) => row.referred, TRANSITION_COLUMN_WORDS.referred],
  ['started', (row) => row.started, TRANSITION_COLUMN_WORDS.started],
  ['started_there', (row) => row.startedThere],
  ['started_in_another', (row) => row.startedInAnother, TRANSITION_COLUMN_WORDS.startedInAnother],
  ['elsewhere', (row) => row.elsewhere, TRANSITION_COLUMN_WORDS.elsewhere],
  ['open', (row) => row.open, TRANSITION_COLUMN_WORDS.open],
  ['lost', (row) => row.lost, TRANSITION_COLUMN_WORDS.lost],
  ['unknown', (row) => row.unknown, TRANSITION_COLUMN_WORDS.unknown],
  ['unknown_source_not_connected', (row) => row.unknownReasons.SOURCE_NOT_CONNECTED],
  ['unknown_source_silent', (row) => row.unknownReasons.SOURCE_SILENT],
  ['excluded', (row) => row.excluded, TRANSITION_COLUMN_WORDS.excluded],
  ['completed', (row) => row.endings.completed, TRANSITION_COLUMN_WORDS.completed],
  ['stopped', (row) => row.endings.stopped, TRANSITION_COLUMN_WORDS.stopped],
  ['transferred', (row) => row.endings.transferred],
  ['died', (row) => row.endings.died],
  ['departed', (row) => row.endings.departed],
  ['ongoing', (row) => row.endings.ongoing, TRANSITION_COLUMN_WORDS.ongoing],
  ['unreferred', (row) => row.unreferred, TRANSITION_COLUMN_WORDS.unreferred],
];
