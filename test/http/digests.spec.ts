import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import canonicalize from 'canonicalize';
import { changedSet } from '../definitions/changed-set';
import { PATIENTS } from '../definitions/stories';
import { temporaryFolder } from '../support/temporary-folder';
import { startTestServer, type TestServer } from './server';

/** As anyone works a digest out, with a library of theirs. */
const sha256 = (text: string | undefined): string =>
  `sha256:${createHash('sha256')
    .update(text ?? '')
    .digest('hex')}`;

type Members = Readonly<Record<string, unknown>>;
interface Operation {
  readonly parameters?: readonly { readonly in: string; readonly name: string; readonly required?: boolean }[];
}

let server: TestServer;
let reports: readonly string[];

const get = async (path: string): Promise<Members> => (await server.request.get(path).expect(200)).body as Members;
const post = async (path: string, body: object): Promise<Members> =>
  (await server.request.post(`/api/v1${path}`).send(body)).body as Members;

beforeAll(async () => {
  server = await startTestServer();
  await server.tell(PATIENTS);
});
afterAll(() => server.stop());

/** Every object in an answer that carries a digest. */
function digestedIn(value: unknown): Members[] {
  if (value === null || typeof value !== 'object') return [];
  const inside = Object.values(value).flatMap(digestedIn);
  return typeof (value as Members)['digest'] === 'string' ? [value as Members, ...inside] : inside;
}

/** What a digest has to be: of everything else in the document, but that records in a book tell the digest of what is kept. */
async function expectedDigest({ digest: _digest, ...rest }: Members): Promise<string> {
  if ('question' in rest || 'countedAgain' in rest) {
    return sha256((await server.request.get(`/api/v1/reports/${String(rest['id'])}/content`)).text);
  }
  if ('standing' in rest) {
    return sha256(canonicalize((await get(`/api/v1/definitions/${String(rest['definition'])}`))['set']));
  }
  return sha256(canonicalize(rest));
}

async function expectSound(answer: Members): Promise<number> {
  const digested = digestedIn(answer);
  for (const document of digested) expect(document['digest']).toBe(await expectedDigest(document));
  return digested.length;
}

test('what is kept in a book is answered with the digest of what is kept', async () => {
  const by = 'Anna Holm';
  const definitions = changedSet(3, { 'field: systolic, below: 140': 'field: systolic, below: 130' });
  const answers = [
    await post('/definitions', { definitions, by }),
    await post('/definitions/dhrd-2023/3/trials', { by, level: 'hospital' }),
    await post('/definitions/dhrd-2023/3/approve', { by: 'Bo Krog' }),
    await post('/reports', { period: 'all', asOf: '2024-06-30', by }),
    await post('/reports', { period: '2023', asOf: '2024-06-30', by }),
  ];
  reports = answers.slice(-2).map(({ id }) => String(id));
  answers.push(await post(`/reports/${reports[0]}/approve`, { by: 'Bo Krog' }));

  for (const answer of answers) expect(await expectSound(answer)).toBeGreaterThan(0);
  const { definitionDigest } = answers.at(-1)?.['question'] as Members;
  expect(definitionDigest).toBe(sha256(canonicalize((await get('/api/v1/definitions/dhrd-2023/2'))['set'])));
});

test('every answer of the interface that carries a digest carries its own', async () => {
  const [from = '', to = ''] = reports;
  const values: Readonly<Record<string, string>> = {
    ...{ set: 'dhrd-2023', version: '3', key: 'blood-pressure', indicator: 'blood-pressure', section: 'sources' },
    ...{ organisation: 'hospital:330901000016003', person: await somebody(), policy: 'bugOnReferral' },
    ...{ id: from, from, to, period: 'all', format: 'json' },
  };
  const { paths } = (await get('/docs-json')) as unknown as { paths: Record<string, { get?: Operation }> };
  const carrying: string[] = [];
  for (const [path, { get: operation }] of Object.entries(paths)) {
    // Changes never end; what was refused of a source is for that source alone; nothing was handed in here.
    if (operation === undefined || path === '/api/v1/changes' || path.endsWith('/rejected/{number}')) continue;
    if (path.startsWith('/api/v1/deliveries/')) continue;
    const query = (operation.parameters ?? []).filter(({ in: place, required }) => place === 'query' && required);
    const asked = query.map(({ name }) => `${name}=${values[name]}`).join('&');
    const answer = await server.request.get(
      `${path.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')}?${asked}`,
    );
    if (path.startsWith('/api/v1/')) expect([path, answer.status]).toEqual([path, 200]);
    if ((await expectSound(answer.body as Members)) > 0) carrying.push(path.replace('/api/v1', ''));
  }
  expect(carrying.sort()).toEqual(
    [
      ...['/coverage', '/definitions', '/definitions/{set}/{version}', '/definitions/{set}/{version}/difference'],
      ...['/definitions/{set}/{version}/trials', '/exports/report', '/indicators/{key}/results', '/reports'],
      ...['/reports/{id}', '/reports/{id}/reproduce', '/transitions'],
      '/units/{organisation}/profile',
    ].sort(),
  );
});

test.each([
  '/indicators/diet/results?period=all&level=hospital',
  '/indicators/ldl/results?period=2023&interval=wilson&definition=dhrd-2023/3',
  '/units/denmark/profile?period=2023&goalLevel=high',
  '/transitions?period=2023&hospital=hospital:330901000016003',
  '/definitions/dhrd-2023/3/difference?level=hospital&period=2023',
])('the digest of %s covers what was asked for', async (path) => {
  expect(await expectSound(await get(`/api/v1${path}`))).toBe(1);
});

test('files in other forms name the digest of the same report as JSON', async () => {
  const asked = '/api/v1/exports/report?period=all&level=region&asOf=2024-06-30';
  const { digest } = await get(`${asked}&format=json`);

  const fhir = await server.request.get(`${asked}&format=fhir`).responseType('blob');
  expect(JSON.parse(String(fhir.body as Buffer))).toMatchObject({ identifier: { value: digest } });
});

test('the command that docs/operating.md gives works a digest out', async () => {
  const page = readFileSync(join(__dirname, '..', '..', 'docs', 'operating.md'), 'utf8');
  const [, command = ''] = /^(node -e .+) answer\.json$/m.exec(page) ?? [];
  const { text, body } = await server.request.get('/api/v1/indicators/diet/results?period=all&level=hospital');
  const file = join(temporaryFolder(), 'answer.json');
  writeFileSync(file, text);

  const told = execFileSync('sh', ['-c', `${command} "$0"`, file], { encoding: 'utf8' });
  expect(told.trim()).toBe((body as Members)['digest']);
});

async function somebody(): Promise<string> {
  const { cases } = (await get('/api/v1/indicators/blood-pressure/cases?period=all')) as {
    cases: readonly { readonly person: string }[];
  };
  return cases[0]?.person ?? '';
}
