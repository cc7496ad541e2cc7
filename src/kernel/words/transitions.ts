// Made from contracts/words by npm run generate:words: change the words there.
import { both, type Bilingual } from '../language';
import { inDanish, inEnglish, type Filling } from '../localised';

export const COVERAGE_WORDS = {
  title: both('Dækningsgrad', 'Coverage'),
  population: both('Patienter', 'Patients'),
  reported: both('Indberettet', 'Reported'),
  unreported: both('Ikke indberettet', 'Not reported'),
  unreportedInTrouble: both('heraf kilde tavs', 'of these source silent'),
  percent: both('Dækning', 'Coverage'),
  pending: both('Afventer', 'Pending'),
  band: both('Bånd', 'Band'),
  sectors: both('Indberettet af', 'Reported by'),
  empty: both('Ingen patienter i perioden.', 'No patients in the period.'),
  arrivals: both('Nye forløb', 'New pathways'),
  arrived: (said: Filling<'arrived' | 'expected'>): Bilingual =>
    both(
      `af omkring ${inDanish(said.expected)} ventede er ${inDanish(said.arrived)} her`,
      `of about ${inEnglish(said.expected)} expected, ${inEnglish(said.arrived)} are here`,
    ),
  fewer: both('(for få)', '(too few)'),
  silent: both('kilde tavs', 'source silent'),
  reportedBy: (said: Filling<'sector'>): Bilingual =>
    both(`Indberettet af ${inDanish(said.sector)}`, `Reported by ${inEnglish(said.sector)}`),
  expected: both('Nye forløb, ventet', 'New pathways, expected'),
  expectedFrom: both('Nye forløb, ventet mindst', 'New pathways, expected at least'),
  expectedTo: both('Nye forløb, ventet højst', 'New pathways, expected at most'),
  arrivedHere: both('Nye forløb, modtaget', 'New pathways, received'),
};

export const TRANSITION_WORDS = {
  title: both('Fra henvisning til kommunal start og slut', 'From referral to municipal start and end'),
  all: both('Alle', 'All'),
  hospital: both('Sygehus', 'Hospital'),
  municipality: both('Kommune', 'Municipality'),
  toStart: both('Dage til start', 'Days to start'),
  toEnd: both('Dage til slut', 'Days to end'),
  dropOut: both('Grunde til at stoppe', 'Reasons to stop'),
  empty: both('Ingen henvisninger i perioden.', 'No referrals in the period.'),
  notes: [
    both(
      'Henvist = startet + andetsteds + åben + tabt + uoplyst + ekskluderet. Åben: en start tæller endnu. Tabt: for sent.',
      'Referred = started + elsewhere + open + lost + unknown + excluded. Open: a start still counts. Lost: too late. Unknown: the',
    ),
    both(
      'Uoplyst: kommunen blev ikke hørt. Andetsteds: sygehuset ved, at en anden leverede. Dage: median (kvartiler; 90 %).',
      'municipality was not heard from. Elsewhere: the hospital knows that another delivered. Days: median (quartiles; 90 %).',
    ),
  ],
};

export const OPEN_LOOP_WORDS = {
  person: both('Person', 'Person'),
  pathway: both('Forløb', 'Pathway'),
  indexDay: both('Indeksdag', 'Index day'),
  hospital: both('Sygehus', 'Hospital'),
  municipality: both('Kommune', 'Municipality'),
  referredOn: both('Henvist', 'Referred on'),
  daysOpen: both('Dage åben', 'Days open'),
  standing: both('Tilstand', 'Standing'),
  recoverableUntil: both('Sidste dag', 'Last day'),
  daysLeft: both('Dage tilbage', 'Days left'),
};

export const LOOP_STANDING_WORDS = {
  open: both('åben', 'open'),
  lost: both('tabt', 'lost'),
  unknown: both('uoplyst', 'unknown'),
};

export const TRANSITION_COLUMN_WORDS = {
  referred: both('Henvist', 'Referred'),
  started: both('Startet', 'Started'),
  startedInAnother: both('Anden kommune', 'Another municipality'),
  elsewhere: both('Andetsteds', 'Elsewhere'),
  open: both('Åben', 'Open'),
  lost: both('Tabt', 'Lost'),
  unknown: both('Uoplyst', 'Unknown'),
  excluded: both('Ekskluderet', 'Excluded'),
  completed: both('Gennemført', 'Completed'),
  stopped: both('Stoppet', 'Stopped'),
  ongoing: both('I gang', 'Ongoing'),
  unreferred: both('Uden henvisning', 'Unreferred'),
  startedThere: both('Startet dér', 'Started there'),
  unknownBy: (said: Filling<'reason'>): Bilingual =>
    both(`Uoplyst: ${inDanish(said.reason)}`, `Unknown: ${inEnglish(said.reason)}`),
  transferred: both('Overflyttet', 'Transferred'),
  died: both('Død', 'Died'),
  departed: both('Død eller udvandret', 'Died or emigrated'),
  hospitalId: both('Sygehuskode', 'Hospital code'),
  municipalityId: both('Kommunekode', 'Municipality code'),
  daysToStart: (said: Filling<'part'>): Bilingual =>
    both(`Dage til start, ${inDanish(said.part)}`, `Days to start, ${inEnglish(said.part)}`),
  daysToEnd: (said: Filling<'part'>): Bilingual =>
    both(`Dage til slut, ${inDanish(said.part)}`, `Days to end, ${inEnglish(said.part)}`),
};

export const QUANTILE_WORDS = {
  median: both('median', 'median'),
  lowerQuartile: both('nedre kvartil', 'lower quartile'),
  upperQuartile: both('øvre kvartil', 'upper quartile'),
  p90: both('90 %-fraktil', '90th percentile'),
};

export const STOP_REASON_WORDS = { 'not-given': both('ikke oplyst', 'not given'), other: both('andet', 'other') };
