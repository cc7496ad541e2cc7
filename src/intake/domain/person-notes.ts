import type { ClinicalEvent } from '../../kernel/clinical-event';
import type { Note } from './note';

/** What accepted events are told with a view to all that is known of their persons; the room that knows them fulfils it. */
export abstract class PersonNotes {
  /** The notes of each event that gets any; the events are known already where this is asked. */
  abstract of(events: readonly ClinicalEvent[]): Promise<ReadonlyMap<ClinicalEvent, readonly Note[]>>;
}
