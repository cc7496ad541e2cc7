/** Orders two texts by Unicode code point (interface.md §2), which differs from `<` where surrogates meet U+E000–U+FFFF. */
export function compareCodePoints(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let at = 0; at < length; at += 1) {
    const left = a.charCodeAt(at);
    const right = b.charCodeAt(at);
    if (left !== right) return rankOfUnit(left) - rankOfUnit(right);
  }
  return a.length - b.length;
}

/** Lifts surrogates above the rest of the Basic Multilingual Plane, as their code points are. */
function rankOfUnit(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit;
}

/** When something was recorded and by whom: the ties after the date in "first" and "latest" (interface.md §3). */
export interface Recorded {
  readonly time: number;
  readonly event: string;
  readonly source: string;
}

/** Orders by `time`, then event id, then source. */
export function compareRecorded(a: Recorded, b: Recorded): number {
  return a.time - b.time || compareCodePoints(a.event, b.event) || compareCodePoints(a.source, b.source);
}
