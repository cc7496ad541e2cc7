import { dayNumber } from './day';
import { CIVIL_STATE_CODE, HINDRANCE_CODE, KIND_CODE, SECTOR_CODE } from './fact-codes';
import type { Hindrance } from './finding';
import type { Fact, PersonPathways } from './pathway';

/**
 * What decisions are made of, of one person, as numbers: days since 1970-01-01, codes of `fact-codes`, and places in
 * `words`. Of a fact whose number is there twice, it is the same fact as in the person's pathways, counted from the first.
 */
export interface PersonColumns {
  /** NaN where it is not known. */
  readonly born: number;
  /** Two numbers each: from when, and what. */
  readonly civilStates: readonly number[];
  /** `PATHWAY_SIZE` numbers each, see `PathwayPart`. */
  readonly pathways: readonly number[];
  /** `FACT_SIZE` numbers each, see `FactPart`. */
  readonly facts: readonly number[];
  /** Two numbers each, as `VALUE_PLACE` says; NaN where there is none. */
  readonly values: readonly number[];
  readonly words: readonly string[];
}

/** Where what stands among a pathway's numbers; `Municipality` is -1 where it is not known, `End` the fact after its last. */
export const PathwayPart = { Number: 0, IndexDay: 1, Hospital: 2, Municipality: 3, End: 4 } as const;
export const PATHWAY_SIZE = 5;

/**
 * Where what stands among a fact's numbers. `First` and `Second`: words, as `FIRST_WORD` and `SECOND_WORD` say, -1 where
 * there is none; of a service `First` is `hindrancesCode`.
 */
export const FactPart = { Kind: 0, Sector: 1, Source: 2, On: 3, First: 4, Second: 5 } as const;
export const FACT_SIZE = 6;

/** Kinds below it are services, which may be hindered. */
export const SERVICE_KINDS = 6;

/** Fields that are words. */
export const FIRST_WORD: Partial<Record<Fact['kind'], string>> = {
  'municipal-start': 'course',
  'municipal-end': 'course',
  'smoking-status': 'status',
  'exercise-capacity': 'method',
  laboratory: 'npu',
  dispensing: 'atc',
};
export const SECOND_WORD: Partial<Record<Fact['kind'], string>> = {
  'municipal-end': 'outcome',
  'exercise-capacity': 'phase',
  laboratory: 'unit',
};

/** Fields that are numbers; a laboratory value that is a text is the second, as a word. */
export const VALUES: Partial<Record<Fact['kind'], readonly string[]>> = {
  'municipal-start': ['planned'],
  'municipal-end': ['attended', 'planned'],
  hads: ['anxiety', 'depression'],
  'blood-pressure': ['systolic', 'diastolic'],
  hjertekost: ['score'],
  'exercise-capacity': ['value'],
  laboratory: ['value'],
};

/** Hindrances in their order as one number: octal digits after a one; nought where there are none given. */
function hindrancesCode(hindrances: readonly Hindrance[] | undefined): number {
  return hindrances === undefined ? 0 : hindrances.reduce((code, one) => code * 8 + HINDRANCE_CODE[one], 1);
}

/** The word at a place; throws a `RangeError` where columns are damaged and have none there. */
export function wordAt({ words }: PersonColumns, place: number): string {
  const word = words[place];
  if (word === undefined) throw new RangeError('These columns name a word that they do not have.');
  return word;
}

/** Makes the columns of a folded person. */
export function columnsOf({ born, civilStates, pathways }: PersonPathways): PersonColumns {
  const words: string[] = [];
  const places = new Map<string, number>();
  const wordAt = (word: string): number => {
    const known = places.get(word);
    if (known !== undefined) return known;
    const place = words.push(word) - 1;
    places.set(word, place);
    return place;
  };
  const facts: number[] = [];
  const values: number[] = [];
  const columns = pathways.flatMap(({ number, indexDay, hospital, municipality, facts: own }) => {
    for (const fact of own) addFact(fact, facts, values, wordAt);
    const residence = municipality === undefined ? -1 : wordAt(municipality);
    return [number, dayNumber(indexDay), wordAt(hospital), residence, facts.length / FACT_SIZE];
  });
  return {
    born: born === '' ? NaN : dayNumber(born),
    civilStates: civilStates.flatMap(({ from, state }) => [dayNumber(from), CIVIL_STATE_CODE[state]]),
    pathways: columns,
    facts,
    values,
    words,
  };
}

function addFact(fact: Fact, facts: number[], values: number[], wordAt: (word: string) => number): void {
  const { kind } = fact;
  const fields = fact as unknown as Readonly<Record<string, unknown>>;
  const word = (field: string | undefined): number => {
    const said = field === undefined ? undefined : fields[field];
    return typeof said === 'string' ? wordAt(said) : -1;
  };
  const number = (field: string | undefined): number => {
    const said = field === undefined ? undefined : fields[field];
    return typeof said === 'number' ? said : NaN;
  };
  const isService = KIND_CODE[kind] < SERVICE_KINDS;
  const first = isService ? hindrancesCode(fields['hindrances'] as Hindrance[] | undefined) : word(FIRST_WORD[kind]);
  const source = wordAt(fact.source);
  facts.push(KIND_CODE[kind], SECTOR_CODE[fact.sector], source, dayNumber(fact.on), first, word(SECOND_WORD[kind]));
  const isText = kind === 'laboratory' && typeof fact.value === 'string';
  values.push(number(VALUES[kind]?.[0]), isText ? wordAt(fact.value) : number(VALUES[kind]?.[1]));
}
