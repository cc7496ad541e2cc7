import supertest from 'supertest';
import type { Reader } from '../../src/access/domain/reader';
import { as } from '../support/stand-in';
import { ODENSE } from '../support/sectors';
import { sheetsOf } from '../support/unzip';
import { FILES, HEADER, look, MONTH } from './uploading';
import { linksOn, openWebsite, saidOn, STRANGER, THERAPIST, type Website } from './website';

const PRACTICE: Reader = {
  ...THERAPIST,
  ...{ subject: 'practice', organisation: 'general-practice:054321', roles: ['general-practice', 'public'] },
};

let site: Website;
beforeAll(async () => {
  site = await openWebsite();
});
afterAll(() => site.stop());

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
  const response = await look(site, content);
  expect(response.status).toBe(200);
  expect(saidOn(response)).toContain(sentence);
  expect(response.text).toContain('href="#field-file"');
});

test('a file that is far too large is let by, so that its sender reads why', async () => {
  const body = new FormData();
  body.set('file', new Blob([new Uint8Array(12 << 20)]), 'juni.xlsx');
  const headers = { ...as(THERAPIST), 'accept-language': 'da' };
  const response = await fetch(`${site.server.url}${FILES}`, { method: 'POST', headers, body });
  expect(await response.text()).toContain('Filen er større end 5 MB');
});

test('a form without a file is answered with its sentence', async () => {
  const response = await supertest(site.server.url).post(FILES).set(as(THERAPIST)).field('other', 'x');
  expect(saidOn(response)).toContain('Der er ikke valgt en fil.');
});

test('another municipality, a practice and nobody are refused, whatever they post', async () => {
  for (const reader of [STRANGER, PRACTICE]) {
    expect((await site.get(FILES, reader)).status).toBe(403);
    expect((await look(site, MONTH, { reader })).status).toBe(403);
    expect((await site.get(`${FILES}/skabelon.csv`, reader)).status).toBe(403);
  }
  expect((await supertest(site.server.url).post(FILES).attach('file', Buffer.from(MONTH), 'a.csv')).status).toBe(401);
  expect((await site.get('/kilder/general-practice:054321/fil', PRACTICE)).status).toBe(404);
});

test('the template can be fetched in both forms, and is linked from the source’s own pages', async () => {
  const csv = await site.get(`${FILES}/skabelon.csv`, THERAPIST);
  expect(csv.text).toMatch(/^\ufefftype;cpr;courseId;startedOn;.*;id\r\n$/);
  expect(saidOn(await look(site, csv.text))).toContain('Filen har kun overskrifter');

  const fetched = await fetch(`${site.server.url}${FILES}/skabelon.xlsx`, { headers: as(THERAPIST) });
  const xlsx = new Uint8Array(await fetched.arrayBuffer());
  expect(sheetsOf(xlsx).map(({ rows }) => rows.length)).toEqual([1, 26]);
  expect(saidOn(await look(site, xlsx, { name: 'skabelon.xlsx' }))).toContain('Filen har kun overskrifter');

  for (const page of [`/kilder/${ODENSE}`, `/kilder/${ODENSE}/indberet`]) {
    expect(linksOn(await site.get(page, THERAPIST))).toContain(FILES);
  }
  expect(linksOn(await site.get('/kilder/general-practice:054321', PRACTICE)).join()).not.toContain('/fil');
});
