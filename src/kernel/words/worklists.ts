// Made from contracts/words by npm run generate:words: change the words there.
import { both, type Bilingual } from '../language';
import { inDanish, inEnglish, isOne, type Filling } from '../localised';

export const WORKLIST_PAGE_WORDS = {
  title: both('Arbejdsliste', 'Worklist'),
  lead: both(
    'Patienter, hvor noget endnu kan nås. Valgene gælder sammen, og adressen kan gemmes som et bogmærke.',
    'Patients for whom something can still be done. The choices hold together, and the address can be kept as a bookmark.',
  ),
  caption: (said: Filling<'day' | 'total'>): Bilingual =>
    both(
      `Patienter, ${inDanish(said.total)} i alt, pr. ${inDanish(said.day)}`,
      `Patients, ${inEnglish(said.total)} in all, as of ${inEnglish(said.day)}`,
    ),
  own: (said: Filling<'organisation'>): Bilingual =>
    both(
      `Patienter, som ${inDanish(said.organisation)} har en relation til.`,
      `Patients with whom ${inEnglish(said.organisation)} has a relation.`,
    ),
  empty: both('Ingen patienter svarer til valgene.', 'No patients meet the choices.'),
  download: both('Hent som CSV', 'Download as CSV'),
  open: both('Åbn forløbet', 'Open the pathway'),
  previous: both('Forrige', 'Previous'),
  next: both('Næste', 'Next'),
  shown: (said: Filling<'from' | 'to' | 'total'>): Bilingual =>
    both(
      `Viser ${inDanish(said.from)}–${inDanish(said.to)} af ${inDanish(said.total)}.`,
      `Showing ${inEnglish(said.from)}–${inEnglish(said.to)} of ${inEnglish(said.total)}.`,
    ),
  badChoice: both(
    'Et af valgene kan ikke bruges. Ret det, og prøv igen.',
    'One of the choices cannot be used. Mend it and try again.',
  ),
};

export const WORKLIST_CHOICE_WORDS = {
  indicator: both('Indikator', 'Indicator'),
  outcome: both('Udfald', 'Outcome'),
  canStill: both('kan endnu nås', 'can still be met'),
  within: both('Frist inden for så mange dage', 'Deadline within so many days'),
  daysSince: both('Mindst så mange dage siden sidste kontakt', 'At least so many days since the last contact'),
  sector: both('Hvem der skal indberette', 'Who has to report'),
  municipality: both('Bopælskommune', 'Municipality of residence'),
  hospital: both('Sygehus', 'Hospital'),
  ageFrom: both('Alder fra', 'Age from'),
  ageTo: both('Alder til', 'Age to'),
  followedElsewhere: both('Følges også andetsteds', 'Followed elsewhere too'),
  sort: both('Rækkefølge', 'Order'),
  all: both('Alle', 'All'),
  any: both('Ligegyldigt', 'Does not matter'),
  deadline: both('Først det, der skal nås først', 'What is due first, first'),
  'last-contact': both('Først dem, der er set for længst tid siden', 'Whoever was seen longest ago, first'),
};

export const WORKLIST_HEADING_WORDS = {
  patient: both('Patient', 'Patient'),
  age: both('Alder', 'Age'),
  place: both('Sygehus og bopæl', 'Hospital and residence'),
  indicators: both('Indikatorer', 'Indicators'),
  deadline: both('Frist', 'Deadline'),
  lastContact: both('Seneste kontakt', 'Last contact'),
  followed: both('Følges også hos', 'Followed at too'),
  years: (said: Filling<'count'>): Bilingual => both(`${inDanish(said.count)} år`, `${inEnglish(said.count)} years`),
  index: (said: Filling<'day' | 'number'>): Bilingual =>
    both(
      `forløb ${inDanish(said.number)} fra ${inDanish(said.day)}`,
      `pathway ${inEnglish(said.number)} from ${inEnglish(said.day)}`,
    ),
  daysLeft: (said: { readonly count: number }): Bilingual =>
    both(
      isOne(said.count, 'da') ? `${inDanish(said.count)} dag tilbage` : `${inDanish(said.count)} dage tilbage`,
      isOne(said.count, 'en') ? `${inEnglish(said.count)} day left` : `${inEnglish(said.count)} days left`,
    ),
  tooLate: both('for sent', 'too late'),
  until: (said: Filling<'day' | 'outcome' | 'title'>): Bilingual =>
    both(
      `${inDanish(said.title)}: ${inDanish(said.outcome)}, til og med ${inDanish(said.day)}`,
      `${inEnglish(said.title)}: ${inEnglish(said.outcome)}, through ${inEnglish(said.day)}`,
    ),
  daysAgo: (said: { readonly count: number }): Bilingual =>
    both(
      isOne(said.count, 'da') ? `for ${inDanish(said.count)} dag siden` : `for ${inDanish(said.count)} dage siden`,
      isOne(said.count, 'en') ? `${inEnglish(said.count)} day ago` : `${inEnglish(said.count)} days ago`,
    ),
  sinceIndex: both('intet siden indeksdagen', 'nothing since the index day'),
  nobody: both('ingen andre', 'nobody else'),
};
