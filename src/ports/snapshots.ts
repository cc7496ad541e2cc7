/**
 * Where something large that can be made again is kept, so that it need not be.
 *
 * Promises: what is read was written whole; anything less is as if nothing was there.
 */
export abstract class Snapshots {
  /** What was last written under the name, or undefined. */
  abstract read(name: string): Promise<unknown>;

  /** Keeps a value (plain objects, arrays, texts, numbers and typed arrays) in place of what was there. */
  abstract write(name: string, value: object): Promise<void>;
}
