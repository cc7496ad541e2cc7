let low = 0;
let high = 0;

function mixUnit(unit: number): void {
  low = Math.imul(low ^ unit, 0x9e3779b1);
  high = Math.imul(high ^ unit, 0x5f356495);
}

/** Two characters a step: each lane takes both, turned differently. */
function mixText(text: string): void {
  let a = low;
  let b = high;
  const { length } = text;
  for (let at = 0; at + 1 < length; at += 2) {
    const pair = text.charCodeAt(at) | (text.charCodeAt(at + 1) << 16);
    a = Math.imul(a ^ pair, 0x9e3779b1);
    a ^= a >>> 15;
    b = Math.imul(b ^ pair, 0x5f356495);
    b ^= b >>> 13;
  }
  if ((length & 1) === 1) {
    const last = text.charCodeAt(length - 1);
    a = Math.imul(a ^ last, 0x9e3779b1);
    b = Math.imul(b ^ last, 0x5f356495);
  }
  low = Math.imul(a ^ length, 0x85ebca6b);
  high = Math.imul(b ^ length, 0xc2b2ae35);
}

/** Members are summed, so their order does not matter; array items are chained, so theirs does. */
function mixValue(value: unknown, leaveOut?: string): void {
  if (typeof value === 'string') {
    mixUnit(1);
    mixText(value);
  } else if (typeof value === 'number') {
    mixUnit(2);
    if (Number.isInteger(value) && Math.abs(value) < 2 ** 31) mixUnit(value);
    else mixText(String(value));
  } else if (typeof value !== 'object') {
    mixUnit(value === true ? 3 : 4);
  } else if (value === null) {
    mixUnit(5);
  } else if (Array.isArray(value)) {
    mixUnit(6);
    mixUnit(value.length);
    for (const item of value) mixValue(item);
  } else {
    const lowBefore = low;
    const highBefore = high;
    let lowSum = 7;
    let highSum = 7;
    for (const key in value) {
      if (key === leaveOut) continue;
      low = 0x2545f491;
      high = 0x1b873593;
      mixText(key);
      mixValue((value as Record<string, unknown>)[key]);
      lowSum = (lowSum + finish(low)) | 0;
      highSum = (highSum + finish(high)) | 0;
    }
    low = lowBefore;
    high = highBefore;
    mixUnit(lowSum);
    mixUnit(highSum);
  }
}

function finish(lane: number): number {
  let mixed = lane ^ (lane >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

/**
 * A 53-bit digest of a JSON value, the same for any order of members and another for any other content
 * (up to a chance of 2⁻⁵³ a pair). `leaveOut` names a member of the outermost object that does not count.
 * For telling apart, not for secrecy.
 */
export function digestOfJson(value: unknown, leaveOut?: string): number {
  low = 0x12345678;
  high = 0x7654321;
  mixValue(value, leaveOut);
  return (finish(high) >>> 0) * 0x200000 + (finish(low) >>> 11);
}

/** A name's place in an index: 53 bits to find it by and 32 more to be sure. */
export interface NameDigest {
  readonly place: number;
  readonly check: number;
}

/** Digests a name given in parts; parts are kept apart. */
export function digestOfName(...parts: readonly string[]): NameDigest {
  low = 0x243f6a88;
  high = 0x13198a2e;
  for (const part of parts) {
    mixText(part);
    mixUnit(0x1f);
  }
  const a = finish(low);
  const b = finish(high);
  return { place: (b >>> 0) * 0x200000 + (a >>> 11), check: (Math.imul(a, 31) + Math.imul(b, 17) + low) | 0 };
}
