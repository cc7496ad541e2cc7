import { judge, judgeTogether } from './judged';
import { addDays, dayNumber } from '../../src/kernel/day';
import { loadOrganisationList } from '../../src/platform/contracts/organisation-list';
import { loadSchemas } from '../../src/platform/contracts/schema-validators';
import { daily, drawHistory, weekly, type Source } from './simulated-sources';

const { hospitals, regions } = loadOrganisationList(loadSchemas());
const SILENT_FROM = '2023-09-01';
const RUNS = Number(process.env['FEED_YEARS'] ?? 30);
/** About 12,000 patients a year with some 25 events from hospitals each. */
const EVENTS_A_DAY = (12_000 * 25) / 365;
const PERIOD = { from: '2022-08-01', to: addDays(SILENT_FROM, 20), silentFrom: SILENT_FROM } as const;

const members = (region: string) => [...hospitals.values()].filter((hospital) => hospital.region === region);
const regionsWithHospitals = [...regions.keys()].filter((code) => members(code).length > 1);
const shares = [...hospitals.values()].reduce((sum, { share }) => sum + share, 0);

const hospital = (share: number): Source =>
  daily({ perDay: 1.3 * EVENTS_A_DAY * (share / shares), weekend: 0.3, dayOff: 0.25, dispersion: 2 });

/** Days from the first silent day until each of a region’s hospitals was told as silent, judged at the end of each day. */
function delaysOf(region: string, seed: number): number[] {
  const histories = members(region).map(({ sor, share }, at) =>
    drawHistory(hospital(share), seed * 100 + at, PERIOD, `hospital:${sor}`),
  );
  const delays = new Map<string, number>();
  for (let passed = 1; passed <= 20 && delays.size < histories.length; passed += 1) {
    const day = addDays(SILENT_FROM, passed - 1);
    const judged = judgeTogether(
      histories.map((history) => judge(history, day)),
      () => region,
    );
    for (const { organisation, state } of judged) {
      if (state === 'silent' && !delays.has(organisation)) delays.set(organisation, passed);
    }
  }
  return histories.map(({ organisation }) => delays.get(organisation) ?? Number.POSITIVE_INFINITY);
}

test('a region’s hospitals that fall silent on 1 September are all told within three days, in every run', () => {
  const delays: number[] = [];
  for (let seed = 1; seed <= RUNS; seed += 1) {
    delays.push(...delaysOf(regionsWithHospitals[seed % regionsWithHospitals.length] as string, seed));
  }
  const within = delays.filter((delay) => delay <= 3).length;
  if (process.env['FEED_YEARS'] !== undefined) {
    const worst = Math.max(...delays);
    process.stdout.write(`${RUNS} runs: ${within} of ${delays.length} hospitals within 3 days, worst ${worst}\n`);
  }

  expect(delays.length).toBeGreaterThan(RUNS * 2);
  expect(within).toBe(delays.length);
});

describe('a source of one event a week', () => {
  const rare = daily({ perDay: 1 / 7, weekend: 1, dayOff: 1, dispersion: 1 });
  const sendingOn =
    (last: string, source: Source): Source =>
    (chance) => {
      const draw = source(chance);
      return (day) => (day === dayNumber(last) ? 1 : draw(day));
    };
  it.each([
    ['at random', rare],
    ['every Wednesday', weekly],
  ])('that sends %s does not alarm on the third silent day, whatever the seed', (_when, source) => {
    const alarmed: number[] = [];
    for (let seed = 1; seed <= 100; seed += 1) {
      const history = drawHistory(sendingOn(addDays(SILENT_FROM, -1), source), seed, PERIOD);
      if (judge(history, addDays(SILENT_FROM, 2)).findings.length > 0) alarmed.push(seed);
    }

    expect(alarmed).toEqual([]);
  });

  it('that sends every Wednesday is told at the end of the second Wednesday in a row that it misses', () => {
    const history = drawHistory(weekly, 1, { ...PERIOD, to: '2024-03-01' });

    expect(judge(history, '2023-09-06').state).toBe('connected');
    expect(judge(history, '2023-09-12').state).toBe('connected');
    expect(judge(history, '2023-09-13').state).toBe('silent');
    expect(judge(history, '2024-03-01').state).toBe('silent');
  });
});
