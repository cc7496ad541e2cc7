// Made from contracts/words by npm run generate:words: change the words there.
import { both, type Bilingual } from '../language';
import { inDanish, inEnglish, type Filling } from '../localised';

export const SOURCE_PAGE_WORDS = {
  title: (said: Filling<'name'>): Bilingual =>
    both(`${inDanish(said.name)}: det, I har sendt`, `${inEnglish(said.name)}: what you have sent`),
  lead: both(
    'Hvad der er modtaget, hvad der mangler en rettelse, og hvad det, I har sendt, har afgjort.',
    'What was received, what waits to be corrected, and what was decided by what you sent.',
  ),
  period: (said: Filling<'from' | 'to'>): Bilingual =>
    both(
      `Modtaget fra ${inDanish(said.from)} til ${inDanish(said.to)}`,
      `Received from ${inEnglish(said.from)} to ${inEnglish(said.to)}`,
    ),
  from: both('Modtaget fra og med', 'Received from'),
  to: both('Modtaget til og med', 'Received through'),
  report: both('Indberet', 'Report'),
  upload: both('Send en fil med en måneds hændelser', 'Send a file with a month’s events'),
  total: both('I alt', 'In all'),
  month: both('Måned', 'Month'),
  kind: both('Slags', 'Kind'),
  sent: both('Sendt', 'Sent'),
  accepted: both('Modtaget', 'Received'),
  duplicate: both('Sendt før', 'Sent before'),
  rejected: both('Afvist', 'Refused'),
  corrections: both('Rettelser', 'Corrections'),
  byMonth: both('Måned for måned', 'Month by month'),
  byKind: both('Efter slags', 'By kind'),
  waiting: both('Afvist og venter på at blive rettet', 'Refused and waiting to be corrected'),
  waitingLead: both(
    'Intet er gået tabt. Ret det, der er galt, og send det igen herfra.',
    'Nothing is lost. Correct what is wrong and send it again from here.',
  ),
  noneWaiting: both('Intet venter på at blive rettet.', 'Nothing waits to be corrected.'),
  number: both('Nummer', 'Number'),
  received: both('Modtaget', 'Received'),
  reason: both('Hvorfor og hvad I skal gøre', 'Why, and what to do'),
  rule: (said: Filling<'rule'>): Bilingual =>
    both(
      `Regel ${inDanish(said.rule)} i DHRD’s spørgsmål og svar`,
      `Rule ${inEnglish(said.rule)} of DHRD’s questions and answers`,
    ),
  mend: (said: Filling<'number'>): Bilingual =>
    both(`Ret nummer ${inDanish(said.number)}`, `Correct number ${inEnglish(said.number)}`),
  erased: both(
    'Personens nøgle er slettet; det, der kom, kan ikke læses mere.',
    'The person’s key was thrown away; what came can be read no more.',
  ),
  what: both('Hændelse', 'Event'),
  found: both('Bemærket, tilbageholdt og fundet', 'Noted, held back and found'),
  noted: both('Modtaget med en bemærkning', 'Received with a note'),
  held: both('Venter på noget andet, før det får virkning', 'Waits for something else before it has effect'),
  findings: both('Fund', 'Findings'),
  count: both('Antal', 'Count'),
  decided: both('Det, jeres indberetninger har afgjort', 'What your reports have decided'),
  indicator: both('Indikator', 'Indicator'),
  outcome: both('Udfald', 'Outcome'),
  nothing: both('Intet i denne periode.', 'Nothing in this period.'),
  delivery: both('Sådan leverer I', 'How you deliver'),
  deliveryState: (said: Filling<'day' | 'state'>): Bilingual =>
    both(
      `Set på det, I plejer at sende: ${inDanish(said.state)} (pr. ${inDanish(said.day)}).`,
      `Judged by what you usually send: ${inEnglish(said.state)} (as of ${inEnglish(said.day)}).`,
    ),
  deliveryLearning: both(
    'Der er endnu for lidt historik til at sige, hvad der er ventet.',
    'There is too little history yet to say what is expected.',
  ),
  deliveryMore: both('Se alarmer og måneder', 'See alarms and months'),
  first: both('Vis de første', 'Show the first'),
  events: both('Det, der er modtaget', 'What was received'),
  eventsLead: both(
    'Hver indberetning, med hvad den har afgjort. I kan trække jeres egne tilbage.',
    'Every report with what it decided. You can take back your own.',
  ),
  on: both('Dato', 'Date'),
  standing: both('Står nu', 'Stands now'),
  told: both('Bemærkninger', 'Notes'),
  retract: (said: Filling<'record'>): Bilingual =>
    both(`Træk ${inDanish(said.record)} tilbage`, `Take ${inEnglish(said.record)} back`),
  next: both('Vis flere', 'Show more'),
  all: both('Alle', 'All'),
  only: both('Vis kun', 'Show only'),
  show: both('Vis', 'Show'),
};

