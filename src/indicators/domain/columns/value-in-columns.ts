import { dayNumber } from '../../../kernel/day';
import { isAtLeastPercent } from '../../../kernel/decimal';
import type { SelectedFacts, ValueRule } from '../../../kernel/definition';
import { KIND_CODE } from '../../../kernel/fact-codes';
import type { Sector } from '../../../kernel/organisation';
import { FACT_SIZE, FactPart } from '../../../kernel/person-columns';
import { reportersOf } from '../missed-days';
import type { Waiver } from '../selection';
import { isWithinBounds } from '../within-bounds';
import { NO_DAY } from './numbered-feeds';
import type { PathwayInColumns } from './pathway-in-columns';
import {
  limitInColumns,
  NotInColumnsError,
  reportersInColumns,
  selectorInColumns,
  valueInColumns,
  type FactTest,
} from './selector-in-columns';

/** What one fact gives; the others it stands on by their numbers, -1 for none. */
export interface ReadingInColumns {
  readonly met: boolean;
  readonly comparedWith: number;
  readonly completedBy: number;
}

/** How a value indicator finds its value in columns, as `CompiledValue`. */
export interface ValueInColumns {
  readonly countsFrom: (indexDay: number, anchor: number) => number;
  /** The latest fact that could give a value, -1 for none; `found` gets all of them, in order. */
  readonly find: (
    pathway: PathwayInColumns,
    from: number,
    last: number,
    denominatorFact: number,
    found: number[],
  ) => number;
  readonly read: (
    pathway: PathwayInColumns,
    fact: number,
    last: number,
    denominatorFact: number,
  ) => ReadingInColumns | undefined;
  readonly couldBeOther: (
    pathway: PathwayInColumns,
    from: number,
    latest: number,
    reading: ReadingInColumns | undefined,
  ) => boolean;
}

type Reader = Pick<ValueInColumns, 'countsFrom' | 'read'> & {
  readonly fits?: (pathway: PathwayInColumns, fact: number, denominatorFact: number) => boolean;
};
type RuleOf<R extends ValueRule['rule']> = Extract<ValueRule<SelectedFacts>, { rule: R }>;

/** Compiles a value rule for columns, as `compileValue`. */
export function valueRuleInColumns(
  rule: ValueRule<SelectedFacts>,
  sources: readonly Sector[],
  waives: Waiver,
): ValueInColumns {
  const of = rule.rule === 'limits' ? rule.of : [rule.of];
  const [{ fact: kind }] = of as readonly [SelectedFacts, ...SelectedFacts[]];
  const tests = of.map((selector) => selectorInColumns(selector, kind, waives));
  const { countsFrom, read, fits } = readerOf(rule, kind, waives);
  const code = KIND_CODE[kind];
  const reporters = reportersInColumns(reportersOf(of, sources));
  const completers = rule.rule === 'share' ? reportersInColumns(reportersOf([rule.plannedFrom], sources)) : undefined;
  return {
    countsFrom,
    read,
    find: (pathway, from, last, denominatorFact, found) => {
      let latest = -1;
      for (let fact = pathway.first(code); fact !== -1; fact = pathway.next(fact)) {
        const on = pathway.onOf(fact);
        if (on > last) break;
        if (on < from || !anyHolds(tests, pathway, fact)) continue;
        if (fits !== undefined && !fits(pathway, fact, denominatorFact)) continue;
        found.push(fact);
        latest = fact;
      }
      return latest;
    },
    couldBeOther: (pathway, from, latest, reading) => {
      if (pathway.missed(reporters, latest === -1 ? from : pathway.onOf(latest)) !== NO_DAY) return true;
      const start = reading?.completedBy ?? -1;
      if (start === -1 || completers === undefined) return false;
      const { facts, words } = pathway;
      const source = words[facts[start * FACT_SIZE + FactPart.Source] as number] as string;
      return pathway.missed(completers, pathway.onOf(start), NO_DAY, source) !== NO_DAY;
    },
  };
}

function anyHolds(tests: readonly FactTest[], pathway: PathwayInColumns, fact: number): boolean {
  for (let at = 0; at < tests.length; at += 1) if ((tests[at] as FactTest)(pathway, fact)) return true;
  return false;
}

function readerOf(rule: ValueRule<SelectedFacts>, kind: SelectedFacts['fact'], waives: Waiver): Reader {
  switch (rule.rule) {
    case 'share':
      return shareReader(rule, kind, waives);
    case 'change':
      return changeReader(rule, kind);
    case 'status':
      return statusReader(rule, kind);
    case 'limits':
      return limitsReader(rule, kind);
    case 'laboratory':
      return laboratoryReader(rule, kind);
  }
}

const fromIndexDay = (indexDay: number): number => indexDay;
const afterAnchor = (indexDay: number, anchor: number): number => (anchor === NO_DAY ? indexDay : later(anchor, 1));

/** At least so many days after the denominator's fact, where there is one. */
export const waitingInColumns =
  (days: number) =>
  (indexDay: number, anchor: number): number =>
    days === 0 || anchor === NO_DAY ? indexDay : later(anchor, days);

