import supertest from 'supertest';
import { XlsxWorkbookWriter } from '../../src/platform/xlsx/xlsx-workbook-writer';
import type { Reader } from '../../src/access/domain/reader';
import { startTestServer, type TestServer } from '../http/server';
import { as, StandIn } from '../support/stand-in';

const ODENSE = 'municipality:0461';
const AT = `/kilder/${ODENSE}/fil`;
const CARE: Reader = {
  ...{ subject: 'care-odense', name: 'Kim, Odense Kommune', kind: 'person', purpose: 'treatment' },
  organisation: ODENSE,
  roles: ['municipality', 'public'],
};
const OTHER: Reader = { ...CARE, subject: 'care-aarhus', organisation: 'municipality:0751' };
const PRACTICE: Reader = {
  ...CARE,
  ...{ subject: 'practice', organisation: 'general-practice:054321', roles: ['general-practice', 'public'] },
};

let server: TestServer;
let web: ReturnType<typeof supertest>;
beforeEach(async () => {
  server = await startTestServer({}, { signIn: new StandIn('nobody') });
  web = supertest(server.url);
});
afterEach(() => server.stop());

const upload = (content: string | Uint8Array, reader = CARE, name = 'juni.csv') =>
  web.post(AT).set(as(reader)).attach('file', Buffer.from(content), name);
const act = (page: string, what: 'send' | 'faulty', reader = CARE) =>
  web
    .post(AT)
    .set(as(reader))
    .type('form')
    .send({ ticket: ticketOn(page), do: what });
const ticketOn = (page: string): string => /name="ticket" value="([\da-f-]+)"/.exec(page)?.[1] ?? '';
/** The words of a page, without its elements. */
const wordsOf = (page: string): string => page.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

const HEADER = 'type;cpr;courseId;startedOn;kind;deliveredOn;measuredOn;anxiety;depression;endedOn;outcome;id';
const SOUND = [
  'start;150277-9995;F-1;01-03-2024;;;;;;;;',
  'intervention;1502779995;F-1;;træning;05.03.2024;;;;;;',
  'måling;150277-9995;;;HADS;;2024-03-02;9;4;;;',
  'end;150277-9995;F-1;;;;;;;2024-05-31;gennemført;',
];
const FAULTY = [
  'start;150277-9995;F-2;31-02-2024;;;;;;;;',
  'measurement;320177-9995;;;hads;;2024-03-02;9;4;;;',
  'slut;020160-9995;F-3;;;;;;;2024-05-31;completed;',
];
const MONTH = [HEADER, ...SOUND, ...FAULTY].join('\r\n');

test('of a file with three bad rows every row has its receipt before anything is sent, and the others are sent', async () => {
  const seen = await upload(MONTH);
  expect(seen.status).toBe(200);
  const words = wordsOf(seen.text);
  expect(words).toContain('7 rækker: 4 kan sendes, 3 skal rettes');
  expect(words).toContain('Intet er sendt endnu.');
  expect(words).toContain('»startedOn« skal være en kalenderdag');
  expect(words).toContain('»cpr« skal være ti cifre, der begynder med en kalenderdag');
  expect(words).toContain('»type« skal være start, intervention, measurement eller end.');
  expect(words).toContain('150277-•••• måling 2. marts 2024 HADS, HADS angst: 9, HADS depression: 4');
  expect(await receivedBy(ODENSE)).toBe(0);

  const sent = await act(seen.text, 'send');
  expect(wordsOf(sent.text)).toContain('4 rækker sendt: 4 modtaget, 0 modtaget før, 0 afvist');
  expect(sent.text).toContain(`href="/kilder/${ODENSE}"`);
  expect(await receivedBy(ODENSE)).toBe(4);
});

test('the rows to correct can be fetched with a reason, and nothing but them', async () => {
  const seen = await upload(MONTH);
  const file = await act(seen.text, 'faulty');
  expect(file.headers['content-type']).toContain('text/csv');
  const lines = file.text.trimEnd().split('\r\n');
  expect(lines).toHaveLength(4);
  expect(lines[0]).toBe(`\ufeff${HEADER};hvorfor`);
  expect(lines[1]).toContain('start;150277-9995;F-2;31-02-2024');
  expect(lines[1]).toContain('»startedOn« skal være en kalenderdag');

  const again = await upload(file.text);
  expect(wordsOf(again.text)).toContain('3 rækker: 0 kan sendes, 3 skal rettes');
  expect(again.text).not.toContain('»hvorfor«');
});

