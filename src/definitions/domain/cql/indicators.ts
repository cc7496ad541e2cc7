import type { DefinitionSet, IndicatorDefinition, MeasuredFact, SelectedFacts } from '../../../kernel/definition';
import { NUMBERS_OF_FACT, spelledRules, type SpelledRules } from '../../../kernel/measures';
import type { FhirTerms } from '../../../formats/domain/fhir/fhir-terms';
import { comment, defined, named } from './cql-text';
import { anchorOf, countsFrom, denominator, nameOf, OUTCOME } from './denominators';
import { codeMissingFor } from './measurements';
import { endNamed } from './pathway';
import { factsSelected, through, within, type Waived } from './selection';
import { valueOf } from './values';

/** The populations of a proportion, with the expression that says who is in them. */
export const populationsOf = (key: string) => ({
  'initial-population': 'Initial population',
  denominator: nameOf(key, 'denominator'),
  'denominator-exclusion': nameOf(key, 'denominator exclusion'),
  numerator: nameOf(key, 'numerator'),
});

/** The expression of an indicator's outcome in the words of decisions. */
export const outcomeOf = (key: string): string => nameOf(key, OUTCOME);

/** An indicator that no CQL can be made for, and what FHIR has no code for or which other it rests on. */
export interface Inexpressible {
  readonly indicator: string;
  readonly wanting: string;
}

/** What keeps an indicator from being said in CQL; undefined where nothing does. */
export function whatIsWanting(
  indicator: IndicatorDefinition,
  { measures }: DefinitionSet,
  terms: FhirTerms,
  without: readonly Inexpressible[],
): string | undefined {
  const rules = spelledRules(indicator, measures);
  const { denominator: rule } = rules;
  if (rule.rule === 'indicator-met' && without.some(({ indicator: other }) => other === rule.indicator)) {
    return rule.indicator;
  }
  for (const { fact } of selectorsOf(rules)) {
    const wanting = fact in NUMBERS_OF_FACT ? codeMissingFor(fact as MeasuredFact, terms) : undefined;
    if (wanting !== undefined) return wanting;
    if (fact === 'dispensing' && terms.medicines.size === 0) return fact;
  }
  return undefined;
}

function selectorsOf({ denominator: rule, evidence, value }: SpelledRules): readonly SelectedFacts[] {
  return [
    ...(rule.rule === 'fact' ? [rule.of] : []),
    ...(evidence === undefined ? [] : [evidence.of]),
    ...(value === undefined ? [] : [value.of].flat()),
    ...(value?.rule === 'share' ? [value.plannedFrom] : []),
  ];
}

/** An indicator's denominator, what fulfils it, its outcome and its populations. */
export function indicator(definition: IndicatorDefinition, { measures }: DefinitionSet, waived: Waived): string {
  const { key, window, title, description } = definition;
  const { denominator: rule, evidence, value } = spelledRules(definition, measures);
  const [anchor, end] = [anchorOf(key, rule), endNamed(window)];
  const isOver = `"As of day" > ${end}`;
  const found =
    evidence === undefined
      ? []
      : [
          defined(
            nameOf(key, 'evidence'),
            factsSelected(
              evidence.of,
              waived,
              within(countsFrom(anchor, evidence.daysAfterDenominator ?? 0), through(end)),
            ),
          ),
        ];
  return [
    comment(
      `${'-'.repeat(100)}\n${definition.number}. ${title.da} (${title.en})\n${description.da}\n${description.en}\n${'-'.repeat(100)}`,
    ),
    ...denominator(key, rule, waived),
    ...found,
    ...(value === undefined ? [] : valueOf(value, { key, anchor, end, waived })),
    defined(outcomeOf(key), outcome(key, end, { isEvidence: evidence !== undefined })),
    ...populations(key, isOver),
  ].join('\n\n');
}

/** The first that applies (interface.md §3, outcome). */
function outcome(key: string, end: string, { isEvidence }: { readonly isEvidence: boolean }): string {
  const departed = `when "Has departed by"(${through(end)}) then 'excluded'`;
  const pending = `when "As of day" <= ${end} then 'pending'`;
  const steps = isEvidence
    ? [`when exists ${named(nameOf(key, 'evidence'))} then 'met'`, departed, pending, `else 'not-met'`]
    : [
        departed,
        pending,
        `when ${named(nameOf(key, 'is met'))} is null then 'unknown'`,
        `when ${named(nameOf(key, 'is met'))} then 'met'`,
        `else 'not-met'`,
      ];
  return `case
  when "Index day" is null then null
  when "Is under age" then 'not-applicable'
  when not ${named(nameOf(key, 'is in the denominator'))} then 'not-applicable'
  ${steps.join('\n  ')}
end`;
}

/** A rate counts pathways whose window has ended; an excluded one stands in the denominator and is taken out again. */
function populations(key: string, isOver: string): string[] {
  const names = populationsOf(key);
  const is = (...outcomes: readonly string[]): string =>
    `Coalesce(${named(outcomeOf(key))} in { ${outcomes.map((one) => `'${one}'`).join(', ')} } and ${isOver}, false)`;
  return [
    defined(names.denominator, is('met', 'not-met', 'excluded')),
    defined(names['denominator-exclusion'], is('excluded')),
    defined(names.numerator, is('met')),
  ];
}
