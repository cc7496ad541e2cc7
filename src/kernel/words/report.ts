// Made from contracts/words by npm run generate:words: change the words there.
import { both, type Bilingual } from '../language';
import { inDanish, inEnglish, type Filling } from '../localised';

export const COLUMN_WORDS = {
  indicator: both('Indikator', 'Indicator'),
  unit: both('Enhed', 'Unit'),
  estimate: both('Skøn', 'Estimate'),
  interval: both('95 % KI', '95 % CI'),
  bounds: both('Yderpunkter', 'Bounds'),
  reported: both('Af indberettede', 'Of reported'),
  denominator: both('Nævner', 'Denominator'),
  unknown: both('Uoplyst', 'Unknown'),
  denominatorUnknown: both('Heraf nævner uoplyst', 'Of these denominator unknown'),
  stillOpen: both('Åbne endnu', 'Still open'),
  excluded: both('Ekskluderet', 'Excluded'),
  target: both('Mål', 'Target'),
  sectors: both('Afgjort af', 'Decided by'),
};

export const FIGURE_WORDS = {
  estimatePercent: both('Skøn (%)', 'Estimate (%)'),
  estimateIntervalLower: both('Skøn, 95 % KI, nedre', 'Estimate, 95 % CI, lower'),
  estimateIntervalUpper: both('Skøn, 95 % KI, øvre', 'Estimate, 95 % CI, upper'),
  estimateNumerator: both('Skøn, tæller', 'Estimate, numerator'),
  estimateDenominator: both('Skøn, nævner', 'Estimate, denominator'),
  estimateFrom: both('Skøn ud fra', 'Estimate from'),
  fewOrganisations: both('Få organisationer bag intervallet', 'Few organisations behind the interval'),
  lowerBound: both('Nedre yderpunkt (%)', 'Lower bound (%)'),
  upperBound: both('Øvre yderpunkt (%)', 'Upper bound (%)'),
  reportedPercent: both('Af indberettede (%)', 'Of reported (%)'),
  reportedIntervalLower: both('Af indberettede, 95 % KI, nedre', 'Of reported, 95 % CI, lower'),
  reportedIntervalUpper: both('Af indberettede, 95 % KI, øvre', 'Of reported, 95 % CI, upper'),
  reportedNumerator: both('Indberettet, tæller', 'Reported, numerator'),
  reportedDenominator: both('Indberettet, nævner', 'Reported, denominator'),
  unknownPercent: both('Uoplyst (%)', 'Unknown (%)'),
  unknownBy: (said: Filling<'reason'>): Bilingual =>
    both(`Uoplyst: ${inDanish(said.reason)}`, `Unknown: ${inEnglish(said.reason)}`),
  metSoFar: both('Åbne, opfyldt foreløbig', 'Still open, met so far'),
  pending: both('Åbne, afventer', 'Still open, pending'),
  onceClosedLower: both('Når vinduerne er lukket, mindst (%)', 'Once windows close, at least (%)'),
  onceClosedUpper: both('Når vinduerne er lukket, højst (%)', 'Once windows close, at most (%)'),
  notApplicable: both('Ikke relevant', 'Not applicable'),
  metBy: (said: Filling<'sector'>): Bilingual =>
    both(`Opfyldt af ${inDanish(said.sector)}`, `Met by ${inEnglish(said.sector)}`),
};

export const ESTIMATE_BASIS_WORDS = {
  all: both('alle: intet er uafklaret', 'everyone: nothing is uncertain'),
  undisturbed: both('dem, ingen kildes vanskeligheder rørte', 'those no source’s trouble touched'),
  'lower-bound': both('nedre yderpunkt', 'the lower bound'),
  'upper-bound': both('øvre yderpunkt', 'the upper bound'),
  nobody: both(
    'intet skøn: hos alle var en kilde i vanskeligheder',
    'no estimate: a source was in trouble for everyone',
  ),
};

export const EMPTY_REASON_WORDS = {
  'nobody-undisturbed': both('ingen uforstyrrede', 'nobody undisturbed'),
  'nobody-decided': both('ingen afgjorte', 'nobody decided'),
  'nobody-certain': both('ingen sikkert i nævneren', 'nobody certain to be in the denominator'),
  'no-patients': both('ingen patienter', 'no patients'),
  'source-silent': both('kilde tavs i hele perioden', 'source silent throughout'),
  'too-little-history': both('for lidt at vente ud fra', 'too little to expect from'),
  'nobody-started': both('ingen startet', 'nobody started'),
  'nobody-ended': both('ingen afsluttet', 'nobody ended'),
  'too-few': both('for få', 'too few'),
};

export const REPORT_WORDS = {
  title: both('Indikatorer', 'Indicators'),
  empty: both(
    'Tom periode: intet forløb tælles i den; nullerne er nuller.',
    'Empty period: no pathway is counted in it; the zeros are zeros.',
  ),
  none: both('intet skøn', 'none'),
  few: both('få org.', 'few org.'),
  notes: [
    both(
      'Perioden er indeksdagens, og tallene er om forløb, hvis vindue er lukket. Skøn: opfyldt af dem, som',
      'The period is the index day’s, and numbers are about pathways whose window has ended. Estimate:',
    ),
    both(
      'ingen kildes vanskeligheder rørte, i procent. Yderpunkter: så langt kunne tavse kilder flytte den.',
      'met of those no source’s trouble touched, in percent. Bounds: so far could silent sources move it.',
    ),
    both(
      'Af indberettede: opfyldt af afgjorte, som de blev meldt. Åbne endnu: opfyldt foreløbig + afventer.',
      'Of reported: met of decided, as it was reported. Still open: met so far + pending.',
    ),
    both(
      'KI gælder også tavse organisationer: det er bredere, jo mere de hørte er uens. Få org.: færre end',
      'The CI stands for silent organisations too: the wider, the more those heard differ. Few org.: fewer',
    ),
    both(
      'fem taler for de tavse, så KI kan ikke vise, hvor uens organisationerne er.',
      'than five speak for the silent, so that the CI cannot tell how much organisations differ.',
    ),
  ],
};

export const SHEET_WORDS = {
  figures: both('Tal', 'Figures'),
  indicators: both('Indikatorer', 'Indicators'),
  about: both('Om rapporten', 'About the report'),
  number: both('Nr.', 'No.'),
  unitId: both('Enhedskode', 'Unit code'),
  region: both('Region', 'Region'),
  regionId: both('Regionskode', 'Region code'),
  indicatorKey: both('Indikatornøgle', 'Indicator key'),
  reason: both('Årsag til tomme felter', 'Reason for empty cells'),
  key: both('Nøgle', 'Key'),
  label: both('Mærkat', 'Label'),
  what: both('Oplysning', 'What'),
  value: both('Værdi', 'Value'),
  everything: both('alt modtaget', 'everything received'),
  yes: both('ja', 'yes'),
  no: both('nej', 'no'),
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
  view: both('Visning', 'View'),
  viewNote: both('Om tallene', 'About the counts'),
  empty: both('Ingen afgørelser i perioden: nullerne er nuller', 'No decisions in the period: zeros are zeros'),
  digest: both('Fingeraftryk', 'Digest'),
};
