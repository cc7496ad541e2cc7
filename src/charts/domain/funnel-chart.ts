import type { Level, Unit } from '../../kernel/unit';
import type { Period } from '../../kernel/period';
import {
  FUNNEL_PLACES,
  funnelLimits,
  funnelPlace,
  overallOf,
  type FunnelPlace,
} from '../../counting/domain/statistics/funnel';
import { isBound, isTooFew } from '../../counting/domain/statistics/proportion';
import type { ChartCount } from './chart-count';
import type { ChartHeading, ChartIndicator } from './chart-heading';
import { inHundredthsOfPercent } from './in-hundredths-of-percent';
import { chartShareOf, type ChartShare } from './chart-share';

export interface FunnelUnit extends ChartShare {
  readonly unit: Unit;
  /** Where it lies; null where nothing or too few were decided, or it is no more than a bound. */
  readonly place: FunnelPlace | null;
}

/** Limits in percent at one number of decisions. */
interface FunnelStep {
  readonly denominator: number;
  readonly inner: readonly [lower: number, upper: number];
  readonly outer: readonly [lower: number, upper: number];
}

/** A level's units around what they are together, with exact 95 % and 99.8 % limits. */
export interface FunnelChart extends ChartHeading {
  readonly chart: 'funnel';
  readonly indicator: ChartIndicator;
  readonly period: Period;
  readonly level: Level;
  /** All units together; null when nothing was decided. */
  readonly overall: number | null;
  readonly units: readonly FunnelUnit[];
  /** How many units lie where. */
  readonly places: Readonly<Record<FunnelPlace, number>>;
  /** The lines, at sizes close enough to be joined. */
  readonly limits: readonly FunnelStep[];
}

export interface FunnelContent {
  readonly indicator: ChartIndicator;
  readonly period: Period;
  readonly level: Level;
  /** Everyone together: a count of its own. */
  readonly all: ChartCount;
  readonly units: readonly { readonly unit: Unit; readonly count: ChartCount }[];
}

const STEPS = 80;

/** Lays a level's units out as a funnel, in their order. */
export function funnelChart(heading: ChartHeading, content: FunnelContent): FunnelChart {
  const { indicator, period, level, all, units } = content;
  const overall = overallOf([all]);
  const placed = units.map(({ unit, count }) => ({
    unit,
    ...chartShareOf(count, { target: indicator.target, fewest: heading.fewest }),
    place: overall === null || isTooFew(count, heading.fewest) || isBound(count) ? null : funnelPlace(count, overall),
  }));
  const largest = Math.max(0, ...units.map(({ count }) => count.denominator));
  return {
    chart: 'funnel',
    ...heading,
    indicator,
    period,
    level,
    overall: overall === null ? null : inHundredthsOfPercent(overall),
    units: placed,
    places: Object.fromEntries(
      FUNNEL_PLACES.map((place) => [place, placed.filter((unit) => unit.place === place).length]),
    ) as Record<FunnelPlace, number>,
    limits:
      overall === null
        ? []
        : sizesTo(largest).map((denominator) => {
            const { inner, outer } = funnelLimits(denominator, overall);
            return { denominator, inner: pairInPercent(inner), outer: pairInPercent(outer) };
          }),
  };
}

const pairInPercent = ([lower, upper]: readonly [number, number]): [number, number] => [
  inHundredthsOfPercent(lower),
  inHundredthsOfPercent(upper),
];

/** Sizes from 1 to a little beyond the largest unit, closer together where the funnel bends. */
function sizesTo(largest: number): number[] {
  const last = Math.max(2, Math.ceil(largest * 1.05));
  const sizes = Array.from({ length: STEPS + 1 }, (_, step) => 1 + Math.round((last - 1) * (step / STEPS) ** 2));
  return [...new Set(sizes)];
}
