import type { Place, Statement } from '../delivered';
import { soundFieldsOf, type FieldColumn } from '../register-tables/field-columns';
import type { Cells } from '../register-tables/table-description';
import type { LprFKind } from './kind-columns';
import type { OwnRow } from './own-columns';

/** The statement of a row that has our own columns: an event as it was written, its fields by column or by them. */
export function ownStatement(
  kind: LprFKind,
  { record, source, cpr, status, stated, values: own }: OwnRow,
  cells: Cells,
  columns: readonly FieldColumn[],
  place: Place,
): Statement {
  const values: Record<string, unknown> = { ...soundFieldsOf(cells, columns), ...own };
  for (const [field, value] of Object.entries(own)) if (value === null) delete values[field];
  return {
    is: 'statement',
    place,
    source,
    kind,
    record,
    status,
    stated,
    values,
    ...(cpr === '' ? undefined : { cpr }),
  };
}
