import { join } from 'node:path';
import { readLpr3 } from '../../../src/formats/adapters/lpr3/read-lpr3';
import { allOf, exampleFolder, faultsOf, refusedIn, statementsIn, unmappedIn } from '../lpr-f/delivered';
import * as made from './reports';
import { contact, diagnosis, folderOf, folderWith, procedure, report, results } from './reports';

const example = (name: string): string => join(exampleFolder('lpr3'), name);
const faults = (text: string | Buffer): Promise<string[]> => faultsOf(readLpr3, folderOf({ 'a.xml': text }));
const SOUND = report([contact('K1')]);

describe('an entry that cannot be read', () => {
  test('is refused with file, entry and path, and those around it are taken', async () => {
    const all = await allOf(readLpr3, example('faults.xml'));
    expect(statementsIn(all).map(({ kind, stated }) => `${kind} v${stated?.version}`)).toEqual(['hospital.contact v1']);
    expect(refusedIn(all)).toEqual([
      'faults.xml:5 ClinicalDocument/recordTarget/patientRole/id The report has no CPR number (ten digits with a day that exists), so that nobody knows whom it is about. Nothing of it is taken.',
      'faults.xml:3 procedure/effectiveTime/low The time does not exist, or is written in another way than 20230103 or 20230103110000+0100.',
      'faults.xml:4 observation/code The diagnosis code lacks the D before it (SKS writes DI219, not I219). It is not mended here; make the extract again with SKS codes.',
      'faults.xml:9 observation/entryRelationship/encounter/id The contact is not in the extract, so that nobody knows whom the row is about. Deliver the contact too, or put the key right.',
    ]);
  });

  test.each([
    [
      'a contact without its unit',
      [contact('K1', { sor: '' })],
      'encounter/participant[RESP]/participantRole/scopingEntity/id',
    ],
    ['a contact without its first day', [contact('K1', { from: '' })], 'encounter/effectiveTime/low'],
    ['a time that does not exist', [contact('K1', { from: '20230230' })], 'encounter/effectiveTime/low'],
    [
      'a diagnosis that points at no contact',
      [contact('K1'), diagnosis('D1', 'DI219', { links: '' })],
      'observation/entryRelationship/encounter/id',
    ],
    ['a procedure that points nowhere', [procedure('P1', 'BUG1', { links: '' })], 'procedure'],
    ['half a blood pressure', [contact('K1'), results('R1', [['BT_SYS', '131']])], 'act/entryRelationship/organizer'],
    ['an id that stands twice', [contact('K1'), contact('K1', { mode: 'ALCA03' })], 'id'],
  ])('%s is told by its path', async (_, entries, path) => {
    const all = await allOf(readLpr3, folderWith(report(entries)));
    expect(refusedIn(all).map((line) => line.split(' ')[1])).toEqual([path]);
  });

  test('leaves what was reported before as it was, also where the report replaces all', async () => {
    const later = report([contact('K1'), diagnosis('D1', 'I219')], { version: 2, relates: 'RPLC' });
    const all = await allOf(readLpr3, folderWith(report([contact('K1'), diagnosis('D1', 'DI219')]), later));
    expect(refusedIn(all)).toHaveLength(1);
    expect(statementsIn(all).filter(({ status }) => status === 'retracted')).toEqual([]);
  });

  test('refuses what points at it', async () => {
    const all = await allOf(readLpr3, folderWith(report([contact('K1', { from: 'i går' }), diagnosis('D1', 'DI219')])));
    expect(refusedIn(all).map((line) => line.replace(/^\S+ \S+ /, '').slice(0, 40))).toEqual([
      'The time does not exist, or is written i',
      'The contact is in the extract, but could',
    ]);
  });

  test('is one that points at another person’s contact, whose number is told to nobody', async () => {
    const other = report([diagnosis('D1', 'DI219')], { cpr: '0201609995', set: 'S2', time: '20230301' });
    const told = refusedIn(await allOf(readLpr3, folderWith(SOUND, other)));
    expect(told).toEqual([
      '001.xml:1 observation The entry points at a contact of another person. Put the id or the person right.',
    ]);
  });

  test.each([
    ['effectiveTime', SOUND.replace(/<effectiveTime value="\d+\+0100"\/><setId/, '<setId')],
    ['setId', SOUND.replace(/<setId [^>]*>/, '')],
    ['versionNumber', SOUND.replace('<versionNumber value="1"/>', '<versionNumber value="0"/>')],
  ])('is all of a report without %s', async (name, text) => {
    const all = await allOf(readLpr3, folderWith(text));
    expect(refusedIn(all)[0]).toMatch(new RegExp(`^000\\.xml:1 ClinicalDocument/${name} The report`));
    expect(statementsIn(all)).toEqual([]);
  });
});

