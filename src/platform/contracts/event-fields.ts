import { readFileSync } from 'node:fs';
import type { EventField } from '../../kernel/event-field';
import type { EventKind } from '../../kernel/event-kinds';
import { contractsPath } from './contracts-folder';

interface Schema {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly (string | null)[];
  readonly minimum?: number;
  readonly exclusiveMinimum?: number;
  readonly maximum?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly allOf?: readonly Schema[];
  readonly if?: { readonly properties?: { readonly kind?: { readonly const?: string } } };
  readonly then?: Schema;
  readonly else?: Schema;
}

/** What every event's data has, and nobody fills in with its values. */
const SHARED = new Set(['cpr', 'recordId', 'version', 'status']);
const known = new Map<EventKind, readonly EventField[]>();

/** The fields of a kind of event beside who it is of and which registration, in the order of its contract. */
export function eventFieldsOf(kind: EventKind): readonly EventField[] {
  const before = known.get(kind);
  if (before !== undefined) return before;
  const file = contractsPath('schemas', 'source', `${kind}.schema.json`);
  const data = (JSON.parse(readFileSync(file, 'utf8')) as Schema).properties?.['data'] ?? {};
  const mandatory = data.else ?? {};
  const own = fieldsIn(data.properties, mandatory.required ?? []);
  const byKind = (data.allOf ?? []).flatMap((part) => {
    const ofKind = part.if?.properties?.kind?.const;
    const needs = mandatory.allOf?.find((one) => one.if?.properties?.kind?.const === ofKind)?.then?.required ?? [];
    return ofKind === undefined ? [] : fieldsIn(part.then?.properties, needs).map((field) => ({ ...field, ofKind }));
  });
  const fields = [...own, ...byKind];
  known.set(kind, fields);
  return fields;
}

function fieldsIn(properties: Schema['properties'] = {}, mandatory: readonly string[]): EventField[] {
  return Object.entries(properties)
    .filter(([name]) => !SHARED.has(name))
    .map(([name, schema]) => ({ name, isMandatory: mandatory.includes(name), ...shapeOf(schema) }));
}

function shapeOf(schema: Schema): Omit<EventField, 'name' | 'isMandatory'> {
  const { minimum, exclusiveMinimum, maximum } = schema;
  if (schema.enum !== undefined) return { type: 'choice', options: schema.enum.filter((option) => option !== null) };
  const types = [schema.type ?? []].flat().filter((type) => type !== 'null');
  const limits = {
    ...((minimum ?? exclusiveMinimum) === undefined ? undefined : { min: minimum ?? exclusiveMinimum ?? 0 }),
    ...(maximum === undefined || maximum > 1e9 ? undefined : { max: maximum }),
  };
  if (types.length !== 1) return { type: 'other' };
  if (types[0] === 'integer') return { type: 'whole', ...limits };
  if (types[0] === 'number') return { type: 'number', ...limits };
  if (types[0] === 'boolean') return { type: 'yes-no', options: ['true', 'false'] };
  if (types[0] === 'string') return { type: schema.format === 'date' ? 'day' : 'text' };
  return { type: 'other' };
}
