// Made from contracts/words by npm run generate:words: change the words there.
import { both, type Bilingual } from '../language';
import { inDanish, inEnglish, type Filling } from '../localised';

export const PARCEL_WORDS = {
  subject: (said: Filling<'period' | 'unit'>): Bilingual =>
    both(
      `Indikatorer: ${inDanish(said.unit)}, ${inDanish(said.period)}`,
      `Indicators: ${inEnglish(said.unit)}, ${inEnglish(said.period)}`,
    ),
  text: both('Rapporten ligger i de vedhæftede filer.', 'The report is in the attached files.'),
  labelled: (said: Filling<'label'>): Bilingual =>
    both(
      `Rapporten ligger i de vedhæftede filer. Indikatorerne er ikke de officielle; de er mærket ${inDanish(said.label)}.`,
      `The report is in the attached files. The indicators are not the official ones; they are labelled ${inEnglish(said.label)}.`,
    ),
  recallSubject: (said: Filling<'day' | 'unit'>): Bilingual =>
    both(
      `Indkaldelsesliste: ${inDanish(said.unit)}, ${inDanish(said.day)}`,
      `Recall list: ${inEnglish(said.unit)}, ${inEnglish(said.day)}`,
    ),
  recallText: both(
    'Listen ligger i den vedhæftede fil. Den nævner patienter ved nøgler; hvem det er, ses i programmet.',
    'The list is in the attached file. It names patients by keys; who they are is seen in the program.',
  ),
};

export const WORKLIST_COLUMN_WORDS = {
  person: both('Nøgle', 'Key'),
  pathway: both('Forløb', 'Pathway'),
  indexDay: both('Indeksdag', 'Index day'),
  age: both('Alder', 'Age'),
  indicators: both('Kan stadig nås', 'Can still be met'),
  deadline: both('Frist', 'Deadline'),
  daysLeft: both('Dage tilbage', 'Days left'),
  lastContact: both('Seneste kontakt', 'Last contact'),
  with: both('Hos', 'With'),
  daysSince: both('Dage siden', 'Days since'),
  followedElsewhere: both('Følges også hos', 'Followed elsewhere'),
};
