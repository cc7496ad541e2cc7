import type { Measured } from '../../bench/measured';
import { scaleDocument } from '../../bench/scale/document';
import { patientsOf, SIZES, withRun, type ScaleRun } from '../../bench/scale/sizes';
import { figuresOf } from '../../bench/scale/figures';

/** A run in which everything grows with events. */
const runOf = (size: number): ScaleRun => ({
  size,
  patients: patientsOf(size),
  events: size,
  persons: size / 40,
  inputBytes: 350 * size,
  import: { seconds: 1 + size / 10_000, cpuSeconds: size / 10_000, peakMegabytes: 400 + size / 50_000 },
  storeBytes: 800 * size,
  bytesOf: { 'log of events': 200 * size, 'log of decisions': 100 * size, 'all else': 500 * size },
  restart: { seconds: 1 + size / 5_000_000, peakMegabytes: 300 + size / 20_000 },
  on: '2026-11-27',
  seconds: 100,
  othersSeconds: 1,
});

const machine = { on: '2026-11-27', node: 'v20', processor: 'one', cores: 2, seconds: 1, othersSeconds: 0 };
const keptOf = (sizes: readonly ScaleRun[]): Measured => ({ ...machine, bench: 'scale', figures: [], sizes });
const services = (figures: Measured['figures']): Measured => ({ ...machine, bench: 'distributed-computing', figures });
const ALL = SIZES.map(runOf);

/** The cells of the rows that begin so. */
const rows = (page: string, first: string): string[][] =>
  page
    .split('\n')
    .filter((line) => line.startsWith(`| ${first} |`))
    .map((line) =>
      line
        .split('|')
        .slice(2, -1)
        .map((cell) => cell.trim()),
    );

test('a page without figures says which sizes are missing, and predicts nothing', () => {
  const page = scaleDocument([]);

  expect(page).toContain('Not measured yet: 250,000; 500,000; 1,000,000; 2,500,000; 5,000,000; 20,000,000 events.');
  expect(page).toContain('A model needs 4 sizes below 20,000,000 events; 0 are kept');
  expect(page).not.toContain('All chronic patients');
});

test('bytes of a part that a size was not measured by are left blank', () => {
  expect(rows(scaleDocument([keptOf(ALL)]), '250,000').at(-1)).toEqual(['200', '', '', '', '', '100', '', '', '500']);
});

test('the largest size is no part of the model that is held to it', () => {
  const slower = { ...runOf(20_000_000), import: { seconds: 2_501.25, cpuSeconds: 2_000, peakMegabytes: 1_600 } };
  const page = scaleDocument([keptOf([...ALL.slice(0, -1), slower])]);

  expect(page).not.toContain('Not measured yet');
  expect(rows(page, '`import`, time').at(1)).toEqual(['33.4 min', '41.7 min', '-20.0 %']);
  expect(rows(page, '`import`, peak memory').at(1)).toEqual(['800 MB', '1,600 MB', '-50.0 %']);
});

test('without the largest size the prediction stands alone, and its size is named as missing', () => {
  const page = scaleDocument([keptOf(ALL.slice(0, -1))]);

  expect(page).toContain('Not measured yet: 20,000,000 events.');
  expect(rows(page, 'store, disk').at(1)).toEqual(['16.0 GB', '', '']);
});

test('a million persons with a hundred million events lie between as many persons and as many events as were measured', () => {
  const page = scaleDocument([keptOf(ALL)]);

  expect(rows(page, 'store, disk').at(2)).toEqual(['32.0 GB', '80.0 GB']);
  expect(rows(page, '`import`, computing').at(2)).toEqual(['66.7 min', '2.78 h']);
  expect(rows(page, 'server, peak memory').at(2)).toEqual(['2,300 MB', '5,300 MB']);
});

test('services compute as much as was measured of them, else four times what import does', () => {
  const assumed = scaleDocument([keptOf(ALL)]);
  const measured = scaleDocument([
    keptOf(ALL),
    services([
      { what: 'computing of all services an event', runs: [20_000, 10_000, 15_000], unit: 'µs' },
      { what: 'bytes on our topics an event', runs: [1_000], unit: 'bytes' },
    ]),
  ]);

  expect(rows(assumed, 'computing of all services an event')).toEqual([['400 µs']]);
  expect(rows(assumed, 'disk of all brokers, 3 replicas')).toEqual([['90.0 GB']]);
  expect(assumed).toContain('taken as 4 times what `import` computes an event');
  expect(rows(measured, 'computing of all services an event')).toEqual([['15,000 µs']]);
  expect(rows(measured, 'disk of all brokers, 3 replicas')).toEqual([['300 GB']]);
  expect(rows(measured, 'instances, each of one core, over all services')).toEqual([['29']]);
  expect(rows(measured, 'partitions of each topic keyed by person')).toEqual([['128 (today 12)']]);
});

test('a size that is measured again takes the place of its earlier run, whatever the order they are run in', () => {
  const again = { ...runOf(500_000), events: 7 };
  const runs = [runOf(500_000), runOf(250_000), again].reduce(withRun, []);

  expect(runs.map(({ size }) => size)).toEqual([250_000, 500_000]);
  expect(runs.at(1)).toBe(again);
});

test('what is asked for is told of the sizes there are', () => {
  const told = (runs: readonly ScaleRun[]) =>
    figuresOf(runs).map(({ what, runs: [one], reach }) => ({ what, one, reach }));

  expect(told([])).toEqual([]);
  expect(told([runOf(5_000_000)])).toEqual([
    { what: '`import` of 5,000,000 events, peak memory', one: 500, reach: { atMost: 700 } },
  ]);
  expect(told(ALL)).toEqual([
    { what: '`import` of ten times the events, times as long', one: 9.82, reach: { atMost: 10.5 } },
    { what: '`import` of 5,000,000 events, peak memory', one: 500, reach: { atMost: 700 } },
    { what: '`import` of 20,000,000 events, peak memory', one: 800, reach: { atMost: 1_200 } },
  ]);
});
