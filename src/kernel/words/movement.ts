// Made from contracts/words by npm run generate:words: change the words there.
import { both } from '../language';

export const MOVEMENT_WORDS = {
  title: both('Hvorfor tallene flyttede sig', 'Why the numbers moved'),
  from: both('fra', 'from'),
  to: both('til', 'to'),
  nothing: both('intet har flyttet sig', 'nothing moved'),
};

export const CAUSE_WORDS = {
  'new-patients': both('nye patienter', 'new patients'),
  'passing-time': both('tiden er gået', 'passing time'),
  'late-events': both('sene indberetninger', 'late events'),
  corrections: both('rettelser', 'corrections'),
  retractions: both('tilbagetrækninger', 'retractions'),
  'feed-status': both('leverancestatus', 'feed status'),
  definitions: both('definitioner', 'definitions'),
  organisations: both('organisationer', 'organisations'),
  period: both('periode', 'period'),
};

export const COUNT_WORDS = {
  met: both('opfyldt', 'met'),
  notMet: both('ikke opfyldt', 'not met'),
  undisturbedMet: both('opfyldt uden vanskeligheder', 'met without trouble'),
  undisturbedNotMet: both('ikke opfyldt uden vanskeligheder', 'not met without trouble'),
  unknown: both('uoplyst', 'unknown'),
  denominatorUnknown: both('nævner uoplyst', 'denominator unknown'),
  metSoFar: both('opfyldt foreløbig', 'met so far'),
  pending: both('afventer', 'pending'),
  excluded: both('ekskluderet', 'excluded'),
  notApplicable: both('ikke relevant', 'not applicable'),
  leastMet: both('mindst opfyldt', 'met at least'),
  mostMet: both('højst opfyldt', 'met at most'),
  leastNotMet: both('mindst ikke opfyldt', 'not met at least'),
  mostNotMet: both('højst ikke opfyldt', 'not met at most'),
};
