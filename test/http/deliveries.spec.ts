import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import type supertest from 'supertest';
import type { Reader } from '../../src/access/domain/reader';
import { SqliteDeliveryBook } from '../../src/platform/sqlite/sqlite-delivery-book';
import { ODENSE, ODENSE_HOSPITAL } from '../support/sectors';
import { ANNA, BO } from '../support/source-event';
import { as, StandIn } from '../support/stand-in';
import { until } from '../support/until';
import { expectProblem, startTestServer, type TestServer } from './server';

interface Receipt {
  readonly delivery: string;
  readonly outcome: 'waiting' | 'taken' | 'refused';
  readonly said: readonly string[];
  readonly counts?: Readonly<Record<string, number>>;
  readonly rejects?: string;
  readonly fingerprint: string;
}

const HEADINGS = 'type;cpr;courseId;startedOn;kind;deliveredOn;id';
const START = `start;${ANNA};F-1;2024-05-02;;;s1`;
const DIET = `intervention;${ANNA};F-1;;diet;03-05-2024;i1`;
const TRAINING = `intervention;${BO};;;training;2024-05-04;i2`;
const month = (...rows: readonly string[]): string => `${[HEADINGS, ...rows].join('\n')}\n`;

const of = (organisation: string, role: Reader['roles'][number] = 'source'): Reader => ({
  ...{ subject: `system of ${organisation}`, name: organisation, kind: 'system', purpose: 'own' },
  ...{ roles: [role, 'public'], organisation },
});
const OPERATOR: Reader = { ...of(ODENSE, 'operator'), subject: 'an operator' };
const HOSPITAL = 'hospital:330061000016003';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer({}, { signIn: new StandIn('nobody') });
});
afterEach(() => server.stop());

const at = (format: string, source: string = ODENSE, more = ''): string =>
  `/api/v1/deliveries/${format}?source=${source}${more}`;
const posted = (who: Reader, address: string, type = 'text/csv'): supertest.Test =>
  server.request.post(address).set(as(who)).type(type);
const handIn = (body: string | Buffer, type = 'text/csv', more = ''): supertest.Test =>
  posted(of(ODENSE), at('municipal', ODENSE, more), type).send(body);

/** The receipt of a delivery, once it was taken or refused. */
async function settled(answer: supertest.Response, who: Reader = of(ODENSE)): Promise<Receipt> {
  expect([answer.status, answer.body]).toMatchObject([202, { outcome: expect.any(String) as string }]);
  let receipt = answer.body as Receipt;
  await until('the delivery is taken or refused', async () => {
    const told = await server.request.get(String(answer.headers['location'])).set(as(who));
    expect(told.status).toBe(200);
    receipt = told.body as Receipt;
    return receipt.outcome !== 'waiting';
  });
  return receipt;
}

const rejectsOf = async ({ rejects = '' }: Receipt, more = ''): Promise<{ items: object[]; next?: number }> => {
  const { status, body } = await server.request.get(`${rejects}?source=${ODENSE}${more}`).set(as(of(ODENSE)));
  expect(status).toBe(200);
  return body as { items: object[]; next?: number };
};

/** How many events the store holds: what a second time would add to. */
const eventsKept = async (): Promise<number> => {
  await server.embedded.log.settled();
  const { body } = await server.request.get(`/api/v1/sources/${ODENSE}/events?limit=1000`).set(as(of(ODENSE)));
  return (body as { items: unknown[] }).items.length;
};

/** What lies below the store of deliveries. */
const left = (): string[] => {
  const folder = join(server.folder, 'deliveries');
  return existsSync(folder) ? (readdirSync(folder, { recursive: true }) as string[]) : [];
};

test('a month’s file is taken, its receipt tells so, and nothing of the file is left', async () => {
  const answer = await handIn(month(START, DIET, TRAINING));
  const receipt = await settled(answer);

  expect(answer.headers['location']).toBe(`/api/v1/deliveries/${receipt.delivery}?source=municipality%3A0461`);
  expect(receipt).toMatchObject({
    ...{ outcome: 'taken', format: 'municipal', source: ODENSE, extract: 'incremental' },
    counts: { parts: 3, events: 3, accepted: 3, duplicate: 0, rejected: 0, unchanged: 0, notReadable: 0 },
    said: ['3 parts read: 3 events; 0 unchanged, 0 not readable.', '3 events: 3 accepted, 0 repeated, 0 rejected.'],
  });
  expect(receipt.rejects).toBeUndefined();
  expect(await eventsKept()).toBe(3);
  expect(left().filter((name) => /files|part/.test(name))).toEqual([]);
});

