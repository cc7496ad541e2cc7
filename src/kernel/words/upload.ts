// Made from contracts/words by npm run generate:words: change the words there.
import { both, type Bilingual } from '../language';
import { inDanish, inEnglish, isOne, type Filling } from '../localised';

export const ROW_TYPE_WORDS = {
  start: both('start', 'start'),
  intervention: both('indsats', 'intervention'),
  measurement: both('måling', 'measurement'),
  end: both('afslutning', 'end'),
};

export const UPLOAD_FAULT_WORDS = {
  empty: both(
    'Filen er tom. Hent skabelonen, skriv en række for hver hændelse, gem, og vælg filen igen.',
    'The file is empty. Fetch the template, write a row for each event, save it and choose the file again.',
  ),
  onlyHeader: both(
    'Filen har kun overskrifter og ingen rækker. Skriv en række for hver hændelse, gem, og vælg filen igen.',
    'The file has headings alone and no rows. Write a row for each event, save it and choose the file again.',
  ),
  noFile: both(
    'Der er ikke valgt en fil. Vælg en fil, og vis den igen.',
    'No file is chosen. Choose a file and show it again.',
  ),
  tooLarge: (said: Filling<'most'>): Bilingual =>
    both(
      `Filen er større end ${inDanish(said.most)} MB. Del den i flere, og send dem én ad gangen.`,
      `The file is larger than ${inEnglish(said.most)} MB. Divide it and send the parts one at a time.`,
    ),
  tooLargeUnpacked: (said: Filling<'most'>): Bilingual =>
    both(
      `Regnearket fylder mere end ${inDanish(said.most)} MB, når det er pakket ud. Kopiér rækkerne til skabelonen, og gem den.`,
      `The workbook takes more than ${inEnglish(said.most)} MB when it is unpacked. Copy the rows into the template and save it.`,
    ),
  tooManyRows: (said: Filling<'most'>): Bilingual =>
    both(
      `Filen har mere end ${inDanish(said.most)} rækker. Del den i flere, eller slet tomme rækker med formatering under den sidste række.`,
      `The file has more than ${inEnglish(said.most)} rows. Divide it, or delete blank formatted rows below the last one.`,
    ),
  oldExcel: both(
    'Filen er gemt i Excels gamle format (.xls) eller med adgangskode. Gem den som Excel-projektmappe (.xlsx) uden adgangskode.',
    'The file is saved in Excel’s old format (.xls) or with a password. Save it as an Excel workbook (.xlsx) without a password.',
  ),
  noTable: both(
    'Filen er hverken et Excel-regneark (.xlsx) eller en CSV-fil, som kan læses. Kopiér rækkerne til skabelonen, og gem den.',
    'The file is neither an Excel workbook (.xlsx) nor a CSV file that can be read. Copy the rows into the template and save it.',
  ),
  lostLetters: (said: Filling<'row'>): Bilingual =>
    both(
      `I linje ${inDanish(said.row)} står et tegn, der er gået tabt, da filen blev gemt. Gem filen igen som CSV UTF-8.`,
      `On line ${inEnglish(said.row)} stands a letter that was lost when the file was saved. Save the file again as CSV UTF-8.`,
    ),
  quotes: (said: Filling<'row'>): Bilingual =>
    both(
      `Omkring linje ${inDanish(said.row)} står et anførselstegn, der ikke er afsluttet. Slet det, eller sæt det sidste, og gem filen igen.`,
      `Near line ${inEnglish(said.row)} stands a quotation mark that is not closed. Delete it or put the last one, and save the file again.`,
    ),
  noHeader: both(
    'Første række har ingen af skabelonens kolonnenavne. Kopiér skabelonens første række ind øverst.',
    'The first row has none of the template’s column names. Copy the template’s first row to the top.',
  ),
  missing: (said: Filling<'column'>): Bilingual =>
    both(
      `Kolonnen »${inDanish(said.column)}« mangler. Tilføj den, som skabelonen viser.`,
      `The column “${inEnglish(said.column)}” is missing. Add it as the template shows.`,
    ),
  missingMeant: (said: Filling<'column' | 'written'>): Bilingual =>
    both(
      `Kolonnen »${inDanish(said.column)}« mangler. Jeres kolonne »${inDanish(said.written)}« ligner; kald den »${inDanish(said.column)}«.`,
      `The column “${inEnglish(said.column)}” is missing. Your column “${inEnglish(said.written)}” is like it; call it “${inEnglish(said.column)}”.`,
    ),
  missingFor: (said: Filling<'column' | 'type'>): Bilingual =>
    both(
      `Kolonnen »${inDanish(said.column)}« mangler, og rækker af typen ${inDanish(said.type)} skal have den. Tilføj den, som skabelonen viser.`,
      `The column “${inEnglish(said.column)}” is missing, and rows of type ${inEnglish(said.type)} must have it. Add it as the template shows.`,
    ),
  missingForMeant: (said: Filling<'column' | 'type' | 'written'>): Bilingual =>
    both(
      `Kolonnen »${inDanish(said.column)}« mangler, og rækker af typen ${inDanish(said.type)} skal have den. Jeres kolonne »${inDanish(said.written)}« ligner; kald den »${inDanish(said.column)}«.`,
      `The column “${inEnglish(said.column)}” is missing, and rows of type ${inEnglish(said.type)} must have it. Your column “${inEnglish(said.written)}” is like it; call it “${inEnglish(said.column)}”.`,
    ),
  twice: (said: Filling<'column'>): Bilingual =>
    both(
      `Kolonnen »${inDanish(said.column)}« står der to gange. Slet den ene.`,
      `The column “${inEnglish(said.column)}” stands there twice. Delete one of them.`,
    ),
  unknown: (said: Filling<'written'>): Bilingual =>
    both(
      `Kolonnen »${inDanish(said.written)}« er ikke i skabelonen. Den læses ikke og sendes ikke.`,
      `The column “${inEnglish(said.written)}” is not in the template. It is not read and not sent.`,
    ),
  unknownMeant: (said: Filling<'column' | 'written'>): Bilingual =>
    both(
      `Kolonnen »${inDanish(said.written)}« er ikke i skabelonen. Den læses ikke og sendes ikke. Mente I »${inDanish(said.column)}«?`,
      `The column “${inEnglish(said.written)}” is not in the template. It is not read and not sent. Did you mean “${inEnglish(said.column)}”?`,
    ),
  type: (said: Filling<'known'>): Bilingual =>
    both(`»type« skal være ${inDanish(said.known)}.`, `“type” must be ${inEnglish(said.known)}.`),
  typeMeant: (said: Filling<'known' | 'meant'>): Bilingual =>
    both(
      `»type« skal være ${inDanish(said.known)}. Mente I ${inDanish(said.meant)}?`,
      `“type” must be ${inEnglish(said.known)}. Did you mean ${inEnglish(said.meant)}?`,
    ),
  nineDigits: both(
    'Personnummeret har ni cifre og er læst med et nul foran. Passer fødselsdagen?',
    'The CPR number has nine digits and is read with a nought before it. Is the day of birth right?',
  ),
  sameAs: (said: Filling<'row'>): Bilingual =>
    both(
      `Rækken er magen til række ${inDanish(said.row)}. Slet den, eller giv begge hver sit »id«, hvis begge skal tælle.`,
      `The row is the same as row ${inEnglish(said.row)}. Delete it, or give each its own “id” if both are to count.`,
    ),
  idTwice: (said: Filling<'row'>): Bilingual =>
    both(
      `»id« er det samme som i række ${inDanish(said.row)}. Giv hver registrering sit eget.`,
      `“id” is the same as in row ${inEnglish(said.row)}. Give every registration its own.`,
    ),
  idCpr: both(
    '»id« ligner et personnummer. Brug et nummer, der ikke røber en person.',
    '“id” looks like a CPR number. Use one that gives no person away.',
  ),
  idLong: (said: Filling<'most'>): Bilingual =>
    both(
      `»id« er længere end ${inDanish(said.most)} tegn. Brug et kortere.`,
      `“id” is longer than ${inEnglish(said.most)} letters. Use a shorter one.`,
    ),
  retracted: both(
    'Registreringen er trukket tilbage før. Giv rækken et andet »id«, hvis den skal tælle igen.',
    'The registration was taken back before. Give the row another “id” if it is to count again.',
  ),
  gone: both(
    'Filen er ikke gemt her længere. Vælg den igen; det, der er sendt før, tæller ikke to gange.',
    'The file is no longer kept here. Choose it again; what was sent before does not count twice.',
  ),
};

