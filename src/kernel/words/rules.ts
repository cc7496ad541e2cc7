// Made from contracts/words by npm run generate:words: change the words there.
import { both, type Bilingual } from '../language';
import { inDanish, inEnglish, isOne, type Filling } from '../localised';

export const FACT_WORDS = {
  participation: both('deltagelse i rehabilitering', 'participation in rehabilitation'),
  diet: both('diætbehandling', 'diet treatment'),
  'smoking-cessation': both('deltagelse i rygestop', 'participation in smoking cessation'),
  training: both('træning', 'training'),
  'patient-education': both('patientuddannelse', 'patient education'),
  psychosocial: both('psykosocial indsats', 'psychosocial support'),
  referral: both('henvisning', 'referral'),
  'municipal-start': both('start i kommunen', 'start in the municipality'),
  'municipal-end': both('afslutning i kommunen', 'end in the municipality'),
  hads: both('HADS', 'HADS'),
  'blood-pressure': both('blodtryk', 'blood pressure'),
  hjertekost: both('Hjertekostskema', 'heart diet score'),
  'smoking-status': both('rygestatus', 'smoking status'),
  'exercise-capacity': both('test af arbejdskapacitet', 'exercise capacity test'),
  laboratory: both('laboratoriesvar', 'laboratory result'),
  dispensing: both('udlevering af medicin', 'dispensing of medicine'),
};

export const PHASE_WORDS = {
  start: both('starttest af arbejdskapacitet', 'start test of exercise capacity'),
  end: both('sluttest af arbejdskapacitet', 'end test of exercise capacity'),
};

export const ORIGIN_WORDS = {
  hospital: both('sygehus', 'hospital'),
  municipality: both('kommune', 'municipality'),
  'general-practice': both('almen praksis', 'general practice'),
  laboratory: both('Laboratoriedatabasen', 'the laboratory database'),
  pharmacy: both('receptregisteret', 'the prescription register'),
  patient: both('patienten', 'the patient'),
};

export const SELECTOR_WORDS = {
  known: both('kendte ', 'known '),
  origin: (said: Filling<'origin'>): Bilingual =>
    both(` fra ${inDanish(said.origin)}`, ` from ${inEnglish(said.origin)}`),
  dated: (said: Filling<'day'>): Bilingual =>
    both(` dateret fra og med ${inDanish(said.day)}`, ` dated ${inEnglish(said.day)} or later`),
  codes: (said: Filling<'codes'>): Bilingual => both(` (${inDanish(said.codes)})`, ` (${inEnglish(said.codes)})`),
  unit: (said: Filling<'unit'>): Bilingual => both(` i ${inDanish(said.unit)}`, ` in ${inEnglish(said.unit)}`),
  outcomes: (said: Filling<'outcomes'>): Bilingual =>
    both(` med udfaldet ${inDanish(said.outcomes)}`, ` with the outcome ${inEnglish(said.outcomes)}`),
  limit: (said: Filling<'bounds' | 'subject'>): Bilingual =>
    both(
      `${inDanish(said.subject)} er ${inDanish(said.bounds)}`,
      `${inEnglish(said.subject)} is ${inEnglish(said.bounds)}`,
    ),
};

export const DENOMINATOR_WORDS = {
  everyPathway: both('Alle forløb.', 'Every pathway.'),
  indicatorMet: (said: Filling<'number' | 'title'>): Bilingual =>
    both(
      `Forløb, hvor indikator ${inDanish(said.number)} (${inDanish(said.title)}) er opfyldt.`,
      `Pathways in which indicator ${inEnglish(said.number)} (${inEnglish(said.title)}) is met.`,
    ),
  fact: (said: Filling<'fact' | 'span'>): Bilingual =>
    both(
      `Forløb med ${inDanish(said.fact)} fra indeksdagen til og med ${inDanish(said.span)} efter.`,
      `Pathways with a ${inEnglish(said.fact)} from the index day through ${inEnglish(said.span)} after it.`,
    ),
  first: (said: Filling<'condition' | 'fact' | 'span'>): Bilingual =>
    both(
      `Forløb, hvor ${inDanish(said.condition)} ved første ${inDanish(said.fact)} fra indeksdagen til og med ${inDanish(said.span)} efter.`,
      `Pathways in which ${inEnglish(said.condition)} at the first ${inEnglish(said.fact)} from the index day through ${inEnglish(said.span)} after it.`,
    ),
  latest: (said: Filling<'condition' | 'fact' | 'span'>): Bilingual =>
    both(
      `Forløb, hvor ${inDanish(said.condition)} ved seneste ${inDanish(said.fact)} fra indeksdagen til og med ${inDanish(said.span)} efter.`,
      `Pathways in which ${inEnglish(said.condition)} at the latest ${inEnglish(said.fact)} from the index day through ${inEnglish(said.span)} after it.`,
    ),
  status: (said: Filling<'status'>): Bilingual =>
    both(`patienten er ${inDanish(said.status)}`, `the patient is a ${inEnglish(said.status)}`),
};

