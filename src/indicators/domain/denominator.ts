import type { Day } from '../../kernel/day';
import { earlierDay } from '../../kernel/day';
import type { Outcome } from '../../kernel/decision';
import type { DenominatorRule, SelectedFacts } from '../../kernel/definition';
import type { Fact } from '../../kernel/pathway';
import { endOfSpan } from '../../kernel/span';
import { compileSelector, factsThrough, isWithin, type FactsByKind, type Waiver } from './selection';

/** Whether the pathway belongs to the denominator on the as-of day, and the fact that says so where one does. */
export interface DenominatorState {
  readonly fulfilled: boolean;
  readonly fact?: Fact;
}

/** What a denominator rule looks at. */
export interface DenominatorQuestion {
  readonly indexDay: Day;
  readonly asOf: Day;
  readonly facts: FactsByKind;
  /** Outcomes of the pathway's indicators decided so far. */
  readonly outcomes: ReadonlyMap<string, Outcome>;
}

const EVERYONE: DenominatorState = { fulfilled: true };
const OUTSIDE: DenominatorState = { fulfilled: false };

/** Compiles a denominator rule (interface.md §3, column Denominator). */
export function compileDenominator(
  rule: DenominatorRule<SelectedFacts>,
  waives: Waiver,
): (question: DenominatorQuestion) => DenominatorState {
  switch (rule.rule) {
    case 'every-pathway':
      return () => EVERYONE;
    case 'indicator-met':
      return ({ outcomes }) => (outcomes.get(rule.indicator) === 'met' ? EVERYONE : OUTSIDE);
    case 'fact': {
      const test = compileSelector(rule.of, waives);
      const { anyOf, status } = rule;
      return ({ indexDay, asOf, facts }) => {
        const found = factsThrough(facts.of(rule.of.fact), earlierDay(endOfSpan(indexDay, rule.within), asOf), test);
        const fact = rule.pick === 'first' ? found[0] : found.at(-1);
        if (fact === undefined) return OUTSIDE;
        if (anyOf !== undefined && !anyOf.some((limit) => isWithin(fact, limit))) return OUTSIDE;
        if (status !== undefined && !(fact.kind === 'smoking-status' && fact.status === status)) return OUTSIDE;
        return { fulfilled: true, fact };
      };
    }
  }
}
