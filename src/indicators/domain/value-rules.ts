import { addDays, type Day } from '../../kernel/day';
import type { DecisionValue } from '../../kernel/decision';
import { isAtLeastPercent } from '../../kernel/decimal';
import type { SelectedFacts, ValueRule } from '../../kernel/definition';
import type { Fact } from '../../kernel/pathway';
import { compileSelector, factsThrough, isWithin, type FactsByKind, type Waiver } from './selection';
import { isWithinBounds } from './within-bounds';

/** What a value rule looks at: facts through `last`, and the fact that put the pathway in the denominator. */
export interface ValueQuestion {
  readonly last: Day;
  readonly facts: FactsByKind;
  readonly denominatorFact: Fact | undefined;
}

/** What one fact gives. */
export interface Reading {
  readonly met: boolean;
  readonly value: DecisionValue;
  /** The earlier fact that it was compared with, which decides too. */
  readonly comparedWith?: Fact;
  /** The fact that a part of the value was taken from; a later one of its source would take its place. */
  readonly completedBy?: Fact;
}

/** How one kind of rule reads a value off a fact. */
export interface ValueReader {
  /** Which facts could give it, where they fit. */
  readonly of: readonly SelectedFacts[];
  /** The first day on which a fact counts; `anchor` is the day of the denominator's fact, where there is one. */
  readonly countsFrom: (indexDay: Day, anchor: Day | undefined) => Day;
  readonly fits?: (fact: Fact, question: ValueQuestion) => boolean;
  /** Undefined where the fact gives none: a number missing, a bound that cannot tell. */
  readonly read: (fact: Fact, question: ValueQuestion) => Reading | undefined;
}

type RuleOf<R extends ValueRule['rule']> = Extract<ValueRule<SelectedFacts>, { rule: R }>;

/** Compiles a value rule; `measure` is the key of what it reads. */
export function compileReader(
  rule: ValueRule<SelectedFacts>,
  measure: string | undefined,
  waives: Waiver,
): ValueReader {
  switch (rule.rule) {
    case 'share':
      return shareReader(rule, waives);
    case 'change':
      return changeReader(rule);
    case 'status':
      return statusReader(rule);
    case 'limits':
      return limitsReader(rule);
    case 'laboratory':
      return laboratoryReader(rule, measure ?? 'value');
  }
}

const fromIndexDay = (indexDay: Day): Day => indexDay;

const afterAnchor = (indexDay: Day, anchor: Day | undefined): Day =>
  anchor === undefined ? indexDay : addDays(anchor, 1);

/** At least so many days after the denominator's fact, where there is one. */
export const waiting =
  (days: number) =>
  (indexDay: Day, anchor: Day | undefined): Day =>
    days === 0 || anchor === undefined ? indexDay : addDays(anchor, days);

/** Attended of planned; planned from the form itself, else from the latest start of the same source and course. */
function shareReader({ of, plannedFrom, atLeastPercent }: RuleOf<'share'>, waives: Waiver): ValueReader {
  const isStart = compileSelector(plannedFrom, waives);
  return {
    of: [of],
    countsFrom: fromIndexDay,
    read: (end, { facts, last }) => {
      if (end.kind !== 'municipal-end' || end.attended === undefined) return undefined;
      const start =
        end.planned === undefined
          ? factsThrough(facts.of(plannedFrom.fact), last, isStart).findLast(
              (fact) => fact.kind === 'municipal-start' && fact.source === end.source && fact.course === end.course,
            )
          : undefined;
      const planned = start?.kind === 'municipal-start' ? start.planned : end.planned;
      if (planned === undefined || planned === 0) return undefined;
      return {
        met: isAtLeastPercent(end.attended, atLeastPercent, planned),
        value: { attended: end.attended, planned },
        ...(start === undefined ? undefined : { completedBy: start }),
      };
    },
  };
}

/** An end test after the start test, by the same method; it must also lie above it, which 110 % of nothing does not say. */
function changeReader({ of, atLeastPercent }: RuleOf<'change'>): ValueReader {
  return {
    of: [of],
    countsFrom: afterAnchor,
    fits: (test, { denominatorFact: start }) =>
      test.kind === 'exercise-capacity' && start?.kind === 'exercise-capacity' && test.method === start.method,
    read: (test, { denominatorFact: start }) => {
      if (test.kind !== 'exercise-capacity' || start?.kind !== 'exercise-capacity') return undefined;
      return {
        met: test.value > start.value && isAtLeastPercent(test.value, atLeastPercent, start.value),
        value: { method: start.method, start: start.value, end: test.value },
        comparedWith: start,
      };
    },
  };
}

/** A known status on a later day than the one that put the pathway in the denominator. */
function statusReader({ of, metWhen }: RuleOf<'status'>): ValueReader {
  return {
    of: [of],
    countsFrom: afterAnchor,
    read: (fact) =>
      fact.kind === 'smoking-status'
        ? { met: metWhen.includes(fact.status), value: { smokingStatus: fact.status } }
        : undefined,
  };
}

/** The limits' numbers of a fact that has them all. */
function limitsReader({ of, allOf, daysAfterDenominator = 0 }: RuleOf<'limits'>): ValueReader {
  return {
    of,
    countsFrom: waiting(daysAfterDenominator),
    read: (fact) => {
      const value: Record<string, number> = {};
      for (const { field } of allOf) {
        const number = (fact as unknown as Readonly<Record<string, unknown>>)[field];
        if (typeof number !== 'number') return undefined;
        value[field] = number;
      }
      return { met: allOf.every((limit) => isWithin(fact, limit)), value };
    },
  };
}

/** A laboratory value that can tell, under the measure's key. */
function laboratoryReader(rule: RuleOf<'laboratory'>, measure: string): ValueReader {
  return {
    of: [rule.of],
    countsFrom: waiting(rule.daysAfterDenominator ?? 0),
    read: (fact) => {
      if (fact.kind !== 'laboratory') return undefined;
      const met = isWithinBounds(fact.value, rule);
      return met === undefined ? undefined : { met, value: { [measure]: fact.value, unit: fact.unit } };
    },
  };
}
