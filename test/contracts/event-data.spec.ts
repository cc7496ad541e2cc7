import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EVENT_FIELDS } from '../../src/kernel/event-data';
import { EVENT_KINDS, FREE_TEXT_FIELDS, ORGANISATION_FIELD } from '../../src/kernel/event-kinds';
import { contractsPath } from '../../src/platform/contracts/contracts-folder';
import { eventDataText } from '../../tools/event-data';
import { branchesOf, resolved, type Schema } from '../../tools/json-schema';

const ROOT = contractsPath('..');
const FILE = join(ROOT, 'src', 'kernel', 'event-data.ts');
const read = (name: string): Schema =>
  JSON.parse(readFileSync(contractsPath('schemas', `${name}.schema.json`), 'utf8')) as Schema;
const clinical = read('clinical-event');
const dataOf = (kind: string): Schema => read(`source/${kind}`).properties?.['data'] ?? {};

/** Text as the repository formats it. */
const formatted = (text: string): string =>
  execFileSync(process.execPath, [require.resolve('prettier/bin/prettier.cjs'), '--stdin-filepath', FILE], {
    input: text,
    cwd: ROOT,
    encoding: 'utf8',
  });

test('the types of events are what the contracts say today; if not, run `npm run generate`', () => {
  const now = eventDataText(clinical, (kind) => read(`source/${kind}`));
  expect(formatted(now)).toBe(readFileSync(FILE, 'utf8'));
});

/** The shapes of a kind's data in the clinical event, by the choice that leads to them; one where there is no choice. */
function shapesOf(kind: string): readonly Schema[] {
  const data = branchesOf(clinical).find(({ value, then }) => value === kind && then.then)?.then.properties?.['data'];
  const shape = resolved(data ?? {}, clinical);
  const variants = branchesOf(shape).map(({ then }) => resolved(then, clinical));
  return variants.length === 0 ? [shape] : variants;
}

/** A source's field as the clinical event has it: never null, an organisation or a person where it names one. */
function asClinical({ type, enum: choices, description: _, ...rest }: Schema): object {
  return {
    ...rest,
    ...(type === undefined ? undefined : { type: [type].flat().filter((one) => one !== 'null') }),
    ...(choices === undefined ? undefined : { enum: choices.filter((choice) => choice !== null) }),
  };
}

describe.each(EVENT_KINDS)('the fields of a %s', (kind) => {
  const { properties = {}, allOf = [] } = dataOf(kind);
  const { own, values = {} } = EVENT_FIELDS[kind];

  it('are those of the clinical event, however it is measured', () => {
    const told = new Set([...own, ...Object.values(values).flat()]);
    expect(new Set(shapesOf(kind).flatMap((shape) => Object.keys(shape.properties ?? {})))).toEqual(told);
  });

  it('may say there what the source may say', () => {
    if (allOf.length > 0) return; // Values beside a choice are checked by the examples of each.
    const [shape] = shapesOf(kind);
    const apart = [ORGANISATION_FIELD[kind], 'replaces'];
    for (const field of own.filter((one) => !apart.includes(one))) {
      const { items, properties: nested, ...said } = properties[field] ?? {};
      const { items: _items, properties: _nested, ...meant } = shape?.properties?.[field] ?? {};
      expect([field, withoutClosing(asClinical(meant))]).toEqual([field, asClinical(said)]);
      expect([field, items?.enum]).toEqual([field, _items?.enum]);
      expect([field, Object.keys(nested ?? {})]).toEqual([field, Object.keys(_nested ?? {})]);
    }
  });

  it('are masked where they are free text: every other text is a day, a choice, a code, an id or an organisation', () => {
    const plain = Object.entries(properties)
      .filter(([, { type, format, pattern }]) => [type].flat().includes('string') && !format && !pattern)
      .map(([field]) => field)
      .filter((field) => field !== ORGANISATION_FIELD[kind] && !NAMES_AND_CODES.has(field));
    expect(plain).toEqual(FREE_TEXT_FIELDS[kind] ?? []);
  });
});

/** Texts by which a source names its records, or from a code system; a CPR number has no place in them. */
const NAMES_AND_CODES = new Set(['cpr', 'recordId', 'contactId', 'courseId', 'replaces', 'code', 'npu', 'atc']);

function withoutClosing(schema: object): object {
  const { additionalProperties: _, ...rest } = schema as { additionalProperties?: unknown };
  return rest;
}
