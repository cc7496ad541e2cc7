import type { Bilingual, FactSelector, Limit } from '../../../kernel/definition';
import { both, FACT_WORDS, fieldText, joined, listed, numberText, SECTOR_NOUNS, valueWord } from './rule-words';

const NOTHING = both('', '');
const same = (text: string): Bilingual => both(text, text);

/** Which facts are meant, with every restriction of the selector said. */
export function selectorText(selector: FactSelector): Bilingual {
  const { fact, sector, from, atc, npu, unit, phase, outcomes, known } = selector;
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

/** `the score below 75`. */
export function limitText({ field, below, atLeast, atMost }: Limit): Bilingual {
  const subject = fieldText(field);
  const bounds = [
    below === undefined ? undefined : compared('under', 'below', below),
    atLeast === undefined ? undefined : compared('mindst', 'at least', atLeast),
    atMost === undefined ? undefined : compared('højst', 'at most', atMost),
  ].filter((bound) => bound !== undefined);
  const bound = listed(bounds, 'and');
  return both(`${subject.da} er ${bound.da}`, `${subject.en} is ${bound.en}`);
}

function compared(da: string, en: string, value: number): Bilingual {
  const number = numberText(value);
  return both(`${da} ${number.da}`, `${en} ${number.en}`);
}
