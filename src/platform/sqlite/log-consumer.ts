import type { Topic } from '../../ports/event-log';

/** One group's reading of one partition. */
export class LogConsumer {
  isRunning = false;
  running: Promise<void> = Promise.resolve();
  /** Why the batch under way failed when it was last tried. */
  failure: unknown;
  /** Where it began to read when the log was opened. */
  readonly first: number;

  constructor(
    readonly group: string,
    readonly topic: Topic,
    readonly partition: number,
    public next: number,
    /** Handles the batch that begins at an offset; resolves with where the next one begins. */
    readonly handleFrom: (from: number) => Promise<number>,
  ) {
    this.first = next;
  }
}
