import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { readKlGateway } from '../../../src/formats/adapters/kl-gateway/read-kl-gateway';
import { DeliveryFault } from '../../../src/formats/domain/delivery-fault';
import type { Delivered } from '../../../src/formats/domain/delivered';
import { all, inFolder, refused, statements, unmapped } from '../fhir/as-events';

const EXAMPLES = join(__dirname, '..', 'examples', 'kl-gateway');
const example = (name: string): string => join(EXAMPLES, name);

/** Statements as lines: what, which, when it was recorded, and what of it. */
const lines = (delivered: readonly Delivered[]): string[] =>
  statements(delivered).map(({ kind, record, status, values, stated }) => {
    const { courseId: _, ...said } = values;
    const what = Object.entries(said).map(([name, value]) => `${name}=${String(value)}`);
    return [stated?.time?.slice(0, 10), kind.slice('municipality.'.length), record, status, ...what].join(' ');
  });

const STORY = [
  '2022-05-28 start CarePlan/forloeb-1 active startedOn=2022-05-28 referredOn=2022-05-23 plannedSessions=8',
  ...['2022-05-31', '2022-06-07', '2022-06-14', '2022-06-21'].flatMap((day, at) => [
    `${day} start CarePlan/forloeb-1 active startedOn=2022-05-28 referredOn=2022-05-23 plannedSessions=8`,
    `${day} intervention Encounter/kontakt-${at + 1} active kind=training deliveredOn=${day}`,
  ]),
  '2022-06-22 start CarePlan/forloeb-anden active startedOn=2022-06-22 plannedSessions=8',
  '2022-06-23 end CarePlan/forloeb-1 active endedOn=2022-06-23 outcome=stopped reason=Aktivt fravalg pga. anden træning plannedSessions=8',
  '2022-06-23 start CarePlan/forloeb-anden retracted',
  '2022-06-23 end CarePlan/forloeb-anden retracted',
];

describe('the guide’s story', () => {
  test('is a start, four times of training, and an end; a course reported by mistake is taken back', async () => {
    const delivered = await all(readKlGateway, example('story'));
    expect(refused(delivered)).toEqual([]);
    expect(lines(delivered)).toEqual(STORY);
    expect(new Set(statements(delivered).map(({ source, cpr }) => `${source} ${cpr}`))).toEqual(
      new Set(['municipality:0316 1502779995']),
    );
  });

  test('what has no place here is told by its profile, and the examination by its code', async () => {
    const told = new Set(unmapped(await all(readKlGateway, example('story'))).map(({ what }) => what));
    expect([...told].sort()).toEqual([
      'klgateway-140-condition',
      'klgateway-140-encounter 1130ad70-6553-490d-87f8-5e8941687a0c (urn:oid:1.2.208.176.2.21)',
      'klgateway-140-focus-condition',
      'klgateway-140-planned-intervention',
      'klgateway-140-servicerequest',
    ]);
  });

  test('is the same however its reports are put into files, lines and deliveries', async () => {
    const reports = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map(
      (name) => JSON.parse(readFileSync(example(`story/${name}.json`), 'utf8')) as object,
    );
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(reports, { minLength: reports.length }), async (shuffled) => {
        await inFolder(async (folder) => {
          const delivery = {
            ...{ resourceType: 'Bundle', type: 'collection', timestamp: '2022-06-24T06:00:00Z' },
            entry: shuffled.map((resource) => ({ resource })),
          };
          writeFileSync(join(folder, 'delivery.json'), JSON.stringify(delivery));
          expect(lines(await all(readKlGateway, folder))).toEqual(STORY);
          shuffled.forEach((report, at) => writeFileSync(join(folder, `${at}.ndjson`), JSON.stringify(report)));
          writeFileSync(join(folder, 'delivery.json'), JSON.stringify({ ...delivery, meta: GATEWAY, entry: [] }));
          expect(lines(await all(readKlGateway, folder))).toEqual(STORY);
        });
      }),
      { numRuns: 8 },
    );
  });
});

const GATEWAY = { profile: ['http://fhir.kl.dk/rehab/StructureDefinition/klgateway-140-incremental-delivery'] };

test('an incremental delivery holds its reports unordered, and they are read in the order of time', async () => {
  expect(lines(await all(readKlGateway, example('incremental.json')))).toEqual(STORY.slice(-4));
});

test('a course has begun when its status says so, or a contact of it was held; forms, transfers and completion', async () => {
  const delivered = await all(readKlGateway, example('variants.json'));
  expect(refused(delivered)).toEqual([]);
  expect(lines(delivered).map((line) => line.slice('2022-08-01 '.length))).toEqual([
    'end CarePlan/aflyst-foer-start active endedOn=2022-07-05 outcome=stopped reason=Aktivt fravalg plannedSessions=8',
    'start CarePlan/ukendt-men-moedt active startedOn=2022-07-01 referredOn=2022-05-23 plannedSessions=8',
    'intervention Encounter/telefon active kind=training form=phone deliveredOn=2022-07-02',
    'intervention Encounter/skaerm active kind=training form=virtual deliveredOn=2022-07-03',
    'intervention Encounter/fremmoede active kind=training form=individual deliveredOn=2022-07-05',
    'start CarePlan/flyttet active startedOn=2022-07-01 referredOn=2022-05-23',
    'end CarePlan/flyttet active endedOn=2022-07-20 outcome=transferred',
    'start CarePlan/faerdig active startedOn=2022-06-01 referredOn=2022-05-23 plannedSessions=12',
    'end CarePlan/faerdig active endedOn=2022-07-30 outcome=completed plannedSessions=12',
    'intervention Encounter/fejl retracted',
  ]);
  const courses = statements(delivered).map(({ record, values }) => `${record} ${String(values['courseId'])}`);
  expect(courses).toContain('Encounter/telefon CarePlan/ukendt-men-moedt');
  expect(unmapped(delivered).map(({ what }) => what)).toEqual(
    expect.arrayContaining([
      'klgateway-140-care-plan that is not known to have begun',
      'klgateway-140-care-plan follow-up',
      'klgateway-140-encounter of follow-up',
      'klgateway-140-encounter cancelled',
    ]),
  );
});

test('faults are refused at their entry and path, and the rest is read', async () => {
  const delivered = await all(readKlGateway, example('faults.json'));
  expect(refused(delivered).map(({ place }) => `${place.row} ${place.column ?? ''}`)).toEqual([
    '4 extension[basedOnCarePlan]',
    '5 period.end',
    '6 extension[basedOnServiceRequest]',
    '7 period.start',
  ]);
  expect(lines(delivered)).toEqual([
    '2022-08-02 start CarePlan/uden-slut active startedOn=2022-06-01 plannedSessions=8',
  ]);
  expect(unmapped(delivered).map(({ what }) => what)).toEqual([
    'klgateway-140-citizen deceased',
    'klgateway-140-encounter of no plan',
    'Observation',
  ]);
});

test('a municipality whose SOR code is not known is the one that is named at the import', async () => {
  const [fault] = refused(await all(readKlGateway, example('unknown-municipality.json')));
  expect(fault?.reason.en).toContain('Name the municipality as the source');
  const [given] = statements(
    await all(readKlGateway, example('unknown-municipality.json'), { source: 'municipality:0461' }),
  );
  expect(given?.source).toBe('municipality:0461');
});

test('FHIR of another guide is no delivery of this one', async () => {
  const pathway = join(EXAMPLES, '..', 'fhir', 'pathway.json');
  await expect(all(readKlGateway, pathway)).rejects.toBeInstanceOf(DeliveryFault);
});
