/**
 * Texts put aside by a key while a delivery is read, in memory that does not grow with them. What was put is there at
 * once; none of it outlives `close`.
 */
export interface Staging {
  /** Puts a text under a key of a space where none is; false, and nothing changed, where one is. */
  add(space: number, key: string, text: string): boolean;
  /** Puts a text under a key of a space, in place of what was there. */
  set(space: number, key: string, text: string): void;
  get(space: number, key: string): string | undefined;
  /** All of a space, in an order that depends on its keys alone. */
  entries(space: number): Iterable<readonly [key: string, text: string]>;
  close(): void;
}
