import type { Bounds, SelectedFacts, ValueRule } from '../../../kernel/definition';
import { decimal, defined, named, quoted } from './cql-text';
import { countsFrom, nameOf } from './denominators';
import { factsSelected, isWithin, through, within, type Waived } from './selection';

/** An indicator that reads values, with the day of the denominator's fact and the end of its window. */
export interface ValueRead {
  readonly key: string;
  readonly anchor: string | undefined;
  readonly end: string;
  readonly waived: Waived;
}

/** Whether the latest fact fulfils an indicator: null where it gives no value, or where there is none. */
export function valueOf(rule: ValueRule<SelectedFacts>, read: ValueRead): string[] {
  const fact = nameOf(read.key, 'latest fact');
  return [
    defined(fact, latest(rule, read), 'The latest fact decides, even when it gives no value.'),
    ...metBy(rule, named(fact), read),
  ];
}

/** Functions that value rules are written with. */
export const VALUE_FUNCTIONS = `// Exact where an engine counts in binary fractions: CQL's decimals have eight places.
define function "Is at least percent"(part Decimal, percent Decimal, whole Decimal):
  Round(part * 100.0, 8) >= Round(whole * percent, 8)

// Below a limit, or up to it; null for a bound, such as <0.5, that cannot tell.
define function "Is below"(amount Decimal, comparator String, bound Decimal, orEqual Boolean):
  case
    when comparator is null then amount < bound or (orEqual and amount = bound)
    when comparator = '<' then if amount <= bound then true else null
    when comparator = '<=' then if amount < bound or (amount = bound and orEqual) then true else null
    when comparator = '>' then if amount >= bound then false else null
    else if amount > bound or (amount = bound and not orEqual) then false else null
  end`;

function latest(rule: ValueRule<SelectedFacts>, { key, anchor, end, waived }: ValueRead): string {
  const last = through(end);
  const afterAnchor = countsFrom(anchor, 1);
  switch (rule.rule) {
    case 'share':
      return `Last(${factsSelected(rule.of, waived, within('"Index day"', last))})`;
    case 'change': {
      const start = `${named(nameOf(key, 'fact of the denominator'))}.method`;
      return `Last(${factsSelected(rule.of, waived, [...within(afterAnchor, last), `F.method = ${start}`])})`;
    }
    case 'status':
      return `Last(${factsSelected(rule.of, waived, within(afterAnchor, last))})`;
    default: {
      const from = countsFrom(anchor, rule.daysAfterDenominator ?? 0);
      const lists = [rule.of].flat().map((selector) => `(${factsSelected(selector, waived, within(from, last))})`);
      if (lists.length === 1) return `Last${lists[0] ?? ''}`;
      return `Last((flatten { ${lists.join(', ')} }) F return all F sort by happenedOn, recordedAt, eventId, source)`;
    }
  }
}

function metBy(rule: ValueRule<SelectedFacts>, fact: string, { key, end, waived }: ValueRead): string[] {
  const met = (expression: string): string => defined(nameOf(key, 'is met'), expression);
  switch (rule.rule) {
    case 'share': {
      const planned = nameOf(key, 'planned sessions');
      const starts = factsSelected(rule.plannedFrom, waived, [
        ...within('"Index day"', through(end)),
        `F.source = ${fact}.source`,
        `F.course = ${fact}.course`,
      ]);
      return [
        defined(
          planned,
          `Coalesce(${fact}.planned, Last(${starts}).planned)`,
          'From the end form, else from the latest start.',
        ),
        met(
          `if ${fact}.attended is null or ${named(planned)} is null or ${named(planned)} = 0 then null
else "Is at least percent"(ToDecimal(${fact}.attended), ${decimal(rule.atLeastPercent)}, ToDecimal(${named(planned)}))`,
        ),
      ];
    }
    case 'change': {
      const start = `${named(nameOf(key, 'fact of the denominator'))}.amount`;
      return [
        met(
          `${fact}.amount > ${start} and "Is at least percent"(${fact}.amount, ${decimal(rule.atLeastPercent)}, ${start})`,
        ),
      ];
    }
    case 'status':
      return [met(rule.metWhen.map((status) => `${fact}.status = ${quoted(status)}`).join(' or ') || 'false')];
    case 'limits':
      return [met(rule.allOf.map((limit) => `(${isWithin(fact, limit)})`).join(' and ') || 'true')];
    case 'laboratory':
      return [met(withinBounds(fact, rule))];
  }
}

/** Three-valued, as CQL's logic is: one bound that fails is enough, whatever another cannot tell. */
function withinBounds(fact: string, { below, atLeast, atMost }: Bounds): string {
  const isBelow = (bound: number, orEqual: boolean): string =>
    `"Is below"(${fact}.amount, ${fact}.comparator, ${decimal(bound)}, ${String(orEqual)})`;
  const bounds = [
    ...(atMost === undefined ? [] : [isBelow(atMost, true)]),
    ...(below === undefined ? [] : [isBelow(below, false)]),
    ...(atLeast === undefined ? [] : [`not ${isBelow(atLeast, false)}`]),
  ];
  return bounds.join('\n  and ') || `${fact} is not null`;
}
