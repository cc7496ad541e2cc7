import { join } from 'node:path';
import type { Bilingual } from '../../../kernel/language';
import { TABLE_FAULT_WORDS as FAULTS } from '../../../kernel/words/lpr-f';
import type { NoTable, OpenedTable } from '../../../platform/extracts/opened-table';
import { openTable } from '../../../platform/extracts/open-table';
import type { Unmapped } from '../../domain/delivered';
import { DeliveryFault } from '../../domain/delivery-fault';
import { columnsOfTable, type PlacedColumn } from '../../domain/register-tables/columns-of-table';
import type { TableDescription, TablesDescription } from '../../domain/register-tables/table-description';
import { tableOfFile } from '../../domain/register-tables/table-of-file';
import { filesOfDelivery } from './files-of-delivery';

/** A file of a table, opened. */
export interface TableFile {
  readonly file: string;
  readonly table: TableDescription;
  readonly opened: OpenedTable;
  readonly columns: readonly PlacedColumn[];
}

/** The files of a delivery: by table, in the order of their names; and what is in the folder beside them. */
export interface OpenedDelivery {
  readonly filesOf: (table: string) => readonly TableFile[];
  readonly unmapped: readonly Unmapped[];
}

/**
 * Opens every file of a folder that is a table of the register, and looks at all their headings before a row is read.
 * Throws `DeliveryFault` with all that is wrong: what is missing, twice, unreadable or nearly named like a table.
 */
export async function openDelivery(
  folder: string,
  description: TablesDescription,
  isWhole: boolean,
): Promise<OpenedDelivery> {
  const names = await filesOfDelivery(folder);
  const faults: Bilingual[] = [];
  const files: TableFile[] = [];
  const unmapped: Unmapped[] = [];
  const forms = new Map<string, Set<string>>();
  for (const { file, name } of names) {
    const of = tableOfFile(name, description);
    if (of.is === 'nearly') faults.push(FAULTS.nearly({ file, meant: of.meant }));
    if (of.is === 'other') unmapped.push(unread(file, `file ${file}`));
    if (of.is !== 'table') continue;
    const { table } = of;
    const form = /\.parquet$/i.test(file) ? 'parquet' : 'text';
    forms.set(table.name, new Set([...(forms.get(table.name) ?? []), form]));
    if (table.isLeftOut === true) {
      unmapped.push(unread(file, `table ${table.name}`));
      continue;
    }
    const opened = await openTable(join(folder, file));
    if (typeof opened === 'string') {
      faults.push(fileFault(opened, file, 1));
      continue;
    }
    const { columns, faults: ofColumns } = columnsOfTable(file, opened.header, table);
    faults.push(...ofColumns);
    files.push({ file, table, opened, columns });
  }
  for (const [table, those] of forms) if (those.size > 1) faults.push(FAULTS.twoForms({ table }));
  faults.push(...missingTables(description, new Set(forms.keys()), isWhole));
  if (faults.length > 0) throw new DeliveryFault(faults);
  return { filesOf: (name) => files.filter(({ table }) => table.name === name), unmapped };
}

const unread = (file: string, what: string): Unmapped => ({ is: 'unmapped', place: { file, row: 1 }, what });

/** Why a file cannot be read. */
export function fileFault(why: NoTable, file: string, row: number): Bilingual {
  switch (why) {
    case 'empty':
    case 'packed':
    case 'binary':
      return FAULTS[why]({ file });
    case 'utf-16':
      return FAULTS.utf16({ file });
    case 'no-headings':
      return FAULTS.headings({ file });
    case 'cut-off':
      return FAULTS.cutOff({ file, row });
    case 'broken':
      return FAULTS.broken({ file, row });
  }
}

function missingTables(
  { tables }: TablesDescription,
  there: ReadonlySet<string>,
  isWhole: boolean,
): readonly Bilingual[] {
  const mandatory = tables.filter(
    ({ isMandatory }) => isMandatory === 'always' || (isWhole && isMandatory === 'whole'),
  );
  const example = mandatory[0]?.name ?? '';
  if (!tables.some(({ name, isLeftOut }) => isLeftOut !== true && there.has(name)))
    return [FAULTS.noTables({ example })];
  return mandatory.filter(({ name }) => !there.has(name)).map(({ name: table }) => FAULTS.tableMissing({ table }));
}
