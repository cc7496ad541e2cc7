import { scalePoint, type ScalePoint } from 'd3-scale';
import type { FeedMark } from '../../domain/chart-count';
import type { Period } from '../../../kernel/period';
import { element, textElement, type Svg } from './element';
import { PLOT, QUIET, WIDTH } from './look';

export type PeriodScale = ScalePoint<string>;

/** Between two names of periods. */
const LEAST_DISTANCE = 62;
/** How high a stripe under a period is of whose sources only some were silent. */
const STRIPE = 8;

/** A place for every period, in order. */
export function periodScale(periods: readonly Period[]): PeriodScale {
  return scalePoint<string>()
    .domain(periods.map(({ name }) => name))
    .range([PLOT.left, WIDTH - PLOT.right])
    .padding(0.6);
}

/** Names of the periods, as many as fit. */
export function periodAxis(x: PeriodScale, bottom: number): Svg[] {
  const every = Math.max(1, Math.ceil(LEAST_DISTANCE / Math.max(1, x.step())));
  return x
    .domain()
    .flatMap((name, at) =>
      at % every === 0
        ? [textElement('text', { x: x(name) ?? 0, y: bottom + 18, 'text-anchor': 'middle', fill: QUIET }, name)]
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