export const STANDING_WORDS = {
  'in-force': both('gælder', 'in force'),
  replaced: both('erstattet af en nyere', 'replaced by a newer one'),
  retracted: both('trukket tilbage', 'taken back'),
  moved: both('står hos en anden person', 'stands with another person'),
};

export const CAME_OF_WORDS = {
  noted: both('med en bemærkning', 'with a note'),
  held: both('venter på noget andet', 'waits for something else'),
  found: both('med et fund', 'with a finding'),
  decided: both('har afgjort en indikator', 'decided an indicator'),
};

export const MEND_WORDS = {
  title: (said: Filling<'number'>): Bilingual =>
    both(
      `Ret afvist hændelse nummer ${inDanish(said.number)}`,
      `Correct refused event number ${inEnglish(said.number)}`,
    ),
  lead: both(
    'Ret det, der er galt, og send hændelsen igen. Det, I ikke ændrer, bliver stående, som det blev sendt.',
    'Correct what is wrong and send the event again. What you do not change stays as it was sent.',
  ),
  hiddenField: both(
    'Står, som det blev sendt, og vises ikke her. Skriv kun, hvis det skal rettes.',
    'Stays as it was sent and is not shown here. Write only to correct it.',
  ),
  emptyField: both('Lad feltet stå tomt for at udelade det.', 'Leave the field empty to leave it out.'),
  send: both('Send igen', 'Send again'),
  back: (said: Filling<'name'>): Bilingual =>
    both(`Tilbage til ${inDanish(said.name)}`, `Back to ${inEnglish(said.name)}`),
  unreadable: both(
    'Det, der kom, kan ikke vises felt for felt. Send det rigtige på ny fra jeres eget system, eller indberet det her på siden.',
    'What came cannot be shown field by field. Send the right thing anew from your own system, or report it here.',
  ),
  done: both('Hændelsen er rettet og modtaget.', 'The event was corrected and received.'),
};

export const RETRACTION_WORDS = {
  title: (said: Filling<'record'>): Bilingual =>
    both(`Træk ${inDanish(said.record)} tilbage?`, `Take ${inEnglish(said.record)} back?`),
  says: both(
    'Registreringen tæller ikke mere, når den er trukket tilbage. Det, den har afgjort, bliver afgjort igen uden den.',
    'The registration counts no more once it is taken back. What it decided is decided again without it.',
  ),
  confirm: both('Ja, træk tilbage', 'Yes, take it back'),
  cancel: both('Nej, behold den', 'No, keep it'),
  done: both('Registreringen er trukket tilbage.', 'The registration was taken back.'),
};

export const RECEIPT_SHOWN_WORDS = {
  title: both('Kvittering', 'Receipt'),
  accepted: both('modtaget', 'received'),
  duplicate: both('modtaget før', 'received before'),
  rejected: both('afvist', 'refused'),
  column: both('Kvittering', 'Receipt'),
  notes: both('Bemærkninger, som ikke ændrer, hvad hændelsen gør:', 'Notes, which do not change what the event does:'),
  id: both('Hændelsens nummer', 'The event’s number'),
  record: both('Registreringens nummer', 'The registration’s number'),
};

