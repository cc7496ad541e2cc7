import { bindDescribed } from './described-rows';
import type { HadsScoring } from '../hads';
import type { ColumnDescription, TableDescription } from './table-description';
import type { TableForm } from './table-form';
import { valueAt } from './data-paths';

/** A table of one kind of event as its description says it is. */
export function describedForm(description: TableDescription, scoring?: HadsScoring): TableForm {
  const { columns, source } = description;
  const written = columns.filter(({ field, type }) => type !== 'pressure' && !field.startsWith('#'));
  const who = 'is' in source ? [] : [source.names[0] ?? ''];
  const own = new Set(written.map(({ names: [name = ''] }) => name));
  const byHeading = new Map<string, readonly ColumnDescription[]>(
    [...own].map((heading) => [heading, written.filter(({ names: [name] }) => name === heading)]),
  );
  const named = new Set(columns.flatMap(({ when }) => when ?? []));
  return {
    ...{ format: description.format, kinds: [description.kind], source },
    headings: [...own, ...who],
    cellsOf({ data }) {
      const chosen = description.choice === undefined ? undefined : data[description.choice];
      const kind = typeof chosen === 'string' && named.has(chosen) ? chosen : 'other';
      return [...byHeading.values()].map((ones) => {
        const column = ones.find(({ when }) => when === undefined || when.includes(kind));
        return column === undefined ? '' : textOf(valueAt(data, column.field));
      });
    },
    bind: (header) => bindDescribed(description, scoring, header),
  };
}

/** A value as a cell has it; what no cell can hold is left blank. */
export function textOf(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'ja' : 'nej';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
