// Made from contracts/words by npm run generate:words: change the words there.
import { both, type Bilingual } from '../language';
import { inDanish, inEnglish, type Filling } from '../localised';

export const FEED_STATE_WORDS = {
  connected: both('leverer som ventet', 'delivers as expected'),
  learning: both('for lidt historik til at vente noget', 'too little history to expect anything'),
  closed: both('kanalen er lukket', 'the channel is closed'),
  late: both('forsinket', 'late'),
  partial: both('en del mangler', 'a part is missing'),
  silent: both('tavs', 'silent'),
  'repeated-batch': both('leverance gentaget', 'delivery repeated'),
  'backlog-burst': both('efterslæb leveret samlet', 'backlog delivered at once'),
  'clock-ahead': both('uret går foran', 'clock ahead'),
  halved: both('mængden er halveret', 'volume halved'),
  'made-good': both('tavshed indhentet', 'silence made good'),
};

export const FEED_FINDING_WORDS = {
  silent: (said: Filling<'expected' | 'received' | 'since' | 'together'>): Bilingual =>
    both(
      `Har været tavs siden ${inDanish(said.since)}${inDanish(said.together)}: ventet ${inDanish(said.expected)} hændelser, modtaget ${inDanish(said.received)}.`,
      `Has been silent since ${inEnglish(said.since)}${inEnglish(said.together)}: ${inEnglish(said.expected)} events expected, ${inEnglish(said.received)} received.`,
    ),
  late: (said: Filling<'expected' | 'received' | 'since' | 'together'>): Bilingual =>
    both(
      `Har været forsinket siden ${inDanish(said.since)}${inDanish(said.together)}: ventet ${inDanish(said.expected)} hændelser, modtaget ${inDanish(said.received)}.`,
      `Has been late since ${inEnglish(said.since)}${inEnglish(said.together)}: ${inEnglish(said.expected)} events expected, ${inEnglish(said.received)} received.`,
    ),
  together: (said: Filling<'region'>): Bilingual =>
    both(
      ` sammen med de øvrige sygehuse i ${inDanish(said.region)}`,
      ` together with the other hospitals of ${inEnglish(said.region)}`,
    ),
  partial: (said: Filling<'expected' | 'part' | 'received' | 'since'>): Bilingual =>
    both(
      `${inDanish(said.part)} er udeblevet siden ${inDanish(said.since)}, mens resten kommer: ventet ${inDanish(said.expected)}, modtaget ${inDanish(said.received)}.`,
      `${inEnglish(said.part)} have stopped since ${inEnglish(said.since)} while the rest goes on: ${inEnglish(said.expected)} expected, ${inEnglish(said.received)} received.`,
    ),
  part: (said: Filling<'family' | 'kind'>): Bilingual =>
    both(`${inDanish(said.kind)} (${inDanish(said.family)})`, `${inEnglish(said.kind)} (${inEnglish(said.family)})`),
  repeatedBatch: (said: Filling<'expected' | 'received' | 'since'>): Bilingual =>
    both(
      `${inDanish(said.received)} hændelser kom igen den ${inDanish(said.since)}; det plejer at være ${inDanish(said.expected)}.`,
      `${inEnglish(said.received)} events came again on ${inEnglish(said.since)}; ${inEnglish(said.expected)} is usual.`,
    ),
  backlogBurst: (said: Filling<'expected' | 'received' | 'since'>): Bilingual =>
    both(
      `${inDanish(said.received)} hændelser kom på én gang den ${inDanish(said.since)}, mange af dem gamle; ventet ${inDanish(said.expected)}.`,
      `${inEnglish(said.received)} events came at once on ${inEnglish(said.since)}, many of them old; ${inEnglish(said.expected)} expected.`,
    ),
  clockAhead: (said: Filling<'received' | 'since'>): Bilingual =>
    both(
      `${inDanish(said.received)} hændelser den ${inDanish(said.since)} er registreret senere, end de blev modtaget.`,
      `${inEnglish(said.received)} events on ${inEnglish(said.since)} were recorded later than they were received.`,
    ),
  halved: (said: Filling<'expected' | 'received' | 'since'>): Bilingual =>
    both(
      `Siden ${inDanish(said.since)} kommer der omkring halvdelen af, hvad der plejer: ventet ${inDanish(said.expected)} hændelser, modtaget ${inDanish(said.received)}.`,
      `Since ${inEnglish(said.since)} about half of the usual comes: ${inEnglish(said.expected)} events expected, ${inEnglish(said.received)} received.`,
    ),
  madeGood: (said: Filling<'expected' | 'received' | 'since' | 'until'>): Bilingual =>
    both(
      `Tavsheden fra ${inDanish(said.since)} til ${inDanish(said.until)} er indhentet: af omkring ${inDanish(said.expected)} hændelser dateret i de dage er ${inDanish(said.received)} her nu. Bekræftes det, tæller dagene igen.`,
      `The silence from ${inEnglish(said.since)} to ${inEnglish(said.until)} was made good: of about ${inEnglish(said.expected)} events dated on those days ${inEnglish(said.received)} are here now. Once confirmed, the days count again.`,
    ),
};

