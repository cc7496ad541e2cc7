import { join } from 'node:path';
import fc from 'fast-check';
import { readLpr3 } from '../../../src/formats/adapters/lpr3/read-lpr3';
import { allOf, refusedIn, saidBy, statementsIn, unmappedIn } from '../lpr-f/delivered';
import * as made from './reports';
import { contact, CPR, course, deletion, diagnosis, folderOf, HOSPITAL, procedure, report, results } from './reports';
import { FIRST, FIRST_SAYS, later, lines, read } from './said';

describe('a report', () => {
  test('is a contact with its diagnosis and its procedure, by person, hospital, time and version', async () => {
    const all = await read(FIRST);
    expect(refusedIn(all)).toEqual([]);
    expect(lines(all)).toEqual(FIRST_SAYS);
    const about = statementsIn(all).map(({ cpr, source, stated }) => [cpr, source, stated?.time]);
    expect(new Set(about.map(String))).toEqual(new Set([[CPR, HOSPITAL, '2023-02-01T11:00:00.000Z'].join()]));
  });

  test('is read whatever the order of its entries', async () => {
    const entries = [
      course('F1'),
      contact('K1'),
      diagnosis('D1', 'DI219'),
      procedure('P1', 'BVDY0'),
      results('R1', [['LDL', '1,8']]),
    ];
    const expected = new Set(statementsIn(await read(report(entries))).map(saidBy));
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(entries, { minLength: entries.length }), async (shuffled) => {
        expect(new Set(statementsIn(await read(report(shuffled))).map(saidBy))).toEqual(expected);
      }),
      { numRuns: 10 },
    );
  });

  test('measures by the codes that LPR_F has, and tells what is followed nowhere', async () => {
    const all = await read(
      report([
        contact('K1'),
        results('R1', [
          ['BT_SYS', '131'],
          ['BT_DIA', '82'],
          ['RDA02', 'AZCA1'],
        ]),
      ]),
    );
    expect(lines(all)[1]).toMatch(
      /measurement R1:blood-pressure.* measuredOn=2023-01-11 kind=blood-pressure systolic=131 diastolic=82$/,
    );
    expect(unmappedIn(all)).toEqual(['resultattype RDA02']);
  });

  test('dates by Danish clocks, and knows procedures of a course alone by who performed them', async () => {
    const all = await read(
      report([
        contact('K1', { from: '20230102233000-0000', mode: 'ALCA03' }),
        procedure('P1', 'BUG1', { links: made.ofCourse('F1'), on: '20230110' }),
      ]),
    );
    expect(lines(all)).toEqual([
      'v1 contact K1 active contactId=K1 courseId=F1 mode=virtual startedOn=2023-01-03',
      'v1 procedure P1 active courseId=F1 code=BUG1 performedOn=2023-01-10',
    ]);
  });

  test('is told together by ids that hold in it alone, and by whatever template its references have', async () => {
    const inner = made.id('within', '1.2.208.176.7.1.2.2');
    const all = await read(
      report([
        contact('K1').replace('<code code="ALCA00"/>', `${inner}<code code="ALCA00"/>`),
        diagnosis('D1', 'DI219', { links: made.atContact('within') }),
        results('R1', [['LDL', '1.8']], made.atContact('D1').replace('.77"', '.999"')),
      ]),
    );
    expect(refusedIn(all)).toEqual([]);
    expect(lines(all).map((line) => line.split(' active')[0]?.replace(/:.*/, ''))).toEqual([
      'v1 contact K1',
      'v1 diagnosis D1',
      'v1 measurement R1',
    ]);
    expect(lines(all)[1]).toContain('contactId=K1');
  });

  test('tells by its template what a diagnosis without a type is', async () => {
    const all = await read(report([contact('K1'), diagnosis('D1', 'DI219', { type: '', main: 46 })]));
    expect(lines(all)[1]).toContain('role=B');
  });
});

