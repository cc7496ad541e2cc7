import type { DecisionFeed, DecisionReader } from '../../ports/decision-feed';

const CHANGES_AT_A_TIME = 100;

/** A change as every listener is told it, written once. */
export interface ToldChange {
  readonly lane: number;
  readonly offset: number;
  readonly json: string;
}

/** Someone who is told every change after where it stands. */
export interface Listener {
  /** Of each lane the offset after the last change it has been told. */
  standing(): readonly number[];
  tell(changes: readonly ToldChange[]): void;
}

/**
 * The changed decisions for everyone who listens: one reader, however many they are, and none while nobody does.
 * A listener that has something to catch up on reads that for itself first.
 */
export class ChangeBroadcast {
  private readonly listeners = new Set<Listener>();
  private reading: Promise<DecisionReader> | undefined;
  private looking: Promise<void> | undefined;

  constructor(private readonly feed: DecisionFeed) {}

  /** Where one who wants what comes from now on stands. */
  async now(): Promise<readonly number[]> {
    const reader = await this.reader();
    await this.look();
    return reader.next();
  }

  /**
   * Takes in a listener that has been told at least what this has read; false when there is something it has not been
   * told, which it has to read for itself.
   */
  async join(listener: Listener): Promise<boolean> {
    const read = (await this.reader()).next();
    const standing = listener.standing();
    if (read.some((next, lane) => next > (standing[lane] ?? 0))) return false;
    this.listeners.add(listener);
    return true;
  }

  leave(listener: Listener): void {
    this.listeners.delete(listener);
  }

  /** Reads what is new and tells it; one look at a time, whoever asks. */
  look(): Promise<void> {
    this.looking ??= this.readOn().finally(() => {
      this.looking = undefined;
    });
    return this.looking;
  }

  /** Lets the reader go; whoever listens next gets a new one. */
  async close(): Promise<void> {
    const { reading } = this;
    this.reading = undefined;
    await reading?.then(
      (reader) => reader.close(),
      () => undefined,
    );
  }

  private async readOn(): Promise<void> {
    const reader = await this.reader();
    for (;;) {
      const changes = await reader.read(CHANGES_AT_A_TIME);
      if (changes.length === 0) return;
      const told = changes.map(({ lane, offset, change }) => ({ lane, offset, json: JSON.stringify(change) }));
      for (const listener of this.listeners) listener.tell(told);
    }
  }

  private reader(): Promise<DecisionReader> {
    if (this.reading === undefined) {
      const opening = this.feed.fromNow();
      opening.catch(() => {
        if (this.reading === opening) this.reading = undefined;
      });
      this.reading = opening;
    }
    return this.reading;
  }
}
