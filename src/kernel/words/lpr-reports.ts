// Made from contracts/words by npm run generate:words: change the words there.
import { both, type Bilingual } from '../language';
import { inDanish, inEnglish, type Filling } from '../localised';

export const REPORT_FAULT_WORDS = {
  noFiles: both(
    'Der er ingen .xml-fil på stien. Angiv en indberetning eller mappen med indberetninger.',
    'There is no .xml file at the path. Name a report, or the folder with the reports.',
  ),
  noReport: (said: Filling<'file'>): Bilingual =>
    both(
      `Filen "${inDanish(said.file)}" rummer ingen indberetning til LPR3 (ClinicalDocument i urn:hl7-org:v3). Tag den væk, eller dan den igen.`,
      `The file "${inEnglish(said.file)}" holds no report to LPR3 (ClinicalDocument in urn:hl7-org:v3). Take it away, or make it again.`,
    ),
  empty: (said: Filling<'file'>): Bilingual =>
    both(
      `Filen "${inDanish(said.file)}" er tom. Hent den igen, eller tag den væk.`,
      `The file "${inEnglish(said.file)}" is empty. Fetch it again, or take it away.`,
    ),
  cutOff: (said: Filling<'file' | 'line'>): Bilingual =>
    both(
      `Filen "${inDanish(said.file)}" er klippet af ved linje ${inDanish(said.line)}. Hent den igen; intet af leverancen er taget ind.`,
      `The file "${inEnglish(said.file)}" is cut off at line ${inEnglish(said.line)}. Fetch it again; nothing of the delivery is taken.`,
    ),
  broken: (said: Filling<'file' | 'line'>): Bilingual =>
    both(
      `Filen "${inDanish(said.file)}" er ikke velformet XML ved linje ${inDanish(said.line)}. Hent eller dan den igen; intet af leverancen er taget ind.`,
      `The file "${inEnglish(said.file)}" is no well-formed XML at line ${inEnglish(said.line)}. Fetch or make it again; nothing of the delivery is taken.`,
    ),
  doctype: (said: Filling<'file' | 'line'>): Bilingual =>
    both(
      `Filen "${inDanish(said.file)}" har en dokumenttype (DOCTYPE) ved linje ${inDanish(said.line)}. Indberetninger har ingen, og ingen læses; dan den igen uden.`,
      `The file "${inEnglish(said.file)}" has a document type (DOCTYPE) at line ${inEnglish(said.line)}. Reports have none, and none is read; make it again without.`,
    ),
  tooDeep: (said: Filling<'file' | 'line'>): Bilingual =>
    both(
      `Filen "${inDanish(said.file)}" har elementer for dybt inde i hinanden ved linje ${inDanish(said.line)}. Den er ingen indberetning til LPR3; dan den igen.`,
      `The file "${inEnglish(said.file)}" has elements within each other too deeply at line ${inEnglish(said.line)}. It is no report to LPR3; make it again.`,
    ),
  tooLarge: (said: Filling<'file' | 'line'>): Bilingual =>
    both(
      `Filen "${inDanish(said.file)}" har en post eller en tekst ved linje ${inDanish(said.line)}, der er større end nogen indberetnings. Dan den igen.`,
      `The file "${inEnglish(said.file)}" has an entry or a text at line ${inEnglish(said.line)} that is larger than any report's. Make it again.`,
    ),
  encoding: (said: Filling<'file'>): Bilingual =>
    both(
      `Filen "${inDanish(said.file)}" er ikke i den tegnkodning, den angiver, eller i en, der ikke læses. Gem den som UTF-8.`,
      `The file "${inEnglish(said.file)}" is not in the encoding it declares, or in one that is not read. Save it as UTF-8.`,
    ),
};

export const REPORT_ENTRY_WORDS = {
  patient: both(
    'Indberetningen har intet personnummer (ti cifre med en dag, der findes), så ingen ved, hvem den handler om. Intet af den er taget ind.',
    'The report has no CPR number (ten digits with a day that exists), so that nobody knows whom it is about. Nothing of it is taken.',
  ),
  time: both(
    'Indberetningen siger ikke, hvornår den er lavet (ÅÅÅÅMMDDttmmss og en tidsforskel). Uden det ved ingen, hvad der erstatter hvad; intet af den er taget ind.',
    'The report does not say when it was made (YYYYMMDDhhmmss and an offset). Without it nobody knows what replaces what; nothing of it is taken.',
  ),
  set: both(
    'Indberetningen har intet setId. Uden det ved ingen, hvad den erstatter; intet af den er taget ind.',
    'The report has no setId. Without it nobody knows what it replaces; nothing of it is taken.',
  ),
  version: both(
    'Indberetningen har intet versionNumber (et helt tal fra 1). Uden det ved ingen, hvad der erstatter hvad; intet af den er taget ind.',
    'The report has no versionNumber (a whole number from 1). Without it nobody knows what replaces what; nothing of it is taken.',
  ),
  noId: both(
    'Posten har intet id. Giv den det, den beholder i senere indberetninger.',
    'The entry has no id. Give it the one it keeps in later reports.',
  ),
  twice: both(
    "Id'et står to gange i indberetningen. Slet den ene post.",
    'The id stands twice in the report. Delete one of the entries.',
  ),
  day: both(
    'Tidspunktet findes ikke eller er skrevet på en anden måde end 20230103 eller 20230103110000+0100.',
    'The time does not exist, or is written in another way than 20230103 or 20230103110000+0100.',
  ),
  otherPerson: both(
    "Posten peger på en anden persons kontakt. Ret id'et eller personen.",
    'The entry points at a contact of another person. Put the id or the person right.',
  ),
  noTarget: both(
    'Sletningen siger ikke, hvad der slettes. Giv den postens id.',
    'The deletion does not say what is deleted. Give it the id of the entry.',
  ),
  notReported: both(
    'Det, der slettes, er ikke indberettet i denne leverance eller kunne ikke læses. Levér også de tidligere indberetninger; de kendte ændrer intet.',
    'What is deleted was not reported in this delivery, or could not be read. Deliver the reports from before too; those that are known change nothing.',
  ),
};
