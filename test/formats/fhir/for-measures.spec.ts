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
  return bundles[0]?.entry.map(({ resource }) => resource as unknown as Resource) ?? [];
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
