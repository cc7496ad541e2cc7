import type { Day } from '../../kernel/day';
import type { SelectedFacts, ValueRule } from '../../kernel/definition';
import type { Sector } from '../../kernel/organisation';
import type { Fact } from '../../kernel/pathway';
import { reportersOf, type MissedDays } from './missed-days';
import { compileSelector, factsThrough, type Waiver } from './selection';
import { compileReader, type Reading, type ValueQuestion } from './value-rules';

/** The latest fact that could give a value, what it gives, and the others that could have given it. */
export interface FoundValue {
  readonly latest: Fact;
  /** Absent where the latest fact gives none. */
  readonly reading?: Reading;
  readonly others: readonly Fact[];
}

/** How a value indicator finds its value, and whether reports that were missed could have made it another. */
export interface CompiledValue {
  /** Undefined when there is no fact that could give one; `from` is the first day on which one counts. */
  readonly find: (question: ValueQuestion, from: Day) => FoundValue | undefined;
  readonly countsFrom: (indexDay: Day, anchor: Day | undefined) => Day;
  /** True when a missed report could have given a value, or another than the one found. */
  readonly couldBeOther: (missed: MissedDays, from: Day, found: FoundValue | undefined) => boolean;
}

/**
 * Compiles a value rule over the sources that could report its facts. The latest fact decides, even when it gives no
 * value: an older one must not speak for a newer state (interface.md §3).
 */
export function compileValue(
  rule: ValueRule<SelectedFacts>,
  measure: string | undefined,
  sources: readonly Sector[],
  waives: Waiver,
): CompiledValue {
  const { of, countsFrom, fits, read } = compileReader(rule, measure, waives);
  const isOfRule = anyOf(of.map((selector) => compileSelector(selector, waives)));
  const [{ fact: kind }] = of as readonly [SelectedFacts, ...SelectedFacts[]];
  const reporters = reportersOf(of, sources);
  const completers = rule.rule === 'share' ? reportersOf([rule.plannedFrom], sources) : undefined;
  return {
    countsFrom,
    find: (question, from) => {
      const isMeant = (fact: Fact): boolean =>
        fact.on >= from && isOfRule(fact) && (fits === undefined || fits(fact, question));
      const others = factsThrough(question.facts.of(kind), question.last, isMeant);
      const latest = others.pop();
      if (latest === undefined) return undefined;
      const reading = read(latest, question);
      return { latest, ...(reading === undefined ? undefined : { reading }), others };
    },
    couldBeOther: (missed, from, found) => {
      if (missed.first(reporters, found?.latest.on ?? from) !== undefined) return true;
      const start = found?.reading?.completedBy;
      if (start === undefined || completers === undefined) return false;
      return missed.of(start.source).first(completers, start.on) !== undefined;
    },
  };
}

function anyOf(tests: readonly ((fact: Fact) => boolean)[]): (fact: Fact) => boolean {
  const [only, ...others] = tests;
  return only !== undefined && others.length === 0 ? only : (fact) => tests.some((test) => test(fact));
}
