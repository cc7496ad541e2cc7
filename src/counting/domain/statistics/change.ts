import { jStat } from 'jstat';
import type { IndicatorDefinition } from '../../../kernel/definition';
import { fromRatios } from './binomial';
import type { Composition } from './composition';
import { isBound, isTooFew, type Proportion, type Rate } from './proportion';

/** What a reader is told of two proportions; `none` also when the difference may be chance. */
export type Change = 'higher' | 'lower' | 'none';

/** A change in the direction the target asks for, or away from it. */
export type ChangeMeaning = 'better' | 'worse' | 'none';

/** As the outer limits of a funnel: a table has hundreds of cells, and in each that is alarmed chance is to be rare. */
const CONFIDENCE = 0.998;
/** Tables whose probabilities differ by less are equally likely: they come from rounding (as in R's fisher.test). */
const SAME = 1 + 1e-7;

/**
 * Whether `now` differs from `before` by more than chance: Fisher's exact test, two-sided, at 99.8 %. Being exact it
 * calls a change where there is none in at most 0.2 % of cases whatever the sizes. What is left may come of others being
 * heard now than before: then it must be more than that, too, explains (`composition`, which is asked for only then).
 * Null when nothing, or of fewer than `fewest`, was decided in one, or one is no more than a bound.
 */
export function changeOf(
  now: Rate,
  before: Rate,
  { fewest, composition }: { readonly fewest: number; readonly composition: () => Composition },
): Change | null {
  if ([now, before].some((rate) => rate.denominator === 0 || isTooFew(rate, fewest) || isBound(rate))) return null;
  if (fisherExact(now, before) > 1 - CONFIDENCE || isOfComposition(now, before, composition())) return 'none';
  return now.numerator * before.denominator > before.numerator * now.denominator ? 'higher' : 'lower';
}

/**
 * Whether a difference is no more than chance among patients and differences between organisations explain together,
 * at 99.8 %, by Student's t with the degrees of freedom that Satterthwaite gives the sum of the two variances.
 */
function isOfComposition(now: Proportion, before: Proportion, { variance, freedom }: Composition): boolean {
  if (variance === 0) return false;
  const all = now.denominator + before.denominator;
  const share = (now.numerator + before.numerator) / all;
  const chance = share * (1 - share) * (1 / now.denominator + 1 / before.denominator);
  const total = chance + variance;
  const quantile = jStat.studentt.inv((1 + CONFIDENCE) / 2, Math.min(all - 2, (total / variance) ** 2 * freedom));
  const difference = now.numerator / now.denominator - before.numerator / before.denominator;
  return Math.abs(difference) <= quantile * Math.sqrt(total);
}

/** The change as the target sees it. */
export function meaningOf(
  change: Change,
  { direction }: Pick<IndicatorDefinition['target'], 'direction'>,
): ChangeMeaning {
  if (change === 'none') return 'none';
  return (change === 'higher') === (direction === 'at-least') ? 'better' : 'worse';
}

/**
 * The two-sided p-value of Fisher's exact test: the probability, both margins given, of tables no likelier than the
 * one seen. Fisher, Statistical Methods for Research Workers, §21.02; two-sided as in R's fisher.test.
 */
export function fisherExact(a: Proportion, b: Proportion): number {
  const met = a.numerator + b.numerator;
  const all = a.denominator + b.denominator;
  const least = Math.max(0, met - b.denominator);
  const most = Math.min(met, a.denominator);
  const { first, probabilities } = fromRatios({
    mode: Math.min(most, Math.max(least, Math.floor(((met + 1) * (a.denominator + 1)) / (all + 2)))),
    least,
    most,
    ratioToNext: (count) =>
      ((met - count) * (a.denominator - count)) / ((count + 1) * (b.denominator - met + count + 1)),
  });
  const seen = (probabilities[a.numerator - first] ?? 0) * SAME;
  return Math.min(
    1,
    probabilities.reduce((sum, probability) => (probability <= seen ? sum + probability : sum), 0),
  );
}
