import { readFileSync } from 'node:fs';
import { EVENT_FIELDS } from '../../src/kernel/event-data';
import type { EventKind } from '../../src/kernel/event-kinds';
import { contractsPath } from '../../src/platform/contracts/contracts-folder';
import type { SourceEvent } from './source-event';

const read = (...path: string[]): unknown => JSON.parse(readFileSync(contractsPath(...path), 'utf8'));

/** The contracts' example of a kind that has every field. */
export function completeExample(kind: EventKind): SourceEvent {
  return read('examples', kind, 'valid-complete.json') as SourceEvent;
}

/** What a kind says in the order of its row, and which of it may be left out, as the contracts have it. */
export function rowInContract(kind: EventKind): {
  readonly fields: readonly string[];
  readonly optional: readonly string[];
} {
  const { own, choice, values } = EVENT_FIELDS[kind];
  const chosen = choice === undefined ? undefined : completeExample(kind).data[choice];
  const { properties } = read('schemas', 'source', `${kind}.schema.json`) as {
    properties: { data: { else: { required: readonly string[] } } };
  };
  return {
    fields: [...own, ...(values?.[String(chosen)] ?? [])],
    optional: own.filter((field) => !properties.data.else.required.includes(field)),
  };
}