test('the same twice changes nothing, and what is new, corrected or gone is told apart', async () => {
  const first = await settled(await handIn(month(START, DIET, TRAINING)));
  const again = await settled(await handIn(month(START, DIET, TRAINING)));
  expect([again.fingerprint, again.counts]).toMatchObject([first.fingerprint, { events: 0, unchanged: 3 }]);
  expect(await eventsKept()).toBe(3);

  const corrected = await settled(await handIn(month(START, DIET.replace('diet', 'training'), TRAINING)));
  expect(corrected.counts).toMatchObject({ events: 1, accepted: 1, unchanged: 2 });
  const whole = await settled(await handIn(month(START, TRAINING), 'text/csv', '&extract=full'));
  expect(whole.counts).toMatchObject({ events: 1, accepted: 1, retracted: 1, unchanged: 2 });
});

test('two at once are both taken, one after the other', async () => {
  const answers = await Promise.all([handIn(month(START, DIET)), handIn(month(DIET, TRAINING))]);
  const receipts = [await settled(answers[0]), await settled(answers[1])];

  expect(receipts.map(({ outcome }) => outcome)).toEqual(['taken', 'taken']);
  expect(receipts.map(({ counts }) => [counts?.['events'], counts?.['unchanged']]).sort()).toEqual([
    [1, 1],
    [2, 0],
  ]);
  expect(await eventsKept()).toBe(3);
});

test('each row that is not taken is told with its file, row, column and reason, page by page', async () => {
  const rows = [
    START,
    'something;1;;;;;',
    DIET.replace('03-05-2024', '2024-13-01'),
    TRAINING.replace(BO, '0000000000'),
  ];
  const receipt = await settled(await handIn(month(...rows)));
  expect(receipt.counts).toMatchObject({ accepted: 1 });
  const { items, next } = await rejectsOf(receipt);

  expect(items).toHaveLength(3);
  expect(next).toBeUndefined();
  expect(items).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ file: 'delivery.csv', row: 3, message: expect.any(String) as string }),
      expect.objectContaining({ file: 'delivery.csv', row: 4, column: 'deliveredOn' }),
      expect.objectContaining({ file: 'delivery.csv', row: 5, status: 'rejected', code: 'INVALID_CPR' }),
    ]),
  );
  const page = await rejectsOf(receipt, '&limit=2');
  expect([page.items, page.next]).toEqual([items.slice(0, 2), 2]);
  expect((await rejectsOf(receipt, '&after=2')).items).toEqual(items.slice(2));
});

test('a zip, a compressed file and a form of several files are taken alike', async () => {
  const zip = Buffer.from(zipSync({ 'may.csv': strToU8(month(START, DIET)) }));
  expect((await settled(await handIn(zip, 'application/zip'))).counts).toMatchObject({ accepted: 2 });
  const packed = posted(of(ODENSE), at('municipal'))
    .set('content-encoding', 'gzip')
    .send(gzipSync(month(START, TRAINING)));
  expect((await settled(await packed)).counts).toMatchObject({ accepted: 1, unchanged: 1 });

  const folder = join(__dirname, '..', 'formats', 'examples', 'lpr-f', 'plain');
  const form = server.request.post('/api/v1/deliveries/lpr-f').set(as(OPERATOR));
  for (const name of readdirSync(folder)) form.attach('files', join(folder, name));
  const receipt = await settled(await form, OPERATOR);
  expect([receipt.outcome, receipt.said]).toMatchObject(['taken', expect.anything()]);
  expect(receipt.counts?.['events']).toBeGreaterThan(3);
});

test('a delivery that lacks a table or a column is refused whole, with what it lacks', async () => {
  const tableless = server.request.post('/api/v1/deliveries/lpr-f').set(as(OPERATOR));
  const folder = join(__dirname, '..', 'formats', 'examples', 'lpr-f', 'plain');
  const without = readdirSync(folder).filter((name) => !name.startsWith('kontakter'));
  for (const name of without) tableless.attach('files', join(folder, name));
  const lacking = await settled(await tableless, OPERATOR);
  expect([lacking.outcome, lacking.said.join()]).toEqual(['refused', expect.stringMatching(/kontakter/)]);

  const columnless = await settled(await handIn(month(START, DIET).replaceAll(/;cpr|;\d{10}/g, '')));
  expect([columnless.outcome, columnless.said.join()]).toEqual(['refused', expect.stringMatching(/cpr/)]);
  expect(columnless.counts).toBeUndefined();
  expect(await eventsKept()).toBe(0);
  // A refused one is no hindrance to the mended one.
  expect((await settled(await handIn(month(START, DIET)))).counts).toMatchObject({ accepted: 2 });
});

