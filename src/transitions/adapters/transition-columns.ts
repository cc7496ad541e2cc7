import type { Bilingual } from '../../kernel/definition';
import type { ShownCount } from '../../disclosure/domain/shown-row';
import type { ShownTransitions } from '../domain/shown-transitions';

type TransitionCount = readonly [name: string, count: (row: ShownTransitions) => ShownCount, heading?: Bilingual];
const both = (da: string, en: string): Bilingual => ({ da, en });

/** Those with a heading stand in the table for a terminal, all of them in the CSV. */
export const TRANSITION_COUNTS: readonly TransitionCount[] = [
  ['referred', (row) => row.referred, both('Henvist', 'Referred')],
  ['started', (row) => row.started, both('Startet', 'Started')],
  ['started_there', (row) => row.startedThere],
  ['started_in_another', (row) => row.startedInAnother, both('Anden kommune', 'Another municipality')],
  ['elsewhere', (row) => row.elsewhere, both('Andetsteds', 'Elsewhere')],
  ['open', (row) => row.open, both('Åben', 'Open')],
  ['lost', (row) => row.lost, both('Tabt', 'Lost')],
  ['unknown', (row) => row.unknown, both('Uvist', 'Unknown')],
  ['unknown_source_not_connected', (row) => row.unknownReasons.SOURCE_NOT_CONNECTED],
  ['unknown_source_silent', (row) => row.unknownReasons.SOURCE_SILENT],
  ['excluded', (row) => row.excluded, both('Udgået', 'Excluded')],
  ['completed', (row) => row.endings.completed, both('Gennemført', 'Completed')],
  ['stopped', (row) => row.endings.stopped, both('Stoppet', 'Stopped')],
  ['transferred', (row) => row.endings.transferred],
  ['died', (row) => row.endings.died],
  ['departed', (row) => row.endings.departed],
  ['ongoing', (row) => row.endings.ongoing, both('I gang', 'Ongoing')],
  ['unreferred', (row) => row.unreferred, both('Uden henvisning', 'Unreferred')],
];
