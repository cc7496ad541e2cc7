/** One piece of work that lands whole or not at all, with what is to be done when it is known which. */
export class Unit {
  readonly beforeCommit: (() => void)[] = [];
  readonly afterCommit: (() => void)[] = [];
  readonly afterRollback: (() => void)[] = [];
  failure: Error | undefined;
  private result: unknown;

  constructor(
    private readonly work: () => Promise<unknown>,
    private readonly resolve: (result: unknown) => void,
    private readonly reject: (error: Error) => void,
  ) {}

  /** Runs the work and what is to be written with it, and remembers how it went; never rejects. */
  async attempt(): Promise<void> {
    try {
      this.result = await this.work();
      for (const write of this.beforeCommit) write();
    } catch (error) {
      this.failure = error as Error; // As it came: its code says what to do about it.
    }
  }

  /** Undoes, the latest first, what was noted outside the database. */
  takeBack(): void {
    for (const undo of this.afterRollback.splice(0).reverse()) undo();
  }

  /** Tells whoever waits how it went, once it is known to have landed or not. */
  settle(explain: (failure: Error) => Error): void {
    if (this.failure !== undefined) {
      this.reject(explain(this.failure));
      return;
    }
    for (const notify of this.afterCommit) notify();
    this.resolve(this.result);
  }
}
