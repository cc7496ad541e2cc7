import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { readCpr } from '../../../src/kernel/cpr';
import { EVENT_KINDS, typeOfKind } from '../../../src/kernel/event-kinds';
import { readFhir } from '../../../src/formats/adapters/fhir/read-fhir';
import { writeFhir } from '../../../src/formats/adapters/fhir/write-fhir';
import type { WrittenEvent } from '../../../src/formats/domain/written-event';
import { events, population } from '../../synthetic/fixture';
import { completeExample } from '../../support/complete-example';
import { all, asEvent, inBatches, inFolder, refused, statements, told, unmapped, written } from './as-events';

const POPULATION = events(population(200))
  .filter(({ data, type }) => readCpr(data.cpr ?? '') !== undefined || type === typeOfKind('registry.feed-status'))
  .map(written);

/** What comes back of events that are written out. */
async function thereAndBack(
  given: readonly WrittenEvent[],
  change?: (folder: string) => void,
): Promise<WrittenEvent[]> {
  return inFolder(async (folder) => {
    expect(await writeFhir(inBatches(given), folder)).toEqual([]);
    change?.(folder);
    const delivered = await all(readFhir, folder);
    expect(refused(delivered)).toEqual([]);
    expect(unmapped(delivered)).toEqual([]);
    return statements(delivered).map(asEvent);
  });
}

test('a population that is written out and read back is the same events', async () => {
  expect(told(await thereAndBack(POPULATION))).toEqual(told(POPULATION));
});

test('nearly all comes back from FHIR’s own elements: less than one event in a hundred needs fields of ours', async () => {
  await inFolder(async (folder) => {
    await writeFhir(inBatches(POPULATION.filter(({ kind }) => kind !== 'registry.feed-status')), folder);
    const text = readFileSync(join(folder, 'bundles.ndjson'), 'utf8');
    const withFields = text.match(/"url":"(fields|without)"/g) ?? [];
    expect(withFields.length).toBeLessThan(POPULATION.length / 100);
  });
});

test('entries in any order and split over several files are the same events', async () => {
  const some = POPULATION.slice(0, 1_500);
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 7 }), fc.integer(), async (files, seed) => {
      const back = await thereAndBack(some, (folder) => scatter(folder, files, seed));
      expect(told(back)).toEqual(told(some));
    }),
    { numRuns: 6 },
  );
});

/** Deals the entries of every Bundle out over several files, in an order that a seed gives. */
function scatter(folder: string, files: number, seed: number): void {
  const file = join(folder, 'bundles.ndjson');
  const entries = readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .flatMap((line) => (JSON.parse(line) as { entry: object[] }).entry);
  const keyed = entries.map((entry, at) => ({ entry, key: Math.imul(at + 1, seed | 1) >>> 0 }));
  keyed.sort((a, b) => a.key - b.key);
  for (let at = 0; at < files; at += 1) {
    const entry = keyed.filter((_, number) => number % files === at).map((one) => one.entry);
    writeFileSync(
      join(folder, `part-${at}.json`),
      JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry }),
    );
  }
  writeFileSync(file, '');
}

test.each([...EVENT_KINDS])('a complete %s comes back', async (kind) => {
  const example = written(completeExample(kind) as never);
  expect(told(await thereAndBack([example]))).toEqual(told([example]));
});

test('what FHIR has no place for comes back all the same', async () => {
  const [base] = POPULATION.filter(({ kind }) => kind === 'hospital.diagnosis');
  const odd = (id: string, data: object, more: object = {}): WrittenEvent =>
    ({ ...base, id, ...more, data: { cpr: '1502779995', recordId: id, ...data } }) as WrittenEvent;
  const given = [
    odd('1', { code: 'di21 9', role: 'X', diagnosedOn: '2023-02-31', refuted: false, note: { a: [1, null, 'æ'] } }),
    odd('2', { version: 1, status: 'active', cpr: '150277-9995' }),
    odd('3', { status: 'retracted', code: 'DI219', diagnosedOn: null }),
    odd('4', {}, { time: '2023-02-10t11:04:09.123456z' }),
    odd(
      '5',
      { npu: 'NPU01568', value: '<0.50', unit: ' ', sampledOn: '2023-01-01' },
      { kind: 'laboratory.result', source: 'laboratory:lab-database' },
    ),
    odd(
      '6',
      { code: 'BUG1', performedOn: '2023-02-10', performedBy: 'private:clinic' },
      { kind: 'hospital.procedure' },
    ),
    odd(
      '7',
      { instrument: 'sf-36', answeredOn: '2023-02-10', items: [1] },
      { kind: 'patient.questionnaire', source: 'patient:pro' },
    ),
    odd(
      '8',
      { measuredOn: '2023-02-10', kind: 'blood-pressure', systolic: 120.5, diastolic: '80' },
      { kind: 'hospital.measurement' },
    ),
  ];
  expect(told(await thereAndBack(given))).toEqual(told(given));
});

test('what is of nobody is not written, and told with its count', async () => {
  const [base] = POPULATION;
  const nobody = { ...base, kind: 'hospital.contact', data: { recordId: 'R' } } as WrittenEvent;
  await inFolder(async (folder) => {
    expect(await writeFhir(inBatches([nobody, nobody]), folder)).toEqual([
      { what: 'hospital.contact without a CPR number', count: 2 },
    ]);
  });
});

test('the file is its owner’s alone, and no working file stays', async () => {
  await inFolder(async (folder) => {
    const target = join(folder, 'out');
    mkdirSync(target);
    await writeFhir(inBatches(POPULATION.slice(0, 50)), target);
    expect(readdirSync(target)).toEqual(['bundles.ndjson']);
    expect(statSync(join(target, 'bundles.ndjson')).mode & 0o077).toBe(0);
  });
});