test('an entry of a template that is not read is told by it', async () => {
  const other =
    '<entry><act><templateId root="2.16.840.1.113883.10.12.301"/><templateId root="1.2.208.176.7.1.10.99"/></act></entry>';
  expect(unmappedIn(await allOf(readLpr3, folderWith(report([contact('K1'), other]))))).toEqual([
    'templateId 1.2.208.176.7.1.10.99',
  ]);
});

describe('a delivery', () => {
  test('that is cut off anywhere is not taken', async () => {
    expect(await faultsOf(readLpr3, example('cut-off.xml'))).toEqual([
      expect.stringMatching(/^The file "cut-off.xml" is cut off at line \d+\. /),
    ]);
    for (let at = 1; at < SOUND.length; at += 37) {
      expect(await faults(SOUND.slice(0, at))).toHaveLength(1);
    }
  });

  test('with entities that expand is refused before anything is expanded', async () => {
    expect(await faultsOf(readLpr3, example('expanding-entities.xml'))).toEqual([
      expect.stringMatching(/has a document type \(DOCTYPE\)/),
    ]);
    expect(await faults(SOUND.replace('<author>', '<author>&a;'))).toEqual([
      expect.stringMatching(/no well-formed XML/),
    ]);
  });

  test('with elements too deep, or more in one entry than any report has, is refused', async () => {
    const deep = '<a>'.repeat(200) + '</a>'.repeat(200);
    expect(await faults(report([`<entry>${deep}</entry>`]))).toEqual([expect.stringMatching(/too deeply/)]);
    expect(await faults(report([`<entry>${'<a/>'.repeat(20_001)}</entry>`]))).toEqual([
      expect.stringMatching(/larger than any/),
    ]);
    expect(await faults(`<!--${' '.repeat(5_000_000)}--><a/>`)).toEqual([expect.stringMatching(/larger than any/)]);
  });

  test('of no report, or of nothing, is refused', async () => {
    expect(await faults('<reports/>')).toEqual([expect.stringMatching(/holds no report to LPR3/)]);
    expect(await faults(SOUND.replace('urn:hl7-org:v3', 'urn:other'))).toEqual([
      expect.stringMatching(/holds no report/),
    ]);
    expect(await faults('')).toEqual([expect.stringMatching(/is empty/)]);
    expect(await faultsOf(readLpr3, folderOf({ 'a.txt': 'x' }))).toEqual([expect.stringMatching(/no \.xml file/)]);
    expect(await faultsOf(readLpr3, join(folderOf({}), 'none'))).toEqual([expect.stringMatching(/no \.xml file/)]);
  });

  test.each([
    ['UTF-8 with a mark', Buffer.from(`\ufeff${SOUND}`, 'utf8')],
    ['UTF-16', Buffer.from(`\ufeff${SOUND}`, 'utf16le')],
    [
      'Latin-1',
      Buffer.from(
        `<?xml version="1.0" encoding="ISO-8859-1"?>${SOUND.replace('<author>', '<title>forløb</title><author>')}`,
        'latin1',
      ),
    ],
    ['a prefix for the namespace', SOUND.replace('xmlns=', 'xmlns:n1=').replaceAll(/<(\/?)(?=[A-Za-z])/g, '<$1n1:')],
  ])('in %s is read', async (_, bytes) => {
    expect(statementsIn(await allOf(readLpr3, folderOf({ 'a.xml': bytes })))).toHaveLength(1);
  });

  test('that is not in the encoding it declares is refused', async () => {
    const text = SOUND.replace('<author>', '<title>forløb</title><author>');
    expect(await faults(Buffer.from(text, 'latin1'))).toEqual([expect.stringMatching(/encoding/)]);
  });

  test('may have other files beside it, which are told', async () => {
    const folder = folderOf({ 'a.xml': SOUND, 'kvittering.txt': 'x', '._a.xml': 'x' });
    expect(unmappedIn(await allOf(readLpr3, folder))).toEqual(['file .txt']);
  });
});

test('no CPR number stands in a reason', async () => {
  const all = await allOf(readLpr3, example('faults.xml'));
  expect(refusedIn(all).join('\n')).not.toContain(made.CPR.slice(0, 7));
});
