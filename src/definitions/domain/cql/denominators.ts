import type { DenominatorRule, SelectedFacts } from '../../../kernel/definition';
import { defined, named, quoted } from './cql-text';
import { endNamed } from './pathway';
import { factsSelected, isWithin, through, within, type Waived } from './selection';

/** Names of an indicator's expressions. */
export const nameOf = (indicator: string, part: string): string => `${indicator}: ${part}`;

export const OUTCOME = 'outcome';

/** Who is in an indicator's denominator: an expression of its own, and the fact that decides it where there is one. */
export function denominator(key: string, rule: DenominatorRule<SelectedFacts>, waived: Waived): string[] {
  const isIn = (expression: string): string => defined(nameOf(key, 'is in the denominator'), expression);
  switch (rule.rule) {
    case 'every-pathway':
      return [isIn('true')];
    case 'indicator-met':
      return [isIn(`Coalesce(${named(nameOf(rule.indicator, OUTCOME))} = 'met', false)`)];
    case 'fact': {
      const fact = nameOf(key, 'fact of the denominator');
      const found = factsSelected(rule.of, waived, within('"Index day"', through(endNamed(rule.within))));
      return [
        defined(fact, `${rule.pick === 'first' ? 'First' : 'Last'}(${found})`),
        isIn([`${named(fact)} is not null`, ...qualifies(named(fact), rule)].join('\n  and ')),
      ];
    }
  }
}

function qualifies(
  fact: string,
  { anyOf, status }: Extract<DenominatorRule<SelectedFacts>, { rule: 'fact' }>,
): readonly string[] {
  return [
    ...(anyOf === undefined
      ? []
      : [`Coalesce(${anyOf.map((limit) => `(${isWithin(fact, limit)})`).join(' or ') || 'false'}, false)`]),
    ...(status === undefined ? [] : [`Coalesce(${fact}.status = ${quoted(status)}, false)`]),
  ];
}

/** The day of the fact that put the pathway in the denominator; undefined where no fact does. */
export const anchorOf = (key: string, { rule }: DenominatorRule<SelectedFacts>): string | undefined =>
  rule === 'fact' ? `${named(nameOf(key, 'fact of the denominator'))}.happenedOn` : undefined;

/** The first day on which what fulfils counts: so many days after the denominator's fact, where there is one. */
export const countsFrom = (anchor: string | undefined, days: number): string =>
  days === 0 || anchor === undefined ? '"Index day"' : `${anchor} + ${days} ${days === 1 ? 'day' : 'days'}`;
