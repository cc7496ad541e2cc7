import type { Day } from '../../kernel/day';
import type { DecisionValue } from '../../kernel/decision';
import { isAtLeastPercent } from '../../kernel/decimal';
import type { ValueRule } from '../../kernel/definition';
import type { Fact, MunicipalEndFact } from '../../kernel/pathway';
import { compileSelector, factsThrough, isWithin, type FactsByKind, type Waiver } from './selection';

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

/** One fact's reading of a value. */
interface Reading {
  readonly met: boolean;
  readonly value: DecisionValue;
}

/**
 * Compiles a value rule. The latest fact that gives a value decides; a fact that gives none (a missing number,
 * a bound that cannot tell) is passed over, so that taking it away changes nothing (interface.md §3, the laws).
 */
export function compileValue(rule: ValueRule, waives: Waiver): (question: ValueQuestion) => FoundValue | undefined {
  switch (rule.rule) {
    case 'share':
      return compileShare(rule, waives);
    case 'change':
      return compileChange(rule, waives);
    case 'status':
      return compileStatus(rule, waives);
    case 'limits': {
      const tests = rule.of.map((selector) => compileSelector(selector, waives));
      const kind = rule.of[0]?.fact ?? 'blood-pressure';
      return ({ facts, last }) =>
        latestReading(
          factsThrough(facts.of(kind), last, (fact) => tests.some((test) => test(fact))),
          (fact) => ({
            met: rule.allOf.every((limit) => isWithin(fact, limit)),
            value: Object.fromEntries(
              rule.allOf.map(({ field }) => [field, (fact as unknown as Record<string, number>)[field] ?? 0]),
            ),
          }),
        );
    }
    case 'laboratory': {
      const test = compileSelector(rule.of, waives);
      return ({ facts, last }) =>
        latestReading(factsThrough(facts.of('laboratory'), last, test), (fact) => {
          if (fact.kind !== 'laboratory') return undefined;
          const met = isAtMost(fact.value, rule.atMost);
          return met === undefined ? undefined : { met, value: { ldl: fact.value, unit: fact.unit } };
        });
    }
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
function compileShare(rule: Extract<ValueRule, { rule: 'share' }>, waives: Waiver) {
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
function compileChange(rule: Extract<ValueRule, { rule: 'change' }>, waives: Waiver) {
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
function compileStatus(rule: Extract<ValueRule, { rule: 'status' }>, waives: Waiver) {
  const test = compileSelector(rule.of, waives);
  return ({ facts, last, denominatorFact: first }: ValueQuestion): FoundValue | undefined =>
    latestReading(factsThrough(facts.of(rule.of.fact), last, test), (fact) => {
      if (fact.kind !== 'smoking-status' || first === undefined || fact.on <= first.on) return undefined;
      return { met: rule.metWhen.includes(fact.status), value: { smokingStatus: fact.status } };
    });
}

/** Whether a laboratory value, a bound as text included, is at most the limit; undefined when the bound cannot tell. */
export function isAtMost(value: number | string, limit: number): boolean | undefined {
  if (typeof value === 'number') return value <= limit;
  const orEqual = value.charAt(1) === '=';
  const bound = Number(value.slice(orEqual ? 2 : 1));
  if (value.startsWith('<')) return bound <= limit ? true : undefined;
  return bound > limit || (bound === limit && !orEqual) ? false : undefined;
}
