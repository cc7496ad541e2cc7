import { valueWord } from '../../../kernel/coded-value';
import type { FactSelector, Limit, Measures } from '../../../kernel/definition';
import { both, joined, type Bilingual } from '../../../kernel/language';
import { listed } from '../../../kernel/localised';
import { measureOf, spelledOut } from '../../../kernel/measures';
import { FACT_WORDS, ORIGIN_WORDS, PHASE_WORDS, SELECTOR_WORDS } from '../../../kernel/words/rules';
import { boundsText } from '../../../indicators/domain/number-text';
import { prefixesText } from './rule-words';

/** Which facts are meant, with every restriction of the selector said. */
export function selectorText(selector: FactSelector, measures: Measures): Bilingual {
  const { fact, sector, from, atc, npu, unit, phase, outcomes, known } = spelledOut(selector, measures);
  return joined([
    ...(known === true ? [SELECTOR_WORDS.known] : []),
    phase === undefined ? FACT_WORDS[fact] : PHASE_WORDS[phase],
    ...(sector === undefined ? [] : [SELECTOR_WORDS.origin({ origin: ORIGIN_WORDS[sector] })]),
    ...(from === undefined ? [] : [SELECTOR_WORDS.dated({ day: from })]),
    ...(atc === undefined ? [] : [SELECTOR_WORDS.codes({ codes: prefixesText(atc) })]),
    ...(npu === undefined ? [] : [SELECTOR_WORDS.codes({ codes: npu.join(', ') })]),
    ...(unit === undefined ? [] : [SELECTOR_WORDS.unit({ unit })]),
    ...(outcomes === undefined ? [] : [SELECTOR_WORDS.outcomes({ outcomes: listed(outcomes.map(valueWord), 'or') })]),
  ]);
}

/** `the score is below 75`; the number goes by the name the selector's measure gives it. */
export function limitText(limit: Limit, selector: FactSelector | undefined, measures: Measures): Bilingual {
  const { field } = limit;
  const { numbers = {} } = selector?.measure === undefined ? {} : measureOf(selector.measure, measures);
  return SELECTOR_WORDS.limit({ subject: numbers[field]?.title ?? both(field, field), bounds: boundsText(limit) });
}