/** Within the years there are. */
const LAST_DAY = dayNumber('9999-12-31');
const later = (day: number, days: number): number => Math.min(day + days, LAST_DAY);

const plainly = (met: boolean): ReadingInColumns => (met ? MET : NOT_MET);
const MET: ReadingInColumns = { met: true, comparedWith: -1, completedBy: -1 };
const NOT_MET: ReadingInColumns = { met: false, comparedWith: -1, completedBy: -1 };

function shareReader(
  { plannedFrom, atLeastPercent }: RuleOf<'share'>,
  kind: SelectedFacts['fact'],
  waives: Waiver,
): Reader {
  if (kind !== 'municipal-end') return { countsFrom: fromIndexDay, read: () => undefined };
  const isStart = selectorInColumns(plannedFrom, plannedFrom.fact, waives);
  const startKind = plannedFrom.fact === 'municipal-start' ? KIND_CODE['municipal-start'] : undefined;
  const attendedOf = valueInColumns('municipal-end', 'attended');
  const plannedOf = valueInColumns('municipal-end', 'planned');
  const plannedAtStart = valueInColumns('municipal-start', 'planned');
  const startOf = (pathway: PathwayInColumns, end: number, last: number): number => {
    const { facts } = pathway;
    let start = -1;
    if (startKind === undefined) return start;
    for (let fact = pathway.first(startKind); fact !== -1 && pathway.onOf(fact) <= last; fact = pathway.next(fact)) {
      const isOfCourse =
        facts[fact * FACT_SIZE + FactPart.Source] === facts[end * FACT_SIZE + FactPart.Source] &&
        facts[fact * FACT_SIZE + FactPart.First] === facts[end * FACT_SIZE + FactPart.First];
      if (isOfCourse && isStart(pathway, fact)) start = fact;
    }
    return start;
  };
  return {
    countsFrom: fromIndexDay,
    read: (pathway, end, last) => {
      const attended = attendedOf(pathway, end);
      if (Number.isNaN(attended)) return undefined;
      const own = plannedOf(pathway, end);
      const start = Number.isNaN(own) ? startOf(pathway, end, last) : -1;
      const planned = start === -1 ? own : plannedAtStart(pathway, start);
      if (Number.isNaN(planned) || planned === 0) return undefined;
      return { met: isAtLeastPercent(attended, atLeastPercent, planned), comparedWith: -1, completedBy: start };
    },
  };
}

function changeReader({ atLeastPercent }: RuleOf<'change'>, kind: SelectedFacts['fact']): Reader {
  const valueOf = valueInColumns('exercise-capacity', 'value');
  const isTest = ({ facts }: PathwayInColumns, fact: number): boolean =>
    facts[fact * FACT_SIZE + FactPart.Kind] === KIND_CODE['exercise-capacity'];
  return {
    countsFrom: afterAnchor,
    fits: (pathway, test, start) =>
      kind === 'exercise-capacity' &&
      start !== -1 &&
      isTest(pathway, start) &&
      pathway.facts[test * FACT_SIZE + FactPart.First] === pathway.facts[start * FACT_SIZE + FactPart.First],
    read: (pathway, test, _last, start) => {
      const [end, begin] = [valueOf(pathway, test), valueOf(pathway, start)];
      return { met: end > begin && isAtLeastPercent(end, atLeastPercent, begin), comparedWith: start, completedBy: -1 };
    },
  };
}

function statusReader({ metWhen }: RuleOf<'status'>, kind: SelectedFacts['fact']): Reader {
  if (kind !== 'smoking-status') return { countsFrom: afterAnchor, read: () => undefined };
  return {
    countsFrom: afterAnchor,
    read: ({ facts, words }, fact) =>
      plainly(metWhen.includes(words[facts[fact * FACT_SIZE + FactPart.First] as number] as string)),
  };
}

function limitsReader({ allOf, daysAfterDenominator = 0 }: RuleOf<'limits'>, kind: SelectedFacts['fact']): Reader {
  const limits = allOf.map((limit) => limitInColumns(limit, kind));
  const numbers = allOf.map(({ field }) => valueInColumns(kind, field));
  return {
    countsFrom: waitingInColumns(daysAfterDenominator),
    read: (pathway, fact) => {
      for (const valueOf of numbers) if (Number.isNaN(valueOf(pathway, fact))) return undefined;
      return plainly(limits.every((limit) => limit(pathway, fact)));
    },
  };
}

function laboratoryReader(rule: RuleOf<'laboratory'>, kind: SelectedFacts['fact']): Reader {
  if (kind !== 'laboratory') throw new NotInColumnsError(`${kind} has no laboratory value`);
  return {
    countsFrom: waitingInColumns(rule.daysAfterDenominator ?? 0),
    read: ({ values, words }, fact) => {
      const number = values[fact * 2] as number;
      const value = Number.isNaN(number) ? (words[values[fact * 2 + 1] as number] as string) : number;
      const met = isWithinBounds(value, rule);
      return met === undefined ? undefined : plainly(met);
    },
  };
}