export const HAND_IN_WORDS = {
  title: both('Indberet', 'Report'),
  lead: both(
    'Vælg, hvad I vil indberette. I får den samme kvittering som med et system.',
    'Choose what to report. You get the same receipt as a system does.',
  ),
  start: both('Start på et forløb', 'Start of a course'),
  forloeb: both('Indsats', 'Intervention'),
  maaling: both('Måling', 'Measurement'),
  slut: both('Afslutning på et forløb', 'End of a course'),
  startLead: both('Patienten begynder et forløb i kommunen.', 'The patient begins a course in the municipality.'),
  forloebLead: both(
    'En indsats, for eksempel træning eller diætbehandling.',
    'An intervention, such as training or diet treatment.',
  ),
  maalingLead: both(
    'Noget, der er målt, for eksempel HADS eller blodtryk.',
    'Something that was measured, such as HADS or blood pressure.',
  ),
  slutLead: both(
    'Forløbet er gennemført, stoppet eller overflyttet.',
    'The course is completed, stopped or transferred.',
  ),
  mandatory: both('Felter med stjerne (*) skal udfyldes.', 'Fields with an asterisk (*) must be filled in.'),
  send: both('Send', 'Send'),
  faults: both('Der er noget, der skal rettes', 'Something must be corrected'),
  draft: both(
    'Det, du skriver, gemmes som kladde i denne fane, til du sender det. Personnummeret gemmes ikke.',
    'What you write is kept as a draft in this tab until you send it. The CPR number is not kept.',
  ),
  discard: both('Slet kladden', 'Delete the draft'),
  correct: both('Ret det, du indtastede', 'Correct what you entered'),
  another: both('Indberet en til', 'Report another'),
  correcting: both(
    'Du retter en indberetning, der er modtaget. Den nye erstatter den gamle.',
    'You are correcting a report that was received. The new one replaces the old.',
  ),
  missing: (said: Filling<'field'>): Bilingual =>
    both(`${inDanish(said.field)} mangler.`, `${inEnglish(said.field)} is missing.`),
  notDay: both('Skriv datoen som ÅÅÅÅ-MM-DD.', 'Write the date as YYYY-MM-DD.'),
  notNumber: both('Skriv et tal.', 'Write a number.'),
  notWhole: both('Skriv et helt tal.', 'Write a whole number.'),
  tooSmall: (said: Filling<'limit'>): Bilingual =>
    both(`Skriv mindst ${inDanish(said.limit)}.`, `Write at least ${inEnglish(said.limit)}.`),
  tooLarge: (said: Filling<'limit'>): Bilingual =>
    both(`Skriv højst ${inDanish(said.limit)}.`, `Write at most ${inEnglish(said.limit)}.`),
  notCpr: both(
    'Personnummeret skal være ti cifre, der begynder med en fødselsdag (DDMMÅÅ-SSSS).',
    'The CPR number must be ten digits that begin with a day of birth (DDMMYY-SSSS).',
  ),
  choose: both('Vælg', 'Choose'),
  forKind: (said: Filling<'kind'>): Bilingual =>
    both(`Værdier for ${inDanish(said.kind)}`, `Values for ${inEnglish(said.kind)}`),
};

export const FIELD_WORDS = {
  cpr: both('Personnummer', 'CPR number'),
  recordId: both('Registreringens nummer', 'The registration’s number'),
  version: both('Udgave', 'Version'),
  status: both('Status', 'Status'),
  courseId: both('Forløbets nummer', 'The course’s number'),
  contactId: both('Kontaktens nummer', 'The contact’s number'),
  startedOn: both('Startdato', 'Start date'),
  endedOn: both('Slutdato', 'End date'),
  referredOn: both('Henvist den', 'Referred on'),
  plannedSessions: both('Planlagte fremmøder', 'Sessions planned'),
  attendedSessions: both('Antal fremmøder', 'Sessions attended'),
  kind: both('Slags', 'Kind'),
  form: both('Form', 'Form'),
  deliveredOn: both('Dato', 'Date'),
  profession: both('Faggruppe', 'Profession'),
  attended: both('Mødte patienten op?', 'Did the patient attend?'),
  outcome: both('Hvordan endte forløbet?', 'How did the course end?'),
  reason: both('Begrundelse', 'Reason'),
  measuredOn: both('Målt den', 'Measured on'),
  systolic: both('Systolisk tryk', 'Systolic pressure'),
  diastolic: both('Diastolisk tryk', 'Diastolic pressure'),
  anxiety: both('HADS angst', 'HADS anxiety'),
  depression: both('HADS depression', 'HADS depression'),
  score: both('Hjertekost, antal point', 'Hjertekost score'),
  value: both('Værdi', 'Value'),
  method: both('Metode', 'Method'),
  phase: both('Start eller slut', 'Start or end'),
  code: both('Kode', 'Code'),
  role: both('Diagnosens art', 'Role of the diagnosis'),
  diagnosedOn: both('Diagnosedato', 'Diagnosed on'),
  refuted: both('Afkræftet', 'Refuted'),
  mode: both('Fremmøde', 'Mode'),
  performedOn: both('Udført den', 'Performed on'),
  purpose: both('Formål', 'Purpose'),
  performedBy: both('Udført af', 'Performed by'),
  to: both('Henvist til', 'Referred to'),
  interventions: both('Indsatser', 'Interventions'),
  npu: both('NPU-kode', 'NPU code'),
  unit: both('Enhed', 'Unit'),
  sampledOn: both('Prøvedato', 'Sampled on'),
  atc: both('ATC-kode', 'ATC code'),
  dispensedOn: both('Udleveret den', 'Dispensed on'),
  instrument: both('Spørgeskema', 'Questionnaire'),
  answeredOn: both('Besvaret den', 'Answered on'),
  state: both('Tilstand', 'State'),
  from: both('Fra', 'From'),
  municipality: both('Kommune', 'Municipality'),
  replaces: both('Tidligere personnummer', 'Earlier CPR number'),
  serviceOn: both('Ydelsesdato', 'Day of service'),
  submittedOn: both('Indsendt den', 'Submitted on'),
  smokingStatus: both('Rygestatus', 'Smoking status'),
  bloodPressure: both('Blodtryk', 'Blood pressure'),
  hads: both('HADS', 'HADS'),
  diet: both('Diætbehandling', 'Diet treatment'),
  smokingCessation: both('Rygestop', 'Smoking cessation'),
  id: both('Hændelsens nummer', 'The event’s number'),
  time: both('Registreret (tidspunkt)', 'Recorded (moment)'),
  type: both('Hændelsestype', 'Type of event'),
  source: both('Kilde', 'Source'),
  event: both('Hændelse', 'Event'),
};

