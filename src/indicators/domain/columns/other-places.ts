import { NumberReader } from '../../../kernel/whole-numbers';
import { SHAPE_BYTES } from './compile-in-columns';

/**
 * Which decisions are other than before, by place, of numbers that were made of the same columns; undefined where the
 * numbers before are of other indicators or pathways, so that places say nothing.
 */
export function otherPlaces(numbers: Uint8Array, before: Uint8Array): readonly number[] | undefined {
  if (!isSame(numbers, before, 0, SHAPE_BYTES, 0)) return undefined;
  const ends = endsOf(numbers);
  const endsBefore = endsIfSound(before);
  if (ends.length !== endsBefore?.length) return undefined;
  const places: number[] = [];
  let start = SHAPE_BYTES;
  let startBefore = SHAPE_BYTES;
  for (let place = 0; place < ends.length; place += 1) {
    const end = ends[place] as number;
    const endBefore = endsBefore[place] as number;
    const isEqual = end - start === endBefore - startBefore && isSame(numbers, before, start, end, startBefore - start);
    if (!isEqual) places.push(place);
    start = end;
    startBefore = endBefore;
  }
  return places;
}

function isSame(a: Uint8Array, b: Uint8Array, from: number, to: number, shift: number): boolean {
  for (let at = from; at < to; at += 1) if (a[at] !== b[at + shift]) return false;
  return true;
}

/** How many numbers a decision has before the count of what it cites. */
const NUMBERS_BEFORE = 5;

/** Where the numbers of each decision end. */
function endsOf(numbers: Uint8Array): number[] {
  const reader = new NumberReader(numbers, SHAPE_BYTES);
  const ends: number[] = [];
  while (reader.position < numbers.length) {
    for (let at = 0; at < NUMBERS_BEFORE; at += 1) reader.read();
    for (let cited = reader.read(); cited > 0; cited -= 1) reader.read();
    while (reader.read() !== 0) reader.read();
    ends.push(reader.position);
  }
  return ends;
}

/** Undefined of numbers that rested and are not as they were written. */
function endsIfSound(numbers: Uint8Array): number[] | undefined {
  try {
    return endsOf(numbers);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** Where the numbers of the decision at a place begin. */
export function beginOf(numbers: Uint8Array, place: number): number {
  return place === 0 ? SHAPE_BYTES : (endsOf(numbers)[place - 1] as number);
}