test('a file in another encoding is read, or refused with how to save it', async () => {
  const latin = Buffer.from(month(`${START.replace('F-1', 'Forløb-æ')}`), 'latin1');
  expect((await settled(await handIn(latin))).outcome).toBe('taken');
  const lost = Buffer.from(month(`${START.replace('F-1', 'Forl\ufffdb')}`), 'utf8');
  const receipt = await settled(await handIn(lost));
  expect(receipt.said.join() + JSON.stringify(receipt.rejects === undefined ? '' : await rejectsOf(receipt))).toMatch(
    /letter|UTF-8/,
  );
  const binary = await settled(await handIn(Buffer.from([0, 1, 2, 3, 255, 254, 0, 0, 9])));
  expect(binary.outcome).toBe('refused');
});

test('a zip bomb, a zip that is cut off and one that is none are refused, and leave nothing behind', async () => {
  const bomb = Buffer.from(zipSync({ 'may.csv': new Uint8Array(520 << 20) }, { level: 1 }));
  const whole = Buffer.from(zipSync({ 'may.csv': strToU8(month(START, DIET)) }));
  const receipts = [];
  for (const body of [bomb, whole.subarray(0, 90), Buffer.from('no zip')])
    receipts.push(await settled(await handIn(body, 'application/zip')));

  expect(receipts.map(({ outcome, said }) => [outcome, said.join()])).toEqual([
    ['refused', expect.stringMatching(/more than 512 MB/)],
    ['refused', expect.stringMatching(/is not whole/)],
    ['refused', expect.stringMatching(/is not whole/)],
  ]);
  expect(left().filter((name) => /files|part/.test(name))).toEqual([]);
  expect(readdirSync(server.folder).filter((name) => name.startsWith('delivery-'))).toEqual([]);
});

test('a body that breaks off half-way is no delivery, and the next one is taken', async () => {
  const { port, hostname } = new URL(server.url);
  const body = month(START, DIET);
  const socket = connect(Number(port), hostname);
  socket.write(
    `POST ${at('municipal')} HTTP/1.1\r\nhost: ${hostname}:${port}\r\nauthorization: ${as(of(ODENSE)).authorization}\r\n` +
      `content-type: text/csv\r\ncontent-length: ${body.length + 100}\r\n\r\n${body}`,
  );
  await until('its beginning is there', () => left().some((name) => name.endsWith('delivery.csv')));
  socket.destroy();
  await until('nothing of it is left', () => left().length === 0);

  const cut = await posted(of(ODENSE), at('municipal'), 'multipart/form-data; boundary=b').send(
    '--b\r\ncontent-disposition: form-data; name="f"; filename="may.csv"\r\n\r\ntype;cpr',
  );
  expectProblem(cut, 400);
  expect(left()).toEqual([]);
  expect((await settled(await handIn(body))).counts).toMatchObject({ accepted: 2 });
});

test('one hands in for oneself alone, and sees what oneself handed in alone', async () => {
  const receipt = await settled(await handIn(month(START, DIET)));
  const get = (who: Reader, address: string): supertest.Test => server.request.get(address).set(as(who));
  const address = `/api/v1/deliveries/${receipt.delivery}`;

  expectProblem(await posted(of('municipality:0101'), at('municipal')).send(month(START)), 403);
  expectProblem(await posted(of(ODENSE), '/api/v1/deliveries/municipal').send(month(START)), 403);
  expectProblem(await server.request.post(at('municipal')).type('text/csv').send(month(START)), 401);
  expectProblem(await get(of('municipality:0101'), `${address}?source=${ODENSE}`), 403);
  expectProblem(await get(of('municipality:0101'), `${address}?source=municipality:0101`), 404);
  expectProblem(await get(of('municipality:0101'), `${address}/rejects?source=municipality:0101`), 404);
  expect((await get(OPERATOR, address)).status).toBe(200);
  expect(left().filter((name) => name.endsWith('receipt.json'))).toHaveLength(1);
});

