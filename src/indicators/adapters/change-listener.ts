import type { Response } from 'express';
import type { DecisionFeed, DecisionReader } from '../../ports/decision-feed';
import type { ChangeBroadcast, Listener, ToldChange } from './change-broadcast';

const CHANGES_AT_A_TIME = 100;
const LOOK_AGAIN_AFTER_MS = 20;
/** What may wait for one who reads slowly; beyond it the connection ends, and it comes back to where it was. */
const MOST_BYTES_WAITING = 8 * 2 ** 20;

/** Sends changes to one response as server-sent events, each once. */
export class ChangeListener implements Listener {
  private readonly next: number[];

  constructor(
    private readonly feed: DecisionFeed,
    private readonly response: Response,
    from: readonly number[],
  ) {
    this.next = [...from];
  }

  standing(): readonly number[] {
    return this.next;
  }

  tell(changes: readonly ToldChange[]): void {
    if (this.response.destroyed) return;
    const text = changes.map((change) => this.eventOf(change)).join('');
    if (text === '') return;
    this.response.write(text);
    if (this.response.writableLength > MOST_BYTES_WAITING) this.response.destroy();
  }

  /**
   * Takes part in the broadcast once it has been told all that the others have: what it missed it reads for itself, no
   * faster than it is read.
   */
  async follow(missed: DecisionReader | undefined, broadcast: ChangeBroadcast): Promise<void> {
    let reading = missed;
    try {
      while (!this.response.destroyed) {
        const changes = (await reading?.read(CHANGES_AT_A_TIME)) ?? [];
        this.tell(changes.map(({ lane, offset, change }) => ({ lane, offset, json: JSON.stringify(change) })));
        if (this.response.writableNeedDrain) await this.drained();
        if (changes.length > 0) continue;
        if (await broadcast.join(this)) break;
        reading ??= await this.feed.after(this.feed.placeOf(this.next));
        await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_AFTER_MS));
      }
      if (this.response.destroyed) broadcast.leave(this);
    } finally {
      await reading?.close();
    }
  }

  private eventOf({ lane, offset, json }: ToldChange): string {
    if (offset < (this.next[lane] ?? 0)) return '';
    this.next[lane] = offset + 1;
    return `id: ${this.feed.placeOf(this.next)}\nevent: decision\ndata: ${json}\n\n`;
  }

  private drained(): Promise<void> {
    return new Promise((resolve) => {
      this.response.once('drain', resolve);
      this.response.once('close', resolve);
    });
  }
}
