// Made from contracts/words by npm run generate:words: change the words there.
import { both, type Bilingual } from '../language';
import { inDanish, inEnglish, type Filling } from '../localised';

export const PAGE_WORDS = {
  title: both('Hjerterehabilitering på tværs af sektorer', 'Cardiac rehabilitation across sectors'),
  lead: both(
    'Hele landet: hvor mange der opfylder hver indikator, hvem der opfyldte den, og hvad vi ikke ved.',
    'Denmark: how many fulfil each indicator, who fulfilled it, and what we do not know.',
  ),
  period: both('Periode', 'Period'),
  asOf: both('Opgjort pr.', 'As of'),
  show: both('Vis', 'Show'),
  otherLanguage: both('In English', 'På dansk'),
  definition: both('Definition', 'Definition'),
  working: both('arbejdsdefinition', 'arbejdsdefinition (working definition)'),
  workingMeaning: both(
    'Indikatorerne er arbejdsdefinitioner og ikke de officielle.',
    'The indicators are working definitions, not the official ones.',
  ),
  digest: both('Fingeraftryk', 'Digest'),
  nobody: both('Ingen endnu', 'Nobody yet'),
  share: (said: Filling<'denominator' | 'numerator'>): Bilingual =>
    both(
      `${inDanish(said.numerator)} af ${inDanish(said.denominator)}`,
      `${inEnglish(said.numerator)} of ${inEnglish(said.denominator)}`,
    ),
  caption: both('Indikatorer for hele landet', 'Indicators for Denmark'),
  notes: [
    both(
      'Andel: opfyldte af de afgjorte. Uoplyste står for sig og indgår ikke i nævneren.',
      'Share: met of the decided. The unknown stand beside it and are not in the denominator.',
    ),
    both(
      'Skøn: andelen blandt dem, hvor ingen kilde var tavs eller ikke tilsluttet.',
      'Estimate: the share among those for whom no source was silent or not connected.',
    ),
    both(
      'Yderpunkter: andelen, hvis alle uoplyste ikke var opfyldt, og hvis de alle var.',
      'Bounds: the share if every unknown one had failed, and if every one had been met.',
    ),
    both(
      'Nævner uoplyst: uoplyste, hvor det heller ikke vides, om de hører til nævneren.',
      'Denominator unknown: unknown ones that may not even belong to the denominator.',
    ),
    both(
      'Afgjort af: den sektor, hvis oplysning afgjorde, at indikatoren er opfyldt.',
      'Decided by: the sector whose information decided that the indicator is met.',
    ),
  ],
  badPeriod: both(
    'Perioden kan ikke læses. Skriv for eksempel 2023, 2023Q1, 2023T1, 2023-05 eller all.',
    'The period cannot be read. Write for example 2023, 2023Q1, 2023T1, 2023-05 or all.',
  ),
  badDay: both('Dagen kan ikke læses. Skriv den som ÅÅÅÅ-MM-DD.', 'The day cannot be read. Write it as YYYY-MM-DD.'),
  documentation: both('Programmeringsgrænseflade', 'Programming interface'),
};