export const FULFILLED_WORDS = {
  evidence: (said: Filling<'codes' | 'fact' | 'later'>): Bilingual =>
    both(
      `Opfyldt, når der er registreret ${inDanish(said.fact)}${inDanish(said.codes)} inden for vinduet${inDanish(said.later)}.`,
      `Met when ${inEnglish(said.fact)}${inEnglish(said.codes)} is recorded within the window${inEnglish(said.later)}.`,
    ),
  later: (said: Filling<'days'>): Bilingual =>
    both(
      `, mindst ${inDanish(said.days)} dage efter det, der afgjorde nævneren`,
      `, at least ${inEnglish(said.days)} days after what decided the denominator`,
    ),
  codes: (said: Filling<'codes'>): Bilingual =>
    both(` (på sygehuse ${inDanish(said.codes)})`, ` (at hospitals ${inEnglish(said.codes)})`),
  share: (said: Filling<'of' | 'percent' | 'planned'>): Bilingual =>
    both(
      `Opfyldt, når antal fremmøder er mindst ${inDanish(said.percent)} % af de planlagte ifølge seneste ${inDanish(said.of)}; mangler det planlagte antal dér, tages det fra seneste ${inDanish(said.planned)} i samme forløb.`,
      `Met when attended sessions are at least ${inEnglish(said.percent)} % of those planned according to the latest ${inEnglish(said.of)}; where it lacks the planned number, that of the latest ${inEnglish(said.planned)} of the same course is taken.`,
    ),
  change: (said: Filling<'of' | 'percent'>): Bilingual =>
    both(
      `Opfyldt, når seneste ${inDanish(said.of)} med samme metode og på en senere dag er mindst ${inDanish(said.percent)} % af starttesten.`,
      `Met when the latest ${inEnglish(said.of)} by the same method on a later day is at least ${inEnglish(said.percent)} % of the start test.`,
    ),
  status: (said: Filling<'of' | 'values'>): Bilingual =>
    both(
      `Opfyldt, når seneste ${inDanish(said.of)} efter den, der afgjorde nævneren, er ${inDanish(said.values)}.`,
      `Met when the latest ${inEnglish(said.of)} after the one that decided the denominator is ${inEnglish(said.values)}.`,
    ),
  limits: (said: Filling<'later' | 'limits' | 'of'>): Bilingual =>
    both(
      `Opfyldt, når ${inDanish(said.limits)} ved seneste ${inDanish(said.of)}${inDanish(said.later)}.`,
      `Met when ${inEnglish(said.limits)} at the latest ${inEnglish(said.of)}${inEnglish(said.later)}.`,
    ),
  laboratory: (said: Filling<'bounds' | 'later' | 'of'>): Bilingual =>
    both(
      `Opfyldt, når seneste ${inDanish(said.of)}${inDanish(said.later)} er ${inDanish(said.bounds)}.`,
      `Met when the latest ${inEnglish(said.of)}${inEnglish(said.later)} is ${inEnglish(said.bounds)}.`,
    ),
};

