import { readLprF } from '../../../src/formats/adapters/lpr-f/read-lpr-f';
import type { Delivered, Statement } from '../../../src/formats/domain/delivered';
import { allOf, exampleFolder, refusedIn, statementsIn, unmappedIn } from './delivered';

const NORD = 'hospital:330011000016003';
const MIDT = 'hospital:330061000016003';
const read = (name: string, asked = {}): Promise<readonly Delivered[]> =>
  allOf(readLprF, exampleFolder('lpr-f', name), asked);
const named = (all: readonly Delivered[], record: string): Statement | undefined =>
  statementsIn(all).find((one) => one.record === record);

describe('a plain extract', () => {
  let all: readonly Delivered[];
  beforeAll(async () => {
    all = await read('plain');
  });

  test('is read without a refused row, and what means nothing here is told by what it is', () => {
    expect(refusedIn(all)).toEqual([]);
    expect(unmappedIn(all)).toEqual([
      'table kontaktlokationer',
      'diagnosetype +',
      'proceduretype +',
      'resultattype VAEGT',
    ]);
    expect(statementsIn(all)).toHaveLength(17);
  });

  test('gives contacts with their days and mode, those of a unit below a hospital as the hospital’s', () => {
    expect(named(all, '7002')).toEqual({
      is: 'statement',
      place: { file: 'kontakter.csv', row: 3 },
      source: NORD,
      kind: 'hospital.contact',
      record: '7002',
      status: 'active',
      cpr: '1502779995',
      values: {
        ...{ contactId: '7002', courseId: '9001', mode: 'virtual' },
        ...{ startedOn: '2023-02-10', endedOn: '2023-02-10' },
      },
    });
  });

  test('dates a diagnosis by its contact, and keeps a refuted one and one of the referral as what they are', () => {
    expect(named(all, '7001:DI214:A')).toMatchObject({
      ...{ source: NORD, cpr: '1502779995' },
      values: { contactId: '7001', code: 'DI214', role: 'A', refuted: false, diagnosedOn: '2023-01-03' },
    });
    expect(named(all, '7003:DI209:A')).toMatchObject({ source: MIDT, values: { refuted: true } });
    expect(named(all, '7003:DI251:H')?.values['role']).toBe('H');
  });

  test('R05: takes a procedure by its contact, by its course alone, or by both', () => {
    expect(named(all, 'P-1')?.values).toEqual({
      ...{ contactId: '7001', courseId: '9001', code: 'KFNG05', performedOn: '2023-01-03' },
    });
    expect(named(all, 'P-2')).toMatchObject({ source: NORD, cpr: '1502779995' });
    expect(named(all, 'P-2')?.values).toEqual({ courseId: '9001', code: 'BVDY0', performedOn: '2023-02-10' });
    expect(named(all, '7003:BRXT01:2023-03-01')).toMatchObject({ source: MIDT, cpr: '0201609995' });
  });

  test('a procedure that a unit of another hospital produced says who performed it', () => {
    expect(named(all, 'P-3')).toMatchObject({ source: NORD, values: { performedBy: MIDT } });
    expect(named(all, 'P-1')?.values).not.toHaveProperty('performedBy');
  });

  test('makes one measurement of two results of one contact and time', () => {
    const measured = statementsIn(all).filter(({ kind }) => kind === 'hospital.measurement');
    expect(measured.map(({ values }) => values)).toEqual([
      { measuredOn: '2023-02-10', kind: 'hjertekost', score: 62 },
      { measuredOn: '2023-02-10', kind: 'smoking-status', value: 'former-smoker' },
      { measuredOn: '2022-12-30', kind: 'ldl', value: 1.4 },
      { measuredOn: '2023-02-10', kind: 'blood-pressure', systolic: 138, diastolic: 84 },
      { measuredOn: '2023-02-10', kind: 'hads', anxiety: 9, depression: 4 },
    ]);
  });
});

test('SAS’ extracts are read: upper case, Latin-1, commas, its months in both languages, points for nothing', async () => {
  const all = await read('sas-latin-1');
  expect(refusedIn(all)).toEqual([]);
  expect(named(all, '7001')?.values).toMatchObject({ startedOn: '2023-01-03', endedOn: '2023-01-06' });
  expect(named(all, '7002')?.values).toEqual({
    ...{ contactId: '7002', courseId: '9001', mode: 'physical', startedOn: '2023-05-10' },
  });
  expect(named(all, '7003')).toMatchObject({ cpr: '0201609995', values: { startedOn: '2023-05-10' } });
  expect(named(all, '7003:DI209:B')?.values).toMatchObject({ code: 'di209', role: 'B', refuted: true });
  expect(named(all, '501')?.values).toEqual({ courseId: '9001', code: 'BVDY04', performedOn: '2023-05-10' });
});

