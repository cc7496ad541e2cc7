import type { PersonSetAside } from '../../kernel/set-aside';
import type { Logger } from '../../ports/logger';
import type { SetAsidePersons } from '../../ports/set-aside-persons';

/** Where those are told whom looking at results fails for. */
export type SetAsideNotes = Pick<SetAsidePersons, 'settle'>;

/**
 * Tells in the log alone, how many and the first reason: what fails under definitions that are not in force, such as a
 * trial's, is no reason to call a person set aside.
 */
export function notesInLog(logger: Logger): SetAsideNotes {
  return {
    settle: (_tried, failed) => {
      const [first] = failed;
      if (first !== undefined) {
        const { stage, reason } = first;
        logger.warn({ persons: failed.length, stage, reason }, 'Persons are left out: they cannot be decided so');
      }
      return Promise.resolve();
    },
  };
}

/** Tells whoever was collected, and collects anew. */
export async function tell(notes: SetAsideNotes, collected: PersonSetAside[]): Promise<void> {
  if (collected.length > 0) await notes.settle([], collected.splice(0));
}
