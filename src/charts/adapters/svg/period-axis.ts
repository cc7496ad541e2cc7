import { scalePoint, type ScalePoint } from 'd3-scale';
import type { FeedMark } from '../../domain/chart-count';
import type { Language } from '../../../kernel/language';
import { periodShortTitle, type Period } from '../../../kernel/period';
import { element, textElement, type Svg } from './element';
import { PLOT, QUIET, WIDTH } from './look';

export type PeriodScale = ScalePoint<string>;

/** About how wide a letter is, and what is left between two names of periods. */
const LETTER = 6.4;
const GAP = 14;
/** How high a stripe under a period is of whose sources only some were silent. */
const STRIPE = 8;

/** A place for every period, in order. */
export function periodScale(periods: readonly Period[]): PeriodScale {
  return scalePoint<string>()
    .domain(periods.map(({ name }) => name))
    .range([PLOT.left, WIDTH - PLOT.right])
    .padding(0.6);
}

/** Names of the periods in words, as many as fit. */
export function periodAxis(periods: readonly Period[], x: PeriodScale, bottom: number, language: Language): Svg[] {
  const names = periods.map((period) => periodShortTitle(period)[language]);
  const least = Math.max(0, ...names.map(({ length }) => length)) * LETTER + GAP;
  const every = Math.max(1, Math.ceil(least / Math.max(1, x.step())));
  return periods.flatMap(({ name }, at) =>
    at % every === 0
      ? [
          textElement(
            'text',
            { x: x(name) ?? 0, y: bottom + 18, 'text-anchor': 'middle', fill: QUIET },
            names[at] ?? '',
          ),
        ]
      : [],
  );
}

/** What stands at the foot of a period in which nothing was decided. */
const NOTHING_SIGN = '–';

/** A dash at the foot of every period in which nothing was decided, so that a gap is told from a share of 0. */
export function emptyPeriods(
  points: readonly { readonly period: Period; readonly percent: number | null }[],
  x: PeriodScale,
  bottom: number,
): Svg[] {
  return points.flatMap(({ period, percent }) =>
    percent === null
      ? [
          textElement(
            'text',
            { x: x(period.name) ?? 0, y: bottom - 6, 'text-anchor': 'middle', fill: QUIET },
            NOTHING_SIGN,
          ),
        ]
      : [],
  );
}

/** Hatched fields where sources were silent: over the whole height when disturbed, a stripe when only touched. */
export function silentFields(
  points: readonly { readonly period: Period; readonly feeds: FeedMark | null }[],
  x: PeriodScale,
  { top, bottom, hatch }: { readonly top: number; readonly bottom: number; readonly hatch: string },
): Svg[] {
  const width = Math.min(x.step(), 80);
  return points.flatMap(({ period, feeds }) => {
    if (feeds === null || feeds === 'whole') return [];
    const height = feeds === 'disturbed' ? bottom - top : STRIPE;
    return [
      element('rect', {
        class: `feeds-${feeds}`,
        x: (x(period.name) ?? 0) - width / 2,
        y: bottom - height,
        width,
        height,
        fill: `url(#${hatch})`,
      }),
    ];
  });
}
