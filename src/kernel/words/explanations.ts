// Made from contracts/words by npm run generate:words: change the words there.
import { both, type Bilingual } from '../language';
import { inDanish, inEnglish, isOne, type Filling } from '../localised';

export const VERDICT_WORDS = {
  metByValue: (said: Filling<'value'>): Bilingual =>
    both(`Opfyldt: ${inDanish(said.value)}.`, `Met: ${inEnglish(said.value)}.`),
  notMetByValue: (said: Filling<'value'>): Bilingual =>
    both(`Ikke opfyldt: ${inDanish(said.value)}.`, `Not met: ${inEnglish(said.value)}.`),
  metByEvidence: (said: Filling<'evidence' | 'subject'>): Bilingual =>
    both(
      `Opfyldt: ${inDanish(said.subject)} ${inDanish(said.evidence)}`,
      `Met: ${inEnglish(said.subject)} ${inEnglish(said.evidence)}`,
    ),
  nothingRecorded: (said: Filling<'from' | 'subject' | 'to'>): Bilingual =>
    both(
      `Ikke opfyldt: der er ikke registreret ${inDanish(said.subject)} fra ${inDanish(said.from)} til ${inDanish(said.to)}, og der er ikke meldt om en kilde, der var ude længe nok til at forklare det.`,
      `Not met: no ${inEnglish(said.subject)} was recorded from ${inEnglish(said.from)} to ${inEnglish(said.to)}, and no source is known to have been out long enough to explain it.`,
    ),
  nothingMissed: (said: Filling<'from' | 'subject' | 'to'>): Bilingual =>
    both(
      `Ikke opfyldt: der er ikke registreret ${inDanish(said.subject)} fra ${inDanish(said.from)} til ${inDanish(said.to)}, og det kunne ikke have talt på de dage, der mangler.`,
      `Not met: no ${inEnglish(said.subject)} was recorded from ${inEnglish(said.from)} to ${inEnglish(said.to)}, and on the days that are missing it could not have counted.`,
    ),
  pending: (said: Filling<'subject' | 'to'>): Bilingual =>
    both(
      `Afventer: vinduet er åbent til og med ${inDanish(said.to)}, og der mangler ${inDanish(said.subject)}.`,
      `Pending: the window is open through ${inEnglish(said.to)}, and ${inEnglish(said.subject)} is still missing.`,
    ),
  pendingMet: (said: Filling<'to' | 'value'>): Bilingual =>
    both(
      `Afventer: vinduet er åbent til og med ${inDanish(said.to)}; foreløbigt opfyldt: ${inDanish(said.value)}.`,
      `Pending: the window is open through ${inEnglish(said.to)}; so far met: ${inEnglish(said.value)}.`,
    ),
  pendingNotMet: (said: Filling<'to' | 'value'>): Bilingual =>
    both(
      `Afventer: vinduet er åbent til og med ${inDanish(said.to)}; foreløbigt ikke opfyldt: ${inDanish(said.value)}.`,
      `Pending: the window is open through ${inEnglish(said.to)}; so far not met: ${inEnglish(said.value)}.`,
    ),
  pendingCannotTell: (said: Filling<'day' | 'place' | 'subject' | 'to'>): Bilingual =>
    both(
      `Afventer: vinduet er åbent til og med ${inDanish(said.to)}; seneste ${inDanish(said.subject)}, ${inDanish(said.day)} ${inDanish(said.place)}, giver ingen værdi.`,
      `Pending: the window is open through ${inEnglish(said.to)}; the latest ${inEnglish(said.subject)}, on ${inEnglish(said.day)} ${inEnglish(said.place)}, gives no value.`,
    ),
  pendingOpen: (said: Filling<'denominator' | 'to'>): Bilingual =>
    both(
      `Afventer: vinduet er åbent til og med ${inDanish(said.to)}, og det vides ikke, om patienten hører til ${inDanish(said.denominator)}.`,
      `Pending: the window is open through ${inEnglish(said.to)}, and it is not known whether the patient belongs to ${inEnglish(said.denominator)}.`,
    ),
  died: (said: Filling<'to'>): Bilingual =>
    both(
      `Ekskluderet: patienten døde inden ${inDanish(said.to)}.`,
      `Excluded: the patient died by ${inEnglish(said.to)}.`,
    ),
  emigrated: (said: Filling<'to'>): Bilingual =>
    both(
      `Ekskluderet: patienten udvandrede inden ${inDanish(said.to)}.`,
      `Excluded: the patient emigrated by ${inEnglish(said.to)}.`,
    ),
  under18: (said: Filling<'from'>): Bilingual =>
    both(
      `Ikke relevant: patienten var under 18 år på indeksdagen ${inDanish(said.from)}.`,
      `Not applicable: the patient was under 18 on the index day ${inEnglish(said.from)}.`,
    ),
  outsideDenominator: (said: Filling<'denominator'>): Bilingual =>
    both(
      `Ikke relevant: indikatoren gælder ${inDanish(said.denominator)}.`,
      `Not applicable: the indicator is about ${inEnglish(said.denominator)}.`,
    ),
  denominatorUnknown: (said: Filling<'denominator'>): Bilingual =>
    both(
      `Uoplyst: det vides ikke, om patienten hører til ${inDanish(said.denominator)}.`,
      `Unknown: it is not known whether the patient belongs to ${inEnglish(said.denominator)}.`,
    ),
  noValue: (said: Filling<'from' | 'subject' | 'to'>): Bilingual =>
    both(
      `Uoplyst: der er ingen værdi for ${inDanish(said.subject)} fra ${inDanish(said.from)} til ${inDanish(said.to)}.`,
      `Unknown: there is no value of ${inEnglish(said.subject)} from ${inEnglish(said.from)} to ${inEnglish(said.to)}.`,
    ),
  cannotTell: (said: Filling<'day' | 'place' | 'subject'>): Bilingual =>
    both(
      `Uoplyst: seneste ${inDanish(said.subject)}, ${inDanish(said.day)} ${inDanish(said.place)}, giver ingen værdi, og en ældre taler ikke for den.`,
      `Unknown: the latest ${inEnglish(said.subject)}, on ${inEnglish(said.day)} ${inEnglish(said.place)}, gives no value, and an older one does not speak for it.`,
    ),
  notHeard: (said: Filling<'subject'>): Bilingual =>
    both(
      `Uoplyst: der er ikke modtaget ${inDanish(said.subject)}, men vi ville ikke have vidst det.`,
      `Unknown: no ${inEnglish(said.subject)} was received, but we would not have known.`,
    ),
};

