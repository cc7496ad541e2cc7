// Made from contracts/words by npm run generate:words: change the words there.
import { both, type Bilingual } from '../language';
import { inDanish, inEnglish, type Filling } from '../localised';

export const FIND_PERSON_WORDS = {
  title: both('Find en patient', 'Find a patient'),
  lead: both(
    'Skriv personnummeret. Det sendes lukket og står aldrig i adressen; at du slår op, bliver noteret og kan ses af patienten.',
    'Write the CPR number. It is sent closed and never stands in the address; that you look is noted, and the patient can see it.',
  ),
  cpr: both('Personnummer', 'CPR number'),
  hint: both('Ti cifre, med eller uden bindestreg', 'Ten digits, with or without the hyphen'),
  find: both('Find patienten', 'Find the patient'),
  badCpr: both(
    'Skriv de ti cifre i personnummeret, for eksempel 150277-9995.',
    'Write the ten digits of the CPR number, such as 150277-9995.',
  ),
  unknown: both('Der er ikke indberettet noget om dette personnummer.', 'Nothing was reported about this CPR number.'),
  faults: both('Ret dette, før du går videre', 'Mend this before you go on'),
  demo: both(
    'Demo: brug de konstruerede numre 150277-9995 (kostbehandling i kommunen) og 020160-9996 (uden kostbehandling).',
    'Demo: use the constructed numbers 150277-9995 (diet treatment in the municipality) and 020160-9996 (without diet treatment).',
  ),
};

export const ASSERT_RELATION_WORDS = {
  heading: both('Der er ingen relation til patienten', 'There is no relation with the patient'),
  says: both(
    'Ingen indberetning viser, at din organisation behandler denne patient nu. Behandler I patienten, så skriv hvorfor. Du får adgang med det samme, i tre måneder, og grunden bliver kontrolleret.',
    'No report shows that your organisation treats this patient now. If you do, write why. You are let in at once, for three months, and the reason is controlled.',
  ),
  reason: both('Hvorfor behandler I patienten?', 'Why do you treat the patient?'),
  hint: both(
    'For eksempel: henvist pr. telefon i dag. Skriv ikke personnummeret her.',
    'For example: referred by telephone today. Do not write the CPR number here.',
  ),
  send: both('Vi behandler patienten', 'We treat the patient'),
  badReason: both(
    'Skriv en grund på højst 2000 tegn, uden personnummer.',
    'Write a reason of at most 2000 characters, without a CPR number.',
  ),
  done: (said: Filling<'until'>): Bilingual =>
    both(
      `Noteret: I behandler patienten. Adgangen gælder til og med ${inDanish(said.until)} og bliver kontrolleret.`,
      `Noted: you treat the patient. You are let in through ${inEnglish(said.until)}, and it is controlled.`,
    ),
};

