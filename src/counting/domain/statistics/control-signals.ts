import { isSound, isVaried, limitsAt, type ControlLines, type ControlPeriod } from './control-limits';

/** What shows that more than chance is at work: a point outside, a run of 8 on one side, a trend of 6. */
export type ControlSignal = 'outside' | 'run' | 'trend';

const RUN = 8;
const TREND = 6;
/** Two fractions closer than this are the same number computed in two ways. */
const SAME = 1e-12;

/**
 * The signals at each period, in the periods' order: every period of a run or trend has it. Periods passed over and
 * empty ones have none, so that a silent source neither makes a signal nor hides one. A value on the centre line ends a
 * run, an unchanged one a trend. Against a baseline that does not vary nothing is a signal.
 */
export function controlSignals(periods: readonly ControlPeriod[], lines: ControlLines): ControlSignal[][] {
  const sound = periods.flatMap((period, at) => (isSound(period) ? [{ ...period, at }] : []));
  const signals: ControlSignal[][] = periods.map(() => []);
  if (!isVaried(lines)) return signals;
  const mark = (signal: ControlSignal, places: Iterable<number>): void => {
    for (const place of places) signals[sound[place]?.at ?? -1]?.push(signal);
  };
  const values = sound.map(({ numerator, denominator }) => numerator / denominator);
  mark(
    'outside',
    values.flatMap((value, place) => {
      const [lower, upper] = limitsAt(lines, sound[place]?.denominator ?? 1);
      return value < lower - SAME || value > upper + SAME ? [place] : [];
    }),
  );
  mark(
    'run',
    inStretches(
      values.map((value) => signOf(value - lines.centre)),
      RUN,
    ),
  );
  const steps = values.slice(1).map((value, at) => signOf(value - (values[at] as number)));
  const trends = inStretches(steps, TREND - 1);
  mark('trend', [...new Set([...trends].flatMap((step) => [step, step + 1]))]);
  return signals;
}

const signOf = (difference: number): -1 | 0 | 1 => (Math.abs(difference) <= SAME ? 0 : difference < 0 ? -1 : 1);

/** The places that lie in a stretch of at least `length` equal signs other than 0. */
function inStretches(signs: readonly (-1 | 0 | 1)[], length: number): Set<number> {
  const places = new Set<number>();
  let start = 0;
  signs.forEach((sign, at) => {
    if (at > 0 && sign !== signs[at - 1]) start = at;
    if (sign === 0 || at - start + 1 < length) return;
    for (let place = start; place <= at; place += 1) places.add(place);
  });
  return places;
}