export const EVIDENCE_WORDS = {
  evidence: (said: Filling<'also' | 'day' | 'form' | 'place'>): Bilingual =>
    both(
      `${inDanish(said.day)} ${inDanish(said.place)}${inDanish(said.form)}${inDanish(said.also)}`,
      `on ${inEnglish(said.day)} ${inEnglish(said.place)}${inEnglish(said.form)}${inEnglish(said.also)}`,
    ),
  alone: both('.', '.'),
  also: (said: { readonly count: number }): Bilingual =>
    both(
      isOne(said.count, 'da')
        ? `; ${inDanish(said.count)} anden registrering ville også have opfyldt den.`
        : `; ${inDanish(said.count)} andre registreringer ville også have opfyldt den.`,
      isOne(said.count, 'en')
        ? `; ${inEnglish(said.count)} other record would have met it too.`
        : `; ${inEnglish(said.count)} other records would have met it too.`,
    ),
  value: (said: { readonly count: number } & Filling<'day' | 'place' | 'reading'>): Bilingual =>
    both(
      isOne(said.count, 'da')
        ? `${inDanish(said.reading)}, ${inDanish(said.day)} ${inDanish(said.place)} (${inDanish(said.count)} dag før vinduets udløb)`
        : `${inDanish(said.reading)}, ${inDanish(said.day)} ${inDanish(said.place)} (${inDanish(said.count)} dage før vinduets udløb)`,
      isOne(said.count, 'en')
        ? `${inEnglish(said.reading)}, on ${inEnglish(said.day)} ${inEnglish(said.place)} (${inEnglish(said.count)} day before the window's end)`
        : `${inEnglish(said.reading)}, on ${inEnglish(said.day)} ${inEnglish(said.place)} (${inEnglish(said.count)} days before the window's end)`,
    ),
};

export const OTHERWISE_WORDS = {
  otherValue: both(
    ' En senere indberetning kan mangle, så udfaldet kunne være et andet.',
    ' A later report may be missing, so the outcome could be another.',
  ),
  insideMet: both(' Gør patienten det, er indikatoren opfyldt.', ' If so, the indicator is met.'),
  insideNotMet: both(' Gør patienten det, er indikatoren ikke opfyldt.', ' If so, the indicator is not met.'),
  insideEither: both(
    ' Gør patienten det, kan indikatoren være opfyldt eller ej.',
    ' If so, the indicator may be met or not met.',
  ),
  mayHaveHappened: both(
    ' Det kan være sket uden at være indberettet; så ville indikatoren være opfyldt.',
    ' It may have happened without being reported; the indicator would then be met.',
  ),
};