export const PERSON_PAGE_WORDS = {
  title: both('Patientforløb', 'Pathway of a patient'),
  pseudonym: both(
    'Patienten vises under en nøgle uden personnummer.',
    'The patient is shown under a key, without a CPR number.',
  ),
  key: (said: Filling<'person'>): Bilingual =>
    both(`Nøgle: ${inDanish(said.person)}`, `Key: ${inEnglish(said.person)}`),
  noPathways: both(
    'Der er ingen forløb at vise. Et forløb begynder ved blodprop i hjertet, ballonudvidelse eller bypassoperation med en diagnose, der passer.',
    'There is no pathway to show. A pathway begins with a heart attack, a PCI or a bypass operation with a diagnosis that fits.',
  ),
  setAside: (said: Filling<'reason'>): Bilingual =>
    both(
      `Der kan ikke afgøres noget for patienten: ${inDanish(said.reason)}`,
      `Nothing can be decided of the patient: ${inEnglish(said.reason)}`,
    ),
  pathway: (said: Filling<'day' | 'number'>): Bilingual =>
    both(
      `Forløb ${inDanish(said.number)}: fra ${inDanish(said.day)}`,
      `Pathway ${inEnglish(said.number)}: from ${inEnglish(said.day)}`,
    ),
  place: (said: Filling<'day' | 'municipality' | 'place'>): Bilingual =>
    both(
      `Indeksdag ${inDanish(said.day)} på ${inDanish(said.place)}; bopæl ${inDanish(said.municipality)}.`,
      `Index day ${inEnglish(said.day)} at ${inEnglish(said.place)}; residence ${inEnglish(said.municipality)}.`,
    ),
  unknownPlace: both('ukendt kommune', 'an unknown municipality'),
  decisions: both('Indikatorer og hvorfor', 'Indicators and why'),
  decisionsLead: both(
    'Åbn en indikator for at se, hvad der afgjorde den, hvad der også talte, hvad der ikke talte, og hvad der endnu kunne være anderledes.',
    'Open an indicator to see what decided it, what counted too, what did not count, and what could still be otherwise.',
  ),
  relations: both('Hvem må se forløbet', 'Who may see the pathway'),
  relationsCaption: both(
    'Organisationer med en relation til patienten',
    'Organisations with a relation with the patient',
  ),
  organisation: both('Organisation', 'Organisation'),
  why: both('Hvorfor', 'Why'),
  until: both('Til og med', 'Through'),
  noEnd: both('indtil videre', 'until further notice'),
  noRelations: both(
    'Ingen organisation har en relation til patienten nu.',
    'No organisation has a relation with the patient now.',
  ),
  elsewhere: both('Andre registreringer', 'Other records'),
};

export const RELATION_KIND_WORDS = {
  reported: both('har indberettet om patienten', 'has reported about the patient'),
  referred: both('har fået patienten henvist', 'was referred the patient'),
  'lives-there': both('patienten bor der', 'the patient lives there'),
  consent: both('patienten har sagt ja', 'the patient said yes'),
  asserted: both('personalet har skrevet hvorfor', 'staff wrote why'),
};

export const KNOWN_AT_WORDS = {
  heading: both('Som kendt den', 'As known on'),
  label: both('Som kendt den dag', 'As known on the day'),
  hint: both(
    'Vis forløbet, som det så ud med det, der var modtaget den dag.',
    'Show the pathway as it looked with what had been received on that day.',
  ),
  slide: both('Træk for at se, hvad der var kendt hvornår', 'Drag to see what was known when'),
  show: both('Vis', 'Show'),
  now: both('Vis det, der er kendt i dag', 'Show what is known today'),
  shown: (said: Filling<'day'>): Bilingual =>
    both(
      `Vist som kendt den ${inDanish(said.day)}. Det er ikke det nyeste.`,
      `Shown as known on ${inEnglish(said.day)}. It is not the latest.`,
    ),
  badDay: both('Skriv dagen som ÅÅÅÅ-MM-DD.', 'Write the day as YYYY-MM-DD.'),
  nothing: both(
    'Den dag var der endnu ikke modtaget noget om patienten.',
    'On that day nothing had been received about the patient.',
  ),
};

export const REVEAL_WORDS = {
  heading: both('Vis personnummeret', 'Show the CPR number'),
  says: both(
    'Nummeret vises kun, når der er en grund, og grunden bliver noteret.',
    'The number is shown only for a reason, and the reason is noted.',
  ),
  reason: both('Hvorfor skal du bruge nummeret?', 'Why do you need the number?'),
  send: both('Vis nummeret', 'Show the number'),
  shown: (said: Filling<'cpr'>): Bilingual =>
    both(`Personnummer: ${inDanish(said.cpr)}`, `CPR number: ${inEnglish(said.cpr)}`),
  badReason: both(
    'Skriv en grund på højst 2000 tegn, uden personnummer.',
    'Write a reason of at most 2000 characters, without a CPR number.',
  ),
};

