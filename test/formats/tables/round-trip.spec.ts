import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { tableFormats } from '../../../src/formats/adapters/tables/table-formats';
import { TABLE_FORMATS, type TableFormatName } from '../../../src/formats/domain/tables/table-format-names';
import type { WrittenEvent } from '../../../src/formats/domain/written-event';
import { evaluateBatches } from '../../support/evaluate';
import { asTexts, eventOf, folderOfSpecs, lineOf, populationEvents, readAll, statementsOf, writeAll } from './tables';

const folder = folderOfSpecs();
const POPULATION = populationEvents(300);
const ofFormat = (name: TableFormatName): readonly WrittenEvent[] =>
  POPULATION.filter(({ kind }) => tableFormats[name].kinds().includes(kind));
const linesOf = (file: string): readonly string[] => readFileSync(file, 'utf8').trimEnd().split('\r\n');

test.each(TABLE_FORMATS)('%s: a population written out and read back is the same events', async (name) => {
  const file = join(folder, `${name}.csv`);
  const notWritten = await writeAll(name, file, ofFormat(name));
  const read = await readAll(name, file);
  expect(notWritten).toEqual([]);
  expect(read.filter(({ is }) => is !== 'statement')).toEqual([]);
  expect(asTexts(statementsOf(read).map(eventOf))).toEqual(asTexts(ofFormat(name)));
  expect(ofFormat(name).length).toBeGreaterThan(40);
});

test('decisions on what was written out and read back are the same bytes, in whatever order it came', async () => {
  const kinds = new Set(TABLE_FORMATS.flatMap((name) => tableFormats[name].kinds()));
  const hospitals = POPULATION.filter(({ kind }) => !kinds.has(kind));
  const tables = await Promise.all(TABLE_FORMATS.map((name) => readAll(name, join(folder, `${name}.csv`))));
  const readBack = statementsOf(tables.flat()).map(eventOf);
  const [before, after] = await Promise.all(
    [POPULATION, [...readBack, ...hospitals]].map((all) => evaluateBatches([all.map(lineOf)], { asOf: '2025-06-30' })),
  );
  expect(before?.decisions.length).toBeGreaterThan(3_000);
  expect(JSON.stringify(after?.decisions)).toBe(JSON.stringify(before?.decisions));
});

test('all of a population: what is of another format is told with how many', async () => {
  const notWritten = await writeAll('pro', join(folder, 'all.csv'), POPULATION);
  const written = ofFormat('pro').length + notWritten.reduce((sum, { count }) => sum + count, 0);
  expect(written).toBe(POPULATION.length);
  expect(notWritten.map(({ what }) => what)).toContain('municipality.start is not of pro');
});

test('sound events need no column of ours beyond their names, times and versions', async () => {
  const file = join(folder, 'danheart.csv');
  const [header = '', ...rows] = linesOf(file);
  const at = header.split(';').indexOf('rehabspor_event');
  const whole = rows.filter((row) => row.split(';')[at] !== '');
  expect(whole.length).toBeLessThan(rows.length / 10);
});

test('a written file is its owner’s alone, and a folder holds one of the format’s name', async () => {
  await writeAll('municipal', join(folder, 'out'), ofFormat('municipal').slice(0, 3));
  expect(statSync(join(folder, 'out', 'municipal.csv')).mode & 0o077).toBe(0);
  expect(statementsOf(await readAll('municipal', join(folder, 'out'))).length).toBe(3);
});

test('of a delivery that cannot be written to its end nothing stays', async () => {
  const out = join(folder, 'broken');
  const [event] = ofFormat('pro');
  if (event === undefined) throw new Error('no event');
  async function* broken(): AsyncGenerator<readonly WrittenEvent[]> {
    yield await Promise.resolve([event as WrittenEvent]);
    throw new Error('the store is away');
  }
  await expect(tableFormats.pro.write(broken(), out)).rejects.toThrow('the store is away');
  expect(readdirSync(out)).toEqual([]);
  await expect(writeAll('pro', join(folder, 'no', 'such', 'folder.csv'), [event])).rejects.toThrow(
    'make the folder first',
  );
});

test('rows in any order and divided over files give the same events', async () => {
  const file = join(folder, 'municipal.csv');
  const [header = '', ...rows] = linesOf(file);
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(rows.slice(0, 300), { minLength: 300 }),
      fc.nat(300),
      async (shuffled, cut) => {
        const months = join(folder, 'months');
        await writeAll('municipal', months, []);
        [shuffled.slice(0, cut), shuffled.slice(cut)].forEach((part, at) => {
          writeFileSync(join(months, `${at}.csv`), [header, ...part].join('\n') + '\n');
        });
        const read = statementsOf(await readAll('municipal', months)).map(eventOf);
        expect(asTexts(read)).toEqual(asTexts(ofFormat('municipal').slice(0, 300)));
      },
    ),
    { numRuns: 10 },
  );
});

const text = fc.string({ unit: 'binary', maxLength: 12 });
const value = fc.oneof(
  text,
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
  fc.array(text),
);

test.each(['municipal', 'laboratory', 'danheart'] as const)(
  '%s: whatever an event’s fields hold, it comes back or is told',
  async (name) => {
    const [kind] = tableFormats[name].kinds();
    if (kind === undefined) throw new Error('no kind');
    const event = fc.record({
      id: fc.string({ minLength: 1 }),
      source: fc.constantFrom('municipality:0461', 'laboratory:lab-database', 'danheart:330901000016001', 'private:x'),
      kind: fc.constant(kind),
      time: fc.constant('2024-05-03T10:00:00.1234+02:00'),
      data: fc.record({
        cpr: fc.constantFrom('1502779995', '150277-9995', '150277999', 'x'),
        recordId: fc.string({ unit: 'binary', minLength: 1 }),
        version: fc.constantFrom(undefined, null, 1, 7),
        status: fc.constantFrom(undefined, null, 'active', 'retracted'),
        value,
        courseId: value,
        startedOn: fc.oneof(fc.constant('2024-05-03'), value),
        bloodPressure: fc.oneof(fc.record({ systolic: value, diastolic: value, more: value }), value),
        other: value,
      }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 8 }), async (written) => {
        const file = join(folder, 'any.csv');
        const notWritten = await writeAll(name, file, written);
        const read = statementsOf(await readAll(name, file));
        const told = notWritten.reduce((sum, { count }) => sum + count, 0);
        expect(read.length + told).toBe(written.length);
        const all = new Set(asTexts(written));
        expect(asTexts(read.map(eventOf)).every((one) => all.has(one))).toBe(true);
        expect(told).toBe(0);
      }),
      { numRuns: 100 },
    );
  },
);
