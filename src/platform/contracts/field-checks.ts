import { readFileSync } from 'node:fs';
import Ajv2020, { type ErrorObject, type ValidateFunction } from 'ajv/dist/2020';
import { isDay } from '../../kernel/day';
import { both, type Bilingual } from '../../kernel/language';
import { listed } from '../../kernel/localised';
import { JSON_KIND_WORDS, REMEDY_WORDS } from '../../kernel/words/receipts';
import type { EventKind } from '../../kernel/event-kinds';
import { parseInstant } from '../../kernel/instant';
import { contractsPath } from './contracts-folder';
import type { FieldFault } from '../../kernel/field-fault';
import { pairFault } from './pair-rules';
import { OWN_SCHEMAS } from './schema-validators';

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

const kindText = (type: string): Bilingual =>
  (JSON_KIND_WORDS as Readonly<Record<string, Bilingual>>)[type] ?? both(type, type);

function remedyOf({ keyword, params, schema, data }: ErrorObject): Bilingual {
  const limit = Number(params['limit']);
  switch (keyword) {
    case 'required':
      return REMEDY_WORDS.missing;
    case 'type': {
      if (data === null) return REMEDY_WORDS.missing;
      if (typeof data === 'number' && !Number.isFinite(data)) return REMEDY_WORDS.finite;
      const types = ([params['type']].flat() as string[]).filter((type) => type !== 'null');
      return REMEDY_WORDS.mustBe({ kinds: listed(types.map(kindText), 'or') });
    }
    case 'enum': {
      if (data === null) return REMEDY_WORDS.missing;
      const values = (params['allowedValues'] as (string | null)[]).filter((value) => value !== null);
      return REMEDY_WORDS.oneOf({ values: values.join(', ') });
    }
    case 'format':
      return REMEDY_WORDS.day;
    case 'pattern':
      return REMEDY_WORDS.pattern({ pattern: String(schema) });
    case 'minimum':
      return REMEDY_WORDS.atLeast({ limit });
    case 'maximum':
      return REMEDY_WORDS.atMost({ limit });
    case 'exclusiveMinimum':
      return REMEDY_WORDS.above({ limit });
    case 'minLength':
      return REMEDY_WORDS.notEmpty;
    default:
      return REMEDY_WORDS.otherwise;
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

/** Where a path stands in the order of the row; the items of a list in theirs. */
function rankOf(path: string, order: readonly string[]): number {
  const listed = order.indexOf(path.replace(/\.\d+$/, ''));
  const item = /\.(\d+)$/.exec(path)?.[1];
  return (listed < 0 ? order.length : listed) + (item === undefined ? 0 : (Number(item) + 1) / 1e9);
}

/** The faults in row order, one for each field. */
function inRowOrder(
  errors: readonly ErrorObject[],
  pair: FieldFault | undefined,
  order: readonly string[],
): FieldFault[] {
  const byPath = new Map<string, FieldFault>();
  for (const error of errors) {
    const path = pathOf(error);
    if (path === undefined || byPath.has(path)) continue;
    byPath.set(path, { path: path === '' ? 'data' : `data.${path}`, remedy: remedyOf(error) });
  }
  if (pair !== undefined) byPath.set(pair.path.slice('data.'.length), pair);
  const ranked = [...byPath].map(([path, fault]) => ({ rank: rankOf(path, order), fault }));
  return ranked.sort((a, b) => a.rank - b.rank).map(({ fault }) => fault);
}

const NONE: readonly FieldFault[] = [];

/** How the data of one kind of event are checked. */
interface Check {
  readonly accepts: ValidateFunction;
  readonly explain: () => ValidateFunction;
  readonly order: readonly string[];
}

/**
 * Compiles the contracts' data schemas, each once and when an event of its kind first comes; the result tells the faults of an
 * event's data in the order of the type's row, none when it is sound. The usual event takes the fast validator; only a
 * faulty one is gone through for all its faults.
 */
export function compileFieldChecks(): (
  kind: EventKind,
  data: Readonly<Record<string, unknown>>,
) => readonly FieldFault[] {
  const formats = { date: isDay, 'date-time': (text: string) => parseInstant(text) !== undefined };
  // Strict in this: a number that overflowed in reading (1e400) is none.
  const fast = new Ajv2020({ ...OWN_SCHEMAS, strict: false, strictNumbers: true, formats });
  const thorough = new Ajv2020({
    ...OWN_SCHEMAS,
    strict: false,
    strictNumbers: true,
    formats,
    allErrors: true,
    verbose: true,
  });
  const checkOf = (kind: EventKind): Check => {
    const file = contractsPath('schemas', 'source', `${kind}.schema.json`);
    const schema = (JSON.parse(readFileSync(file, 'utf8')) as { properties: { data: DataSchema } }).properties.data;
    const order = [
      ...rowOrder(schema.properties),
      ...(schema.allOf ?? []).flatMap((branch) => rowOrder(branch.then.properties)),
    ];
    // Compiled once it is needed (Ajv remembers it), which for most kinds is never.
    const explain = (): ValidateFunction => thorough.compile(schema);
    return { accepts: fast.compile(schema), explain, order: lastPlaces(order) };
  };
  const checks = new Map<EventKind, Check>();
  return (kind, data) => {
    let check = checks.get(kind);
    if (check === undefined) checks.set(kind, (check = checkOf(kind)));
    const pair = pairFault(kind, data);
    if (check.accepts(data) && pair === undefined) return NONE;
    const explain = check.explain();
    explain(data);
    return inRowOrder(explain.errors ?? [], pair, check.order);
  };
}