export const LANE_WORDS = {
  hospital: both('Sygehus', 'Hospital'),
  municipality: both('Kommune', 'Municipality'),
  'general-practice': both('Almen praksis', 'General practice'),
  registers: both('Registre, laboratorium og patient', 'Registers, laboratory and patient'),
  windows: both('Indikatorernes vinduer', 'Windows of the indicators'),
};

export const LANES_WORDS = {
  title: (said: Filling<'from' | 'number' | 'to'>): Bilingual =>
    both(
      `Hvad der skete i forløb ${inDanish(said.number)}, fra ${inDanish(said.from)} til ${inDanish(said.to)}`,
      `What happened in pathway ${inEnglish(said.number)}, from ${inEnglish(said.from)} to ${inEnglish(said.to)}`,
    ),
  described: (said: Filling<'count' | 'struck'>): Bilingual =>
    both(
      `Fire baner: sygehus, kommune, almen praksis og registre. ${inDanish(said.count)} registreringer gælder, ${inDanish(said.struck)} er rettet eller trukket tilbage. Samme oplysninger står i tabellen nedenfor.`,
      `Four lanes: hospital, municipality, general practice and registers. ${inEnglish(said.count)} records are in force, ${inEnglish(said.struck)} were corrected or retracted. The table below says the same.`,
    ),
  table: both('Vis forløbet som tabel', 'Show the pathway as a table'),
  caption: both('Registreringer i forløbet efter dato', 'Records of the pathway by date'),
  day: both('Dag', 'Day'),
  what: both('Hvad', 'What'),
  source: both('Kilde', 'Source'),
  sector: both('Bane', 'Lane'),
  standing: both('Gælder', 'In force'),
  received: both('Modtaget', 'Received'),
  inForce: both('gælder', 'in force'),
  corrected: both('rettet siden', 'corrected since'),
  retracted: both('trukket tilbage', 'retracted'),
  handover: (said: Filling<'days'>): Bilingual =>
    both(`henvist til start: ${inDanish(said.days)} dage`, `referral to start: ${inEnglish(said.days)} days`),
  times: (said: Filling<'count' | 'title'>): Bilingual =>
    both(`${inDanish(said.title)} × ${inDanish(said.count)}`, `${inEnglish(said.title)} × ${inEnglish(said.count)}`),
  index: both('Indeksdag', 'Index day'),
  asOf: both('Opgjort', 'As of'),
  legend: both('Tegnforklaring', 'Legend'),
  legendEvent: both('registrering', 'record'),
  legendStruck: both('rettet eller trukket tilbage', 'corrected or retracted'),
  legendHandover: both('henvisning, der førte til start', 'referral that led to a start'),
  scroll: both('Tegningen kan rulles sidelæns', 'The drawing can be scrolled sideways'),
  nothing: both('Ingen registreringer i denne bane', 'No records in this lane'),
};