describe('a later report', () => {
  test('changes a diagnosis’ role and refutes it under the id it has', async () => {
    const all = await read(
      FIRST,
      later([diagnosis('D1', 'DI219', { type: 'ALGA02', main: 46, links: made.atEarlierContact('K1') })]),
      later(
        [diagnosis('D1', 'DI219', { type: 'ALGA02', main: 46, refuted: 'true', links: made.atEarlierContact('K1') })],
        3,
      ),
    );
    expect(refusedIn(all)).toEqual([]);
    expect(lines(all)).toEqual([
      ...FIRST_SAYS,
      'v2 diagnosis D1 active contactId=K1 code=DI219 role=B diagnosedOn=2023-01-03',
      'v3 diagnosis D1 active contactId=K1 code=DI219 role=B refuted=true diagnosedOn=2023-01-03',
    ]);
  });

  test('that adds leaves what it does not repeat', async () => {
    const all = await read(FIRST, later([contact('K1', { mode: 'ALCA03' })]));
    expect(lines(all).slice(3)).toEqual([
      'v2 contact K1 active contactId=K1 courseId=F1 mode=virtual startedOn=2023-01-03',
    ]);
  });

  test('that replaces its set takes back what it does not repeat', async () => {
    const all = await read(FIRST, report([course('F1'), contact('K1')], { version: 2, relates: 'RPLC' }));
    expect(lines(all).slice(3).sort()).toEqual([
      'v2 contact K1 active contactId=K1 courseId=F1 mode=physical startedOn=2023-01-03',
      'v2 diagnosis D1 retracted',
      'v2 procedure P1 retracted',
    ]);
  });

  test('that moves a contact’s first day moves the day of its diagnoses', async () => {
    const all = await read(FIRST, later([contact('K1', { from: '20230104' })]));
    expect(lines(all).slice(3)).toEqual([
      'v2 contact K1 active contactId=K1 courseId=F1 mode=physical startedOn=2023-01-04',
      'v2 diagnosis D1 active contactId=K1 code=DI219 role=A diagnosedOn=2023-01-04',
      'v2 procedure P1 active contactId=K1 courseId=F1 code=BVDY0 performedOn=2023-01-10',
    ]);
  });

  test('that gives a contact to another hospital takes it from the first one, with all under it', async () => {
    const all = await read(FIRST, later([contact('K1', { sor: made.OTHER_UNIT })]));
    expect(lines(all).slice(3, 7)).toEqual([
      'v2 contact K1 retracted',
      `v2 contact K1 active contactId=K1 courseId=F1 mode=physical startedOn=2023-01-03 ${made.OTHER_HOSPITAL}`,
      'v2 diagnosis D1 retracted',
      `v2 diagnosis D1 active contactId=K1 code=DI219 role=A diagnosedOn=2023-01-03 ${made.OTHER_HOSPITAL}`,
    ]);
  });

  test('that corrects a result report changes what it measures, and takes back what it does not measure any more', async () => {
    const first = report([
      contact('K1'),
      results('R1', [
        ['LDL', '1.8'],
        ['HJERTEKOST', '61'],
      ]),
    ]);
    const all = await read(first, later([results('R1', [['LDL', '1.7']], made.atEarlierContact('K1'))]));
    expect(
      lines(all)
        .slice(3)
        .map((line) => line.replace(/:2023\S+/, '')),
    ).toEqual([
      'v2 measurement R1:hjertekost retracted',
      'v2 measurement R1:ldl active measuredOn=2023-01-11 kind=ldl value=1.7',
    ]);
  });

  test('that replaces its set with nothing takes all of it back, and leaves other sets', async () => {
    const other = report([contact('K2', { links: made.ofCourse('F1') })], { set: 'S2' });
    const all = await read(FIRST, other, report([], { version: 2, relates: 'RPLC' }));
    expect(lines(all).slice(4).sort()).toEqual([
      'v2 contact K1 retracted',
      'v2 diagnosis D1 retracted',
      'v2 procedure P1 retracted',
    ]);
  });

  test('is later by its version where times do not tell, and by its time between sets', async () => {
    const all = await read(
      report([contact('K1', { mode: 'ALCA03' })], { version: 2, time: '20230101', relates: 'APND' }),
      FIRST,
    );
    expect(lines(all).map((line) => line.slice(0, 13))).toEqual([
      'v1 contact K1',
      'v1 diagnosis ',
      'v1 procedure ',
      'v2 contact K1',
    ]);
  });

  test('is read the same however reports are put into files', async () => {
    const reports = [
      FIRST,
      later([diagnosis('D1', 'DI219', { type: 'ALGA02', links: made.atEarlierContact('K1') })]),
      later([deletion('P1')], 3),
      report([contact('K2', { links: made.ofCourse('F1') })], { set: 'S2', time: '20230202' }),
    ];
    const expected = statementsIn(await read(...reports)).map(saidBy);
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(reports, { minLength: reports.length }),
        fc.integer({ min: 0, max: reports.length }),
        async (shuffled, cut) => {
          const folder = folderOf({
            'a.xml': `<reports>${shuffled.slice(0, cut).join('')}${FIRST}</reports>`,
            'b/c.xml': `<reports>${FIRST}${shuffled.slice(cut).join('')}</reports>`,
          });
          const said = new Set(statementsIn(await allOf(readLpr3, folder)).map(saidBy));
          expect(said).toEqual(new Set(expected));
        },
      ),
      { numRuns: 20 },
    );
  });
});

test('the examples are a story of a contact, a role change, a refuted diagnosis and a deletion', async () => {
  const all = await allOf(readLpr3, join(__dirname, '..', 'examples', 'lpr3', 'story'));
  expect(refusedIn(all)).toEqual([]);
  expect(lines(all).sort()).toEqual([
    FIRST_SAYS[0],
    'v1 diagnosis D1 active contactId=K1 code=DI219 role=A refuted=false diagnosedOn=2023-01-03',
    FIRST_SAYS[2],
    'v2 diagnosis D1 active contactId=K1 code=DI219 role=B refuted=false diagnosedOn=2023-01-03',
    'v3 diagnosis D1 active contactId=K1 code=DI219 role=B refuted=true diagnosedOn=2023-01-03',
    'v4 contact K1 retracted',
    'v4 diagnosis D1 retracted',
    'v4 procedure P1 retracted',
  ]);
});
