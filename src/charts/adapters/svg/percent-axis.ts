import { scaleLinear, type ScaleLinear } from 'd3-scale';
import type { ChartIndicator } from '../../domain/chart-heading';
import type { Language } from '../../../kernel/language';
import { numberText } from '../../../kernel/localised';
import { element, textElement, type Svg } from './element';
import { GRID, PLOT, QUIET, TARGET, WIDTH } from './look';

export type PercentScale = ScaleLinear<number, number>;

/** Never less than so many percentage points high: a small difference must not look like a large one. */
const LEAST_SPAN = 20;

/** A scale for percentages that shows all values, on whole tens. */
export function percentScale(values: readonly number[], top: number, bottom: number): PercentScale {
  let lower = Math.max(0, Math.floor((Math.min(100, ...values) - 2) / 10) * 10);
  let upper = Math.min(100, Math.ceil((Math.max(0, ...values) + 2) / 10) * 10);
  if (values.length === 0) [lower, upper] = [0, 100];
  if (upper - lower < LEAST_SPAN) lower = Math.max(0, upper - LEAST_SPAN);
  if (upper - lower < LEAST_SPAN) upper = lower + LEAST_SPAN;
  return scaleLinear().domain([lower, upper]).range([bottom, top]);
}

/** Grid lines with their percentages. */
export function percentAxis(y: PercentScale, right: number): Svg[] {
  return y
    .ticks(6)
    .flatMap((percent) => [
      element('line', { x1: PLOT.left, x2: right, y1: y(percent), y2: y(percent), stroke: GRID }),
      textElement('text', { x: PLOT.left - 8, y: y(percent) + 4, 'text-anchor': 'end', fill: QUIET }, `${percent} %`),
    ]);
}

type Target = Pick<ChartIndicator['target'], 'direction' | 'percent'>;

/** The target as a dotted line: scales are made to reach it. */
export function targetLine(y: PercentScale, { percent }: Target): Svg[] {
  return [
    element('line', {
      class: 'target',
      x1: PLOT.left,
      x2: WIDTH - PLOT.right,
      y1: y(percent),
      y2: y(percent),
      stroke: TARGET,
      'stroke-dasharray': '2 4',
      'stroke-width': 1.5,
    }),
  ];
}

/** `≥ 75 %`. */
export function targetText({ direction, percent }: Target, language: Language): string {
  return `${direction === 'at-least' ? '≥' : '≤'} ${numberText(percent)[language]} %`;
}
