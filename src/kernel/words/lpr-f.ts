// Made from contracts/words by npm run generate:words: change the words there.
import { both, type Bilingual } from '../language';
import { inDanish, inEnglish, type Filling } from '../localised';

export const TABLE_FAULT_WORDS = {
  noFolder: both(
    'Stien findes ikke, eller den kan ikke læses. Angiv mappen med udtrækkets tabeller.',
    "The path does not exist or cannot be read. Name the folder with the extract's tables.",
  ),
  noTables: (said: Filling<'example'>): Bilingual =>
    both(
      `Der er ingen af udtrækkets tabeller i mappen. Filer skal hedde som tabellerne, fx »${inDanish(said.example)}.csv« eller »${inDanish(said.example)}.parquet«.`,
      `None of the extract's tables is in the folder. Files are named after the tables, such as "${inEnglish(said.example)}.csv" or "${inEnglish(said.example)}.parquet".`,
    ),
  tableMissing: (said: Filling<'table'>): Bilingual =>
    both(
      `Tabellen »${inDanish(said.table)}« mangler. Læg den i mappen; er der intet at levere, så med overskrifter alene.`,
      `The table "${inEnglish(said.table)}" is missing. Put it into the folder; if there is nothing to deliver, with its headings alone.`,
    ),
  nearly: (said: Filling<'file' | 'meant'>): Bilingual =>
    both(
      `Filen »${inDanish(said.file)}« hedder som ingen tabel. Mente I »${inDanish(said.meant)}«, så kald den det.`,
      `The file "${inEnglish(said.file)}" is named like no table. If "${inEnglish(said.meant)}" is meant, call it that.`,
    ),
  twoForms: (said: Filling<'table'>): Bilingual =>
    both(
      `Tabellen »${inDanish(said.table)}« ligger der både som tekst og som Parquet. Fjern den ene, så intet tælles to gange.`,
      `The table "${inEnglish(said.table)}" is there both as text and as Parquet. Take one away, so that nothing counts twice.`,
    ),
  columnMissing: (said: Filling<'column' | 'file'>): Bilingual =>
    both(
      `Kolonnen »${inDanish(said.column)}« mangler i »${inDanish(said.file)}«. Lav udtrækket igen med den.`,
      `The column "${inEnglish(said.column)}" is missing in "${inEnglish(said.file)}". Make the extract again with it.`,
    ),
  columnMeant: (said: Filling<'column' | 'file' | 'written'>): Bilingual =>
    both(
      `Kolonnen »${inDanish(said.column)}« mangler i »${inDanish(said.file)}«. Kolonnen »${inDanish(said.written)}« ligner; kald den »${inDanish(said.column)}«.`,
      `The column "${inEnglish(said.column)}" is missing in "${inEnglish(said.file)}". The column "${inEnglish(said.written)}" looks like it; call it "${inEnglish(said.column)}".`,
    ),
  noneOfColumns: (said: Filling<'columns' | 'file'>): Bilingual =>
    both(
      `»${inDanish(said.file)}« har hverken ${inDanish(said.columns)} som kolonne. Lav udtrækket igen med en af dem.`,
      `"${inEnglish(said.file)}" has no column ${inEnglish(said.columns)}. Make the extract again with one of them.`,
    ),
  columnTwice: (said: Filling<'column' | 'file'>): Bilingual =>
    both(
      `Kolonnen »${inDanish(said.column)}« står to gange i »${inDanish(said.file)}«. Slet den ene.`,
      `The column "${inEnglish(said.column)}" stands twice in "${inEnglish(said.file)}". Delete one.`,
    ),
  empty: (said: Filling<'file'>): Bilingual =>
    both(
      `Filen »${inDanish(said.file)}« er tom. Er den hentet helt? Er der intet at levere, skal den have overskrifter.`,
      `The file "${inEnglish(said.file)}" is empty. Was all of it fetched? If there is nothing to deliver, it must have its headings.`,
    ),
  utf16: (said: Filling<'file'>): Bilingual =>
    both(
      `Filen »${inDanish(said.file)}« er gemt som UTF-16 eller er ingen tekst. Gem den som UTF-8 eller Latin-1 (Windows-1252).`,
      `The file "${inEnglish(said.file)}" is saved as UTF-16 or is no text. Save it as UTF-8 or Latin-1 (Windows-1252).`,
    ),
  packed: (said: Filling<'file'>): Bilingual =>
    both(
      `Filen »${inDanish(said.file)}« er pakket. Pak den ud, og læg den i mappen.`,
      `The file "${inEnglish(said.file)}" is packed. Unpack it and put it into the folder.`,
    ),
  binary: (said: Filling<'file'>): Bilingual =>
    both(
      `Filen »${inDanish(said.file)}« er hverken en CSV-fil eller Parquet. Lav udtrækket igen.`,
      `The file "${inEnglish(said.file)}" is neither a CSV file nor Parquet. Make the extract again.`,
    ),
  headings: (said: Filling<'file'>): Bilingual =>
    both(
      `Første linje i »${inDanish(said.file)}« kan ikke læses som overskrifter. Ret anførselstegnene, eller lav udtrækket igen.`,
      `The first line of "${inEnglish(said.file)}" cannot be read as headings. Put its quotation marks right, or make the extract again.`,
    ),
  cutOff: (said: Filling<'file' | 'row'>): Bilingual =>
    both(
      `Filen »${inDanish(said.file)}« er klippet over ved række ${inDanish(said.row)}. Hent den igen; intet af leverancen er taget.`,
      `The file "${inEnglish(said.file)}" is cut off at row ${inEnglish(said.row)}. Fetch it again; nothing of the delivery is taken.`,
    ),
  broken: (said: Filling<'file' | 'row'>): Bilingual =>
    both(
      `Filen »${inDanish(said.file)}« kan ikke læses fra række ${inDanish(said.row)}. Er den beskadiget, så hent eller lav den igen; intet af leverancen er taget.`,
      `The file "${inEnglish(said.file)}" cannot be read from row ${inEnglish(said.row)} on. If it is damaged, fetch or make it again; nothing of the delivery is taken.`,
    ),
  folderInUse: both(
    'Mappen er ikke tom. Angiv en ny mappe, så intet blandes sammen.',
    'The folder is not empty. Name a new one, so that nothing is mixed up.',
  ),
};

