import { readdirSync, readFileSync } from 'node:fs';
import { contractsPath } from '../../contracts/contracts-folder';
import type { Schema } from './openapi-types';

const SUFFIX = '.schema.json';
/** Contracts that travel elsewhere too and are answered over HTTP as they are. */
const SHARED = ['receipt', 'decision', 'indicator-decision', 'decision-change', 'clinical-event', 'definition-set'];

/**
 * The schemas of every answer by name, as components of an OpenAPI document: the `$defs` of `contracts/api`, and the
 * shared ones of `contracts/schemas` named in PascalCase with their own `$defs` beside them (`Decision`,
 * `IndicatorDecision.evidence`). Throws when two have one name.
 */
export function apiSchemas(): Record<string, Schema> {
  const schemas = new Map<string, Schema>();
  const add = (name: string, schema: Schema): void => {
    if (schemas.has(name)) throw new Error(`Two schemas of contracts/api are named ${name}; rename one.`);
    schemas.set(name, schema);
  };
  for (const file of readdirSync(contractsPath('api')).sort()) {
    if (!file.endsWith(SUFFIX)) continue;
    const { $defs = {} } = readSchema('api', file);
    for (const [name, schema] of Object.entries($defs)) add(name, located(schema, '') as Schema);
  }
  for (const name of SHARED) {
    const { $schema: _schema, $id: _id, $defs = {}, ...schema } = readSchema('schemas', `${name}${SUFFIX}`);
    const component = pascalCase(name);
    add(component, located(schema, `${component}.`) as Schema);
    for (const [part, inner] of Object.entries($defs)) {
      add(`${component}.${part}`, located(inner, `${component}.`) as Schema);
    }
  }
  return Object.fromEntries([...schemas].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function readSchema(folder: string, file: string): Schema & { readonly $defs?: Readonly<Record<string, Schema>> } {
  return JSON.parse(readFileSync(contractsPath(folder, file), 'utf8')) as Schema;
}

/** The same schema with its references leading to components; `own` stands before the names of a file's own parts. */
function located(value: unknown, own: string): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item) => located(item, own));
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]: [string, unknown]) => [
      key,
      key === '$ref' && typeof inner === 'string' ? componentOf(inner, own) : located(inner, own),
    ]),
  );
}

function componentOf(reference: string, own: string): string {
  const [file = '', part = ''] = reference.split('#/$defs/');
  const shared = /([a-z-]+)\.schema\.json$/.exec(file)?.[1] ?? '';
  const name = part === '' ? pascalCase(shared) : file === '' ? `${own}${part}` : part;
  return `#/components/schemas/${name}`;
}

const pascalCase = (kebab: string): string =>
  kebab.replace(/(^|-)([a-z])/g, (_all, _dash, letter: string) => letter.toUpperCase());
