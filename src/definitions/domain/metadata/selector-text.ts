import type { Bilingual, Bounds, FactSelector, Limit, Measures } from '../../../kernel/definition';
import { measureOf, spelledOut } from '../../../kernel/measures';
import { both, FACT_WORDS, joined, listed, numberText, SECTOR_NOUNS, valueWord } from './rule-words';

const NOTHING = both('', '');
const same = (text: string): Bilingual => both(text, text);

/** Which facts are meant, with every restriction of the selector said. */
export function selectorText(selector: FactSelector, measures: Measures): Bilingual {
  const { fact, sector, from, atc, npu, unit, phase, outcomes, known } = spelledOut(selector, measures);
  return joined([
    known === true ? both('kendte ', 'known ') : NOTHING,
    phase === undefined ? FACT_WORDS[fact] : phaseText(phase),
    sector === undefined ? NOTHING : both(` fra ${SECTOR_NOUNS[sector].da}`, ` from ${SECTOR_NOUNS[sector].en}`),
    from === undefined ? NOTHING : both(` dateret fra og med ${from}`, ` dated ${from} or later`),
    atc === undefined ? NOTHING : codes(atc.map((prefix) => `${prefix}*`)),
    npu === undefined ? NOTHING : codes(npu),
    unit === undefined ? NOTHING : both(` i ${unit}`, ` in ${unit}`),
    outcomes === undefined ? NOTHING : outcomesText(outcomes),
  ]);
}

const phaseText = (phase: 'start' | 'end'): Bilingual =>
  phase === 'start'
    ? both('starttest af arbejdskapacitet', 'start test of exercise capacity')
    : both('sluttest af arbejdskapacitet', 'end test of exercise capacity');

const codes = (list: readonly string[]): Bilingual => same(` (${list.join(', ')})`);

function outcomesText(outcomes: readonly string[]): Bilingual {
  const list = listed(outcomes.map(valueWord), 'or');
  return both(` med udfaldet ${list.da}`, ` with the outcome ${list.en}`);
}

/** `the score is below 75`; the number goes by the name the selector's measure gives it. */
export function limitText(limit: Limit, selector: FactSelector | undefined, measures: Measures): Bilingual {
  const { field } = limit;
  const { numbers = {} } = selector?.measure === undefined ? {} : measureOf(selector.measure, measures);
  const subject = numbers[field]?.title ?? same(field);
  const bound = boundsText(limit);
  return both(`${subject.da} er ${bound.da}`, `${subject.en} is ${bound.en}`);
}

/** `below 75`, `at least 90 and below 140`. */
export function boundsText({ below, atLeast, atMost }: Bounds): Bilingual {
  const bounds = [
    below === undefined ? undefined : compared('under', 'below', below),
    atLeast === undefined ? undefined : compared('mindst', 'at least', atLeast),
    atMost === undefined ? undefined : compared('højst', 'at most', atMost),
  ].filter((bound) => bound !== undefined);
  return listed(bounds, 'and');
}

function compared(da: string, en: string, value: number): Bilingual {
  const number = numberText(value);
  return both(`${da} ${number.da}`, `${en} ${number.en}`);
}
