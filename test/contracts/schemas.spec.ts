import { readFileSync } from 'node:fs';
import Ajv2020 from 'ajv/dist/2020';
import { EVENT_KINDS, SERVICE_DATE_FIELD, typeOfKind } from '../../src/kernel/event-kinds';
import { HINDRANCES } from '../../src/kernel/finding';
import { NOTE_CODES, REJECTION_CODES } from '../../src/kernel/receipt';
import { contractsPath } from '../../src/platform/contracts/contracts-folder';
import { loadSchemas } from '../../src/platform/contracts/schema-validators';

interface Schema {
  readonly $id?: string;
  readonly $ref?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly description?: string;
  readonly format?: string;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly $defs?: Readonly<Record<string, Schema>>;
}

const schemas = loadSchemas();
const jsonSchema = new Ajv2020();
const read = (name: string): Schema =>
  JSON.parse(readFileSync(contractsPath('schemas', `${name}.schema.json`), 'utf8')) as Schema;

describe.each(schemas.names)('the schema %s', (name) => {
  it('is JSON Schema 2020-12 and compiles', () => {
    expect({ valid: jsonSchema.validateSchema(read(name)), errors: jsonSchema.errors }).toEqual({
      valid: true,
      errors: null,
    });
    expect(schemas.validator(name)).toBeInstanceOf(Function);
  });

  it('is identified by its name', () => {
    expect(read(name).$id).toBe(`https://rehabspor.dk/contracts/${name}.schema.json`);
  });
});

describe.each(schemas.names.filter((name) => !name.startsWith('source/')))('the schema %s', (name) => {
  it('describes every property', () => {
    expect(undescribed(read(name), name)).toEqual([]);
  });
});

describe.each(EVENT_KINDS)('the source event %s', (kind) => {
  const schema = read(`source/${kind}`);

  it('has the type of its kind', () => {
    expect(schema.properties?.['type']?.const).toBe(typeOfKind(kind));
  });

  it('dates its service by a day, where it has one', () => {
    const field = SERVICE_DATE_FIELD[kind];
    if (field !== undefined) expect(schema.properties?.['data']?.properties?.[field]?.format).toBe('date');
  });

  it('asks for a CPR number unless it is a feed status', () => {
    const { cpr } = schema.properties?.['data']?.properties ?? {};
    expect(cpr === undefined).toBe(kind === 'registry.feed-status');
  });
});

test('the clinical event knows every kind', () => {
  expect(read('clinical-event').properties?.['kind']?.enum).toEqual(EVENT_KINDS);
});

test('a receipt knows every reason to refuse and every note', () => {
  const { $defs } = read('receipt');
  expect($defs?.['code']?.enum).toEqual(REJECTION_CODES);
  expect($defs?.['note']?.properties?.['code']?.enum).toEqual(NOTE_CODES);
});

test('a decision knows every reason why a service does not count', () => {
  const findings = read('indicator-decision').properties?.['findings']?.items;
  expect(findings?.properties?.['code']?.enum).toEqual(HINDRANCES);
});

test('an unknown name is refused with the folder to look in', () => {
  expect(() => schemas.validator('invoice')).toThrow('contracts/schemas');
});

test('days and instants mean what the kernel takes them for', () => {
  const validate = schemas.validator('source/person.status');
  const event = (time: string, from: string): unknown => ({
    specversion: '1.0',
    id: '1',
    source: 'person:civil-registration',
    type: 'dk.rehabspor.person.status.v1',
    time,
    data: { cpr: '0201609995', recordId: '1', state: 'alive', from },
  });
  expect(validate(event('2024-02-29T12:00:00+01:00', '2024-02-29'))).toBe(true);
  expect(validate(event('2023-02-29T12:00:00+01:00', '2024-02-29'))).toBe(false);
  expect(validate(event('2024-02-29T12:00:00', '2024-02-29'))).toBe(false);
  expect(validate(event('2024-02-29T12:00:00+01:00', '2023-02-29'))).toBe(false);
});

/** The paths of properties without a description, references and refusals apart. */
function undescribed(schema: Schema, path: string): string[] {
  const properties = Object.entries(schema.properties ?? {}).flatMap(([name, property]) => [
    ...(property.description === undefined && property.$ref === undefined ? [`${path}.${name}`] : []),
    ...undescribed(property, `${path}.${name}`),
  ]);
  const items = schema.items === undefined ? [] : undescribed(schema.items, `${path}[]`);
  const parts = Object.entries(schema.$defs ?? {}).flatMap(([name, part]) => undescribed(part, `${path}#${name}`));
  return [...properties, ...items, ...parts];
}
