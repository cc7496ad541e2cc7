import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFhir } from '../../../src/formats/adapters/fhir/read-fhir';
import { all, asEvent, inFolder, statements } from './as-events';
import { bundlesOf } from '../../oracle/worlds';
import { events } from '../../synthetic/fixture';
import { linesOf } from '../../support/evaluate';
import { civilRegistration, hospital } from '../../support/sectors';
import { ANNA } from '../../support/source-event';

type Resource = Readonly<Record<string, unknown>>;

/** The resources of the one person that is told of. */
async function resourcesOf(...told: Parameters<typeof linesOf>[0][]): Promise<Resource[]> {
  const bundles = await bundlesOf(events(linesOf(told).join('\n')));
  expect(bundles).toHaveLength(1);
  return bundles[0]?.entry.map(({ resource }) => resource) ?? [];
}

test('a Bundle has one Patient, born when the number says, whatever the civil registration told', async () => {
  const resources = await resourcesOf(
    hospital().pci('2023-01-03'),
    civilRegistration.livesIn('0461', '2020-01-01'),
    civilRegistration.status('dead', '2023-03-01'),
  );
  const patients = resources.filter(({ resourceType }) => resourceType === 'Patient');

  expect(patients).toMatchObject([
    { identifier: [{ value: ANNA }], birthDate: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) },
  ]);
});

test('a death stands with its day where CQL reads it', async () => {
  const resources = await resourcesOf(civilRegistration.status('dead', '2023-03-01'));

  expect(resources).toContainEqual(
    expect.objectContaining({
      resourceType: 'Basic',
      extension: expect.arrayContaining([
        { url: 'urn:rehabspor:fhir:StructureDefinition/person-state', valueCode: 'dead' },
        { url: 'urn:rehabspor:fhir:StructureDefinition/state-from', valueDate: '2023-03-01' },
      ]),
    }),
  );
});

test('a code is written without the blanks around it, and comes back with them from its event', async () => {
  const [pci] = linesOf([hospital().pci('2023-01-03')]).filter((line) => line.includes('KFNG'));
  const [line = ''] = [pci?.replace(/"code":"(KFNG[^"]*)"/, '"code":" $1 "')];
  const resources = await resourcesOf(line);
  const procedure = resources.find(({ resourceType }) => resourceType === 'Procedure');

  expect(procedure).toMatchObject({ code: { coding: [{ code: expect.stringMatching(/^KFNG\S*$/) }] } });
  expect(JSON.stringify(procedure)).toMatch(/" KFNG\S* /);
});

test('a state that was written as a Patient before is read as the event it was', async () => {
  const OURS = 'urn:rehabspor:fhir:StructureDefinition';
  const person = { resourceType: 'Patient', id: 'p', identifier: [{ system: 'urn:oid:1.2.208.176.1.2', value: ANNA }] };
  const state = {
    resourceType: 'Patient',
    id: 's',
    identifier: [{ system: 'urn:rehabspor:record:person:civil-registration', value: 'r1' }, ...person.identifier],
    meta: { lastUpdated: '2023-03-02T08:00:00+01:00' },
    extension: [
      {
        url: `${OURS}/event`,
        extension: [
          { url: 'id', valueString: 'e1' },
          { url: 'kind', valueCode: 'person.status' },
        ],
      },
    ],
    deceasedDateTime: '2023-03-01',
  };
  await inFolder(async (folder) => {
    const entry = [person, state].map((resource) => ({ fullUrl: `urn:uuid:${resource.id}`, resource }));
    writeFileSync(join(folder, 'before.json'), JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry }));

    expect(statements(await all(readFhir, folder)).map(asEvent)).toMatchObject([
      { id: 'e1', kind: 'person.status', data: { cpr: ANNA, state: 'dead', from: '2023-03-01' } },
    ]);
  });
});
