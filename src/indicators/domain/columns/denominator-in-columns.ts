import type { DenominatorRule, SelectedFacts } from '../../../kernel/definition';
import { KIND_CODE } from '../../../kernel/fact-codes';
import { FACT_SIZE, FactPart } from '../../../kernel/person-columns';
import { reportersOf } from '../missed-days';
import type { Waiver } from '../selection';
import { OUTCOME, POSSIBLE } from '../../../kernel/outcome-codes';
import type { PathwayInColumns } from './pathway-in-columns';
import { limitInColumns, reportersInColumns, selectorInColumns } from './selector-in-columns';
import type { SpanEnds } from './span-ends';

/** Who is asked about, compiled for columns. */
export type DenominatorInColumns =
  | { readonly rule: 'every-pathway' }
  /** `indicator`: its place, -1 where none of that name comes before. */
  | { readonly rule: 'indicator-met'; readonly indicator: number }
  | {
      readonly rule: 'fact';
      /** The fact that decides, -1 where there is none. */
      readonly factOf: (pathway: PathwayInColumns) => number;
      readonly qualifies: (pathway: PathwayInColumns, fact: number) => boolean;
      /** The first missed day on which it could lie. */
      readonly missedIn: (pathway: PathwayInColumns) => number;
    };

/** Compiles a denominator rule, as `compileDenominator`; `placeOf` an indicator before this one. */
export function denominatorInColumns(
  rule: DenominatorRule<SelectedFacts>,
  waives: Waiver,
  spanEnds: SpanEnds,
  placeOf: (indicator: string) => number,
): DenominatorInColumns {
  switch (rule.rule) {
    case 'every-pathway':
      return rule;
    case 'indicator-met':
      return { rule: 'indicator-met', indicator: placeOf(rule.indicator) };
    case 'fact':
      return factInColumns(rule, waives, spanEnds.placeOf(rule.within));
  }
}

type FactRule = Extract<DenominatorRule<SelectedFacts>, { rule: 'fact' }>;

function factInColumns(
  { of, pick, sources, anyOf, status }: FactRule,
  waives: Waiver,
  span: number,
): DenominatorInColumns {
  const kind = KIND_CODE[of.fact];
  const test = selectorInColumns(of, of.fact, waives);
  const reporters = reportersInColumns(reportersOf([of], sources));
  const limits = anyOf?.map((limit) => limitInColumns(limit, of.fact));
  const hasStatus = of.fact === 'smoking-status';
  return {
    rule: 'fact',
    factOf: (pathway) => {
      const last = Math.min(pathway.endOf(span), pathway.asOf);
      let found = -1;
      for (let fact = pathway.first(kind); fact !== -1 && pathway.onOf(fact) <= last; fact = pathway.next(fact)) {
        if (!test(pathway, fact)) continue;
        if (pick === 'first') return fact;
        found = fact;
      }
      return found;
    },
    qualifies: (pathway, fact) => {
      if (limits !== undefined && !limits.some((limit) => limit(pathway, fact))) return false;
      if (status === undefined) return true;
      const { facts, words } = pathway;
      return hasStatus && words[facts[fact * FACT_SIZE + FactPart.First] as number] === status;
    },
    missedIn: (pathway) => pathway.missed(reporters, pathway.indexDay, pathway.endOf(span)),
  };
}

/** What came of the indicators before, by place. */
interface Before {
  readonly outcome: Int32Array;
  readonly possible: Int32Array;
}

/** In when the other indicator is met whatever was missed, open when it could be met. */
export function byIndicator({ outcome, possible }: Before, place: number): 'in' | 'out' | 'open' {
  if (place < 0) return 'out';
  const could = possible[place] as number;
  if (could === 0) return outcome[place] === OUTCOME.met ? 'in' : 'out';
  return (could & POSSIBLE.met) === 0 ? 'out' : 'open';
}
