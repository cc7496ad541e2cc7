import type { PersonKey } from '../../kernel/clinical-event';
import type { Logger } from '../../ports/logger';

const UNREAD =
  'Columns of persons cannot be read; they are decided by their facts. `rehabspor rebuild` makes them anew';

/** Whose columns were of no use, told in the log: of each person once, together with whoever was found in the same pass. */
export class UnreadColumns {
  private readonly known = new Set<PersonKey>();
  private told = 0;

  constructor(private readonly logger: Logger) {}

  note(person: PersonKey): void {
    this.known.add(person);
  }

  /** Says how many were found since it was last said. */
  tell(): void {
    const persons = this.known.size - this.told;
    if (persons === 0) return;
    this.told = this.known.size;
    this.logger.warn({ persons }, UNREAD);
  }
}
