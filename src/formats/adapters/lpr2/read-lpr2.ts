import { readPlainYaml } from '../../../platform/contracts/read-plain-yaml';
import type { ReadDelivery } from '../../domain/delivered';
import { readAdmission, readDiagnosis, readProcedure, type Lpr2Context } from '../../domain/lpr2/lpr2-rows';
import type { Lpr2Terms } from '../../domain/lpr2/lpr2-terms';
import { stagedLink } from '../../domain/register-tables/staged-link';
import { statementOf } from '../../domain/register-tables/statement-of';
import type { TablesDescription } from '../../domain/register-tables/table-description';
import { openDelivery } from '../register-tables/open-delivery';
import { openStaging } from '../register-tables/open-staging';
import { readDelivered, type ReadRow } from '../register-tables/read-delivered';
import { SPACES, stagingContacts } from '../register-tables/staging-contacts';

/**
 * Reads LPR2 tables of 2022 and before: a folder with `t_adm`, `t_diag`, `t_sksopr` and `t_sksube` as CSV or Parquet,
 * joined by `recnum` whatever their order. Who reports is the hospital of the contact's sygehusnummer.
 */
export const readLpr2: ReadDelivery = async function* (path, asked) {
  const terms = loadLpr2();
  const delivery = await openDelivery(path, terms.tables, asked.isWhole ?? false);
  if (delivery.unmapped.length > 0) yield delivery.unmapped;
  const staging = openStaging(asked);
  try {
    const context: Lpr2Context = { terms, contact: (key) => stagedLink(staging, SPACES.contacts, key) };
    const procedure: ReadRow = (cells, place) => statementOf(readProcedure(cells, context), place);
    const admission: ReadRow = (cells, place) => statementOf(readAdmission(cells, context), place);
    const readers: readonly (readonly [table: string, read: ReadRow])[] = [
      ['t_adm', stagingContacts(staging, 'recnum', '', admission)],
      ['t_diag', (cells, place) => statementOf(readDiagnosis(cells, context), place)],
      ['t_sksopr', procedure],
      ['t_sksube', procedure],
    ];
    for (const [table, read] of readers) yield* readDelivered(delivery.filesOf(table), terms.tables, read);
  } finally {
    staging.close();
  }
};

/** Reads `contracts/formats/lpr2`. */
export function loadLpr2(): Lpr2Terms {
  const { lastDay, diagnosisRoles, procedureTypesLeftOut, ...tables } = readPlainYaml<
    TablesDescription & Omit<Lpr2Terms, 'tables' | 'hospitals'>
  >('formats', 'lpr2', 'tables.yaml');
  const { hospitals } = readPlainYaml<{ readonly hospitals: Readonly<Record<string, string>> }>(
    ...(['formats', 'lpr2', 'hospitals.yaml'] as const),
  );
  return { tables, lastDay, diagnosisRoles, procedureTypesLeftOut, hospitals: new Map(Object.entries(hospitals)) };
}