test('the same file twice gives repeats alone, also in another form', async () => {
  await act((await upload(MONTH)).text, 'send');
  await server.embedded.log.settled();
  const seen = await upload(MONTH.replaceAll(';', '\t').replaceAll('\r\n', '\n'));
  expect(wordsOf(seen.text)).toContain('Af dem, der kan sendes, er 4 sendt før');
  const sent = await act(seen.text, 'send');
  expect(wordsOf(sent.text)).toContain('4 rækker sendt: 0 modtaget, 4 modtaget før, 0 afvist');
  expect(await receivedBy(ODENSE)).toBe(4);
});

test('a corrected row with the same id takes the place of the old one, forth and back', async () => {
  const row = (anxiety: number): string =>
    `type;cpr;kind;measuredOn;anxiety;depression;id\nmeasurement;1502779995;hads;2024-03-02;${anxiety};4;M-1`;
  const send = async (anxiety: number): Promise<string> => {
    const seen = await upload(row(anxiety));
    await act(seen.text, 'send');
    await server.embedded.log.settled();
    return wordsOf(seen.text);
  };
  expect(await send(9)).toContain('1 række: 1 kan sendes, 0 skal rettes');
  expect(await send(3)).toContain('1 erstatter en tidligere');
  expect(await send(3)).toContain('1 sendt før');
  expect(await send(9)).toContain('1 erstatter en tidligere');
  expect(await standings()).toEqual(['replaced', 'replaced', 'in-force']);
});

test('what was taken back is not brought back by sending its file again', async () => {
  const file = 'type;cpr;kind;deliveredOn;id\nintervention;1502779995;diet;2024-03-02;I-1';
  await act((await upload(file)).text, 'send');
  await server.embedded.log.settled();
  const taken = await web
    .post(`/kilder/${ODENSE}/tilbage`)
    .set(as(CARE))
    .type('form')
    .send({ kind: 'municipality.intervention', record: 'I-1' });
  expect(taken.status).toBe(303);
  await server.embedded.log.settled();
  expect(wordsOf((await upload(file)).text)).toContain('Registreringen er trukket tilbage før.');
});

test('an Excel file with its own days and numbers says the same as the CSV', async () => {
  await act((await upload([HEADER, ...SOUND].join('\n'))).text, 'send');
  await server.embedded.log.settled();
  const columns = HEADER.split(';');
  const cells = SOUND.map((line) =>
    line.split(';').map((text) => {
      if (text === '01-03-2024') return { day: '2024-03-01' };
      if (text === '2024-03-02') return { day: '2024-03-02' };
      return /^\d{1,10}$/.test(text) ? Number(text) : text;
    }),
  );
  const xlsx = await new XlsxWorkbookWriter().write([{ name: 'Rækker', columns, rows: cells }]);
  const seen = await upload(xlsx, CARE, 'juni.xlsx');
  expect(wordsOf(seen.text)).toContain('Af dem, der kan sendes, er 4 sendt før');
});

test.each<[string, string | Uint8Array, string]>([
  ['an empty file', '', 'Filen er tom.'],
  ['headings alone', HEADER, 'Filen har kun overskrifter'],
  ['no heading of ours', 'navn;alder\nOle;12', 'Første række har ingen af skabelonens kolonnenavne'],
  ['no cpr', 'type;cprnr\nstart;1', 'Kolonnen »cpr« mangler. Jeres kolonne »cprnr« ligner'],
  ['a Danish heading', 'type;Personnummer\nstart;1', 'Kolonnen »cpr« mangler. Jeres kolonne »Personnummer« ligner'],
  [
    'no start date',
    'type;cpr;courseId;startetOn\nstart;1502779995;F;2024-01-01',
    'rækker af typen start skal have den. Jeres kolonne »startetOn« ligner',
  ],
  ['a column twice', 'type;cpr;cpr\nstart;1;2', 'Kolonnen »cpr« står der to gange'],
  ['a lost letter', 'type;cpr\nstart;\ufffd', 'I linje 2 står et tegn, der er gået tabt'],
  ['an open quotation', 'type;cpr\nstart;"15', 'står et anførselstegn'],
  ['a picture', Buffer.from('89504e470d0a1a0a0000000d', 'hex'), 'hverken et Excel-regneark'],
  ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'Excels gamle format'],
  ['a broken zip', Buffer.from('504b030414000000', 'hex'), 'hverken et Excel-regneark'],
  ['more than 5 MB', Buffer.alloc((5 << 20) + 1, 'a'), 'Filen er større end 5 MB'],
])('%s is answered with its sentence beside the field', async (_what, content, sentence) => {
  const response = await upload(content);
  expect(response.status).toBe(200);
  expect(wordsOf(response.text)).toContain(sentence);
  expect(response.text).toContain('href="#field-file"');
});

