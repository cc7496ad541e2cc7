// Made from contracts/words by npm run generate:words: change the words there.
import { both } from '../language';

export const OUTCOME_MEANING_WORDS = {
  met: both('opfyldt', 'met'),
  'not-met': both('ikke opfyldt', 'not met'),
  unknown: both(
    'uoplyst: vi ville ikke have vidst det, eller der er ingen værdi',
    'unknown: we would not have known, or there is no value',
  ),
  pending: both('afventer: vinduet er åbent endnu', 'pending: the window is still open'),
  excluded: both('ekskluderet', 'excluded'),
  'not-applicable': both('ikke relevant', 'not applicable'),
};

export const REASON_MEANING_WORDS = {
  UNDER_18: both('patienten var under 18 år på indeksdagen', 'the patient was under 18 on the index day'),
  OUTSIDE_DENOMINATOR: both(
    'patienten hører ikke til indikatorens nævner',
    "the patient does not belong to the indicator's denominator",
  ),
  DIED_IN_WINDOW: both('patienten døde inden for vinduet', 'the patient died within the window'),
  EMIGRATED_IN_WINDOW: both('patienten udvandrede inden for vinduet', 'the patient emigrated within the window'),
  SOURCE_NOT_CONNECTED: both('kilden var ikke tilsluttet', 'the source was not connected'),
  SOURCE_SILENT: both('kilden var tavs', 'the source was silent'),
  NO_VALUE: both('der er ingen værdi i vinduet', 'there is no value in the window'),
  VALUE_CANNOT_TELL: both('den seneste måling giver ingen værdi', 'the latest reading gives no value'),
  NO_EVIDENCE: both(
    'der er ingen dokumentation i vinduet, og kilderne har leveret',
    'there is no evidence in the window, and the sources delivered',
  ),
};

export const FINDING_MEANING_WORDS = {
  DELIVERED_ELSEWHERE: both(
    'ydelsen er udført uden for sygehuset (R02)',
    'the service was delivered outside the hospital (R02)',
  ),
  REFERRAL_ONLY: both('koden dækker kun en henvisning (R13, R14)', 'the code covers a referral only (R13, R14)'),
  MISSING_DIAGNOSIS: both(
    'ydelsen afventer en diagnose på samme kontakt eller forløb (R10)',
    'the service waits for a diagnosis on the same contact or course (R10)',
  ),
  OBS_DIAGNOSIS_ONLY: both(
    'ydelsen afventer, at obs-diagnosen bliver bekræftet (R11)',
    'the service waits for its observation diagnosis to be confirmed (R11)',
  ),
  OTHER_DIAGNOSIS_ONLY: both(
    'diagnosen er ikke iskæmisk hjertesygdom (R10)',
    'the diagnosis is not ischaemic heart disease (R10)',
  ),
  UNIT_NOT_USED: both(
    'laboratoriesvaret er i en enhed, der ikke bruges; det bevares',
    'the laboratory result is in a unit that is not used; it is kept',
  ),
  CORRECTION_REJECTED: both(
    'en rettelse blev afvist, og den tidligere registrering gælder fortsat',
    'a correction was refused, and the earlier registration still stands',
  ),
};
