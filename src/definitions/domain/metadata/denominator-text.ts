import { valueWord } from '../../../kernel/coded-value';
import type { DefinitionSet, DenominatorRule, Measures } from '../../../kernel/definition';
import type { Bilingual } from '../../../kernel/language';
import { listed } from '../../../kernel/localised';
import { DENOMINATOR_WORDS } from '../../../kernel/words/rules';
import { spanText } from './rule-words';
import { limitText, selectorText } from './selector-text';

type FactRule = Extract<DenominatorRule, { rule: 'fact' }>;

/** Who is asked about, as a sentence. */
export function denominatorText(rule: DenominatorRule, set: DefinitionSet): Bilingual {
  switch (rule.rule) {
    case 'every-pathway':
      return DENOMINATOR_WORDS.everyPathway;
    case 'indicator-met': {
      const other = set.indicators.find(({ key }) => key === rule.indicator);
      return DENOMINATOR_WORDS.indicatorMet({ number: other?.number ?? '', title: other?.title ?? rule.indicator });
    }
    case 'fact':
      return factDenominator(rule, set.measures);
  }
}

function factDenominator(rule: FactRule, measures: Measures): Bilingual {
  const said = { fact: selectorText(rule.of, measures), span: spanText(rule.within) };
  const condition = conditionText(rule, measures);
  return condition === undefined ? DENOMINATOR_WORDS.fact(said) : DENOMINATOR_WORDS[rule.pick]({ ...said, condition });
}

function conditionText({ of, anyOf, status }: FactRule, measures: Measures): Bilingual | undefined {
  if (anyOf !== undefined && anyOf.length > 0) {
    return listed(
      anyOf.map((limit) => limitText(limit, of, measures)),
      'or',
    );
  }
  return status === undefined ? undefined : DENOMINATOR_WORDS.status({ status: valueWord(status) });
}
