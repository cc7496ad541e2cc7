import type { Bilingual, DefinitionSet, IndicatorDefinition, Measures, ValueRule } from '../../../kernel/definition';
import { both, listed, valueWord } from './rule-words';
import { boundsText, limitText, selectorText } from './selector-text';

/** What fulfils an indicator, as a sentence. */
export function fulfilledText(
  { evidence, value }: IndicatorDefinition,
  { population, measures }: DefinitionSet,
): Bilingual {
  if (evidence !== undefined) {
    const fact = selectorText(evidence.of, measures);
    const codes = codesOf(evidence.of.fact, population.services);
    const later = laterText(evidence.daysAfterDenominator);
    return both(
      `Opfyldt, når der er registreret ${fact.da}${codes.da} inden for vinduet${later.da}.`,
      `Met when ${fact.en}${codes.en} is recorded within the window${later.en}.`,
    );
  }
  return value === undefined ? both('', '') : valueText(value, measures);
}

/** How long after the denominator's fact it must be. */
function laterText(days: number | undefined): Bilingual {
  return days === undefined
    ? both('', '')
    : both(
        `, mindst ${days} dage efter det, der afgjorde nævneren`,
        `, at least ${days} days after what decided the denominator`,
      );
}

/** The codes hospitals register a service by; municipalities use none (R04). */
function codesOf(fact: string | undefined, services: DefinitionSet['population']['services']): Bilingual {
  const prefixes = Object.entries(services).find(([service]) => service === fact)?.[1];
  if (prefixes === undefined) return both('', '');
  const list = prefixes.map((prefix) => `${prefix}*`).join(', ');
  return both(` (på hospitaler ${list})`, ` (at hospitals ${list})`);
}

function valueText(rule: ValueRule, measures: Measures): Bilingual {
  switch (rule.rule) {
    case 'share': {
      const [of, planned] = [selectorText(rule.of, measures), selectorText(rule.plannedFrom, measures)];
      return both(
        `Opfyldt, når antal fremmøder er mindst ${rule.atLeastPercent} % af de planlagte ifølge seneste ${of.da}; mangler det planlagte antal dér, tages det fra seneste ${planned.da} i samme forløb.`,
        `Met when attended sessions are at least ${rule.atLeastPercent} % of those planned according to the latest ${of.en}; where it lacks the planned number, that of the latest ${planned.en} of the same course is taken.`,
      );
    }
    case 'change': {
      const of = selectorText(rule.of, measures);
      return both(
        `Opfyldt, når seneste ${of.da} med samme metode og på en senere dag er mindst ${rule.atLeastPercent} % af starttesten.`,
        `Met when the latest ${of.en} by the same method on a later day is at least ${rule.atLeastPercent} % of the start test.`,
      );
    }
    case 'status': {
      const [of, values] = [selectorText(rule.of, measures), listed(rule.metWhen.map(valueWord), 'or')];
      return both(
        `Opfyldt, når seneste ${of.da} efter den, der afgjorde nævneren, er ${values.da}.`,
        `Met when the latest ${of.en} after the one that decided the denominator is ${values.en}.`,
      );
    }
    case 'limits': {
      const of = listed(
        rule.of.map((selector) => selectorText(selector, measures)),
        'or',
      );
      const limits = listed(
        rule.allOf.map((limit) => limitText(limit, rule.of[0], measures)),
        'and',
      );
      const later = laterText(rule.daysAfterDenominator);
      return both(
        `Opfyldt, når ${limits.da} ved seneste ${of.da}${later.da}.`,
        `Met when ${limits.en} at the latest ${of.en}${later.en}.`,
      );
    }
    case 'laboratory': {
      const [of, bounds] = [selectorText(rule.of, measures), boundsText(rule)];
      const later = laterText(rule.daysAfterDenominator);
      return both(
        `Opfyldt, når seneste ${of.da}${later.da} er ${bounds.da}.`,
        `Met when the latest ${of.en}${later.en} is ${bounds.en}.`,
      );
    }
  }
}
