import { createHash } from 'node:crypto';
import { hospital, municipality } from '../support/sectors';
import { expectProblem, startTestServer, type TestServer } from './server';

interface Head {
  readonly id: string;
  readonly state: string;
  readonly digest: string;
  readonly question: Readonly<Record<string, unknown>>;
  readonly steps: readonly {
    readonly step: string;
    readonly by: string;
    readonly at: string;
    readonly note?: string;
  }[];
}

let server: TestServer;
let first: Head;
let second: Head;

const post = (path: string, body: object) => server.request.post(`/api/v1/reports${path}`).send(body);
const freezing = (comments: readonly unknown[]) => ({ period: '2023', by: 'Anna Holm', comments });
const get = (path: string) => server.request.get(`/api/v1/reports${path}`);

beforeAll(async () => {
  server = await startTestServer();
  await server.tell(hospital().pci('2023-01-03'));
  const asked = { period: 'all', asOf: '2024-06-30', by: 'Anna Holm' };
  first = (await post('', { ...asked, note: 'Udkast' })).body as Head;
  server.setNow('2024-07-01T12:00:00Z');
  await server.tell(municipality().start('2023-02-01'));
  second = (await post('', asked)).body as Head;
});
afterAll(() => server.stop());

test('a frozen report says what was asked, by whom and under what', () => {
  expect(first).toMatchObject({
    state: 'frozen',
    digest: expect.stringMatching(/^sha256:[0-9a-f]{64}$/) as string,
    question: {
      period: { name: 'all' },
      asOf: '2024-06-30',
      knownAt: '2024-06-30T12:00:00.000Z',
      definition: 'dhrd-2023/2',
      definitionDigest: expect.stringMatching(/^sha256:/) as string,
      organisationsDigest: expect.stringMatching(/^sha256:/) as string,
      policy: { bugOnReferral: 'strict' },
    },
    steps: [{ step: 'frozen', by: 'Anna Holm', at: '2024-06-30T12:00:00.000Z', note: 'Udkast' }],
  });
});

test('its content is answered byte for byte as its digest says', async () => {
  const { text, headers } = await get(`/${first.id}/content`);

  expect(`sha256:${createHash('sha256').update(text).digest('hex')}`).toBe(first.digest);
  expect(headers['content-type']).toMatch(/^application\/json/);
  expect((await get(`/${first.id}`)).body).toEqual({ ...first, content: JSON.parse(text) as object });
});

test('it is counted again from the events to the same digest, though others have come since', async () => {
  expect((await get(`/${first.id}/reproduce`)).body).toEqual({
    id: first.id,
    outcome: 'same',
    digest: first.digest,
    countedAgain: first.digest,
    isKeptWhole: true,
  });
});

test('what the registry writes beside an indicator is sealed with the report and counted again with it', async () => {
  const comments = [
    { indicator: 'diet', kind: 'commentary', text: 'Diæt bliver sjældent registreret.' },
    { indicator: 'diet', kind: 'recommendation', text: 'Registrér BUG-koden.' },
  ];
  const asked = { period: '2023', asOf: '2024-06-30', by: 'Anna Holm' };
  const without = (await post('', asked)).body as Head;
  const commented = (await post('', { ...asked, comments })).body as Head;

  expect((await get(`/${commented.id}/content`)).body).toMatchObject({ comments });
  expect(commented.digest).not.toBe(without.digest);
  expect((await get(`/${commented.id}/reproduce`)).body).toMatchObject({ outcome: 'same' });
  for (const { id } of [without, commented]) await post(`/${id}/withdraw`, { by: 'Anna Holm', reason: 'Prøve' });
});

test('all reports are listed with their states', async () => {
  const { reports } = (await get('')).body as { reports: Head[] };

  expect(reports.slice(0, 2).map(({ id }) => id)).toEqual([first.id, second.id]);
  expect(Object.keys(reports[0] ?? {})).not.toContain('content');
});

