import { addDays, daysBetween, type Day } from '../../../kernel/day';
import { LANES, type Lane, type PlacedEvent, type Standing } from './shown-events';

/** Days of a lane that are said with one label: one event, or several of the same. */
export interface Strand {
  readonly label: string;
  readonly standing: Standing;
  readonly xs: readonly number[];
  /** Where the label begins, or ends where it stands to the left. */
  readonly labelAt: number;
  readonly side: 'start' | 'end';
  /** Which line of the lane, from 0. */
  readonly line: number;
}

export interface LaidLane {
  readonly lane: Lane;
  readonly strands: readonly Strand[];
  readonly lines: number;
}

/** From which day to which a drawing goes, and where a day stands in it. */
export interface Stretch {
  readonly from: Day;
  readonly to: Day;
  readonly x: (day: Day) => number;
}

/** Between which sides the days of a drawing stand. */
export const SIDES = { left: 130, right: 1180 };
const AROUND_DAYS = 14;
const LETTER = 6.6;
const APART = 10;

/** The days of a pathway: a little before its index day until a little after the last of its days. */
export function stretchOf(indexDay: Day, days: readonly Day[]): Stretch {
  const last = [...days, addDays(indexDay, 90)].sort().at(-1) ?? indexDay;
  const [from, to] = [addDays(indexDay, -AROUND_DAYS), addDays(last, AROUND_DAYS)];
  const scale = (SIDES.right - SIDES.left) / daysBetween(from, to);
  return { from, to, x: (day) => SIDES.left + daysBetween(from, day) * scale };
}

/** The lanes with their events laid on lines so that no label stands on another. */
export function laidLanes(
  placed: readonly PlacedEvent[],
  labelOf: (event: PlacedEvent, times: number) => string,
  { x }: Stretch,
): LaidLane[] {
  return LANES.map((lane) => {
    const ends: { readonly from: number; readonly to: number }[][] = [];
    const strands = groups(
      placed.filter((one) => one.lane === lane),
      (one) => labelOf(one, 1),
    ).map((group): Strand => {
      const first = group[0] as PlacedEvent;
      const label = labelOf(first, group.length);
      const xs = group.map(({ on }) => x(on));
      const [left, right] = [Math.min(...xs), Math.max(...xs)];
      const width = label.length * LETTER;
      const isRight = right + APART + width <= SIDES.right || left - APART - width < SIDES.left;
      const labelAt = isRight ? right + APART : left - APART;
      const taken = { from: isRight ? left - APART : labelAt - width, to: isRight ? labelAt + width : right + APART };
      const free = ends.findIndex((line) => line.every(({ from, to }) => to < taken.from || from > taken.to));
      const line = free === -1 ? ends.length : free;
      (ends[line] ??= []).push(taken);
      return { label, standing: first.standing, xs, labelAt, side: isRight ? 'start' : 'end', line };
    });
    return { lane, strands, lines: Math.max(1, ends.length) };
  });
}

/** Events that say the same and stand alike, together. */
function groups(placed: readonly PlacedEvent[], wordsOf: (event: PlacedEvent) => string): PlacedEvent[][] {
  const found = new Map<string, PlacedEvent[]>();
  for (const one of placed) {
    const key = `${wordsOf(one)}\n${one.standing}`;
    const group = found.get(key);
    if (group === undefined) found.set(key, [one]);
    else group.push(one);
  }
  return [...found.values()];
}

/** A referral that a start in the municipality followed, and after how many days. */
export interface Handover {
  readonly referral: PlacedEvent;
  readonly start: PlacedEvent;
  readonly days: number;
}

/** Each first start of an organisation after a referral to it, with the latest such referral before it. */
export function handovers(placed: readonly PlacedEvent[]): Handover[] {
  const inForce = placed.filter(({ standing }) => standing === 'inForce');
  return inForce.flatMap((start): Handover[] => {
    if (start.event.kind !== 'municipality.start') return [];
    const referral = inForce.findLast(
      ({ event, on }) =>
        event.kind === 'hospital.referral' && event.data['to'] === start.event.source && on <= start.on,
    );
    return referral === undefined ? [] : [{ referral, start, days: daysBetween(referral.on, start.on) }];
  });
}
