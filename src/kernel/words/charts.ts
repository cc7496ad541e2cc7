// Made from contracts/words by npm run generate:words: change the words there.
import { both, type Bilingual } from '../language';
import { inDanish, inEnglish, type Filling } from '../localised';

export const PLACE_WORDS = {
  'below-outer': both('under 99,8 %-kontrolgrænsen', 'below the 99.8 % limit'),
  'below-inner': both('under 95 %-kontrolgrænsen', 'below the 95 % limit'),
  inside: both('inden for kontrolgrænserne', 'within the limits'),
  'above-inner': both('over 95 %-kontrolgrænsen', 'above the 95 % limit'),
  'above-outer': both('over 99,8 %-kontrolgrænsen', 'above the 99.8 % limit'),
};

export const SIGNAL_WORDS = {
  outside: both('uden for kontrolgrænserne', 'outside the limits'),
  run: both('8 på samme side', '8 on one side'),
  trend: both('6 i samme retning', '6 in one direction'),
};

export const FEED_MARK_WORDS = {
  touched: both('enkelte kilder tavse', 'some sources silent'),
  disturbed: both('forstyrret: kilder tavse', 'disturbed: sources silent'),
};

export const CHANGE_WORDS = {
  better: both('bedre end før', 'better than before'),
  worse: both('dårligere end før', 'worse than before'),
  none: both('ingen sikker ændring', 'no sure change'),
};

export const STEP_WORDS = {
  month: both('måned', 'month'),
  quarter: both('kvartal', 'quarter'),
  tertial: both('tertial', 'tertial'),
  year: both('år', 'year'),
  reporting: both('rapporteringsperiode', 'reporting period'),
};

export const CHART_WORDS = {
  funnel: both('Tragtdiagram', 'Funnel plot'),
  control: both('Kontroldiagram', 'Control chart'),
  trend: both('Udvikling', 'Trend'),
  levels: both('Målopfyldelse', 'Goal achievement'),
  decided: both('Afgjorte forløb', 'Decided pathways'),
  overall: both('Alle enheder', 'All units'),
  centre: both('Midterlinje', 'Centre line'),
  threeDeviations: both('± 3 SD', '± 3 SD'),
  baseline: both('basisperiode', 'baseline'),
  noBaseline: both('for få perioder til kontrolgrænser', 'too few periods for limits'),
  constant: both('ingen kontrolgrænser: basisperioden varierer ikke', 'no limits: the baseline does not vary'),
  moving: both('endnu ikke fastlåst', 'not frozen yet'),
  interval: both('95 %-konfidensinterval', '95 % confidence interval'),
  target: both('Mål', 'Target'),
  nothing: both('Ingen afgjorte forløb', 'No decided pathways'),
  without: both('uden afgjorte forløb', 'without decided pathways'),
  tooFew: both('for få', 'too few'),
  unit: both('Enhed', 'Unit'),
  noValue: both('ingen andel', 'no share'),
  beyond: (said: Filling<'count' | 'limit'>): Bilingual =>
    both(
      `uden for ${inDanish(said.limit)} % (${inDanish(said.count)})`,
      `beyond ${inEnglish(said.limit)} % (${inEnglish(said.count)})`,
    ),
  limit: (said: Filling<'limit'>): Bilingual => both(`${inDanish(said.limit)} %`, `${inEnglish(said.limit)} %`),
  bounds: both(
    'yderpunkter: så langt kan tavse kilder flytte skønnet',
    'bounds: as far as silent sources can move the estimate',
  ),
  hollow: both(
    'hul figur: kilder tavse, så tallet er usikkert',
    'hollow sign: sources silent, so the number is unsure',
  ),
  nothingHere: both('ingen afgjorte forløb', 'no decided pathways'),
  notDrawn: (said: Filling<'count'>): Bilingual =>
    both(
      `ikke vist: ${inDanish(said.count)} uden afgjorte forløb`,
      `not shown: ${inEnglish(said.count)} without decided pathways`,
    ),
  own: (said: Filling<'name'>): Bilingual =>
    both(`din egen: ${inDanish(said.name)}`, `your own: ${inEnglish(said.name)}`),
  definitionChange: both('definitionen ændret', 'definition changed'),
  definitionBegins: both('definitionen gælder fra', 'the definition holds from'),
};
