import { textOfCell } from '../../../formats/domain/rows/cell-values';
import { isReason } from '../../../formats/domain/rows/header';
import type { Bilingual } from '../../../kernel/language';
import type { FileCell } from '../../../kernel/read-table';
import type { Cell } from '../../../kernel/table';
import { UPLOAD_WORDS as WORDS } from '../../../kernel/words/upload';
import { tableCsv } from '../../../platform/text/csv';
import type { PageAnswer } from '../../site/page';
import { say, type Visit } from '../../site/visit';
import { outcomeOf, type Preview, type PreviewedRow } from './preview';
import { inColumnNames } from './row-words';

/** The rows of a file that must be corrected, as they were, with a last column that says why. */
export function faultyRowsFile(visit: Visit, { header, rows }: Preview): PageAnswer {
  const columns = header.filter((heading) => !isReason(heading));
  const faulty = rows.filter((row) => outcomeOf(row) === 'faulty');
  const table = {
    columns: [...columns, say(visit, WORDS.reason)],
    rows: faulty.map((row) => [
      ...header.flatMap((heading, at) => (isReason(heading) ? [] : [written(heading, row.cells[at])])),
      whyFaulty(visit, row).join(' '),
    ]),
  };
  return { name: 'rehabspor-skal-rettes.csv', type: 'text/csv; charset=utf-8', content: tableCsv(table, 'da') };
}

/** Why a row cannot be sent, reason by reason with what to do. */
function whyFaulty(visit: Visit, { faults, receipt }: PreviewedRow): readonly string[] {
  const own = faults.map((fault: Bilingual) => say(visit, fault));
  if (receipt?.status !== 'rejected') return own;
  return [...own, ...(receipt.faults ?? [receipt]).map(({ message, code }) => inColumnNames(message ?? code ?? ''))];
}

/** With its hyphen a number of a person stays a text when a spreadsheet program opens the file, and keeps its first nought. */
function written(heading: string, cell: FileCell): Cell {
  const text = textOfCell(cell);
  if (heading.toLowerCase() === 'cpr' && /^\d{10}$/.test(text)) return text.replace(/^(\d{6})/, '$1-');
  return typeof cell === 'boolean' ? String(cell) : cell;
}