test('a file that is far too large is let by, so that its sender reads why', async () => {
  const body = new FormData();
  body.set('file', new Blob([new Uint8Array(12 << 20)]), 'juni.xlsx');
  const response = await fetch(`${server.url}${AT}`, { method: 'POST', headers: { ...as(CARE), 'accept-language': 'da' }, body });
  expect(wordsOf(await response.text())).toContain('Filen er større end 5 MB');
});

test('a form without a file is answered with its sentence', async () => {
  const response = await web.post(AT).set(as(CARE)).field('other', 'x');
  expect(wordsOf(response.text)).toContain('Der er ikke valgt en fil.');
});

test('another municipality, a practice and nobody are refused, whatever they post', async () => {
  for (const [reader, status] of [
    [OTHER, 403],
    [PRACTICE, 403],
  ] as const) {
    expect((await web.get(AT).set(as(reader))).status).toBe(status);
    expect((await upload(MONTH, reader)).status).toBe(status);
  }
  expect((await web.post(AT).attach('file', Buffer.from(MONTH), 'a.csv')).status).toBe(401);
  expect((await web.get(`/kilder/general-practice:054321/fil`).set(as(PRACTICE))).status).toBe(404);
});

test('what was looked at is the looker’s alone, and for twenty minutes', async () => {
  const seen = await upload(MONTH);
  const foreign = await act(seen.text, 'send', { ...CARE, subject: 'colleague' });
  expect(wordsOf(foreign.text)).toContain('Filen er ikke gemt her længere');
  server.setNow('2024-06-30T12:21:00Z');
  const late = await act(seen.text, 'send');
  expect(wordsOf(late.text)).toContain('Filen er ikke gemt her længere');
  expect(await receivedBy(ODENSE)).toBe(0);
});

test('no number of a person stands in a page, an address or the log', async () => {
  const seen = await upload(MONTH);
  const sent = await act(seen.text, 'send');
  for (const text of [seen.text, sent.text, ...server.logged]) expect(text).not.toMatch(/150277-?9995|320177-?9995/);
});

test('the template can be fetched in both forms, and is linked from the source’s own pages', async () => {
  const csv = await web.get(`${AT}/skabelon.csv`).set(as(CARE));
  expect(csv.text).toMatch(/^\ufefftype;cpr;courseId;startedOn;.*;id\r\n$/);
  expect(wordsOf((await upload(csv.text)).text)).toContain('Filen har kun overskrifter');
  const xlsx = await web.get(`${AT}/skabelon.xlsx`).set(as(CARE)).buffer(true).parse(binary);
  expect(wordsOf((await upload(xlsx.body as Buffer, CARE, 'skabelon.xlsx')).text)).toContain(
    'Filen har kun overskrifter',
  );
  for (const page of [`/kilder/${ODENSE}`, `/kilder/${ODENSE}/indberet`]) {
    expect((await web.get(page).set(as(CARE))).text).toContain(`href="${AT}"`);
  }
  expect((await web.get('/kilder/general-practice:054321').set(as(PRACTICE))).text).not.toContain('/fil"');
});

const binary: supertest.Test['parse'] extends (parser: infer P) => unknown ? P : never = (response, done) => {
  const parts: Buffer[] = [];
  response.on('data', (part: Buffer) => parts.push(part));
  response.on('end', () => done(null, Buffer.concat(parts)));
};

async function receivedBy(source: string): Promise<number> {
  await server.embedded.log.settled();
  return (await itemsOf(source)).length;
}
const standings = async (): Promise<string[]> => (await itemsOf(ODENSE)).map(({ standing }) => standing);
async function itemsOf(source: string): Promise<{ readonly standing: string }[]> {
  const response = await web.get(`/api/v1/sources/${source}/events`).set(as(CARE));
  return (response.body as { items: { standing: string }[] }).items;
}
