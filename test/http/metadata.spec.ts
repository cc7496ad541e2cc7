import { SECTIONS } from '../../src/definitions/domain/metadata/metadata';
import { loadDescriptions } from '../../src/platform/contracts/descriptions';
import { loadSchemas } from '../../src/platform/contracts/schema-validators';
import { codeListsOf } from '../../src/definitions/domain/metadata/code-lists';
import { definitions } from '../support/evaluate';
import { expectProblem, startTestServer, type TestServer } from './server';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const get = async (path: string): Promise<string> => {
  const response = await server.request.get(`/api/v1/metadata${path}`);
  expect(response.status).toBe(200);
  return response.text;
};
const said = loadDescriptions(loadSchemas());

test('every indicator is described in Danish and English without sign-in', async () => {
  for (const { key, title } of definitions.indicators) {
    const both = await get(`/indicators/${key}`);
    expect(both).toContain(JSON.stringify(title.da));
    expect(both).toContain(JSON.stringify(title.en));
    expect(both).toContain('"label":"arbejdsdefinition"');
  }
});

test('every code list, rule, source and word is described in Danish and English', async () => {
  const [lists, rules, sources, words] = [
    await get('/code-lists'),
    await get('/rules'),
    await get('/sources'),
    await get('/words'),
  ];
  for (const { key, codes } of codeListsOf(definitions)) {
    expect(lists).toContain(JSON.stringify(key));
    for (const code of codes) expect(lists).toContain(JSON.stringify(code));
  }
  for (const language of ['da', 'en'] as const) {
    for (const { text } of said.rules) expect(rules).toContain(JSON.stringify(text[language]));
    for (const { reports, never } of said.sources) {
      expect(sources).toContain(JSON.stringify(reports[language]));
      expect(sources).toContain(JSON.stringify(never[language]));
    }
    for (const { text } of [...said.outcomes, ...said.findings, ...said.rejections]) {
      expect(words).toContain(JSON.stringify(text[language]));
    }
  }
});

test('the index leads to addresses that answer', async () => {
  const hrefs = [...(await get('')).matchAll(/"href":"\/api\/v1\/metadata([^"]+)"/g)].map(([, path]) => path ?? '');

  expect(hrefs.length).toBe(definitions.indicators.length + SECTIONS.length);
  for (const path of hrefs) await get(path);
});

test('one language may be asked for', async () => {
  const text = await get('/indicators/diet?lang=da');

  expect(text).toContain('"title":"Diætbehandling"');
  expect(text).not.toContain('Diet treatment');
});

test.each([
  ['/indicators/cholesterol', 404, 'antithrombotic'],
  ['/secrets', 404, 'code-lists'],
  ['?lang=sv', 400, 'da, en'],
])('%s is told what there is', async (path, status, told) => {
  const response = await server.request.get(`/api/v1/metadata${path}`);

  expectProblem(response, status);
  expect(response.text).toContain(told);
});
