import { join } from 'node:path';
import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { readLprF } from '../../../src/formats/adapters/lpr-f/read-lpr-f';
import { writeLprF } from '../../../src/formats/adapters/lpr-f/write-lpr-f';
import { DeliveryFault } from '../../../src/formats/domain/delivery-fault';
import type { WrittenEvent } from '../../../src/formats/domain/written-event';
import { ExactNumber } from '../../../src/kernel/exact-number';
import { temporaryFolder } from '../../support/temporary-folder';
import { allOf, refusedIn, saidBy, statementsIn } from './delivered';
import { inBatches, ofLpr, populationEvents, statedBy } from './written-events';

const written = (all: readonly WrittenEvent[]): string[] => all.map(statedBy).map(saidBy).sort();

async function readBack(all: readonly WrittenEvent[]): Promise<string[]> {
  const folder = join(temporaryFolder(), 'extract');
  await writeLprF(inBatches(all), folder);
  const read = await allOf(readLprF, folder);
  expect(refusedIn(read)).toEqual([]);
  return statementsIn(read).map(saidBy).sort();
}

test('what hospitals sent of 300 patients is the same events again after writing and reading', async () => {
  const events = ofLpr(populationEvents(300));
  const back = await readBack(events);
  expect(events.length).toBeGreaterThan(3_000);
  expect(new Set(events.map(({ kind }) => kind)).size).toBe(5);
  expect(events.some(({ data }) => data['status'] === 'retracted')).toBe(true);
  expect(back).toEqual(written(events));
});

test('what LPR_F has no table for is counted by its kind', async () => {
  const events = populationEvents(40);
  const without = await writeLprF(inBatches(events), join(temporaryFolder(), 'extract'));
  const counted = new Map(without.map(({ what, count }) => [what, count]));
  expect(counted.get('municipality.start is not of LPR_F')).toBe(
    events.filter(({ kind }) => kind === 'municipality.start').length,
  );
  expect(without.reduce((sum, { count }) => sum + count, 0)).toBe(events.length - ofLpr(events).length);
});

const text = fc.oneof(
  fc.string({ minLength: 1, maxLength: 12, unit: 'binary' }),
  fc.constantFrom(' x', '"', '"a";b', 'NA', '.', 'a\nb', '=1+1', 'æøå', '{"a":1}', '\ud800', 'ja', '0007'),
);
const value = fc.oneof(
  text,
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constantFrom(0, 138, '2023-01-03', '03JAN2023', 'A', 'physical', 'blood-pressure', 'smoker', true, false),
  fc.jsonValue({ maxDepth: 2 }).map((json) => JSON.parse(JSON.stringify(json)) as unknown),
);
const field = fc.constantFrom(
  ...['contactId', 'courseId', 'mode', 'startedOn', 'endedOn', 'code', 'role', 'diagnosedOn', 'refuted', 'performedOn'],
  ...['purpose', 'performedBy', 'measuredOn', 'kind', 'systolic', 'diastolic', 'value', 'score', 'to', 'other', 'x y'],
);
const event: fc.Arbitrary<WrittenEvent> = fc.record({
  id: text,
  source: fc.oneof(
    fc.constant('hospital:330011000016003'),
    text.map((name) => `hospital:${name}`),
  ),
  kind: fc.constantFrom(
    'hospital.contact',
    'hospital.diagnosis',
    'hospital.procedure',
    'hospital.referral',
    'hospital.measurement',
  ),
  time: fc.constant('2023-02-10T11:04:09Z'),
  data: fc
    .tuple(
      fc.dictionary(field, value, { maxKeys: 8 }),
      fc.record({ cpr: fc.constantFrom('1502779995', '150277-9995'), recordId: text }),
      fc.constantFrom({}, { version: 2 }, { status: 'retracted' }, { version: 3, status: 'retracted' }),
    )
    .map(([fields, named, more]) => ({ ...fields, ...named, ...more })),
});

test('an event is brought back whatever its fields hold, those that no column can say among them', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 30 }), async (events) => {
      const sound = events.map((one) => ({
        ...one,
        data: Object.fromEntries(Object.entries(one.data).filter(([, member]) => member !== null)),
      }));
      expect(await readBack(sound)).toEqual(written(sound));
    }),
    { numRuns: 40 },
  );
});

test('a number that a double cannot hold keeps its digits', async () => {
  const long = ExactNumber.read('0.12345678901234567890');
  const [contact] = ofLpr(populationEvents(3)) as [WrittenEvent];
  const folder = join(temporaryFolder(), 'extract');
  await writeLprF(inBatches([{ ...contact, data: { ...contact.data, dose: long } }]), folder);
  const [back] = statementsIn(await allOf(readLprF, folder));
  expect((back?.values['dose'] as ExactNumber).text).toBe('0.12345678901234567890');
});

test('nothing is written into a folder that holds something already', async () => {
  const folder = join(temporaryFolder(), 'extract');
  await writeLprF(inBatches([]), folder);
  await expect(writeLprF(inBatches([]), folder)).rejects.toThrow(DeliveryFault);
});

test('a file has its name only when it is whole', async () => {
  const folder = join(temporaryFolder(), 'extract');

  async function* failing(): AsyncIterable<readonly WrittenEvent[]> {
    yield ofLpr(populationEvents(3));
    throw new Error('the store is gone');
  }
  await expect(writeLprF(failing(), folder)).rejects.toThrow('the store is gone');
  expect(readdirSync(folder).filter((name) => !name.endsWith('.part'))).toEqual([]);
});
