import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { changedSet } from '../definitions/changed-set';
import { cli } from '../support/cli';
import { linesOf } from '../support/evaluate';
import { hospital } from '../support/sectors';
import { r4Faults } from '../support/fhir/r4';
import { temporaryFolder } from '../support/temporary-folder';

const folder = temporaryFolder();
const data = join(folder, 'store');
const stricter = join(folder, 'stricter.yaml');
const exported = (...args: string[]) => cli(['definitions', 'export', ...args], { data });

beforeAll(() => {
  writeFileSync(join(folder, 'events.ndjson'), linesOf([hospital().pci('2023-01-03')]).join('\n'));
  writeFileSync(stricter, changedSet(3, { 'field: systolic, below: 140': 'field: systolic, below: 130' }));
  cli(['import', join(folder, 'events.ndjson')], { data });
  cli(['definitions', 'propose', stricter, '--by', 'Anna Holm'], { data });
});

interface Bundle {
  readonly entry: readonly {
    readonly resource: {
      readonly resourceType: string;
      readonly url: string;
      readonly version: string;
      readonly library?: readonly string[];
      readonly content?: readonly { readonly data: string }[];
    };
  }[];
}

test('a set is written as Measures with the Library they name, whose text is the CQL alone', () => {
  const bundle = JSON.parse(exported('dhrd-2023/2').stdout) as Bundle;
  const resources = bundle.entry.map(({ resource }) => resource);
  const library = resources.find(({ resourceType }) => resourceType === 'Library');
  const named = resources.flatMap((resource) => resource.library ?? []);

  expect(r4Faults(bundle)).toEqual([]);
  expect(named).toHaveLength(12);
  expect(new Set(named)).toEqual(new Set([`${library?.url}|${library?.version}`]));
  expect(Buffer.from(library?.content?.[0]?.data ?? '', 'base64').toString()).toBe(
    exported('dhrd-2023/2', '--format', 'cql').stdout,
  );
});

test('every set of the store can be written, each with its own limits, under the policy that is chosen', () => {
  const [mild, strict] = ['dhrd-2023/2', 'dhrd-2023/3'].map((id) => exported(id, '--format', 'cql').stdout);
  const lenient = exported('dhrd-2023/2', '--policy', 'bugOnReferral=lenient');

  expect(mild).toContain('.systolic < 140.0');
  expect(strict).toContain('.systolic < 130.0');
  expect(strict).toContain(`version '3'`);
  expect(lenient.stdout).toContain('urn:rehabspor:library:dhrd-2023:bugOnReferral=lenient|2');
});

test('a set or a policy that is not there is a usage error that says which there are', () => {
  expect(exported('dhrd-2023/9')).toMatchObject({
    code: 2,
    stdout: '',
    stderr: expect.stringContaining('dhrd-2023/2'),
  });
  expect(exported('dhrd-2023/2', '--policy', 'mild=yes')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('bugOnReferral'),
  });
});
