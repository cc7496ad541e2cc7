import type { Place, Statement } from '../delivered';
import type { RowSays } from './row-says';

/** A row's registration as a statement. */
export function statementOf({ kind, record, source, cpr, values }: RowSays, place: Place): Statement {
  return { is: 'statement', place, source, kind, record, status: 'active', cpr, values };
}