export const EVENT_KIND_WORDS = {
  'hospital.contact': both('Sygehusets kontakter', 'The hospital’s contacts'),
  'hospital.diagnosis': both('Sygehusets diagnoser', 'The hospital’s diagnoses'),
  'hospital.procedure': both('Sygehusets procedurer', 'The hospital’s procedures'),
  'hospital.referral': both('Sygehusets henvisninger', 'The hospital’s referrals'),
  'hospital.measurement': both('Sygehusets målinger', 'The hospital’s measurements'),
  'municipality.measurement': both('Kommunens målinger', 'The municipality’s measurements'),
  'general-practice.measurement': both('Almen praksis’ målinger', 'General practice’s measurements'),
  'municipality.start': both('Kommunens starter', 'The municipality’s starts'),
  'municipality.intervention': both('Kommunens indsatser', 'The municipality’s interventions'),
  'municipality.end': both('Kommunens afslutninger', 'The municipality’s ends'),
  'laboratory.result': both('Laboratoriesvar', 'Laboratory results'),
  'pharmacy.dispensing': both('Udleveringer af medicin', 'Dispensings of medicine'),
  'patient.questionnaire': both('Patienters spørgeskemaer', 'Patients’ questionnaires'),
  'person.status': both('Oplysninger om død og udvandring', 'Reports of deaths and emigrations'),
  'danheart.form': both('DANHEART-skemaer', 'DANHEART forms'),
  'registry.feed-status': both('Meldinger om kilders drift', 'Reports on sources’ state'),
};

export const EVENT_FAMILY_WORDS = {
  ldl: both('LDL', 'LDL'),
  AMI: both('akut hjerteinfarkt', 'acute myocardial infarction'),
  IHD: both('anden iskæmisk hjertesygdom', 'other ischaemic heart disease'),
  obs: both('observation for hjertesygdom', 'observation for heart disease'),
  BUG: both('BUG-koder', 'BUG codes'),
  BRXT: both('BRXT-koder', 'BRXT codes'),
  BVDY0: both('BVDY0-koder', 'BVDY0 codes'),
  PCI: both('ballonudvidelse', 'PCI'),
  CABG: both('bypassoperation', 'CABG'),
  LDL: both('LDL', 'LDL'),
  HbA1c: both('HbA1c', 'HbA1c'),
  statin: both('statin', 'statin'),
  antithrombotic: both('blodfortyndende medicin', 'antithrombotic medicine'),
  other: both('andre koder', 'other codes'),
};

export const DELIVERY_WORDS = {
  noAlarms: both('Der er ingen alarmer.', 'There are no alarms.'),
  noDeliveries: both('Ingen har leveret noget endnu.', 'Nobody has delivered anything yet.'),
  confirmed: both('bekræftet', 'confirmed'),
  overruled: both('omstødt', 'overruled'),
};

export const CALENDAR_WORDS = {
  legend: [
    both(
      '# alt kom (grøn)  + en del (gul)  ! intet (rød)  . intet ventet',
      '# all came (green)  + a part (yellow)  ! nothing (red)  . nothing expected',
    ),
    both('Modtaget/ventet pr. måned; ? er for lidt historik.', 'Received/expected by month; ? is too little history.'),
  ],
};
