/** What one call asked for, and how it hears of the outcome. */
interface Asked<T> {
  readonly what: T;
  resolve(): void;
  reject(error: unknown): void;
}

/**
 * Does together what is asked for in the same moment, and one such round after the other: what is asked for meanwhile
 * waits for the next. `take` says how many of those that wait go into a round, at least one.
 */
export class Gathered<T> {
  private readonly waiting: Asked<T>[] = [];
  private isRunning = false;

  constructor(
    private readonly work: (asked: readonly T[]) => Promise<readonly PromiseSettledResult<void>[]>,
    private readonly take: (asked: readonly T[]) => number = (asked) => asked.length,
  ) {}

  /** Resolves or rejects as `work` says of this one; when `work` rejects, so does every one of its round. */
  ask(what: T): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ what, resolve, reject });
      if (!this.isRunning) void this.run();
    });
  }

  private async run(): Promise<void> {
    this.isRunning = true;
    while (this.waiting.length > 0) {
      // Whoever asks in the same moment has asked by then.
      await new Promise((resolve) => setImmediate(resolve));
      const round = this.waiting.splice(0, Math.max(1, this.take(this.waiting.map(({ what }) => what))));
      const [outcome] = await Promise.allSettled([this.work(round.map(({ what }) => what))]);
      for (const [at, asked] of round.entries()) {
        const own = outcome.status === 'rejected' ? outcome : outcome.value[at];
        if (own?.status === 'rejected') asked.reject(own.reason);
        else asked.resolve();
      }
    }
    this.isRunning = false;
  }
}