export const TABLE_ROW_WORDS = {
  blank: both('Feltet er tomt og skal være udfyldt.', 'The field is blank and must be filled in.'),
  value: both('Værdien kendes ikke.', 'The value is not known.'),
  day: both(
    'Datoen findes ikke eller er skrevet på en anden måde end 2023-01-03, 03JAN2023 eller 20230103.',
    'The day does not exist, or is written in another way than 2023-01-03, 03JAN2023 or 20230103.',
  ),
  cpr: both(
    'Feltet er ikke et personnummer (ti cifre med en dag, der findes).',
    'The field is no CPR number (ten digits with a day that exists).',
  ),
  cells: (said: Filling<'expected' | 'found'>): Bilingual =>
    both(
      `Rækken har ${inDanish(said.found)} felter og overskriften ${inDanish(said.expected)}. Sæt felter med skilletegn i anførselstegn.`,
      `The row has ${inEnglish(said.found)} cells and the headings ${inEnglish(said.expected)}. Put cells that hold the separator into quotation marks.`,
    ),
  quotes: both(
    'Et anførselstegn mangler sin anden, eller et felt går over flere linjer. Skriv rækken på én linje.',
    'A quotation mark lacks its other one, or a cell goes over several lines. Write the row on one line.',
  ),
  diagnosisWithoutD: both(
    'Diagnosekoden mangler D foran (SKS skriver DI219, ikke I219). Den rettes ikke her; lav udtrækket igen med SKS-koder.',
    'The diagnosis code lacks the D before it (SKS writes DI219, not I219). It is not mended here; make the extract again with SKS codes.',
  ),
  diagnosisCode: both(
    'Feltet er ikke en SKS-diagnosekode som DI219.',
    'The field is no SKS diagnosis code such as DI219.',
  ),
  procedureCode: both(
    'Feltet er ikke en SKS-procedurekode som BUG1.',
    'The field is no SKS procedure code such as BUG1.',
  ),
  number: both('Feltet er ikke et tal.', 'The field is no number.'),
  unit: both(
    'Feltet er ikke en SOR-kode (mindst 11 cifre). Er cifre gået tabt, så lav udtrækket med koden som tekst.',
    'The field is no SOR code (at least 11 digits). If digits were lost, make the extract with the code as a text.',
  ),
  noContact: both(
    'Kontakten er ikke i udtrækket, så ingen ved, hvem rækken handler om. Lever kontakten med, eller ret nøglen.',
    'The contact is not in the extract, so that nobody knows whom the row is about. Deliver the contact too, or put the key right.',
  ),
  noCourse: both(
    'Forløbet har hverken en kontakt eller en række i »forloeb« i udtrækket. Lever en af dem med.',
    'The course has neither a contact nor a row of "forloeb" in the extract. Deliver one of them too.',
  ),
  noLink: both(
    'Rækken har hverken kontakt eller forløb. Udfyld en af dem.',
    'The row has neither a contact nor a course. Fill one of them in.',
  ),
  contactRefused: both(
    'Kontakten er i udtrækket, men kunne ikke læses. Ret den, så kan denne række også tages.',
    'The contact is in the extract, but could not be read. Put it right, then this row can be taken too.',
  ),
  severalPersons: both(
    'Kontakten eller forløbet står med flere personer. Ret den forkerte række.',
    'The contact or the course stands with several persons. Put the wrong row right.',
  ),
  severalDays: both(
    'Kontakten står med flere startdage. Ret den forkerte række.',
    'The contact stands with several first days. Put the wrong row right.',
  ),
  severalUnits: both(
    'Forløbets kontakter er på flere sygehuse, og rækken siger ikke hvilket. Udfyld kontakten eller den producerende enhed.',
    "The course's contacts are at several hospitals, and the row does not say which. Fill in the contact or the producing unit.",
  ),
  noSource: both(
    'Det kan ikke ses, hvilket sygehus der melder. Udfyld den ansvarlige enhed.',
    'It cannot be seen which hospital reports. Fill in the responsible unit.',
  ),
  resultCode: both('Svaret er ingen af de koder, der bruges her.', 'The answer is none of the codes used here.'),
  incomplete: (said: Filling<'missing'>): Bilingual =>
    both(
      `Målingen mangler ${inDanish(said.missing)} ved samme kontakt og tidspunkt. Lever begge rækker.`,
      `The measurement lacks ${inEnglish(said.missing)} at the same contact and time. Deliver both rows.`,
    ),
  contradicting: both(
    'To rækker siger hver sit om samme måling. Slet den forkerte.',
    'Two rows say different things of the same measurement. Delete the wrong one.',
  ),
  own: both(
    'Kolonnen »rehabspor_values« er ændret og kan ikke læses. Lav udtrækket igen.',
    'The column "rehabspor_values" was changed and cannot be read. Make the extract again.',
  ),
};

export const LPR_TWO_WORDS = {
  afterLpr2: both(
    'Rækken er dateret efter 2022. Fra 2023 er det LPR_F (LPR3), der leverer.',
    'The row is dated after 2022. From 2023 on LPR_F (LPR3) delivers.',
  ),
  sygehus: both(
    'Sygehusnummeret kendes ikke. Tilføj det i contracts/formats/lpr2 med sygehusets SOR-kode.',
    "The hospital number is not known. Add it in contracts/formats/lpr2 with the hospital's SOR code.",
  ),
};