export const REMARK_WORDS = {
  findings: (said: Filling<'findings'>): Bilingual =>
    both(` Bemærk: ${inDanish(said.findings)}.`, ` Note: ${inEnglish(said.findings)}.`),
  notConnected: (said: Filling<'days' | 'organisation' | 'who'>): Bilingual =>
    both(
      ` ${inDanish(said.who)} (${inDanish(said.organisation)}) var ikke tilsluttet hele perioden; ${inDanish(said.days)} dage mangler.`,
      ` ${inEnglish(said.who)} (${inEnglish(said.organisation)}) was not connected all the time; ${inEnglish(said.days)} days are missing.`,
    ),
  silent: (said: Filling<'days' | 'organisation' | 'who'>): Bilingual =>
    both(
      ` ${inDanish(said.who)} (${inDanish(said.organisation)}) indberettede ikke i ${inDanish(said.days)} dage af perioden.`,
      ` ${inEnglish(said.who)} (${inEnglish(said.organisation)}) did not report on ${inEnglish(said.days)} days of the period.`,
    ),
};

export const READING_WORDS = {
  share: (said: Filling<'attended' | 'percent' | 'planned'>): Bilingual =>
    both(
      `${inDanish(said.attended)} af ${inDanish(said.planned)} planlagte gange (krav: mindst ${inDanish(said.percent)} %)`,
      `${inEnglish(said.attended)} of ${inEnglish(said.planned)} planned sessions (required: at least ${inEnglish(said.percent)} %)`,
    ),
  change: (said: Filling<'end' | 'method' | 'percent' | 'start' | 'unit'>): Bilingual =>
    both(
      `${inDanish(said.method)} fra ${inDanish(said.start)} til ${inDanish(said.end)}${inDanish(said.unit)} (krav: mindst ${inDanish(said.percent)} % af starttesten)`,
      `${inEnglish(said.method)} from ${inEnglish(said.start)} to ${inEnglish(said.end)}${inEnglish(said.unit)} (required: at least ${inEnglish(said.percent)} % of the start test)`,
    ),
  latest: (said: Filling<'colon' | 'goal' | 'reading' | 'subject' | 'unit'>): Bilingual =>
    both(
      `seneste ${inDanish(said.subject)}${inDanish(said.colon)} ${inDanish(said.reading)}${inDanish(said.unit)} (mål: ${inDanish(said.goal)})`,
      `latest ${inEnglish(said.subject)}${inEnglish(said.colon)} ${inEnglish(said.reading)}${inEnglish(said.unit)} (target: ${inEnglish(said.goal)})`,
    ),
};

export const PLACE_WORDS = {
  hospital: both('på sygehuset', 'at the hospital'),
  municipality: both('i kommunen', 'in the municipality'),
  'general-practice': both('i almen praksis', 'in general practice'),
  laboratory: both('i Laboratoriedatabasen', 'in the laboratory database'),
  pharmacy: both('i receptregisteret', 'in the prescription register'),
  patient: both('af patienten selv', 'by the patient'),
};

export const FORM_WORDS = {
  individual: both(', individuelt', ', individually'),
  group: both(', på hold', ', in a group'),
  virtual: both(', virtuelt', ', virtually'),
  phone: both(', pr. telefon', ', by phone'),
};

export const REPORTER_WORDS = {
  hospital: both('Sygehuset', 'The hospital'),
  municipality: both('Bopælskommunen', 'The municipality of residence'),
  laboratory: both('Laboratoriedatabasen', 'The laboratory database'),
  pharmacy: both('Receptregisteret', 'The prescription register'),
};

export const FINDING_WORDS = {
  DELIVERED_ELSEWHERE: both(
    'en ydelse er ikke medregnet, fordi den blev udført uden for sygehuset',
    'a service is not counted because it was delivered outside the hospital',
  ),
  REFERRAL_ONLY: both(
    'en kode er ikke medregnet, fordi den kun dækker en henvisning',
    'a code is not counted because it covers a referral only',
  ),
  MISSING_DIAGNOSIS: both(
    'en ydelse afventer en diagnose på samme kontakt eller forløb',
    'a service waits for a diagnosis on the same contact or course',
  ),
  OBS_DIAGNOSIS_ONLY: both(
    'en ydelse afventer, at obs-diagnosen bliver bekræftet',
    'a service waits for its observation diagnosis to be confirmed',
  ),
  OTHER_DIAGNOSIS_ONLY: both(
    'en ydelse er ikke medregnet, fordi diagnosen ikke er iskæmisk hjertesygdom',
    'a service is not counted because its diagnosis is not ischaemic heart disease',
  ),
};
