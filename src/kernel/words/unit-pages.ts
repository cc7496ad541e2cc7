// Made from contracts/words by npm run generate:words: change the words there.
import { both, type Bilingual } from '../language';
import { inDanish, inEnglish, isOne, type Filling } from '../localised';

export const UNIT_PAGE_WORDS = {
  listTitle: both('Enheder', 'Units'),
  listLead: both(
    'Vælg Danmark, en region, et sygehus eller en kommune for at se alle indikatorer for den.',
    'Choose Denmark, a region, a hospital or a municipality to see all its indicators.',
  ),
  search: both('Søg efter et navn', 'Search for a name'),
  found: (said: { readonly count: number } & Filling<'text'>): Bilingual =>
    both(
      isOne(said.count, 'da')
        ? `${inDanish(said.count)} enhed hedder noget med "${inDanish(said.text)}"`
        : `${inDanish(said.count)} enheder hedder noget med "${inDanish(said.text)}"`,
      isOne(said.count, 'en')
        ? `${inEnglish(said.count)} unit has "${inEnglish(said.text)}" in its name`
        : `${inEnglish(said.count)} units have "${inEnglish(said.text)}" in their names`,
    ),
  whole: both('Hele landet', 'Denmark'),
  hospitals: both('Sygehuse', 'Hospitals'),
  municipalities: both('Kommuner', 'Municipalities'),
  elsewhere: both('Uden for regionerne', 'Outside the regions'),
  lead: (said: Filling<'unit'>): Bilingual =>
    both(
      `Alle indikatorer for ${inDanish(said.unit)}: hvor mange der opfylder dem, hvem der opfyldte dem, og hvad vi ikke ved.`,
      `All indicators of ${inEnglish(said.unit)}: how many meet them, who fulfilled them, and what we do not know.`,
    ),
  context: both('Opgjort efter', 'Counted by'),
  goalLevel: both('Målopfyldelse', 'Goal achievement'),
  everyLevel: both('alle', 'all'),
  levels: both('Målopfyldelse', 'Goal achievement'),
  levelCount: (said: Filling<'count' | 'level'>): Bilingual =>
    both(`${inDanish(said.level)}: ${inDanish(said.count)}`, `${inEnglish(said.level)}: ${inEnglish(said.count)}`),
  tooFew: (said: Filling<'count' | 'fewest'>): Bilingual =>
    both(
      `For få (under ${inDanish(said.fewest)}) til at sige målopfyldelse: ${inDanish(said.count)}`,
      `Too few (fewer than ${inEnglish(said.fewest)}) to tell goal achievement: ${inEnglish(said.count)}`,
    ),
  undecided: (said: Filling<'count'>): Bilingual =>
    both(`Ingen afgjorte: ${inDanish(said.count)}`, `None decided: ${inEnglish(said.count)}`),
  ofLevel: (said: Filling<'level'>): Bilingual =>
    both(`vis kun ${inDanish(said.level)}`, `show only ${inEnglish(said.level)}`),
  allLevels: both('vis alle', 'show all'),
  best: both('Ligger højest i forhold til målet', 'Highest against the goal'),
  worst: both('Ligger lavest i forhold til målet', 'Lowest against the goal'),
  none: both('Ingen indikatorer har nok forløb til at sige det.', 'No indicators have enough pathways to tell.'),
  level: both('Målopfyldelse', 'Goal achievement'),
  few: (said: Filling<'fewest'>): Bilingual =>
    both(`for få (under ${inDanish(said.fewest)})`, `too few (fewer than ${inEnglish(said.fewest)})`),
  noLevel: both('ingen', 'none'),
  change: (said: Filling<'period'>): Bilingual =>
    both(`Ændring fra ${inDanish(said.period)}`, `Change from ${inEnglish(said.period)}`),
  noBefore: both('intet at sammenligne med', 'nothing to compare with'),
  before: (said: Filling<'percent'>): Bilingual =>
    both(`før: ${inDanish(said.percent)}`, `before: ${inEnglish(said.percent)}`),
  caption: (said: Filling<'day' | 'definition' | 'period' | 'unit'>): Bilingual =>
    both(
      `Indikatorer for ${inDanish(said.unit)} · ${inDanish(said.period)} · opgjort pr. ${inDanish(said.day)} · ${inDanish(said.definition)}`,
      `Indicators of ${inEnglish(said.unit)} · ${inEnglish(said.period)} · as of ${inEnglish(said.day)} · ${inEnglish(said.definition)}`,
    ),
  trend: both('Udvikling', 'Trend'),
  patients: both('Patienterne bag', 'The patients behind'),
  persons: both('Videre', 'Further'),
  all: both('Alle enheder', 'All units'),
  region: both('Region', 'Region'),
  open: both('Kan stadig nås', 'Can still be reached'),
  goal: (said: Filling<'goal'>): Bilingual => both(`Mål: ${inDanish(said.goal)}`, `Goal: ${inEnglish(said.goal)}`),
};
