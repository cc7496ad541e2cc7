import type { FileCell } from '../../../kernel/read-table';
import { textOfCell } from '../rows/cell-values';
import { valueAt } from './data-paths';
import type { TableDescription } from './table-description';
import type { MadeRecord } from './table-form';

/** What of a row has been read so far. */
export interface Gathered {
  readonly values: Record<string, unknown>;
  /** What tells registrations apart and is no data, by `#…`. */
  readonly identity: Record<string, string>;
  readonly told: string[];
}

/** What a row names its registration, or what it is made of. */
export function recordOf(
  { format, records }: TableDescription,
  places: readonly number[],
  cells: readonly FileCell[],
  cpr: string | undefined,
  { values, identity }: Gathered,
): string | MadeRecord | undefined {
  const partOf = (field: string): string => {
    if (field === 'cpr') return cpr ?? '';
    const value = identity[field] ?? valueAt(values, field);
    return typeof value === 'string' || typeof value === 'number' ? String(value).toUpperCase() : '';
  };
  for (const [at, rule] of records.entries()) {
    if ('own' in rule) {
      const own = textOfCell(cells[places[at] ?? -1]);
      if (own !== '') return own;
      continue;
    }
    const parts = rule.of.map(partOf);
    if (parts.some((part) => part === '')) continue;
    return { prefix: format, parts: [...parts, ...(rule.and ?? []).map(partOf)], ofPerson: rule.of.includes('cpr') };
  }
  return undefined;
}
