// Made from contracts/words by npm run generate:words: change the words there.
import { both, type Bilingual } from '../language';
import { inDanish, inEnglish, type Filling } from '../localised';

export const TABLE_FILE_WORDS = {
  ofFile: (said: Filling<'fault' | 'file'>): Bilingual =>
    both(`${inDanish(said.file)}: ${inDanish(said.fault)}`, `${inEnglish(said.file)}: ${inEnglish(said.fault)}`),
  empty: both(
    'Filen er tom. Hent den igen hos afsenderen.',
    'The file is empty. Fetch it anew from whoever delivers it.',
  ),
  noTable: both(
    'Filen er hverken et Excel-regneark (.xlsx) eller en CSV-fil, som kan læses. Hent den igen, eller gem den som CSV UTF-8.',
    'The file is neither an Excel workbook (.xlsx) nor a CSV file that can be read. Fetch it anew, or save it as CSV UTF-8.',
  ),
  noFiles: (said: Filling<'endings'>): Bilingual =>
    both(
      `Mappen har ingen tabel: ingen fil, hvis navn ender på ${inDanish(said.endings)}. Angiv den mappe, leverancen ligger i.`,
      `The folder has no table: no file whose name ends with ${inEnglish(said.endings)}. Name the folder the delivery lies in.`,
    ),
  quotes: (said: Filling<'row'>): Bilingual =>
    both(
      `Omkring række ${inDanish(said.row)} står et anførselstegn, der ikke er afsluttet. Få filen leveret igen; intet af den er taget ind.`,
      `Near row ${inEnglish(said.row)} stands a quotation mark that is not closed. Have the file delivered anew; nothing of it is taken.`,
    ),
  cutOff: (said: Filling<'row'>): Bilingual =>
    both(
      `Filen slutter midt i række ${inDanish(said.row)}. Få den leveret igen; intet af den er taget ind.`,
      `The file ends in the middle of row ${inEnglish(said.row)}. Have it delivered anew; nothing of it is taken.`,
    ),
  noHeader: (said: Filling<'known'>): Bilingual =>
    both(
      `Første række har ingen af formatets kolonnenavne, for eksempel »${inDanish(said.known)}«. Er det et andet format, eller mangler overskrifterne?`,
      `The first row has none of the column names of this format, such as “${inEnglish(said.known)}”. Is it another format, or are the headings left out?`,
    ),
  missing: (said: Filling<'column'>): Bilingual =>
    both(
      `Kolonnen »${inDanish(said.column)}« mangler. Få den leveret med.`,
      `The column “${inEnglish(said.column)}” is missing. Have it delivered with the rest.`,
    ),
  missingMeant: (said: Filling<'column' | 'written'>): Bilingual =>
    both(
      `Kolonnen »${inDanish(said.column)}« mangler. Kolonnen »${inDanish(said.written)}« ligner; kald den »${inDanish(said.column)}«.`,
      `The column “${inEnglish(said.column)}” is missing. The column “${inEnglish(said.written)}” is like it; call it “${inEnglish(said.column)}”.`,
    ),
  twice: (said: Filling<'column'>): Bilingual =>
    both(
      `Kolonnen »${inDanish(said.column)}« står der to gange. Udelad den ene.`,
      `The column “${inEnglish(said.column)}” stands there twice. Leave one of them out.`,
    ),
  otherFormat: (said: Filling<'asked' | 'source'>): Bilingual =>
    both(
      `Alt i dette format indberettes af ${inDanish(said.source)}, ikke af ${inDanish(said.asked)}. Udelad, hvem der importeres for, eller vælg et andet format.`,
      `Everything in this format is reported by ${inEnglish(said.source)}, not by ${inEnglish(said.asked)}. Leave out whom to import for, or choose another format.`,
    ),
  noColumn: (said: Filling<'column'>): Bilingual =>
    both(
      `Rækken skal have »${inDanish(said.column)}«, som filen ingen kolonne har til. Tilføj den.`,
      `The row must have “${inEnglish(said.column)}”, which the file has no column for. Add it.`,
    ),
  blank: both('Cellen er tom og skal udfyldes.', 'The cell is blank and must be filled in.'),
  lost: both(
    'Et tegn gik tabt, da filen blev gemt. Få filen gemt som UTF-8.',
    'A letter was lost when the file was saved. Have the file saved as UTF-8.',
  ),
  moreCells: both(
    'Rækken har flere celler, end der er overskrifter. Sæt anførselstegn om celler, der indeholder skilletegnet, for eksempel et decimalkomma.',
    'The row has more cells than there are headings. Put quotation marks round cells that hold the separator, a decimal comma for instance.',
  ),
  organisation: both(
    'Nummeret på den, der indberetter, er ikke et. Skriv kun cifrene.',
    'The number of who reports is none. Write the digits alone.',
  ),
  noSource: (said: Filling<'column'>): Bilingual =>
    both(
      `Hverken rækken eller kommandoen siger, hvem der indberetter. Tilføj kolonnen »${inDanish(said.column)}«, eller angiv kilden i kommandoen.`,
      `Neither the row nor the command says who reports. Add a column “${inEnglish(said.column)}”, or name the source in the command.`,
    ),
  otherSource: (said: Filling<'asked'>): Bilingual =>
    both(
      `Rækken siger, at en anden end ${inDanish(said.asked)} indberetter. Udelad kilden i kommandoen, eller flyt rækken til dens egen leverance.`,
      `The row says that another reports than ${inEnglish(said.asked)}. Leave the source out of the command, or take the row to its own delivery.`,
    ),
  noRecord: both(
    'Intet i rækken navngiver registreringen, så en rettelse kan ikke finde den. Tilføj kolonnen »recordid«.',
    'Nothing in the row names its registration, so that a correction could not find it. Add a column “recordid”.',
  ),
  recordCpr: both(
    'Det, der navngiver registreringen, ligner et personnummer. Brug et nummer, der ikke røber en person.',
    'What names the registration looks like a CPR number. Use a number that gives no person away.',
  ),
  recordLong: (said: Filling<'most'>): Bilingual =>
    both(
      `Det, der navngiver registreringen, er længere end ${inDanish(said.most)} tegn. Brug et kortere.`,
      `What names the registration is longer than ${inEnglish(said.most)} letters. Use a shorter one.`,
    ),
};