export const RULE_WORDS = {
  population: (said: Filling<'age' | 'ami' | 'cabg' | 'days' | 'ihd' | 'pci'>): Bilingual =>
    both(
      `Personer på mindst ${inDanish(said.age)} år på indeksdagen efter akut myokardieinfarkt (${inDanish(said.ami)}), PCI (${inDanish(said.pci)}) eller CABG (${inDanish(said.cabg)}) med iskæmisk hjertesygdom (${inDanish(said.ihd)}). Et nyt forløb begynder ved en hændelse mere end ${inDanish(said.days)} dage efter indeksdagen.`,
      `Persons aged at least ${inEnglish(said.age)} on the index day after acute myocardial infarction (${inEnglish(said.ami)}), PCI (${inEnglish(said.pci)}) or CABG (${inEnglish(said.cabg)}) with ischaemic heart disease (${inEnglish(said.ihd)}). A new pathway begins with an event more than ${inEnglish(said.days)} days after the index day.`,
    ),
  evidenceWindow: (said: Filling<'span'>): Bilingual =>
    both(
      `Vinduet går fra indeksdagen til og med ${inDanish(said.span)} efter; uden registrering er den derefter ikke opfyldt, hvis kilderne har leveret, ellers uoplyst.`,
      `The window runs from the index day through ${inEnglish(said.span)} after it; without a record it is not met after that if the sources delivered, else unknown.`,
    ),
  valueWindow: (said: Filling<'span'>): Bilingual =>
    both(
      `Vinduet går fra indeksdagen til og med ${inDanish(said.span)} efter; uden en værdi er den derefter uoplyst.`,
      `The window runs from the index day through ${inEnglish(said.span)} after it; without a value it is unknown after that.`,
    ),
  sources: (said: Filling<'sources'>): Bilingual =>
    both(`Kilder: ${inDanish(said.sources)}.`, `Sources: ${inEnglish(said.sources)}.`),
  oneOfThem: both('en af dem', 'one of them'),
  silent: (said: Filling<'days' | 'who'>): Bilingual =>
    both(
      `Har ${inDanish(said.who)} ikke leveret i mindst ${inDanish(said.days)} dage af vinduet, siges det ved afgørelsen.`,
      `If ${inEnglish(said.who)} did not deliver on at least ${inEnglish(said.days)} days of the window, the decision says so.`,
    ),
  unwatched: both(
    'Om patientens praksis har leveret, vides ikke.',
    'Whether the patient’s practice delivered is not known.',
  ),
  highFrom: (said: Filling<'high' | 'moderate' | 'target'>): Bilingual =>
    both(
      `Mål: ${inDanish(said.target)}. Høj målopfyldelse fra ${inDanish(said.high)} %, moderat fra ${inDanish(said.moderate)} %, ellers lav.`,
      `Target: ${inEnglish(said.target)}. High goal achievement from ${inEnglish(said.high)} %, moderate from ${inEnglish(said.moderate)} %, else low.`,
    ),
  highTo: (said: Filling<'high' | 'moderate' | 'target'>): Bilingual =>
    both(
      `Mål: ${inDanish(said.target)}. Høj målopfyldelse til og med ${inDanish(said.high)} %, moderat til og med ${inDanish(said.moderate)} %, ellers lav.`,
      `Target: ${inEnglish(said.target)}. High goal achievement up to ${inEnglish(said.high)} %, moderate up to ${inEnglish(said.moderate)} %, else low.`,
    ),
  indicator: (said: Filling<'number'>): Bilingual =>
    both(`Indikator ${inDanish(said.number)}`, `Indicator ${inEnglish(said.number)}`),
  excluded: both(
    'Patienten døde eller udvandrede inden for vinduet, før indikatoren var opfyldt.',
    'The patient died or emigrated within the window before the indicator was met.',
  ),
};

export const SPAN_WORDS = {
  days: (said: { readonly count: number }): Bilingual =>
    both(
      isOne(said.count, 'da') ? `${inDanish(said.count)} dag` : `${inDanish(said.count)} dage`,
      isOne(said.count, 'en') ? `${inEnglish(said.count)} day` : `${inEnglish(said.count)} days`,
    ),
  months: (said: { readonly count: number }): Bilingual =>
    both(
      isOne(said.count, 'da') ? `${inDanish(said.count)} måned` : `${inDanish(said.count)} måneder`,
      isOne(said.count, 'en') ? `${inEnglish(said.count)} month` : `${inEnglish(said.count)} months`,
    ),
};

export const CODE_LIST_WORDS = {
  'diagnoses-ihd': both('Iskæmisk hjertesygdom', 'Ischaemic heart disease'),
  'diagnoses-ami': both('Akut myokardieinfarkt', 'Acute myocardial infarction'),
  'diagnoses-observation': both('Obs-diagnoser', 'Observation diagnoses'),
  'procedures-pci': both('PCI', 'PCI'),
  'procedures-cabg': both('CABG', 'CABG'),
  'services-participation': both('Deltagelse', 'Participation'),
  'services-diet': both('Diætbehandling', 'Diet treatment'),
  'services-smoking-cessation': both('Rygestop', 'Smoking cessation'),
};

export const METADATA_WORDS = {
  indicators: both('Indikatorer', 'Indicators'),
  codeLists: both('Kodelister', 'Code lists'),
  measures: both('Målinger', 'Measures'),
  rules: both('Regler', 'Rules'),
  sources: both('Kilder', 'Sources'),
  reports: both('indberetter', 'reports'),
  never: both('indberetter aldrig', 'never reports'),
  channel: both('kanal', 'channel'),
  identifier: both('angives ved', 'identified by'),
  outcomes: both('Udfald', 'Outcomes'),
  reasons: both('Årsager', 'Reasons'),
  findings: both('Fund', 'Findings'),
  rejections: both('Afvisninger', 'Rejections'),
  usedBy: both('bruges af', 'used by'),
};
