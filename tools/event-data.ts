import { branchesOf, resolved, type Schema } from './json-schema';
import { commentText, objectText } from './type-text';

/** The fields that every source event has, which are not what its kind says. */
const OF_EVERY_EVENT = new Set(['cpr', 'recordId', 'version', 'status']);

const HEAD = `// Made by \`npm run generate\` from contracts/schemas: change those and run it again, never this file.
import type { Day } from './day';
import type { Organisation } from './organisation';
`;

/**
 * The text of src/kernel/event-data.ts, before it is formatted: the types of what each kind of event says, from the
 * schema of clinical events, and the fields its source may send, from the schema of its source event. Kinds stand in
 * the order of the clinical event's `kind`.
 */
export function eventDataText(clinical: Schema, sourceSchema: (kind: string) => Schema): string {
  const kinds = (clinical.properties?.['kind']?.enum ?? []) as readonly string[];
  const shared = new Map<string, string>();
  const types = kinds.map((kind) => `${member(kind, clinical, shared)};\n`);
  const valuesByText = new Map<string, string>();
  const fields = kinds.map((kind) => `'${kind}': ${fieldsText(sourceSchema(kind), valuesByText)},\n`);
  return [
    HEAD,
    ...shared.values(),
    '/** What each kind of event says when it is active, CPR apart. */',
    `export interface EventData {\n${types.join('')}}\n`,
    '/** The fields of a kind in the order of its row: its own, and those that come with one value of `choice`. */',
    'export interface EventFields {',
    'readonly own: readonly string[];',
    'readonly choice?: string;',
    'readonly values?: Readonly<Record<string, readonly string[]>>;',
    '/** The fields of each object that stands in the data, by its dotted path from there. */',
    'readonly nested?: Readonly<Record<string, readonly string[]>>;',
    '}\n',
    ...[...valuesByText].map(([text, name]) => `const ${name} = ${text};\n`),
    `export const EVENT_FIELDS: Readonly<Record<keyof EventData, EventFields>> = {\n${fields.join('')}};`,
  ].join('\n');
}

/** One kind with its type; a shape that several kinds share becomes a type of its own. */
function member(kind: string, clinical: Schema, shared: Map<string, string>): string {
  const branch = branchesOf(clinical).find(({ field, value, then }) => field === 'kind' && value === kind && then.then);
  const data = branch?.then.properties?.['data'];
  const complete = branch?.then.then?.properties?.['data'];
  if (data === undefined || complete === undefined)
    throw new Error(`The clinical event's schema has no branch for ${kind}.`);
  const shape = resolved(data, clinical);
  const whole = resolved(complete, clinical);
  const variants = branchesOf(shape);
  if (variants.length === 0) {
    return `${commentText(shape)}readonly '${kind}': ${objectText(shape.properties ?? {}, whole.required ?? [])}`;
  }
  const name = capitalised((data.$ref ?? kind).replace(/^.*[/.]/, ''));
  const texts = variants.map(({ value, then }) => {
    const variant = resolved(then, clinical);
    const beside = branchesOf(whole).find((other) => other.value === value)?.then.required ?? [];
    return `| ${objectText(variant.properties ?? {}, [...(whole.required ?? []), ...beside])}`;
  });
  shared.set(name, `${commentText(shape)}export type ${name} =\n${texts.join('\n')};\n`);
  return `readonly '${kind}': ${name}`;
}

/** The fields of one kind; values that several kinds share stand once, under a name given in `valuesByText`. */
function fieldsText(source: Schema, valuesByText: Map<string, string>): string {
  const data = source.properties?.['data'] ?? {};
  const own = Object.keys(data.properties ?? {}).filter((name) => !OF_EVERY_EVENT.has(name));
  const branches = branchesOf(data);
  const choice = branches[0]?.field;
  const nested = [data, ...branches.map(({ then }) => then)].flatMap((schema) => nestedFields(schema));
  const within = nested.length === 0 ? undefined : Object.fromEntries(nested);
  if (choice === undefined) return JSON.stringify({ own, nested: within });
  const text = JSON.stringify(
    Object.fromEntries(branches.map(({ value, then }) => [value, Object.keys(then.properties ?? {})])),
  );
  const name = valuesByText.get(text) ?? `VALUES_${valuesByText.size + 1}`;
  valuesByText.set(text, name);
  const inside = within === undefined ? '' : `, nested: ${JSON.stringify(within)}`;
  return `{ own: ${JSON.stringify(own)}, choice: '${choice}', values: ${name}${inside} }`;
}

/** The fields of every object within a schema, by its path; `before` is the path of the schema itself with a dot. */
function nestedFields({ properties = {} }: Schema, before = ''): readonly (readonly [string, readonly string[]])[] {
  return Object.entries(properties).flatMap(([name, inner]) =>
    inner.properties === undefined
      ? []
      : [[before + name, Object.keys(inner.properties)] as const, ...nestedFields(inner, `${before}${name}.`)],
  );
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
