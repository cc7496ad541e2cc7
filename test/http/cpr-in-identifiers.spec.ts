import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { feed, hospital, municipality, OTHER_HOSPITAL } from '../support/sectors';
import { about, BO, correction, type SourceEvent } from '../support/source-event';
import { bare, expectUnsaid, SPELLINGS } from '../support/spellings';
import { startTestServer, type TestServer } from './server';

/** What one source sends that writes the number into whatever names something. */
function story(spelling: string): SourceEvent[] {
  const contactId = `K ${spelling}`;
  const courseId = `F ${spelling}`;
  const [operation, angina] = hospital().pci('2023-01-03', { contactId });
  return about(
    BO,
    { ...(operation as SourceEvent), id: `e ${spelling}` },
    angina as SourceEvent,
    hospital().procedure('BVDY0', '2023-02-01', { contactId, recordId: `r ${spelling}` }),
    hospital().procedure(`BUGA0 ${spelling}`, '2023-02-02', { contactId, performedBy: `private:klinik ${spelling}` }),
    hospital().referral(`private:${spelling}`, ['diet'], '2023-02-03'),
    municipality().start('2023-03-01', { courseId, plannedSessions: 10 }),
    municipality().end('2023-06-01', { courseId, attendedSessions: 9 }),
  );
}

let server: TestServer;
type Receipts = { readonly id: string; readonly status: string; readonly notes?: { code: string; path: string }[] }[];
const receipts: Receipts = [];
beforeAll(async () => {
  server = await startTestServer();
  for (const spelling of SPELLINGS) {
    const status = feed(OTHER_HOSPITAL, 'silent', '2023-01-01', '2023-01-02', { source: `registry:${spelling}` });
    const refused = { ...hospital().diagnosis('DI219', '2023-01-03', { id: `no ${spelling}`, role: 'Q' }) };
    const named = { ...refused, data: { ...refused.data, cpr: BO, recordId: `r ${spelling}` } };
    const answer = await server.tell([story(spelling), status, named]);
    receipts.push(...(answer.body as Receipts));
  }
});
afterAll(() => server.stop());

test('events with a CPR number in an identifier are taken, and their source is told where', () => {
  const sent = SPELLINGS.map((spelling) => `e ${spelling}`);
  const paths = new Set(
    receipts.flatMap(({ notes = [] }) =>
      notes.filter(({ code }) => code === 'CPR_IN_IDENTIFIER').map(({ path }) => path),
    ),
  );

  expect(receipts.map(({ id }) => id)).toEqual(expect.arrayContaining(sent));
  expect(receipts.filter(({ status }) => status === 'rejected')).toHaveLength(SPELLINGS.length);
  expect([...paths].sort()).toEqual(
    [
      'data.code',
      'data.contactId',
      'data.courseId',
      'data.performedBy',
      'data.recordId',
      'data.to',
      'id',
      'source',
    ].sort(),
  );
});

test('they link and decide as any other name would', async () => {
  const { body } = await server.request.post('/api/v1/persons/lookup').send({ cpr: BO });
  const { person } = body as { readonly person: string };
  const view = (await server.request.get(`/api/v1/persons/${person}/pathways`)).body as {
    readonly decisions: { indicator: string; outcome: string; decisive: { record: string }[] }[];
  };
  const outcomeOf = (key: string) => view.decisions.find(({ indicator }) => indicator === key)?.outcome;

  expect([outcomeOf('participation'), outcomeOf('retention')]).toEqual(['met', 'met']);
  expectUnsaid(JSON.stringify(view));
});

test.each(['/api/v1/rejected', '/api/v1/findings', '/api/v1/feeds', '/metrics', '/health'])(
  '%s says nothing of them',
  async (address) => {
    const { text } = await server.request.get(address);

    expect(text.length).toBeGreaterThan(0);
    expectUnsaid(text);
  },
);

test('neither the log nor a file of the store holds one', () => {
  for (const line of server.logged) expectUnsaid(line);
  const files = readdirSync(server.folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  expect(files.map(({ name }) => name)).toEqual(expect.arrayContaining(['rehabspor.db', 'rehabspor.db-wal']));
  for (const { parentPath, name } of files) {
    const bytes = readFileSync(join(parentPath, name));
    for (const spelling of SPELLINGS) expect(bytes.includes(spelling)).toBe(false);
    expect(bytes.includes('1502779995')).toBe(false);
  }
});

test('a correction finds the record it names, and the same id under other content is found out', async () => {
  const [spelling = ''] = SPELLINGS;
  const sent = story(spelling)[2] as SourceEvent;
  const again = await server.tell({
    ...sent,
    id: 'a correction',
    data: { ...sent.data, version: 2, status: 'retracted' },
  });
  const reused = await server.tell(correction(story(spelling)[0] as SourceEvent, { id: `e ${spelling}` }));

  expect(again.text).toContain('accepted');
  expect(again.text).not.toContain('RECORD_OF_ANOTHER_PERSON');
  expect(reused.text).toContain('ID_REUSED');
  expect(bare(reused.text)).toContain('1502779995'); // What the source itself calls its event.
});
