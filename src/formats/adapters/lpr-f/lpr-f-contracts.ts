import { readPlainYaml } from '../../../platform/contracts/read-plain-yaml';
import type { LprFCodes, LprFTerms, ResultMeasure } from '../../domain/lpr-f/lpr-f-terms';
import type { TablesDescription } from '../../domain/register-tables/table-description';

const read = <T>(name: string): T => readPlainYaml<T>('formats', 'lpr-f', `${name}.yaml`);

/** Reads `contracts/formats/lpr-f`. Columns of ours belong to every table. */
export function loadLprF(): LprFTerms {
  const { ownColumns, ...described } = read<TablesDescription & { readonly ownColumns: readonly string[] }>('tables');
  const own = ownColumns.map((name) => ({ name }));
  const tables = described.tables.map((table) => ({ ...table, columns: [...(table.columns ?? []), ...own] }));
  const { hospitals } = readPlainYaml<{ readonly hospitals: readonly { readonly sor: string }[] }>(
    'organisations',
    'hospitals.yaml',
  );
  return {
    tables: { ...described, tables },
    codes: read<LprFCodes>('codes'),
    units: new Map(Object.entries(read<{ readonly units: Readonly<Record<string, string>> }>('units').units)),
    hospitals: new Set(hospitals.map(({ sor }) => sor)),
    results: read<{ readonly results: readonly ResultMeasure[] }>('results').results,
  };
}
