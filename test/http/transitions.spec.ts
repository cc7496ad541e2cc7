import type { TransitionReport } from '../../src/transitions/application/transition-reports';
import type { OpenLoop } from '../../src/transitions/domain/open-loops';
import { feed, hospital, municipality, ODENSE, ODENSE_HOSPITAL } from '../support/sectors';
import { about, ANNA, BO, CARLA, DAVID } from '../support/source-event';
import { expectProblem, startTestServer, type TestServer } from './server';

const NYBORG = 'municipality:0450';
const { pci, referral } = hospital();
const odense = municipality();
const story = [
  about(ANNA, ...pci('2024-01-03'), referral(ODENSE, ['training'], '2024-01-10'), odense.start('2024-01-31')),
  about(ANNA, odense.end('2024-04-30', { outcome: 'stopped', reason: 'back at work' })),
  about(BO, ...pci('2024-01-20'), referral(ODENSE, ['training'], '2024-01-25')),
  about(CARLA, ...pci('2024-02-01'), referral(NYBORG, ['diet'], '2024-02-10')),
];

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await server.tell(story);
});
afterAll(() => server.stop());

const get = async <T>(path: string): Promise<T> => (await server.request.get(`/api/v1${path}`)).body as T;
const transitions = (query: string) => get<TransitionReport>(`/transitions?asOf=2024-06-30&${query}`);
interface Loops {
  readonly total: number;
  readonly loops: readonly OpenLoop[];
}

test('what came of referrals is told by pair and in all', async () => {
  const report = await transitions('period=2024');

  expect(report).toMatchObject({ definition: 'dhrd-2023/2', window: '180d', asOf: '2024-06-30', isEmpty: false });
  expect(report.total).toMatchObject({
    referred: 3,
    started: 1,
    open: 2,
    endings: { stopped: 1 },
    daysToStart: { n: 1, median: 21 },
    daysToEnd: { n: 1, median: 90 },
  });
  expect(report.pairs).toMatchObject([
    { hospital: { id: ODENSE_HOSPITAL }, municipality: { id: NYBORG, name: 'Nyborg' }, referred: 1, open: 1 },
    { municipality: { id: ODENSE, name: 'Odense' }, referred: 2, started: 1, open: 1 },
  ]);
});

test('the words of one patient alone are never told', async () => {
  const { total } = await transitions('period=2024');

  expect(total.dropOut).toEqual([{ reason: 'other', count: 1 }]);
});

test('one municipality or hospital can be asked for', async () => {
  expect(await transitions(`period=2024&municipality=${ODENSE}`)).toMatchObject({
    municipality: { name: 'Odense' },
    total: { referred: 2 },
    pairs: [{ referred: 2 }],
  });
  expect(await transitions(`period=2024&hospital=${ODENSE_HOSPITAL}&municipality=${NYBORG}`)).toMatchObject({
    total: { referred: 1, open: 1 },
  });
});

test('a period without referrals is zeros that say so', async () => {
  expect(await transitions('period=2021')).toMatchObject({ isEmpty: true, total: { referred: 0 }, pairs: [] });
});

test('the same question gives the same digest, and another day another', async () => {
  const first = await transitions('period=2024');

  expect(await transitions('period=2024')).toEqual(first);
  expect((await get<TransitionReport>('/transitions?period=2024&asOf=2024-01-20')).digest).not.toBe(first.digest);
});

test('open loops are listed with how long they can still be closed, page by page', async () => {
  const { total, loops } = await get<Loops>('/transitions/open-loops?period=2024&asOf=2024-06-30');
  const second = await get<Loops>('/transitions/open-loops?period=2024&asOf=2024-06-30&from=1&limit=1');

  expect(total).toBe(2);
  expect(loops).toMatchObject([
    { municipality: ODENSE, referredOn: '2024-01-25', daysOpen: 157, recoverableUntil: '2024-07-18', daysLeft: 19 },
    { municipality: NYBORG, recoverableUntil: '2024-07-30', daysLeft: 31 },
  ]);
  expect(loops.every(({ person }) => person.startsWith('p_'))).toBe(true);
  expect(second.loops).toEqual(loops.slice(1));
});

