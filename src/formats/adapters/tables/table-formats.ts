import type { EventKind } from '../../../kernel/event-kinds';
import { readPlainYaml } from '../../../platform/contracts/read-plain-yaml';
import { eventFieldsOf } from '../../../platform/contracts/event-fields';
import type { ReadDelivery } from '../../domain/delivered';
import { fileKindsOf } from '../../domain/rows/file-columns';
import { describedForm } from '../../domain/tables/described-form';
import { municipalForm } from '../../domain/tables/municipal-form';
import type { OwnColumns, SourceDescription, TableDescription } from '../../domain/tables/table-description';
import { TABLE_FORMATS, type TableFormatName } from '../../domain/tables/table-format-names';
import type { TableForm } from '../../domain/tables/table-form';
import type { WriteDelivery } from '../../domain/written-event';
import { hadsScoring } from '../hads-scoring';
import { tablesReader } from './read-tables';
import { tableWriter } from './write-table';

/** A format in and out. */
export interface TableFormat {
  readonly kinds: () => readonly EventKind[];
  readonly read: ReadDelivery;
  readonly write: WriteDelivery;
}

const contract = (...parts: readonly string[]): unknown => readPlainYaml('formats', ...parts);

/** What is made on first use, once. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

const ownColumns = once(() => contract('tables', 'own-columns.yaml') as OwnColumns);

/** The form of a format's tables, as `contracts/formats` describes it. */
export function tableFormOf(name: TableFormatName): TableForm {
  const description = contract(name, `${name}.yaml`);
  if (name === 'municipal') {
    const municipal = description as { readonly format: string; readonly source: SourceDescription };
    return municipalForm(municipal, fileKindsOf('municipality:'), eventFieldsOf);
  }
  const scoring = name === 'pro' ? hadsScoring() : undefined;
  return describedForm(description as TableDescription, scoring);
}

/** Every format that is a table: how its deliveries are read, and events written as one. */
export const tableFormats = Object.fromEntries(
  TABLE_FORMATS.map((name) => {
    const form = once(() => tableFormOf(name));
    const format: TableFormat = {
      kinds: () => form().kinds,
      read: tablesReader(form, ownColumns),
      write: tableWriter(form, ownColumns),
    };
    return [name, format];
  }),
) as Readonly<Record<TableFormatName, TableFormat>>;