export const TABLE_CELL_WORDS = {
  day: both(
    'Det er ikke en dato. Skriv for eksempel 2024-05-31 eller 31-05-2024.',
    'This is no date. Write for instance 2024-05-31 or 31-05-2024.',
  ),
  whole: both('Det er ikke et helt tal. Skriv kun cifre.', 'This is no whole number. Write digits alone.'),
  number: both(
    'Det er ikke et tal. Skriv cifre, med komma eller punktum før decimaler og intet mellem tusinder.',
    'This is no number. Write digits, with comma or point before decimals and nothing between thousands.',
  ),
  yesNo: both(
    'Det er hverken ja eller nej. Skriv »ja« eller »nej«.',
    'This is neither yes nor no. Write “ja” or “nej”.',
  ),
  choice: (said: Filling<'known'>): Bilingual =>
    both(
      `Det er ikke noget af det, der kan stå her: ${inDanish(said.known)}.`,
      `This is none of what can stand here: ${inEnglish(said.known)}.`,
    ),
  pressure: both(
    'Det er ikke et blodtryk. Skriv for eksempel 130/80.',
    'This is no blood pressure. Write for instance 130/80.',
  ),
  sign: both(
    'Tegnet foran tallet kendes ikke. Skriv <, <=, > eller >=.',
    'The sign before the number is not known. Write <, <=, > or >=.',
  ),
  digits: (said: Filling<'count'>): Bilingual =>
    both(
      `Det er ikke et nummer på ${inDanish(said.count)} cifre. Skriv kun cifrene.`,
      `This is no number of ${inEnglish(said.count)} digits. Write the digits alone.`,
    ),
  instant: both(
    'Det er ikke et tidspunkt med tidszone. Skriv for eksempel 2024-05-31T10:04:09+02:00.',
    'This is no moment with its time zone. Write for instance 2024-05-31T10:04:09+02:00.',
  ),
  version: both('Det er ikke en udgave. Skriv et helt tal fra 1.', 'This is no version. Write a whole number from 1.'),
  status: both(
    'Det er ikke en kendt status. Lad den stå tom, eller skriv »slettet«, hvis registreringen trækkes tilbage.',
    'This is no known status. Leave it blank, or write “slettet” where the registration is taken back.',
  ),
  event: both(
    'Kolonnen indeholder andet, end rehabspor skrev der. Få filen skrevet igen.',
    'The column holds something else than what rehabspor wrote there. Have the file written anew.',
  ),
};

export const TABLE_HADS_WORDS = {
  points: (said: Filling<'item'>): Bilingual =>
    both(
      `Spørgsmål ${inDanish(said.item)} i HADS har point, det ikke kan give; det er 0 til 3. Er det svarets nummer (1 til 4), så skriv »svar« i kolonnen »kodning«.`,
      `Item ${inEnglish(said.item)} of HADS has points that it cannot give, which are 0 to 3. Where the number of the answer is meant (1 to 4), say “svar” in a column “kodning”.`,
    ),
  options: (said: Filling<'item'>): Bilingual =>
    both(
      `Spørgsmål ${inDanish(said.item)} i HADS har et svar, skemaet ikke har; det er 1 til 4. Er det point, så skriv »point« i kolonnen »kodning«.`,
      `Item ${inEnglish(said.item)} of HADS has an answer that the form does not have, which are 1 to 4. Where points are meant, say “point” in the column “kodning”.`,
    ),
  missing: (said: Filling<'missing' | 'most'>): Bilingual =>
    both(
      `Af en delskala i HADS mangler ${inDanish(said.missing)} svar, og højst ${inDanish(said.most)} må mangle. Skemaet kan ikke scores.`,
      `Of a subscale of HADS ${inEnglish(said.missing)} items are missing, and at most ${inEnglish(said.most)} may be. The questionnaire cannot be scored.`,
    ),
  coding: both(
    'Det er ikke en kendt kodning af HADS. Skriv »point« (0 til 3) eller »svar« (1 til 4).',
    'This is no known coding of HADS. Write “point” (0 to 3) or “svar” (1 to 4).',
  ),
  sums: both(
    'Summen er ikke den, svarene giver. Udelad en af dem, og find ud af, hvad der er rigtigt.',
    'The sum is not what the items give. Leave out one of them, and find out which is right.',
  ),
};