export const UPLOAD_WORDS = {
  title: both('Send en fil med en måneds hændelser', 'Send a file with a month’s events'),
  lead: both(
    'Vælg en fil i skabelonens form. I ser hver rækkes kvittering, før noget bliver sendt.',
    'Choose a file in the template’s form. You see every row’s receipt before anything is sent.',
  ),
  templates: both('Skabelon', 'Template'),
  templatesLead: both(
    'Én række er én hændelse, og kolonnen »type« siger hvilken. Lad de kolonner stå tomme, som rækken ikke bruger, eller slet dem, I aldrig bruger.',
    'One row is one event, and the column “type” says which. Leave blank the columns the row does not use, or delete those you never use.',
  ),
  xlsx: both('Hent skabelonen til Excel (XLSX)', 'Fetch the template for Excel (XLSX)'),
  csv: both('Hent skabelonen som CSV', 'Fetch the template as CSV'),
  file: both('Fil med hændelser', 'File of events'),
  fileHint: (said: Filling<'most' | 'rows'>): Bilingual =>
    both(
      `En XLSX- eller CSV-fil på højst ${inDanish(said.most)} MB og ${inDanish(said.rows)} rækker. Datoer må skrives 2024-05-31, 31-05-2024 eller 31.05.2024; tal med komma eller punktum.`,
      `An XLSX or CSV file of at most ${inEnglish(said.most)} MB and ${inEnglish(said.rows)} rows. Dates may be written 2024-05-31, 31-05-2024 or 31.05.2024; numbers with comma or point.`,
    ),
  show: both('Vis, hvad filen siger', 'Show what the file says'),
  other: both('Vælg en anden fil', 'Choose another file'),
  nothingSent: both('Intet er sendt endnu.', 'Nothing is sent yet.'),
  kept: (said: Filling<'minutes'>): Bilingual =>
    both(
      `Filen huskes her i ${inDanish(said.minutes)} minutter, kun for jer og kun i serverens hukommelse. Derefter vælger I den igen.`,
      `The file is remembered here for ${inEnglish(said.minutes)} minutes, for you alone and in the server’s memory only. After that you choose it again.`,
    ),
  faults: both('Filen kan ikke læses, som den er', 'The file cannot be read as it is'),
  preview: both('Filens rækker', 'The file’s rows'),
  previewLead: (said: Filling<'name'>): Bilingual =>
    both(
      `Sådan bliver rækkerne i ${inDanish(said.name)} modtaget`,
      `How the rows of ${inEnglish(said.name)} will be received`,
    ),
  sums: (said: { readonly count: number } & Filling<'faulty' | 'sendable'>): Bilingual =>
    both(
      isOne(said.count, 'da')
        ? `${inDanish(said.count)} række: ${inDanish(said.sendable)} kan sendes, ${inDanish(said.faulty)} skal rettes`
        : `${inDanish(said.count)} rækker: ${inDanish(said.sendable)} kan sendes, ${inDanish(said.faulty)} skal rettes`,
      isOne(said.count, 'en')
        ? `${inEnglish(said.count)} row: ${inEnglish(said.sendable)} can be sent, ${inEnglish(said.faulty)} must be corrected`
        : `${inEnglish(said.count)} rows: ${inEnglish(said.sendable)} can be sent, ${inEnglish(said.faulty)} must be corrected`,
    ),
  ofThese: (said: Filling<'corrects' | 'repeated'>): Bilingual =>
    both(
      `Af dem, der kan sendes, er ${inDanish(said.repeated)} sendt før og tæller ikke igen, og ${inDanish(said.corrects)} erstatter en tidligere.`,
      `Of those that can be sent, ${inEnglish(said.repeated)} were sent before and do not count again, and ${inEnglish(said.corrects)} take the place of an earlier one.`,
    ),
  row: both('Række', 'Row'),
  person: both('Person', 'Person'),
  type: both('Type', 'Type'),
  what: both('Hvad', 'What'),
  on: both('Dato', 'Date'),
  receipt: both('Kvittering', 'Receipt'),
  ready: both('kan sendes', 'can be sent'),
  noted: both('kan sendes, med en bemærkning', 'can be sent, with a note'),
  repeated: both('sendt før', 'sent before'),
  corrects: both('erstatter en tidligere', 'takes the place of an earlier one'),
  faulty: both('skal rettes', 'must be corrected'),
  send: (said: { readonly count: number }): Bilingual =>
    both(
      isOne(said.count, 'da') ? 'Send den ene række' : `Send de ${inDanish(said.count)} rækker`,
      isOne(said.count, 'en') ? 'Send the one row' : `Send the ${inEnglish(said.count)} rows`,
    ),
  leftOut: (said: { readonly count: number }): Bilingual =>
    both(
      isOne(said.count, 'da')
        ? 'Den ene række, der skal rettes, sendes ikke. Hent den med en kolonne, der siger hvorfor, ret den, og vælg den fil bagefter.'
        : `De ${inDanish(said.count)} rækker, der skal rettes, sendes ikke. Hent dem med en kolonne, der siger hvorfor, ret dem, og vælg den fil bagefter.`,
      isOne(said.count, 'en')
        ? 'The one row that must be corrected is not sent. Fetch it with a column that says why, correct it, and choose that file afterwards.'
        : `The ${inEnglish(said.count)} rows that must be corrected are not sent. Fetch them with a column that says why, correct them, and choose that file afterwards.`,
    ),
  fetchFaulty: (said: { readonly count: number }): Bilingual =>
    both(
      isOne(said.count, 'da')
        ? 'Hent den ene række, der skal rettes (CSV)'
        : `Hent de ${inDanish(said.count)} rækker, der skal rettes (CSV)`,
      isOne(said.count, 'en')
        ? 'Fetch the one row that must be corrected (CSV)'
        : `Fetch the ${inEnglish(said.count)} rows that must be corrected (CSV)`,
    ),
  noneSendable: both('Ingen af rækkerne kan sendes, som de er.', 'None of the rows can be sent as they are.'),
  furtherRows: (said: { readonly count: number }): Bilingual =>
    both(
      isOne(said.count, 'da')
        ? 'Yderligere én række kan også sendes og har ingen bemærkninger.'
        : `Yderligere ${inDanish(said.count)} rækker kan også sendes og har ingen bemærkninger.`,
      isOne(said.count, 'en')
        ? 'One further row can be sent too and has no notes.'
        : `A further ${inEnglish(said.count)} rows can be sent too and have no notes.`,
    ),
  furtherReceived: (said: { readonly count: number }): Bilingual =>
    both(
      isOne(said.count, 'da')
        ? 'Yderligere én række er også modtaget og har ingen bemærkninger.'
        : `Yderligere ${inDanish(said.count)} rækker er også modtaget og har ingen bemærkninger.`,
      isOne(said.count, 'en')
        ? 'One further row is received too and has no notes.'
        : `A further ${inEnglish(said.count)} rows are received too and have no notes.`,
    ),
  reason: both('hvorfor', 'why'),
  sentTitle: both('Kvittering for filen', 'Receipt for the file'),
  sentSums: (said: { readonly count: number } & Filling<'accepted' | 'duplicate' | 'rejected'>): Bilingual =>
    both(
      isOne(said.count, 'da')
        ? `${inDanish(said.count)} række sendt: ${inDanish(said.accepted)} modtaget, ${inDanish(said.duplicate)} modtaget før, ${inDanish(said.rejected)} afvist`
        : `${inDanish(said.count)} rækker sendt: ${inDanish(said.accepted)} modtaget, ${inDanish(said.duplicate)} modtaget før, ${inDanish(said.rejected)} afvist`,
      isOne(said.count, 'en')
        ? `${inEnglish(said.count)} row sent: ${inEnglish(said.accepted)} received, ${inEnglish(said.duplicate)} received before, ${inEnglish(said.rejected)} rejected`
        : `${inEnglish(said.count)} rows sent: ${inEnglish(said.accepted)} received, ${inEnglish(said.duplicate)} received before, ${inEnglish(said.rejected)} rejected`,
    ),
  rejectedWait: both(
    'Det, der blev afvist, venter på kildens side, hvor I kan rette det.',
    'What was rejected waits on the source’s page, where you can correct it.',
  ),
  toSource: both('Til det, I har sendt', 'To what you have sent'),
  another: both('Send en fil mere', 'Send another file'),
  columns: both('Kolonner', 'Columns'),
  columnsLead: both(
    'Kolonnenavnene er programmets egne og skal stå i første række, i hvilken rækkefølge I vil.',
    'The column names are the program’s own and stand in the first row, in whichever order you like.',
  ),
  column: both('Kolonne', 'Column'),
  meaning: both('Hvad den er', 'What it is'),
  form: both('Hvad der kan stå', 'What can stand there'),
  unit: both('Enhed', 'Unit'),
  mandatory: both('Skal udfyldes', 'Must be filled in'),
  always: both('altid', 'always'),
  never: both('nej', 'no'),
  forTypes: (said: Filling<'types'>): Bilingual =>
    both(`ja (${inDanish(said.types)})`, `yes (${inEnglish(said.types)})`),
  typeOfKind: (said: Filling<'kind' | 'type'>): Bilingual =>
    both(`${inDanish(said.type)} af ${inDanish(said.kind)}`, `${inEnglish(said.type)} of ${inEnglish(said.kind)}`),
  explanation: both('Forklaring', 'Explanation'),
  rows: both('Rækker', 'Rows'),
};

