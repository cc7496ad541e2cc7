import type { DecisionChanged, ShortenedDecision } from '../../kernel/decision-change';
import type { IndicatorDecision } from '../../kernel/decision';

const FACTS_IN_A_CHANGE = 10;

/**
 * New decisions as a change tells them: of each at most ten further facts and ten findings, so that what a person
 * gathers over the years is not told again with every event. Beyond them the first fact of each organisation is told,
 * since credit (who documented what was asked for) is counted from changes. The whole lists stand with the person.
 */
export function toldInChange(
  decisions: readonly IndicatorDecision[],
): Pick<DecisionChanged, 'decisions' | 'shortened'> {
  if (!decisions.some(isLong)) return { decisions };
  return {
    decisions: decisions.map(shortened),
    shortened: decisions.filter(isLong).map(lengthsOf),
  };
}

const isLong = ({ also, findings }: IndicatorDecision): boolean =>
  also.length > FACTS_IN_A_CHANGE || findings.length > FACTS_IN_A_CHANGE;

const lengthsOf = ({ pathway, indicator, also, findings }: IndicatorDecision): ShortenedDecision => ({
  pathway,
  indicator,
  also: also.length,
  findings: findings.length,
});

/** A decision of at most ten further facts and ten findings, beyond them the first fact of each organisation. */
export function shortened<D extends IndicatorDecision>(decision: D): D {
  if (!isLong(decision)) return decision;
  const named = new Set<string>();
  const also = decision.also.filter(({ source }, at) => {
    if (at >= FACTS_IN_A_CHANGE && named.has(source)) return false;
    named.add(source);
    return true;
  });
  return { ...decision, also, findings: decision.findings.slice(0, FACTS_IN_A_CHANGE) };
}
