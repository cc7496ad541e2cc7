/** Asked in the dear way, so many items took too long: longer than this, and longer than the other way would have. */
const LONG_MS = 250;
/** What the other way takes an item, about. */
const ITEM_MS = 1;
const REST_MS = 5 * 60_000;

/**
 * A way of asking the database that is the cheapest on one server and reads a whole collection on another: where it took
 * too long it is left alone for a while.
 */
export class DearWay {
  private until = 0;

  /** Whether to go the other way for now. */
  get isLeftAlone(): boolean {
    return performance.now() < this.until;
  }

  /** Goes this way for some items, and minds how long it takes. */
  async go<T>(items: number, work: () => Promise<T>): Promise<T> {
    const began = performance.now();
    const done = await work();
    const took = performance.now() - began;
    if (took > LONG_MS && took > items * ITEM_MS) this.until = performance.now() + REST_MS;
    return done;
  }
}
