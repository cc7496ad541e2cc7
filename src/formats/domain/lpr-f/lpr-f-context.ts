import type { FieldColumn } from '../register-tables/field-columns';
import type { RowContext } from '../register-tables/row-says';
import type { LprFKind } from './kind-columns';
import type { LprFTerms } from './lpr-f-terms';

/** What a row of LPR_F is read with. */
export interface LprFContext extends RowContext<LprFTerms> {
  readonly fields: Readonly<Record<LprFKind, readonly FieldColumn[]>>;
}
