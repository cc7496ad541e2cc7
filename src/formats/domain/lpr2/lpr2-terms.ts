import type { Day } from '../../../kernel/day';
import type { TablesDescription } from '../register-tables/table-description';

/** What `contracts/formats/lpr2` says. */
export interface Lpr2Terms {
  readonly tables: TablesDescription;
  readonly lastDay: Day;
  readonly diagnosisRoles: readonly string[];
  readonly procedureTypesLeftOut: readonly string[];
  /** The SOR code of each sygehusnummer. */
  readonly hospitals: ReadonlyMap<string, string>;
}
