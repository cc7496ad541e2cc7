// Made from contracts/words by npm run generate:words: change the words there.
import { both, type Bilingual } from '../language';
import { inDanish, inEnglish, type Filling } from '../localised';

export const TABLE_FILE_WORDS = {
  empty: both(
    'Filen er tom. Hent den igen hos afsenderen.',
    'The file is empty. Fetch it anew from whoever delivers it.',
  ),
  onlyHeader: both(
    'Filen har kun overskrifter og ingen rækker. Udelad filen, hvis kilden intet havde at indberette.',
    'The file has headings alone and no rows. Where the source had nothing to report, leave the file out.',
  ),
  noTable: both(
    'Filen er hverken et Excel-regneark (.xlsx) eller en CSV-fil, som kan læses. Hent den igen, eller gem den som CSV UTF-8.',
    'The file is neither an Excel workbook (.xlsx) nor a CSV file that can be read. Fetch it anew, or save it as CSV UTF-8.',
  ),
  oldExcel: both(
    'Filen er gemt i Excels gamle format (.xls) eller med adgangskode. Gem den som Excel-projektmappe (.xlsx) uden adgangskode.',
    'The file is saved in Excel’s old format (.xls) or with a password. Save it as an Excel workbook (.xlsx) without a password.',
  ),
  tooManyRows: (said: Filling<'most'>): Bilingual =>
    both(
      `Regnearket har mere end ${inDanish(said.most)} rækker. Gem det som CSV UTF-8, der må have enhver størrelse.`,
      `The workbook has more than ${inEnglish(said.most)} rows. Save it as CSV UTF-8, which may be of any size.`,
    ),
  tooLargeUnpacked: (said: Filling<'most'>): Bilingual =>
    both(
      `Regnearket fylder mere end ${inDanish(said.most)} MB, når det er pakket ud. Gem det som CSV UTF-8, der må have enhver størrelse.`,
      `The workbook takes more than ${inEnglish(said.most)} MB when it is unpacked. Save it as CSV UTF-8, which may be of any size.`,
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
};
