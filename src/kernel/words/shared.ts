// Made from contracts/words by npm run generate:words: change the words there.
import { both, type Bilingual } from '../language';
import { inDanish, inEnglish, type Filling } from '../localised';

export const SEEN_WORDS = { asOf: both('pr.', 'as of'), knownAt: both('kendt', 'known at') };

export const VIEW_WORDS = {
  exact: both('nøjagtig, kun for medarbejdere', 'exact, for staff only'),
  published: both('offentliggjort', 'published'),
  note: both(
    'Hvert antal er ændret lidt, så ingen kan kendes: højst 3 fra det rigtige, aldrig 1 eller 2. Totaler er ændret for sig og behøver ikke være summen af delene.',
    'Every count is changed a little so that nobody can be told: at most 3 from the true one, never 1 or 2. Totals are changed on their own and need not be the sum of their parts.',
  ),
};

export const PERIOD_WORDS = {
  all: both('Hele perioden', 'All time'),
  '2021/22': both('Rapporteringsåret 2021/22', 'Reporting year 2021/22'),
  '2022-bridging': both('Overgangsperioden juni–december 2022', 'Bridging period June–December 2022'),
  quarter: (said: Filling<'number' | 'year'>): Bilingual =>
    both(
      `${inDanish(said.number)}. kvartal ${inDanish(said.year)}`,
      `quarter ${inEnglish(said.number)}, ${inEnglish(said.year)}`,
    ),
  tertial: (said: Filling<'number' | 'year'>): Bilingual =>
    both(
      `${inDanish(said.number)}. tertial ${inDanish(said.year)}`,
      `tertial ${inEnglish(said.number)}, ${inEnglish(said.year)}`,
    ),
  quarterShort: (said: Filling<'number' | 'year'>): Bilingual =>
    both(`${inDanish(said.number)}. kvt. ${inDanish(said.year)}`, `Q${inEnglish(said.number)} ${inEnglish(said.year)}`),
  tertialShort: (said: Filling<'number' | 'year'>): Bilingual =>
    both(
      `${inDanish(said.number)}. tert. ${inDanish(said.year)}`,
      `T${inEnglish(said.number)} ${inEnglish(said.year)}`,
    ),
  bridgingShort: both('jun.–dec. 2022', 'Jun–Dec 2022'),
  range: (said: Filling<'from' | 'to'>): Bilingual =>
    both(`${inDanish(said.from)} til ${inDanish(said.to)}`, `${inEnglish(said.from)} to ${inEnglish(said.to)}`),
};

export const BOUND_WORDS = {
  below: (said: Filling<'number'>): Bilingual =>
    both(`under ${inDanish(said.number)}`, `below ${inEnglish(said.number)}`),
  atLeast: (said: Filling<'number'>): Bilingual =>
    both(`mindst ${inDanish(said.number)}`, `at least ${inEnglish(said.number)}`),
  atMost: (said: Filling<'number'>): Bilingual =>
    both(`højst ${inDanish(said.number)}`, `at most ${inEnglish(said.number)}`),
  atLeastPercent: (said: Filling<'percent'>): Bilingual =>
    both(`mindst ${inDanish(said.percent)} %`, `at least ${inEnglish(said.percent)} %`),
  atMostPercent: (said: Filling<'percent'>): Bilingual =>
    both(`højst ${inDanish(said.percent)} %`, `at most ${inEnglish(said.percent)} %`),
};