test('a loop closes as soon as a start comes in, and becomes unknown when the municipality falls silent', async () => {
  const path = '/transitions/open-loops?period=2024&asOf=2024-06-30';
  server.setNow('2024-07-01T12:00:00Z');
  await server.tell([
    about(BO, odense.start('2024-02-10')),
    about(DAVID, ...pci('2024-03-01'), referral('municipality:0751', [], '2024-03-05')),
  ]);
  expect((await get<Loops>(path)).loops.map((loop) => loop.municipality)).toEqual([NYBORG, 'municipality:0751']);
  await server.tell([feed('municipality:0751', 'not-connected', '2024-01-01')]);

  expect((await get<Loops>(path)).loops.map((loop) => loop.municipality)).toEqual([NYBORG]);
  expect(await get<Loops>(`${path}&standing=unknown`)).toMatchObject({
    loops: [{ municipality: 'municipality:0751', trouble: { reason: 'SOURCE_NOT_CONNECTED' } }],
  });
  expect((await transitions('period=2024')).total).toMatchObject({
    referred: 4,
    started: 2,
    open: 1,
    unknown: 1,
    lost: 0,
  });
});

test('what was known at an earlier moment is told as it was then', async () => {
  const { total } = await transitions('period=2024&knownAt=2024-06-30T23:00:00Z');

  expect(total).toMatchObject({ referred: 3, started: 1, open: 2, unknown: 0 });
});

test.each([
  ['hospital=hospital:12345678901', '330901000016003'],
  [`hospital=${ODENSE}`, '330901000016003'],
  ['municipality=0461', 'municipality:0461'],
  ['municipality=municipality:9999', 'municipality:0461'],
])('an organisation that is not there (%s) is told which are', async (query, listed) => {
  const response = await server.request.get(`/api/v1/transitions?period=2024&${query}`);

  expectProblem(response, 404);
  expect(response.text).toContain(listed);
});

test.each(['', 'period=soon', 'period=2024&asOf=x', 'period=2024&knownAt=2024-01-01'])(
  'a query such as "%s" is told what is wrong',
  async (query) => {
    expectProblem(await server.request.get(`/api/v1/transitions?${query}`), 400);
  },
);

test('published, no count is 1 or 2, a pair shown as nothing is not named, and there are neither quartiles nor lists', async () => {
  const published = await startTestServer({ REHABSPOR_VIEW: 'published' });
  try {
    await published.tell(story);
    const { body, text } = await published.request.get('/api/v1/transitions?period=2024');
    const { total, pairs, view } = body as TransitionReport;

    expect(view).toBe('published');
    for (const { referred, open, daysToStart } of [total, ...pairs]) {
      for (const count of [referred, open]) expect([1, 2]).not.toContain(count);
      expect(daysToStart.median).toBeNull();
    }
    for (const { referred, unreferred } of pairs) expect(referred + unreferred).toBeGreaterThan(0);
    expect(text).not.toContain('back at work');
    expectProblem(await published.request.get('/api/v1/transitions/open-loops?period=2024'), 403);
  } finally {
    await published.stop();
  }
});

test('asked again and again as of today, it is the same as asked for the first time, whatever came in between', async () => {
  const live = await startTestServer();
  const asked = async (one: TestServer): Promise<TransitionReport> =>
    (await one.request.get('/api/v1/transitions?period=2024')).body as TransitionReport;
  const told = [
    story,
    [about(DAVID, ...pci('2024-03-01'), referral(ODENSE, ['training'], '2024-03-05'))],
    [about(BO, odense.start('2024-02-20'))],
    [about(DAVID, odense.start('2024-03-25'), odense.end('2024-05-30', { outcome: 'completed' }))],
    [feed(NYBORG, 'silent', '2024-02-01')],
  ];
  for (let steps = 1; steps <= told.length; steps += 1) {
    await live.tell(told[steps - 1] ?? []);
    const fresh = await startTestServer();
    await fresh.tell(told.slice(0, steps).flat());

    expect(await asked(live)).toEqual(await asked(fresh));
    await fresh.stop();
  }
  expect((await asked(live)).total).toMatchObject({ referred: 4, started: 3, unknown: 1 });
  await live.stop();
});
