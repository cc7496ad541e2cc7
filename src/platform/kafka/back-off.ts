const FIRST_MS = 50;
const LAST_MS = 10_000;
/** Brokers are not kept waiting once they are back; kafkajs itself tries a second or two before it gives up. */
const RECONNECT_MS = 3_000;

/** How long to wait before the attempt after so many failed ones: 50 ms, doubling to 10 s. */
export const pauseAfter = (attempts: number): number => Math.min(FIRST_MS * 2 ** Math.min(attempts - 1, 20), LAST_MS);

/** Pauses that grow while something keeps failing, up to `mostMs`. */
export class BackOff {
  private attempts = 0;
  private isOver = false;
  private readonly wakers = new Set<() => void>();

  constructor(private readonly mostMs = RECONNECT_MS) {}

  /** Waits, longer each time; not at all once it has ended. */
  async pause(): Promise<void> {
    this.attempts += 1;
    if (this.isOver) return;
    await new Promise<void>((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        this.wakers.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, Math.min(pauseAfter(this.attempts), this.mostMs));
      this.wakers.add(wake);
    });
  }

  reset(): void {
    this.attempts = 0;
  }

  /** Ends the pause under way and all later ones. */
  end(): void {
    this.isOver = true;
    for (const wake of this.wakers) wake();
  }
}