test('a report moves because of what came late, and the parts add up', async () => {
  const { body } = await get(`/${first.id}/movement/${second.id}?indicator=participation`);
  const { rows } = body as { rows: { parts: { cause: string; counts: { met: number } }[]; text: object }[] };

  expect(body).toMatchObject({ level: 'denmark', context: 'treated' });
  expect(rows).toMatchObject([
    {
      indicator: 'participation',
      unit: { id: 'denmark' },
      from: { met: 0, notMet: 1 },
      to: { met: 1, notMet: 0 },
      change: { met: 1, notMet: -1 },
      parts: [{ cause: 'late-events', counts: { met: 1, notMet: -1 }, decisions: 1 }],
      text: {
        da: 'opfyldt 0 → 1 (+1): sene indberetninger +1; ikke opfyldt 1 → 0 (−1): sene indberetninger −1',
        en: 'met 0 → 1 (+1): late events +1; not met 1 → 0 (−1): late events −1',
      },
    },
  ]);
});

test('it is approved by a second person, published and withdrawn', async () => {
  const same = await post(`/${second.id}/approve`, { by: 'anna holm' });
  expectProblem(same, 409);
  expect(same.text).toContain('second person');

  const early = await post(`/${second.id}/publish`, { by: 'Bo Lund' });
  expectProblem(early, 409);
  expect(early.text).toContain('approved or withdrawn');

  expect((await post(`/${second.id}/approve`, { by: 'Bo Lund' })).body).toMatchObject({ state: 'approved' });
  expect((await post(`/${second.id}/publish`, { by: 'Anna Holm' })).body).toMatchObject({ state: 'published' });
  const published = (await get(`/${second.id}/content`)).text;
  const withdrawn = await post(`/${second.id}/withdraw`, { by: 'Bo Lund', reason: 'En kilde manglede' });

  expect(withdrawn.status).toBe(200);
  expect((withdrawn.body as Head).steps.map(({ step, note }) => [step, note])).toEqual([
    ['frozen', undefined],
    ['approved', undefined],
    ['published', undefined],
    ['withdrawn', 'En kilde manglede'],
  ]);
  expect((await get(`/${second.id}/content`)).text).toBe(published);
  expectProblem(await post(`/${second.id}/publish`, { by: 'Bo Lund' }), 409);
});

test.each([
  ['', { period: 'soon', by: 'Anna Holm' }, 'period'],
  ['', { period: '2023' }, 'by'],
  ['', { period: '2023', by: '  ' }, 'by'],
  ['', { period: '2023', by: 'Anna 150277-9995' }, 'by'],
  ['', { period: '2023', by: 'Anna Holm', note: 'om 1502779995' }, 'note'],
  ['', { period: '2023', by: 'Anna Holm', asOf: 'x' }, 'asOf'],
  ['', freezing([{ indicator: 'diet', kind: 'audit', text: 'om 1502779995' }]), 'comments.0.text'],
  ['', freezing([{ indicator: 'diet', kind: 'praise', text: 'Godt' }]), 'comments.0.kind'],
  ['', freezing([{ indicator: 'luck', kind: 'audit', text: 'Godt' }]), 'comments.0.indicator'],
  ['', { period: '2023', by: 'Anna Holm', knownAt: '2030-01-01T00:00:00Z' }, 'knownAt'],
  ['/r0/withdraw', { by: 'Bo Lund' }, 'reason'],
  ['/r0/approve', {}, 'by'],
])('posting %s %j is told what is wrong with %s', async (path, body, field) => {
  const response = await post(path, body);

  expectProblem(response, 400);
  expect((response.body as { errors: { path: string }[] }).errors.map((error) => error.path)).toEqual([field]);
  expect(response.text).not.toContain('9995');
});

test.each(['/r0', '/r0/content', '/r0/reproduce', '/r0/movement/r1'])('there is no report %s', async (path) => {
  const response = await get(path);

  expectProblem(response, 404);
  expect(response.text).toContain('/api/v1/reports');
});

test('a movement at a level or of an indicator that is not there is told which are', async () => {
  const path = `/${first.id}/movement/${second.id}`;
  const indicator = await get(`${path}?indicator=happiness`);
  const level = await get(`${path}?level=planet`);
  const context = await get(`${path}?level=hospital&context=resident`);

  expectProblem(indicator, 404);
  expect(indicator.text).toContain('participation');
  expectProblem(level, 400);
  expect(level.text).toContain('municipality');
  expectProblem(context, 400);
});
