// Made from contracts/words by npm run generate:words: change the words there.
import { both } from '../language';

export const SECTOR_WORDS = {
  hospital: both('sygehus', 'hospital'),
  municipality: both('kommune', 'municipality'),
  'general-practice': both('almen praksis', 'general practice'),
  laboratory: both('laboratorium', 'laboratory'),
  pharmacy: both('receptregister', 'prescription register'),
  patient: both('patient', 'patient'),
};

export const OUTCOME_WORDS = {
  met: both('opfyldt', 'met'),
  'not-met': both('ikke opfyldt', 'not met'),
  unknown: both('uoplyst', 'unknown'),
  pending: both('afventer', 'pending'),
  excluded: both('ekskluderet', 'excluded'),
  'not-applicable': both('ikke relevant', 'not applicable'),
};

export const REASON_WORDS = {
  UNDER_18: both('under 18 år', 'under 18'),
  OUTSIDE_DENOMINATOR: both('uden for nævneren', 'outside the denominator'),
  DIED_IN_WINDOW: both('død i vinduet', 'died in the window'),
  EMIGRATED_IN_WINDOW: both('udvandret i vinduet', 'emigrated in the window'),
  SOURCE_NOT_CONNECTED: both('kilden er ikke tilsluttet', 'source not connected'),
  SOURCE_SILENT: both('kilden er tavs', 'source silent'),
  NO_VALUE: both('ingen værdi', 'no value'),
  VALUE_CANNOT_TELL: both('den seneste værdi kan ikke afgøre det', 'the latest value cannot tell'),
  NO_EVIDENCE: both('ingen dokumentation', 'no evidence'),
};

export const LEVEL_WORDS = {
  denmark: both('hele landet', 'Denmark'),
  region: both('regioner', 'regions'),
  hospital: both('sygehuse', 'hospitals'),
  municipality: both('kommuner', 'municipalities'),
};

export const GOAL_LEVEL_WORDS = {
  high: both('Høj målopfyldelse', 'High goal achievement'),
  moderate: both('Moderat målopfyldelse', 'Moderate goal achievement'),
  low: both('Lav målopfyldelse', 'Low goal achievement'),
};

export const CONTEXT_WORDS = {
  treated: both('behandlingssted', 'where treated'),
  resident: both('bopæl', 'where resident'),
};

export const INTERVAL_WORDS = {
  exact: both('eksakt (Clopper–Pearson)', 'exact (Clopper–Pearson)'),
  wilson: both('Wilson', 'Wilson'),
};

export const CODED_VALUE_WORDS = {
  smoker: both('ryger', 'smoker'),
  'former-smoker': both('tidligere ryger', 'former smoker'),
  'never-smoker': both('aldrig ryger', 'never smoker'),
  completed: both('gennemført', 'completed'),
  stopped: both('stoppet', 'stopped'),
  transferred: both('overflyttet', 'transferred'),
  died: both('død', 'died'),
};
