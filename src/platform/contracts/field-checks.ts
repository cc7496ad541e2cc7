import { readFileSync } from 'node:fs';
import Ajv2020, { type ErrorObject, type ValidateFunction } from 'ajv/dist/2020';
import { isDay } from '../../kernel/day';
import { EVENT_KINDS, type EventKind } from '../../kernel/event-kinds';
import { parseInstant } from '../../kernel/instant';
import { contractsPath } from './contracts-folder';
import type { FieldFault } from '../../kernel/field-fault';

interface Properties {
  readonly [name: string]: { readonly properties?: Properties };
}
interface DataSchema {
  readonly properties: Properties;
  readonly allOf?: readonly { readonly then: { readonly properties: Properties } }[];
}

/** The paths of a schema in the order of the type's row, nested ones after their parent. */
function rowOrder(properties: Properties, before = ''): string[] {
  return Object.entries(properties).flatMap(([name, schema]) => [
    before + name,
    ...(schema.properties === undefined ? [] : rowOrder(schema.properties, `${before}${name}.`)),
  ]);
}

/** Each path once, where it stands last: `value` comes after `method` and `phase` wherever they stand together. */
function lastPlaces(paths: readonly string[]): string[] {
  return [...new Set(paths.toReversed())].toReversed();
}

function remedyOf({ keyword, params, schema }: ErrorObject): string {
  switch (keyword) {
    case 'required':
      return 'is missing';
    case 'type': {
      const types = ([params['type']].flat() as string[]).filter((type) => type !== 'null');
      return `must be ${types.map((type) => (type === 'string' ? 'text' : `a ${type}`)).join(' or ')}`.replace(
        'a integer',
        'a whole number',
      );
    }
    case 'enum':
      return `must be one of ${(params['allowedValues'] as (string | null)[]).filter((value) => value !== null).join(', ')}`;
    case 'format':
      return 'must be a calendar day as YYYY-MM-DD';
    case 'pattern':
      return `must match ${String(schema)}`;
    case 'minimum':
      return `must be at least ${String(params['limit'])}`;
    case 'minLength':
      return 'must not be empty';
    default:
      return 'is not as the contract states';
  }
}

/** The path an error is about, without the leading `data.`; undefined for errors that only say a branch failed. */
function pathOf({ keyword, instancePath, params }: ErrorObject): string | undefined {
  if (keyword === 'if' || keyword === 'allOf' || keyword === 'anyOf') return undefined;
  const path = instancePath.slice(1).replaceAll('/', '.');
  if (keyword !== 'required') return path;
  const missing = String(params['missingProperty']);
  return path === '' ? missing : `${path}.${missing}`;
}

/** Finds the first fault in row order, from all faults of the data. */
function firstFault(errors: readonly ErrorObject[], order: readonly string[]): FieldFault {
  let first: ErrorObject | undefined;
  let firstPath = '';
  let firstRank = Infinity;
  for (const error of errors) {
    const path = pathOf(error);
    if (path === undefined) continue;
    const listed = order.indexOf(path.replace(/\.\d+$/, ''));
    const item = /\.(\d+)$/.exec(path)?.[1];
    const rank = (listed < 0 ? order.length : listed) + (item === undefined ? 0 : (Number(item) + 1) / 1e9);
    if (rank < firstRank) [first, firstPath, firstRank] = [error, path, rank];
  }
  const path = firstPath === '' ? 'data' : `data.${firstPath}`;
  return { path, remedy: first === undefined ? 'is not as the contract states' : remedyOf(first) };
}

/**
 * Compiles the contracts' data schemas once; the result tells the first fault of an event's data, or undefined.
 * The usual event takes the fast validator; only a faulty one is gone through for all its faults.
 */
export function compileFieldChecks(): (kind: EventKind, data: unknown) => FieldFault | undefined {
  const formats = { date: isDay, 'date-time': (text: string) => parseInstant(text) !== undefined };
  const fast = new Ajv2020({ strict: false, formats });
  const thorough = new Ajv2020({ strict: false, formats, allErrors: true, verbose: true });
  const checks = new Map<EventKind, { accepts: ValidateFunction; explain: ValidateFunction; order: string[] }>();
  for (const kind of EVENT_KINDS) {
    const file = contractsPath('schemas', 'source', `${kind}.schema.json`);
    const schema = (JSON.parse(readFileSync(file, 'utf8')) as { properties: { data: DataSchema } }).properties.data;
    const order = [
      ...rowOrder(schema.properties),
      ...(schema.allOf ?? []).flatMap((branch) => rowOrder(branch.then.properties)),
    ];
    checks.set(kind, { accepts: fast.compile(schema), explain: thorough.compile(schema), order: lastPlaces(order) });
  }
  return (kind, data) => {
    const check = checks.get(kind);
    if (check === undefined || check.accepts(data)) return undefined;
    check.explain(data);
    return firstFault(check.explain.errors ?? [], check.order);
  };
}
