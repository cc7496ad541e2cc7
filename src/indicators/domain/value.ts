import type { Day } from '../../kernel/day';
import type { DecisionValue } from '../../kernel/decision';
import { isAtLeastPercent } from '../../kernel/decimal';
import type { SelectedFacts, ValueRule } from '../../kernel/definition';
import type { Fact, MunicipalEndFact } from '../../kernel/pathway';
import { compileSelector, factsThrough, isWithin, notBefore, type FactsByKind, type Waiver } from './selection';
import { isWithinBounds } from './within-bounds';

/** A value as found: whether it meets the target, the facts it comes from, and those that could have given it. */
export interface FoundValue {
  readonly met: boolean;
  readonly value: DecisionValue;
  readonly decisive: readonly Fact[];
  readonly also: readonly Fact[];
}

/** What a value rule looks at: facts through `last`, and the fact that put the pathway in the denominator. */
export interface ValueQuestion {
  readonly last: Day;
  readonly facts: FactsByKind;
  readonly denominatorFact: Fact | undefined;
}

type RuleOf<R extends ValueRule['rule']> = Extract<ValueRule<SelectedFacts>, { rule: R }>;

/** One fact's reading of a value. */
interface Reading {
  readonly met: boolean;
  readonly value: DecisionValue;
}

/**
 * Compiles a value rule; `measure` is the key of what it reads. The latest fact that gives a value decides; a fact that
 * gives none (a missing number, a bound that cannot tell) is passed over, so that taking it away changes nothing
 * (interface.md §3, the laws).
 */
export function compileValue(
  rule: ValueRule<SelectedFacts>,
  measure: string | undefined,
  waives: Waiver,
): (question: ValueQuestion) => FoundValue | undefined {
  switch (rule.rule) {
    case 'share':
      return compileShare(rule, waives);
    case 'change':
      return compileChange(rule, waives);
    case 'status':
      return compileStatus(rule, waives);
    case 'limits':
      return compileLimits(rule, waives);
    case 'laboratory':
      return compileLaboratory(rule, measure ?? 'value', waives);
  }
}

/** Takes the latest fact that gives a reading; the others that could have given one stand beside it. */
function latestReading(facts: readonly Fact[], read: (fact: Fact) => Reading | undefined): FoundValue | undefined {
  let latest: Reading | undefined;
  const giving: Fact[] = [];
  for (const fact of facts) {
    const reading = read(fact);
    if (reading === undefined) continue;
    latest = reading;
    giving.push(fact);
  }
  const decisive = giving.pop();
  if (latest === undefined || decisive === undefined) return undefined;
  return { ...latest, decisive: [decisive], also: giving };
}

/** Attended of planned; planned from the form itself, else from the latest start of the same source and course. */
function compileShare(rule: RuleOf<'share'>, waives: Waiver) {
  const isEnd = compileSelector(rule.of, waives);
  const isStart = compileSelector(rule.plannedFrom, waives);
  return ({ facts, last }: ValueQuestion): FoundValue | undefined => {
    const starts = factsThrough(facts.of(rule.plannedFrom.fact), last, isStart);
    const plannedOf = (end: MunicipalEndFact): number | undefined => {
      if (end.planned !== undefined) return end.planned;
      const start = starts.findLast(
        (fact) => fact.kind === 'municipal-start' && fact.source === end.source && fact.course === end.course,
      );
      return start?.kind === 'municipal-start' ? start.planned : undefined;
    };
    return latestReading(factsThrough(facts.of(rule.of.fact), last, isEnd), (fact) => {
      if (fact.kind !== 'municipal-end' || fact.attended === undefined) return undefined;
      const planned = plannedOf(fact);
      if (planned === undefined || planned === 0) return undefined;
      return {
        met: isAtLeastPercent(fact.attended, rule.atLeastPercent, planned),
        value: { attended: fact.attended, planned },
      };
    });
  };
}

/** The latest end test after the start test, by the same method. */
function compileChange(rule: RuleOf<'change'>, waives: Waiver) {
  const test = compileSelector(rule.of, waives);
  return ({ facts, last, denominatorFact: start }: ValueQuestion): FoundValue | undefined => {
    if (start?.kind !== 'exercise-capacity') return undefined;
    const found = latestReading(factsThrough(facts.of(rule.of.fact), last, test), (fact) => {
      if (fact.kind !== 'exercise-capacity' || fact.method !== start.method || fact.on <= start.on) return undefined;
      return {
        met: isAtLeastPercent(fact.value, rule.atLeastPercent, start.value),
        value: { method: start.method, start: start.value, end: fact.value },
      };
    });
    return found === undefined ? undefined : { ...found, decisive: [start, ...found.decisive] };
  };
}

/** The latest known status on a later day than the one that put the pathway in the denominator. */
function compileStatus(rule: RuleOf<'status'>, waives: Waiver) {
  const test = compileSelector(rule.of, waives);
  return ({ facts, last, denominatorFact: first }: ValueQuestion): FoundValue | undefined =>
    latestReading(factsThrough(facts.of(rule.of.fact), last, test), (fact) => {
      if (fact.kind !== 'smoking-status' || first === undefined || fact.on <= first.on) return undefined;
      return { met: rule.metWhen.includes(fact.status), value: { smokingStatus: fact.status } };
    });
}

/** The limits' numbers of the latest fact that has them all. */
function compileLimits(rule: RuleOf<'limits'>, waives: Waiver) {
  const tests = rule.of.map((selector) => compileSelector(selector, waives));
  const [{ fact: kind }] = rule.of as readonly [SelectedFacts, ...SelectedFacts[]];
  const { allOf, daysAfterDenominator = 0 } = rule;
  return ({ facts, last, denominatorFact }: ValueQuestion): FoundValue | undefined => {
    const found = factsThrough(facts.of(kind), last, (fact) => tests.some((test) => test(fact)));
    return latestReading(notBefore(found, denominatorFact, daysAfterDenominator), (fact) => {
      const value: Record<string, number> = {};
      for (const { field } of allOf) {
        const number = (fact as unknown as Readonly<Record<string, unknown>>)[field];
        if (typeof number !== 'number') return undefined;
        value[field] = number;
      }
      return { met: allOf.every((limit) => isWithin(fact, limit)), value };
    });
  };
}

/** The latest laboratory value that can tell, under the measure's key. */
function compileLaboratory(rule: RuleOf<'laboratory'>, measure: string, waives: Waiver) {
  const test = compileSelector(rule.of, waives);
  const { daysAfterDenominator = 0 } = rule;
  return ({ facts, last, denominatorFact }: ValueQuestion): FoundValue | undefined => {
    const found = factsThrough(facts.of(rule.of.fact), last, test);
    return latestReading(notBefore(found, denominatorFact, daysAfterDenominator), (fact) => {
      if (fact.kind !== 'laboratory') return undefined;
      const met = isWithinBounds(fact.value, rule);
      return met === undefined ? undefined : { met, value: { [measure]: fact.value, unit: fact.unit } };
    });
  };
}