export const CERTIFICATE_WORDS = {
  decided: both('Det afgjorde', 'What decided it'),
  nothingDecided: both('Ingen registrering afgjorde den.', 'No record decided it.'),
  also: both('Det talte også', 'What counted too'),
  nothingAlso: both('Intet andet talte.', 'Nothing else counted.'),
  not: both('Det talte ikke, og hvorfor', 'What did not count, and why'),
  nothingNot: both('Ingen ydelse blev sorteret fra.', 'No service was left out.'),
  otherwise: both('Det kunne endnu være anderledes', 'What could still be otherwise'),
  nothingOtherwise: both(
    'Det ændrer sig kun, hvis en kilde retter eller efterindberetter.',
    'It changes only if a source corrects or reports later.',
  ),
  open: (said: Filling<'to'>): Bilingual =>
    both(
      `Vinduet er åbent til og med ${inDanish(said.to)}; kommer der noget inden da, kan udfaldet ændre sig.`,
      `The window is open through ${inEnglish(said.to)}; what comes before then may change the outcome.`,
    ),
  possible: (said: Filling<'outcomes' | 'source'>): Bilingual =>
    both(
      `Med det, der mangler fra ${inDanish(said.source)}, kunne den være: ${inDanish(said.outcomes)}.`,
      `With what is missing from ${inEnglish(said.source)} it could be: ${inEnglish(said.outcomes)}.`,
    ),
  possibleAny: (said: Filling<'outcomes'>): Bilingual =>
    both(
      `Med det, der kan mangle, kunne den være: ${inDanish(said.outcomes)}.`,
      `With what may be missing it could be: ${inEnglish(said.outcomes)}.`,
    ),
  trouble: (said: Filling<'days' | 'source'>): Bilingual =>
    both(
      `${inDanish(said.source)} manglede i ${inDanish(said.days)} dage af vinduet.`,
      `${inEnglish(said.source)} was missing on ${inEnglish(said.days)} days of the window.`,
    ),
  provisional: (said: Filling<'outcome'>): Bilingual =>
    both(`Som det ser ud nu: ${inDanish(said.outcome)}.`, `As it looks now: ${inEnglish(said.outcome)}.`),
  fact: (said: Filling<'day' | 'sector' | 'source' | 'what'>): Bilingual =>
    both(
      `${inDanish(said.what)}, ${inDanish(said.day)}, hos ${inDanish(said.source)} (${inDanish(said.sector)}).`,
      `${inEnglish(said.what)}, ${inEnglish(said.day)}, at ${inEnglish(said.source)} (${inEnglish(said.sector)}).`,
    ),
  finding: (said: Filling<'source' | 'what' | 'why'>): Bilingual =>
    both(
      `${inDanish(said.what)} hos ${inDanish(said.source)}: ${inDanish(said.why)}.`,
      `${inEnglish(said.what)} at ${inEnglish(said.source)}: ${inEnglish(said.why)}.`,
    ),
  window: (said: Filling<'asOf' | 'definition' | 'from' | 'to'>): Bilingual =>
    both(
      `Vindue: ${inDanish(said.from)} til ${inDanish(said.to)}. Definition ${inDanish(said.definition)}, opgjort ${inDanish(said.asOf)}.`,
      `Window: ${inEnglish(said.from)} to ${inEnglish(said.to)}. Definition ${inEnglish(said.definition)}, as of ${inEnglish(said.asOf)}.`,
    ),
  reason: (said: Filling<'reason'>): Bilingual =>
    both(`Grund: ${inDanish(said.reason)}.`, `Reason: ${inEnglish(said.reason)}.`),
};

export const POSSIBLE_WORDS = {
  met: both('opfyldt', 'met'),
  'not-met': both('ikke opfyldt', 'not met'),
  out: both('uden for opgørelsen', 'out of the rate'),
};