test('of another organisation nothing is taken: a row is told, and a delivery in which others report is refused whole', async () => {
  const rows = [`${HEADINGS};kommunekode`, `${START};0461`, `${DIET};0101`];
  const own = await settled(await handIn(`${rows.join('\n')}\n`));
  expect(own.counts).toMatchObject({ accepted: 1, notReadable: 1 });
  expect((await rejectsOf(own)).items).toMatchObject([{ file: 'delivery.csv', row: 3 }]);
  expect(await eventsKept()).toBe(1);

  const folder = join(__dirname, '..', 'formats', 'examples', 'lpr-f', 'plain');
  const send = (who: Reader, source: string): supertest.Test => {
    const form = server.request.post(at('lpr-f', source)).set(as(who));
    for (const name of readdirSync(folder)) form.attach('files', join(folder, name));
    return form;
  };
  const foreign = await settled(await send(of(HOSPITAL, 'hospital'), HOSPITAL), of(HOSPITAL, 'hospital'));
  expect([foreign.outcome, foreign.said.join()]).toEqual([
    'refused',
    expect.stringMatching(/Row \d+ of \w+\.csv is of another organisation than hospital:/),
  ]);
  expect((await settled(await send(OPERATOR, ODENSE_HOSPITAL), OPERATOR)).outcome).toBe('taken');
});

test('what cannot be a delivery is told at once', async () => {
  expectProblem(await posted(of(ODENSE), at('excel')).send('x'), 404);
  expectProblem(await posted(of(ODENSE), at('municipal'), 'image/png').send(Buffer.from('x')), 415);
  expectProblem(await handIn(''), 400);
  expectProblem(await handIn(month(START), 'text/csv', '&extract=some'), 400);
  expectProblem(await handIn(month(START), 'text/csv', '&extracted=yesterday'), 400);
  const named = (...names: readonly string[]): supertest.Test => {
    const form = server.request.post(at('municipal')).set(as(of(ODENSE)));
    for (const filename of names) form.attach('file', Buffer.from(month(START)), { filename });
    return form;
  };
  expectProblem(await named('150277-9995.csv'), 400);
  expectProblem(await named('may.csv', 'may.csv'), 400);
  expectProblem(await named('.hidden'), 400);
  expectProblem(
    await server.request
      .post(at('municipal'))
      .set(as(of(ODENSE)))
      .field('text', 'no file'),
    400,
  );
  const big = server.request
    .post(at('municipal'))
    .set(as(of(ODENSE)))
    .type('text/csv')
    .set('content-length', String(2 ** 30));
  expect([413, 0]).toContain(
    await big.send('x').then(
      ({ status }) => status,
      () => 0,
    ),
  );
  expect(left()).toEqual([]);
});

test('the receipt is in the language that was asked for', async () => {
  const receipt = await settled(await handIn(month(START)).set('accept-language', 'da'));
  expect(receipt.said).toEqual([
    '1 dele læst: 1 hændelser; 0 uændrede, 0 kunne ikke læses.',
    '1 hændelser: 1 modtaget, 0 gentaget, 0 afvist.',
  ]);
});

test('what waits while another process reads a delivery, or was not read before a stop, is read later', async () => {
  const other = new SqliteDeliveryBook(server.folder);
  other.begin('municipal');
  const answer = await handIn(month(START, DIET));
  expect(answer.body).toMatchObject({ outcome: 'waiting', said: ['It waits to be read; ask again.'] });
  const later = await handIn(month(START, DIET.replace('diet', 'training')));
  const { folder } = server;
  await server.close();
  other.close();
  expect(left().filter((name) => name.endsWith('.csv'))).toHaveLength(2);

  const stopped = server;
  server = await startTestServer({ REHABSPOR_DATA: folder }, { signIn: new StandIn('nobody') });
  try {
    expect((await settled(answer)).counts).toMatchObject({ accepted: 2 });
    expect((await settled(later)).counts).toMatchObject({ accepted: 1, unchanged: 1 });
  } finally {
    await server.stop();
    await stopped.stop();
  }
  server = await startTestServer({}, { signIn: new StandIn('nobody') });
});

test('a CPR number that a file says where none belongs comes out nowhere', async () => {
  const receipt = await settled(
    await handIn(month(START, `${DIET.replace('diet', ANNA)}`, `${ANNA};${ANNA};${ANNA};;;;`)),
  );
  const told = JSON.stringify([receipt, receipt.rejects === undefined ? {} : await rejectsOf(receipt)]);
  expect(told).not.toContain(ANNA);
  for (const line of server.logged) expect(line).not.toContain(ANNA);
  for (const name of left().filter((one) => one.endsWith('.json') || one.endsWith('.ndjson')))
    expect(readFileSync(join(server.folder, 'deliveries', name), 'utf8')).not.toContain(ANNA);
});
