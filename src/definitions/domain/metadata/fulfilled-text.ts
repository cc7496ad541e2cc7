import { valueWord } from '../../../kernel/coded-value';
import type { DefinitionSet, IndicatorDefinition, Measures, ValueRule } from '../../../kernel/definition';
import { NOTHING, type Bilingual } from '../../../kernel/language';
import { listed } from '../../../kernel/localised';
import { FULFILLED_WORDS } from '../../../kernel/words/rules';
import { boundsText } from '../../../indicators/domain/number-text';
import { prefixesText } from './rule-words';
import { limitText, selectorText } from './selector-text';

/** What fulfils an indicator, as a sentence. */
export function fulfilledText(
  { evidence, value }: IndicatorDefinition,
  { population, measures }: DefinitionSet,
): Bilingual {
  if (evidence !== undefined) {
    return FULFILLED_WORDS.evidence({
      fact: selectorText(evidence.of, measures),
      codes: codesOf(evidence.of.fact, population.services),
      later: laterText(evidence.daysAfterDenominator),
    });
  }
  return value === undefined ? NOTHING : valueText(value, measures);
}

/** How long after the denominator's fact it must be. */
const laterText = (days: number | undefined): Bilingual =>
  days === undefined ? NOTHING : FULFILLED_WORDS.later({ days });

/** The codes hospitals register a service by; municipalities use none (R04). */
function codesOf(fact: string | undefined, services: DefinitionSet['population']['services']): Bilingual {
  const prefixes = Object.entries(services).find(([service]) => service === fact)?.[1];
  return prefixes === undefined ? NOTHING : FULFILLED_WORDS.codes({ codes: prefixesText(prefixes) });
}

function valueText(rule: ValueRule, measures: Measures): Bilingual {
  switch (rule.rule) {
    case 'share':
      return FULFILLED_WORDS.share({
        percent: rule.atLeastPercent,
        of: selectorText(rule.of, measures),
        planned: selectorText(rule.plannedFrom, measures),
      });
    case 'change':
      return FULFILLED_WORDS.change({ of: selectorText(rule.of, measures), percent: rule.atLeastPercent });
    case 'status':
      return FULFILLED_WORDS.status({
        of: selectorText(rule.of, measures),
        values: listed(rule.metWhen.map(valueWord), 'or'),
      });
    case 'limits': {
      const of = rule.of.map((selector) => selectorText(selector, measures));
      const limits = rule.allOf.map((limit) => limitText(limit, rule.of[0], measures));
      return FULFILLED_WORDS.limits({
        of: listed(of, 'or'),
        limits: listed(limits, 'and'),
        later: laterText(rule.daysAfterDenominator),
      });
    }
    case 'laboratory':
      return FULFILLED_WORDS.laboratory({
        of: selectorText(rule.of, measures),
        later: laterText(rule.daysAfterDenominator),
        bounds: boundsText(rule),
      });
  }
}
