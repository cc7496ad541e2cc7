// Made from contracts/words by npm run generate:words: change the words there.
import { both, type Bilingual } from '../language';
import { inDanish, inEnglish, type Filling } from '../localised';

export const COLUMN_WORDS = {
  indicator: both('Indikator', 'Indicator'),
  unit: both('Enhed', 'Unit'),
  numerator: both('Tæller', 'Numerator'),
  denominator: both('Nævner', 'Denominator'),
  percent: both('Andel', 'Share'),
  estimate: both('Skøn', 'Estimate'),
  interval: both('95 % KI', '95 % CI'),
  bounds: both('Yderpunkter', 'Bounds'),
  unknown: both('Uoplyst', 'Unknown'),
  denominatorUnknown: both('Nævner uoplyst', 'Denominator unknown'),
  pending: both('Afventer', 'Pending'),
  excluded: both('Ekskluderet', 'Excluded'),
  target: both('Mål', 'Target'),
  sectors: both('Afgjort af', 'Decided by'),
};

export const FIGURE_WORDS = {
  percent: both('Andel (%)', 'Share (%)'),
  intervalLower: both('95 % KI, nedre', '95 % CI, lower'),
  intervalUpper: both('95 % KI, øvre', '95 % CI, upper'),
  estimateNumerator: both('Skøn, tæller', 'Estimate, numerator'),
  estimateDenominator: both('Skøn, nævner', 'Estimate, denominator'),
  estimatePercent: both('Skøn (%)', 'Estimate (%)'),
  estimateIntervalLower: both('Skøn, 95 % KI, nedre', 'Estimate, 95 % CI, lower'),
  estimateIntervalUpper: both('Skøn, 95 % KI, øvre', 'Estimate, 95 % CI, upper'),
  lowerBound: both('Nedre yderpunkt (%)', 'Lower bound (%)'),
  upperBound: both('Øvre yderpunkt (%)', 'Upper bound (%)'),
  unknownBy: (said: Filling<'reason'>): Bilingual =>
    both(`Uoplyst: ${inDanish(said.reason)}`, `Unknown: ${inEnglish(said.reason)}`),
  notApplicable: both('Ikke relevant', 'Not applicable'),
  metBy: (said: Filling<'sector'>): Bilingual =>
    both(`Opfyldt af ${inDanish(said.sector)}`, `Met by ${inEnglish(said.sector)}`),
};

export const REPORT_WORDS = {
  title: both('Indikatorer', 'Indicators'),
  empty: both(
    'Tom periode: intet forløb tælles i den; nullerne er nuller.',
    'Empty period: no pathway is counted in it; the zeros are zeros.',
  ),
  notes: [
    both(
      'Andel: opfyldt af afgjorte. Skøn: af afgjorte, hvor ingen kilde var i vanskeligheder. Yderpunkter: hvis alle uoplyste',
      'Share: met of decided. Estimate: of those decided while no source was in trouble. Bounds: if every unknown one had',
    ),
    both(
      'var ikke opfyldt, og hvis alle var opfyldt. Nævner uoplyst: det vides heller ikke, om de hører til nævneren.',
      'failed, and if every one had been met. Denominator unknown: unknown ones that may not belong to the denominator.',
    ),
  ],
};

export const SHEET_WORDS = {
  figures: both('Tal', 'Figures'),
  indicators: both('Indikatorer', 'Indicators'),
  about: both('Om rapporten', 'About the report'),
  number: both('Nr.', 'No.'),
  unitId: both('Enhedskode', 'Unit code'),
  key: both('Nøgle', 'Key'),
  label: both('Mærkat', 'Label'),
  what: both('Oplysning', 'What'),
  value: both('Værdi', 'Value'),
  everything: both('alt modtaget', 'everything received'),
  yes: both('ja', 'yes'),
};

export const ABOUT_WORDS = {
  definition: both('Definition', 'Definition'),
  label: both('Mærkat', 'Label'),
  policy: both('Valg', 'Policy'),
  period: both('Periode', 'Period'),
  from: both('Fra', 'From'),
  to: both('Til', 'To'),
  asOf: both('Opgjort pr.', 'As of'),
  knownAt: both('Kendt den', 'Known at'),
  level: both('Niveau', 'Level'),
  context: both('Opgjort efter', 'Counted by'),
  interval: both('Konfidensinterval', 'Confidence interval'),
  smallNumbers: both('Tal skjult fra 1 til under', 'Counts hidden from 1 to below'),
  empty: both('Ingen afgørelser i perioden: nullerne er nuller', 'No decisions in the period: zeros are zeros'),
  digest: both('Fingeraftryk', 'Digest'),
};
