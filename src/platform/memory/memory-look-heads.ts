import type { LookHead } from '../../kernel/look';
import { LookHeads } from '../../ports/look-log';

/** The head of a log of looks for as long as the process runs. */
export class MemoryLookHeads extends LookHeads {
  readonly place = 'memory';
  private head: LookHead | undefined;

  override read(): Promise<LookHead | undefined> {
    return Promise.resolve(this.head);
  }

  override write(head: LookHead): Promise<void> {
    this.head = head;
    return Promise.resolve();
  }
}
