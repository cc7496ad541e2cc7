/** So many slots columns have at first. */
export const FIRST_CAPACITY = 1024;

/** A longer array that begins with what stands in another; the rest is 0. */
export function grown<A extends Uint8Array | Uint16Array | Uint32Array | Int32Array>(array: A, length: number): A {
  const larger = new (array.constructor as new (length: number) => A)(length);
  larger.set(array);
  return larger;
}