export const UPLOAD_FORM_WORDS = {
  cpr: both('ti cifre, med eller uden bindestreg', 'ten digits, with or without a hyphen'),
  day: both('en dato', 'a date'),
  whole: both('et helt tal', 'a whole number'),
  number: both('et tal', 'a number'),
  text: both('en tekst', 'a text'),
  yesNo: both('ja eller nej', 'yes or no'),
  option: (said: Filling<'code' | 'meaning'>): Bilingual =>
    both(`${inDanish(said.code)} (${inDanish(said.meaning)})`, `${inEnglish(said.code)} (${inEnglish(said.meaning)})`),
  between: (said: Filling<'form' | 'max' | 'min'>): Bilingual =>
    both(
      `${inDanish(said.form)} fra ${inDanish(said.min)} til ${inDanish(said.max)}`,
      `${inEnglish(said.form)} from ${inEnglish(said.min)} to ${inEnglish(said.max)}`,
    ),
  from: (said: Filling<'form' | 'min'>): Bilingual =>
    both(
      `${inDanish(said.form)}, mindst ${inDanish(said.min)}`,
      `${inEnglish(said.form)}, at least ${inEnglish(said.min)}`,
    ),
  ofKind: (said: Filling<'form' | 'kind'>): Bilingual =>
    both(`${inDanish(said.kind)}: ${inDanish(said.form)}`, `${inEnglish(said.kind)}: ${inEnglish(said.form)}`),
};

