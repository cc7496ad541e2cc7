import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { readFhir } from '../../../src/formats/adapters/fhir/read-fhir';
import { readKlGateway } from '../../../src/formats/adapters/kl-gateway/read-kl-gateway';
import type { Delivered, ReadDelivery } from '../../../src/formats/domain/delivered';
import { all, inFolder } from './as-events';

const EXAMPLES = join(__dirname, '..', 'examples');
type Json = Record<string, unknown>;
const entriesOf = (...path: string[]): Json[] =>
  ((JSON.parse(readFileSync(join(EXAMPLES, ...path), 'utf8')) as Json)['entry'] as Json[]) ?? [];

const ODD = fc.constantFrom<unknown>(
  null,
  '',
  ' ',
  0,
  -1,
  1e300,
  true,
  [],
  [null],
  [[]],
  {},
  { a: 1 },
  '#x',
  'a/b',
  [{}],
  'x'.repeat(300),
);

/** Every path to a value, from the top. */
function pathsIn(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([name, inner]) => pathsIn(inner, [...path, name]))];
}

function replacedAt(value: unknown, [name, ...rest]: readonly string[], odd: unknown): unknown {
  if (name === undefined) return odd;
  const copy = Array.isArray(value) ? [...(value as unknown[])] : { ...(value as Json) };
  (copy as Json)[name] = replacedAt((copy as Json)[name], rest, odd);
  return copy;
}

const summary = (delivered: readonly Delivered[], but: number): string[] =>
  delivered.filter(({ place }) => place.row !== but).map((one) => JSON.stringify(one));

/** Each value of each entry in turn made odd: what is read of the entries that do not refer to it stays the same. */
async function withstands(read: ReadDelivery, entries: readonly Json[], runs: number, head: object): Promise<void> {
  const places = entries.flatMap((entry, at) => pathsIn(entry).map((path) => ({ at, path })));
  await inFolder(async (folder) => {
    const file = join(folder, 'a.json');
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...places), ODD, async ({ at, path }, odd) => {
        const entry = entries.map((one, number) => (number === at ? replacedAt(one, path, odd) : one));
        writeFileSync(file, JSON.stringify({ ...head, resourceType: 'Bundle', type: 'collection', entry }));
        const delivered = await all(read, file);
        expect(summary(delivered, at + 1).length).toBeGreaterThan(0);
        expect(delivered.every(({ place }) => place.row >= 1 && place.row <= entries.length)).toBe(true);
      }),
      { numRuns: runs },
    );
  });
}

test('no value that stands where another should makes reading FHIR stop', async () => {
  await withstands(readFhir, entriesOf('fhir', 'pathway.json'), 1_500, {});
});

test('no value that stands where another should makes reading a report stop', async () => {
  const head = { meta: { profile: ['http://fhir.kl.dk/rehab/StructureDefinition/klgateway-140-delivery-report'] } };
  await withstands(readKlGateway, entriesOf('kl-gateway', 'variants.json'), 1_000, head);
});

test('an odd value in a resource that no other refers to changes nothing else', async () => {
  const entries = entriesOf('fhir', 'pathway.json');
  const alone = entries.length - 1; // The dispensing.
  await inFolder(async (folder) => {
    const file = join(folder, 'a.json');
    const given = async (entry: readonly unknown[]): Promise<string[]> => {
      writeFileSync(file, JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry }));
      return summary(await all(readFhir, file), alone + 1);
    };
    const expected = await given(entries);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...pathsIn(entries[alone])), ODD, async (path, odd) => {
        expect(await given([...entries.slice(0, alone), replacedAt(entries[alone], path, odd)])).toEqual(expected);
      }),
      { numRuns: 150 },
    );
  });
});