test('R’s extracts are read: everything in quotation marks, NA, and a table in several files with columns in any order', async () => {
  const all = await read('quoted-parts');
  expect(refusedIn(all)).toEqual([]);
  expect(statementsIn(all).map(({ record, source, cpr }) => [record, source, cpr])).toEqual([
    ['7001', NORD, '1502779995'],
    ['7003', MIDT, '0201609995'],
    ['7003:DI209:A', MIDT, '0201609995'],
    ['7001:DI214:A', NORD, '1502779995'],
  ]);
});

describe('an extract with bad rows', () => {
  let all: readonly Delivered[];
  beforeAll(async () => {
    all = await read('bad-rows');
  });

  test('has each refused by file, row, column and reason, and the rows around them read', () => {
    expect(refusedIn(all).map((text) => text.replace(/\. .*$/, ''))).toEqual([
      'kontakter.csv:3 cpr The field is no CPR number (ten digits with a day that exists).',
      'kontakter.csv:4 dato_start The day does not exist, or is written in another way than 2023-01-03, 03JAN2023 or 20230103.',
      'kontakter.csv:5 dato_slut The day does not exist, or is written in another way than 2023-01-03, 03JAN2023 or 20230103.',
      'kontakter.csv:6 sorenhed_ans The field is no SOR code (at least 11 digits)',
      'kontakter.csv:7 dw_ek_kontakt The field is blank and must be filled in.',
      'kontakter.csv:8 - The row has 6 cells and the headings 7',
      'kontakter.csv:14 - A quotation mark lacks its other one, or a cell goes over several lines',
      'diagnoser.csv:2 diagnosekode The diagnosis code lacks the D before it (SKS writes DI219, not I219)',
      'diagnoser.csv:3 diagnosekode The field is no SKS diagnosis code such as DI219.',
      'diagnoser.csv:4 senere_afkraeftet The value is not known.',
      'diagnoser.csv:5 diagnosekode The field is blank and must be filled in.',
      'diagnoser.csv:6 diagnosetype The field is blank and must be filled in.',
      'diagnoser.csv:7 - The contact is in the extract, but could not be read',
      'diagnoser.csv:8 - The contact is in the extract, but could not be read',
      'diagnoser.csv:9 dw_ek_kontakt The contact is not in the extract, so that nobody knows whom the row is about',
      'diagnoser.csv:10 - The contact or the course stands with several persons',
      'procedurer_andre.csv:3 dw_ek_forloeb The course has neither a contact nor a row of "forloeb" in the extract',
      'procedurer_andre.csv:4 - The row has neither a contact nor a course',
      "procedurer_andre.csv:5 - The course's contacts are at several hospitals, and the row does not say which",
      'procedurer_andre.csv:6 procedurekode The field is no SKS procedure code such as BUG1.',
      'procedurer_andre.csv:7 dato_start The field is blank and must be filled in.',
      'resultater.csv:6 resultatvaerdi The field is no number.',
      'resultater.csv:7 resultatvaerdi The answer is none of the codes used here.',
      'resultater.csv:2 - The measurement lacks diastolic at the same contact and time',
      'resultater.csv:3 - Two rows say different things of the same measurement',
    ]);
    expect(named(all, '7001:DI219:A')).toBeDefined();
    expect(named(all, '1')).toBeDefined();
  });

  test('has no reason that repeats a CPR number', () => {
    expect(refusedIn(all).join('\n')).not.toMatch(/\d{10}/);
  });

  test('a row that is there twice is the same registration twice', () => {
    const twice = statementsIn(all).filter(({ record }) => record === '7001');
    expect(twice).toHaveLength(2);
    expect({ ...twice[0], place: undefined }).toEqual({ ...twice[1], place: undefined });
  });

  test('a contact that is not in the extract is made up for by the course', () => {
    expect(named(all, '7')).toMatchObject({ cpr: '1502779995', values: { contactId: '7999', courseId: '9001' } });
  });
});