export const COLUMN_HELP_WORDS = {
  type: both('Hvad rækken er', 'What the row is'),
  cpr: both('Personnummer', 'CPR number'),
  id: both(
    'Jeres eget nummer for registreringen, så en rettet række erstatter den gamle',
    'Your own number of the registration, so that a corrected row takes the place of the old one',
  ),
  courseId: both(
    'Jeres eget nummer for forløbet; det samme ved start, indsats og afslutning',
    'Your own number of the course; the same at start, intervention and end',
  ),
  startedOn: both('Dagen forløbet begyndte', 'The day the course began'),
  referredOn: both('Dagen patienten blev henvist', 'The day the patient was referred'),
  plannedSessions: both('Hvor mange fremmøder der er planlagt', 'How many sessions are planned'),
  kind: both('Hvilken indsats eller måling det er', 'Which intervention or measurement it is'),
  form: both('Hvordan indsatsen blev givet', 'How the intervention was given'),
  deliveredOn: both('Dagen indsatsen blev givet', 'The day the intervention was given'),
  profession: both('Hvem der gav den, som faggruppe', 'Who gave it, as a profession'),
  attended: both('Om patienten mødte op; tomt er ja', 'Whether the patient came; blank is yes'),
  measuredOn: both('Dagen der blev målt', 'The day it was measured'),
  systolic: both('Systolisk blodtryk', 'Systolic blood pressure'),
  diastolic: both('Diastolisk blodtryk', 'Diastolic blood pressure'),
  anxiety: both('HADS angst', 'HADS anxiety'),
  depression: both('HADS depression', 'HADS depression'),
  score: both('Hjertekostskemaets point', 'Score of the Hjertekost questionnaire'),
  value: both('Målingens værdi', 'The value measured'),
  method: both('Hvordan arbejdskapaciteten er testet', 'How exercise capacity was tested'),
  phase: both(
    'Om testen er ved forløbets start eller slut',
    'Whether the test is at the start or the end of the course',
  ),
  endedOn: both('Dagen forløbet sluttede', 'The day the course ended'),
  outcome: both('Hvordan forløbet endte', 'How the course ended'),
  reason: both('Hvorfor det endte sådan', 'Why it ended so'),
  attendedSessions: both('Hvor mange fremmøder patienten kom til', 'How many sessions the patient came to'),
};

export const COLUMN_UNIT_WORDS = {
  systolic: both('mmHg', 'mmHg'),
  diastolic: both('mmHg', 'mmHg'),
  anxiety: both('point', 'points'),
  depression: both('point', 'points'),
  score: both('point', 'points'),
  value: both('LDL mmol/L; test watt, meter eller antal gange', 'LDL mmol/L; tests watt, metres or times'),
  plannedSessions: both('antal', 'count'),
  attendedSessions: both('antal', 'count'),
};
