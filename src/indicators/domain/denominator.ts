import { earlierDay, type Day } from '../../kernel/day';
import type { IndicatorDecision, Trouble } from '../../kernel/decision';
import type { DenominatorRule, SelectedFacts } from '../../kernel/definition';
import type { Fact } from '../../kernel/pathway';
import type { SpansFrom } from '../../kernel/span';
import { reportersOf, type MissedDays } from './missed-days';
import { compileSelector, factsThrough, isWithin, type FactsByKind, type Waiver } from './selection';

/**
 * Whether the pathway belongs to the denominator on the as-of day: **in** or **out** where a fact decides it, **open**
 * where a source in trouble could have reported the fact that would (interface.md §3, Would we know).
 */
export type DenominatorState =
  | { readonly state: 'in'; readonly fact?: Fact }
  | { readonly state: 'out' }
  | {
      readonly state: 'open';
      /** The first day on which the missing fact could lie, where it is a fact that is missing. */
      readonly since?: Day;
      /** Of the indicator that could have been met, where that is what is open. */
      readonly trouble?: Trouble;
    };

/** What a denominator rule looks at. */
export interface DenominatorQuestion {
  readonly indexDay: Day;
  readonly asOf: Day;
  readonly facts: FactsByKind;
  /** From the index day on. */
  readonly spans: Pick<SpansFrom, 'endOf'>;
  /** The pathway's decisions so far by indicator. */
  readonly decided: ReadonlyMap<string, Pick<IndicatorDecision, 'outcome' | 'possible' | 'trouble'>>;
  readonly missed: MissedDays;
}

const IN: DenominatorState = { state: 'in' };
const OUT: DenominatorState = { state: 'out' };

/** Compiles a denominator rule (interface.md §3, column Denominator). */
export function compileDenominator(
  rule: DenominatorRule<SelectedFacts>,
  waives: Waiver,
): (question: DenominatorQuestion) => DenominatorState {
  switch (rule.rule) {
    case 'every-pathway':
      return () => IN;
    case 'indicator-met':
      return ({ decided }) => byIndicator(decided.get(rule.indicator));
    case 'fact': {
      const test = compileSelector(rule.of, waives);
      const reporters = reportersOf([rule.of], rule.sources);
      return ({ indexDay, asOf, facts, spans, missed }) => {
        const spanEnd = spans.endOf(rule.within);
        const found = factsThrough(facts.of(rule.of.fact), earlierDay(spanEnd, asOf), test);
        const fact = rule.pick === 'first' ? found[0] : found.at(-1);
        if (fact !== undefined) return qualifies(fact, rule) ? { state: 'in', fact } : OUT;
        const since = missed.first(reporters, indexDay, spanEnd);
        return since === undefined ? OUT : { state: 'open', since };
      };
    }
  }
}

function qualifies(fact: Fact, { anyOf, status }: Extract<DenominatorRule<SelectedFacts>, { rule: 'fact' }>): boolean {
  if (anyOf !== undefined && !anyOf.some((limit) => isWithin(fact, limit))) return false;
  return status === undefined || (fact.kind === 'smoking-status' && fact.status === status);
}

/** In when the other indicator is met whatever was missed, open when it could be met. */
function byIndicator(other: Pick<IndicatorDecision, 'outcome' | 'possible' | 'trouble'> | undefined): DenominatorState {
  if (other?.possible === undefined) return other?.outcome === 'met' ? IN : OUT;
  if (!other.possible.includes('met')) return OUT;
  return { state: 'open', ...(other.trouble === undefined ? undefined : { trouble: other.trouble }) };
}
