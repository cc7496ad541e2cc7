import type { FileForm } from '../../../formats/domain/rows/file-columns';
import type { Language } from '../../../kernel/language';
import { UPLOAD_WORDS as WORDS } from '../../../kernel/words/upload';
import { tableCsv } from '../../../platform/text/csv';
import { XlsxWorkbookWriter } from '../../../platform/xlsx/xlsx-workbook-writer';
import type { PageAnswer } from '../../site/page';
import { columnHelpOf } from './column-help';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const NAME = 'rehabspor-skabelon';

/** The template as CSV: its heading row, as a Danish spreadsheet program opens it. */
export function csvTemplate({ columns }: FileForm): PageAnswer {
  const table = { columns: columns.map(({ name }) => name), rows: [] };
  return { name: `${NAME}.csv`, type: 'text/csv; charset=utf-8', content: tableCsv(table, 'da') };
}

/** The template as a workbook: its heading row, and a sheet that says what each column is. */
export async function xlsxTemplate(form: FileForm, language: Language): Promise<PageAnswer> {
  const told = [WORDS.column, WORDS.meaning, WORDS.form, WORDS.unit, WORDS.mandatory];
  const content = await new XlsxWorkbookWriter().write([
    { name: WORDS.rows[language], columns: form.columns.map(({ name }) => name), rows: [] },
    {
      name: WORDS.explanation[language],
      columns: told.map((word) => word[language]),
      rows: columnHelpOf(form).map(({ name, meaning, form: can, unit, mandatory }) => [
        name,
        ...[meaning, can, unit, mandatory].map((text) => text[language]),
      ]),
    },
  ]);
  return { name: `${NAME}.xlsx`, type: XLSX, content };
}
