import { basename } from 'node:path';
import { maskCpr } from '../../../kernel/cpr-text';
import type { Bilingual } from '../../../kernel/language';
import { TABLE_FILE_WORDS as FAULTS } from '../../../kernel/words/table-files';
import { TableFault } from '../../../platform/tables/table-fault';
import { rowsOfTable, TABLE_ENDINGS, tableFilesAt } from '../../../platform/tables/table-files';
import type { Delivered, DeliveryAsked, ReadDelivery } from '../../domain/delivered';
import { DeliveryFault } from '../../domain/delivery-fault';
import type { OwnColumns } from '../../domain/tables/table-description';
import type { TableForm } from '../../domain/tables/table-form';
import { tableRows, type TableRows } from '../../domain/tables/table-rows';

/** Reads a delivery of tables of one form: a CSV or XLSX file, or a folder of them. */
export function tablesReader(formOf: () => TableForm, own: () => OwnColumns): ReadDelivery {
  return async function* read(path, asked) {
    const form = formOf();
    checkSource(form, asked);
    const { tables, others } = tableFilesAt(path);
    if (tables.length === 0) throw new DeliveryFault([FAULTS.noFiles({ endings: TABLE_ENDINGS.join(', ') })]);
    if (others.length > 0)
      yield others.map((name) => ({
        is: 'unmapped',
        place: { file: maskCpr(name), row: 1 },
        what: 'file that is no table',
      }));
    for (const table of tables) yield* readTable(table, form, own(), asked);
  };
}

async function* readTable(
  path: string,
  form: TableForm,
  own: OwnColumns,
  asked: DeliveryAsked,
): AsyncGenerator<readonly Delivered[]> {
  const file = maskCpr(basename(path));
  const fault = (faults: readonly Bilingual[]): DeliveryFault =>
    new DeliveryFault(faults.map((one) => FAULTS.ofFile({ file, fault: one })));
  let rows: TableRows | undefined;
  let count = 0;
  try {
    for await (const batch of rowsOfTable(path)) {
      const delivered: Delivered[] = [];
      for (const row of batch) {
        if (rows === undefined) {
          const bound = tableRows(form, own, file, row, asked);
          if ('faults' in bound) throw fault(bound.faults);
          rows = bound;
          delivered.push(...rows.told);
          continue;
        }
        count += 1;
        const read = rows.read(row);
        if ('lacking' in read) throw fault([read.lacking]);
        for (const one of read) delivered.push(one);
      }
      if (delivered.length > 0) yield delivered;
    }
  } catch (error) {
    throw error instanceof TableFault ? fault([error.fault]) : error;
  }
  if (count === 0) yield [{ is: 'unmapped', place: { file, row: 1 }, what: 'headings without rows' }];
}

/** What one organisation alone reports is not imported for another. */
function checkSource({ source }: TableForm, { source: asked }: DeliveryAsked): void {
  if (asked === undefined || !('is' in source) || source.is === asked) return;
  throw new DeliveryFault([FAULTS.otherFormat({ source: source.is, asked })]);
}
