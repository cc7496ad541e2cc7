import { historyOf, type History } from '../../src/feeds/domain/history';
import { judge, judgeTogether } from './judged';
import { codeFamily } from '../../src/kernel/code-family';
import { addDays } from '../../src/kernel/day';
import { countDelivered, deliveredOf, type Delivered } from '../../src/kernel/delivery';
import { kindOfType } from '../../src/kernel/event-kinds';
import { loadOrganisationList } from '../../src/platform/contracts/organisation-list';
import { loadSchemas } from '../../src/platform/contracts/schema-validators';
import { generatePopulation } from '../../src/synthetic/generate-population';
import { organisationInputOf } from '../../src/synthetic/organisation-input';

const list = loadOrganisationList(loadSchemas());
const LAST_DAY = '2023-09-22';
/** What was recorded by 31 August still comes on 1 and 2 September; nothing new from the 3rd on. */
const LAST_RECORDED = '2023-08-31';
const LAST_DELIVERED = '2023-09-02';

interface Line {
  readonly source: string;
  readonly type: string;
  readonly time: string;
  readonly receivedtime: string;
  readonly data: { readonly version?: number; readonly status?: 'active' | 'retracted' };
}

const histories: History[] = [];
/** The region’s hospitals that recorded nothing from September on. */
const silent = new Set<string>();

beforeAll(() => {
  const delivered = new Map<string, Delivered[]>();
  const lastRecorded = new Map<string, string>();
  const options = { patients: 8_000, seed: 11, years: 1, organisations: organisationInputOf(list) };
  generatePopulation(options, (text) => {
    for (const line of text.trimEnd().split('\n')) {
      if (!line.includes('"source":"hospital:')) continue;
      const { source, type, time, receivedtime, data } = JSON.parse(line) as Line;
      const kind = kindOfType(type);
      if (kind === undefined || source.length !== 'hospital:'.length + 15) continue;
      const { version = 1, status = 'active' } = data;
      const of = { source, kind, data, version, status, time: Date.parse(time), receivedAt: Date.parse(receivedtime) };
      const own = delivered.get(source) ?? [];
      own.push(deliveredOf(of, codeFamily(kind, data)));
      delivered.set(source, own);
      if (time > (lastRecorded.get(source) ?? '')) lastRecorded.set(source, time);
    }
  });
  for (const [organisation, own] of delivered) {
    const history = historyOf(organisation, countDelivered(own), LAST_DAY);
    if (history !== undefined) histories.push(history);
  }
  // The largest of those that record nothing more is in the region that fell silent.
  const [largest] = histories
    .filter(({ organisation }) => (lastRecorded.get(organisation) ?? '').slice(0, 10) <= LAST_RECORDED)
    .sort((a, b) => sumOf(b) - sumOf(a));
  const region = largest && regionOf(largest.organisation);
  for (const { organisation } of histories) if (regionOf(organisation) === region) silent.add(organisation);
});

const sumOf = ({ received }: History): number => received.reduce((sum, count) => sum + count, 0);
const regionOf = (organisation: string): string | undefined =>
  list.hospitals.get(organisation.slice('hospital:'.length))?.region;

const silentAsOf = (day: string): string[] =>
  judgeTogether(
    histories.map((history) => judge(history, day)),
    regionOf,
  )
    .filter(({ state }) => state === 'silent')
    .map(({ organisation }) => organisation)
    .sort();

test('one region’s hospitals have fallen silent, with stragglers still coming', () => {
  expect(silent.size).toBeGreaterThan(2);
  const stragglers = histories
    .filter(({ organisation }) => silent.has(organisation))
    .map(({ received }) => received.slice(-20).reduce((sum, count) => sum + count, 0));
  expect(Math.max(...stragglers)).toBeGreaterThan(0);
});

test('they and no others are told within three days of their last deliveries, in spite of the stragglers', () => {
  expect(silentAsOf(LAST_RECORDED)).toEqual([]);
  expect(silentAsOf(addDays(LAST_DELIVERED, 3))).toEqual([...silent].sort());
});

test('they are told for weeks, and at most one other at a time', () => {
  for (let day = addDays(LAST_DELIVERED, 4); day <= addDays(LAST_DELIVERED, 20); day = addDays(day, 1)) {
    const told = silentAsOf(day);

    expect(told).toEqual(expect.arrayContaining([...silent]));
    expect(told.length).toBeLessThanOrEqual(silent.size + 1);
  }
});
