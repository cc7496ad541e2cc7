import type { Bilingual, DefinitionSet, DenominatorRule, Measures } from '../../../kernel/definition';
import { both, listed, spanText, valueWord } from './rule-words';
import { limitText, selectorText } from './selector-text';

type FactRule = Extract<DenominatorRule, { rule: 'fact' }>;

/** Who is asked about, as a sentence. */
export function denominatorText(rule: DenominatorRule, set: DefinitionSet): Bilingual {
  switch (rule.rule) {
    case 'every-pathway':
      return both('Alle forløb.', 'Every pathway.');
    case 'indicator-met': {
      const other = set.indicators.find(({ key }) => key === rule.indicator);
      const [da, en] = [other?.title.da ?? rule.indicator, other?.title.en ?? rule.indicator];
      return both(
        `Forløb, hvor indikator ${other?.number ?? ''} (${da}) er opfyldt.`,
        `Pathways in which indicator ${other?.number ?? ''} (${en}) is met.`,
      );
    }
    case 'fact':
      return factDenominator(rule, set.measures);
  }
}

function factDenominator(rule: FactRule, measures: Measures): Bilingual {
  const { pick, of, within } = rule;
  const fact = selectorText(of, measures);
  const span = spanText(within);
  const which = pick === 'first' ? both('første', 'first') : both('seneste', 'latest');
  const condition = conditionText(rule, measures);
  return condition === undefined
    ? both(
        `Forløb med ${fact.da} fra indeksdagen til og med ${span.da} efter.`,
        `Pathways with a ${fact.en} from the index day through ${span.en} after it.`,
      )
    : both(
        `Forløb, hvor ${condition.da} ved ${which.da} ${fact.da} fra indeksdagen til og med ${span.da} efter.`,
        `Pathways in which ${condition.en} at the ${which.en} ${fact.en} from the index day through ${span.en} after it.`,
      );
}

function conditionText({ of, anyOf, status }: FactRule, measures: Measures): Bilingual | undefined {
  if (anyOf !== undefined && anyOf.length > 0) {
    return listed(
      anyOf.map((limit) => limitText(limit, of, measures)),
      'or',
    );
  }
  if (status === undefined) return undefined;
  const word = valueWord(status);
  return both(`patienten er ${word.da}`, `the patient is a ${word.en}`);
}
