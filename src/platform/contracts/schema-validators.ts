import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv2020, { type AnySchemaObject, type ValidateFunction } from 'ajv/dist/2020';
import { isDay } from '../../kernel/day';
import { parseInstant } from '../../kernel/instant';
import { contractsPath } from './contracts-folder';

const SUFFIX = '.schema.json';

/** The contracts' schemas are held to JSON Schema's own by the specs, once and for all: at every start it would take a tenth of it. */
export const OWN_SCHEMAS = { meta: false, validateSchema: false } as const;

/** Shortening the code of a check takes longer than running it once does. */
const CHECKED_ONCE = { code: { optimize: false } } as const;

/** The contracts' JSON Schemas as compiled functions, by name: the file's path below `schemas`, e.g. `source/person.status`. */
export interface SchemaValidators {
  readonly names: readonly string[];
  /** The compiled schema, compiled once, on first use; throws when there is no schema of that name. */
  validator(name: string): ValidateFunction;
}

/**
 * The JSON Schemas of the contracts, all read when the first is asked for. Validators report all faults, not the first alone; `date` and `date-time`
 * mean exactly what the kernel takes for a day and an instant.
 */
export function loadSchemas(): SchemaValidators {
  let read: SchemaValidators | undefined;
  const ofAll = (): SchemaValidators => (read ??= readValidators());
  return {
    get names() {
      return ofAll().names;
    },
    validator: (name) => ofAll().validator(name),
  };
}

function readValidators(): SchemaValidators {
  const ajv = new Ajv2020({
    ...OWN_SCHEMAS,
    ...CHECKED_ONCE,
    allErrors: true,
    strict: true,
    strictTypes: false,
    strictRequired: false,
  });
  ajv.addFormat('date', { type: 'string', validate: isDay });
  ajv.addFormat('date-time', { type: 'string', validate: (text: string) => parseInstant(text) !== undefined });

  const idByName = new Map<string, string>();
  for (const [name, schema] of readSchemas()) {
    idByName.set(name, schema.$id);
    ajv.addSchema(schema);
  }
  return {
    names: [...idByName.keys()],
    validator(name) {
      const id = idByName.get(name);
      const validate = id === undefined ? undefined : ajv.getSchema(id);
      if (validate === undefined) throw new Error(`There is no schema ${name}${SUFFIX} in contracts/schemas.`);
      return validate;
    },
  };
}

function readSchemas(): [name: string, schema: AnySchemaObject & { $id: string }][] {
  const folder = contractsPath('schemas');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith(SUFFIX))
    .sort()
    .map((file) => [file.slice(0, -SUFFIX.length), JSON.parse(readFileSync(join(folder, file), 'utf8'))]);
}