export const FIELD_HINT_WORDS = {
  cpr: both('Ti cifre, med eller uden bindestreg.', 'Ten digits, with or without a hyphen.'),
  courseId: both(
    'Jeres eget nummer for forløbet; det samme ved start, indsats og afslutning.',
    'Your own number of the course; the same at start, intervention and end.',
  ),
  anxiety: both('Et helt tal fra 0 til 21.', 'A whole number from 0 to 21.'),
  depression: both('Et helt tal fra 0 til 21.', 'A whole number from 0 to 21.'),
  score: both('Fra 0 til 100.', 'From 0 to 100.'),
  plannedSessions: both('Et helt tal.', 'A whole number.'),
  attendedSessions: both('Et helt tal.', 'A whole number.'),
};

export const VALUE_WORDS = {
  training: both('træning', 'training'),
  diet: both('diætbehandling', 'diet treatment'),
  'smoking-cessation': both('rygestop', 'smoking cessation'),
  'patient-education': both('patientuddannelse', 'patient education'),
  psychosocial: both('psykosocial indsats', 'psychosocial support'),
  individual: both('individuelt', 'individual'),
  group: both('på hold', 'in a group'),
  virtual: both('virtuelt', 'virtual'),
  phone: both('telefonisk', 'by phone'),
  physical: both('fysisk', 'in person'),
  completed: both('gennemført', 'completed'),
  stopped: both('stoppet', 'stopped'),
  transferred: both('overflyttet', 'transferred'),
  died: both('død', 'died'),
  'blood-pressure': both('blodtryk', 'blood pressure'),
  hads: both('HADS', 'HADS'),
  hjertekost: both('Hjertekostskema', 'Hjertekost questionnaire'),
  'smoking-status': both('rygestatus', 'smoking status'),
  'exercise-capacity': both('test af arbejdskapacitet', 'exercise capacity test'),
  ldl: both('LDL', 'LDL'),
  smoker: both('ryger', 'smoker'),
  'former-smoker': both('tidligere ryger', 'former smoker'),
  'never-smoker': both('aldrig ryger', 'never smoker'),
  unknown: both('ikke kendt', 'not known'),
  watt: both('watt', 'watt'),
  '6mwt': both('6 minutters gangtest', '6-minute walk test'),
  'sit-to-stand': both('rejse-sætte-sig-test', 'sit-to-stand test'),
  start: both('start', 'start'),
  end: both('slut', 'end'),
  active: both('gælder', 'in force'),
  retracted: both('trukket tilbage', 'taken back'),
  delivered: both('udført', 'delivered'),
  referral: both('henvisning', 'referral'),
  true: both('ja', 'yes'),
  false: both('nej', 'no'),
};