export const EVENT_WORDS = {
  'hospital.contact': both('Kontakt', 'Contact'),
  'hospital.diagnosis': (said: Filling<'code'>): Bilingual =>
    both(`Diagnose ${inDanish(said.code)}`, `Diagnosis ${inEnglish(said.code)}`),
  'hospital.procedure': (said: Filling<'code'>): Bilingual =>
    both(`Procedure ${inDanish(said.code)}`, `Procedure ${inEnglish(said.code)}`),
  'hospital.procedureReferral': (said: Filling<'code'>): Bilingual =>
    both(`Procedure ${inDanish(said.code)}, kun henvisning`, `Procedure ${inEnglish(said.code)}, referral only`),
  'hospital.procedureElsewhere': (said: Filling<'by' | 'code'>): Bilingual =>
    both(
      `Procedure ${inDanish(said.code)}, udført hos ${inDanish(said.by)}`,
      `Procedure ${inEnglish(said.code)}, performed at ${inEnglish(said.by)}`,
    ),
  'hospital.referral': (said: Filling<'to'>): Bilingual =>
    both(`Henvist til ${inDanish(said.to)}`, `Referred to ${inEnglish(said.to)}`),
  'municipality.start': both('Start i kommunen', 'Start in the municipality'),
  'municipality.end': both('Afslutning i kommunen', 'End in the municipality'),
  'municipality.endAs': (said: Filling<'outcome'>): Bilingual =>
    both(`Afslutning i kommunen: ${inDanish(said.outcome)}`, `End in the municipality: ${inEnglish(said.outcome)}`),
  'laboratory.result': (said: Filling<'code'>): Bilingual =>
    both(`Laboratoriesvar ${inDanish(said.code)}`, `Laboratory result ${inEnglish(said.code)}`),
  'pharmacy.dispensing': (said: Filling<'code'>): Bilingual =>
    both(`Udleveret medicin ${inDanish(said.code)}`, `Dispensed medicine ${inEnglish(said.code)}`),
  'patient.questionnaire': both('Spørgeskema', 'Questionnaire'),
  alive: both('Bopæl', 'Residence'),
  aliveIn: (said: Filling<'municipality'>): Bilingual =>
    both(`Bopæl i ${inDanish(said.municipality)}`, `Residence in ${inEnglish(said.municipality)}`),
  dead: both('Død', 'Died'),
  emigrated: both('Udvandret', 'Emigrated'),
  'danheart.form': both('DanHeart-skema', 'DanHeart form'),
  'registry.feed-status': both('Melding om en kildes drift', 'Message about a source’s deliveries'),
  other: both('Registrering', 'Record'),
  stayedAway: (said: Filling<'what'>): Bilingual =>
    both(`${inDanish(said.what)}, udeblev`, `${inEnglish(said.what)}, stayed away`),
  withForm: (said: Filling<'form' | 'what'>): Bilingual =>
    both(`${inDanish(said.what)}, ${inDanish(said.form)}`, `${inEnglish(said.what)}, ${inEnglish(said.form)}`),
  withValue: (said: Filling<'value' | 'what'>): Bilingual =>
    both(`${inDanish(said.what)}: ${inDanish(said.value)}`, `${inEnglish(said.what)}: ${inEnglish(said.value)}`),
};

export const MEASURED_WORDS = {
  'blood-pressure': both('Blodtryk', 'Blood pressure'),
  hads: both('HADS', 'HADS'),
  hjertekost: both('Hjertekostskema', 'Heart diet score'),
  'smoking-status': both('Rygestatus', 'Smoking status'),
  'exercise-capacity': both('Test af arbejdskapacitet', 'Test of work capacity'),
  ldl: both('LDL-kolesterol', 'LDL cholesterol'),
  hadsValue: (said: Filling<'anxiety' | 'depression'>): Bilingual =>
    both(
      `angst ${inDanish(said.anxiety)}, depression ${inDanish(said.depression)}`,
      `anxiety ${inEnglish(said.anxiety)}, depression ${inEnglish(said.depression)}`,
    ),
};

export const INTERVENTION_WORDS = {
  training: both('Træning', 'Training'),
  diet: both('Kostbehandling', 'Diet treatment'),
  'smoking-cessation': both('Rygestop', 'Smoking cessation'),
  'patient-education': both('Patientuddannelse', 'Patient education'),
  psychosocial: both('Psykosocial indsats', 'Psychosocial intervention'),
};

export const DELIVERY_FORM_WORDS = {
  individual: both('individuelt', 'individually'),
  group: both('på hold', 'in a group'),
  virtual: both('virtuelt', 'virtually'),
  phone: both('pr. telefon', 'by telephone'),
};

export const CODE_MEANING_WORDS = {
  BUG: both('kostbehandling', 'diet treatment'),
  BVDY: both('deltagelse i hjerterehabilitering', 'participation in heart rehabilitation'),
  BRXT: both('rygestop', 'smoking cessation'),
  KFNG: both('ballonudvidelse', 'PCI'),
  KFNA: both('bypassoperation', 'bypass operation'),
  DI21: both('blodprop i hjertet', 'heart attack'),
  DI2: both('iskæmisk hjertesygdom', 'ischaemic heart disease'),
  DZ03: both('observation for hjertesygdom', 'observation for heart disease'),
};
