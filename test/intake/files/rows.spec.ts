import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { eventsOfRows, type StandingRegistration } from '../../../src/intake/domain/files/row-events';
import { FORM, MAKING, read, rowsOf, saidOf } from './files';

const one = async (header: string, row: string) => (await rowsOf(`${header}\n${row}`))[0];
const valuesIn = async (header: string, row: string) => (await one(header, row))?.content?.values;

test('the columns are the row’s own, then the fields of the contracts, then the registration’s name', () => {
  expect(FORM.columns.map(({ name }) => name)).toEqual([
    ...['type', 'cpr', 'courseId', 'startedOn', 'referredOn', 'plannedSessions', 'kind', 'form', 'deliveredOn'],
    ...['profession', 'attended', 'measuredOn', 'systolic', 'diastolic', 'anxiety', 'depression', 'score', 'value'],
    ...['method', 'phase', 'endedOn', 'outcome', 'reason', 'attendedSessions', 'id'],
  ]);
});

test('the page on the interface says what every column is', () => {
  const page = readFileSync(join(__dirname, '..', '..', '..', 'docs', 'interface.md'), 'utf8');
  const table = page.slice(page.indexOf('#### A month’s file'), page.indexOf('Columns stand in any order'));
  expect([...table.matchAll(/^\| `(\w+)` /gm)].map(([, name]) => name)).toEqual(FORM.columns.map(({ name }) => name));
});

test.each([
  ['2024-05-03', '2024-05-03'],
  ['03-05-2024', '2024-05-03'],
  ['3.5.2024', '2024-05-03'],
  ['03/05/2024', '2024-05-03'],
  ['29-02-2024', '2024-02-29'],
  ['29-02-2023', '29-02-2023'],
  ['05-03-24', '05-03-24'],
  ['snart', 'snart'],
])('the day %s is read as %s', async (written, day) => {
  expect(await valuesIn('type;cpr;courseId;startedOn', `start;1502779995;F;${written}`)).toMatchObject({
    startedOn: day,
  });
});

test.each([
  ['ldl;1,4', { kind: 'ldl', value: 1.4 }],
  ['ldl;1.4', { kind: 'ldl', value: 1.4 }],
  ['ldl;1,4 mmol', { kind: 'ldl', value: '1,4 mmol' }],
  ['LDL;2', { kind: 'ldl', value: 2 }],
  ['rygestatus;tidligere ryger', { kind: 'smoking-status', value: 'former-smoker' }],
  ['smoking-status;never-smoker', { kind: 'smoking-status', value: 'never-smoker' }],
  ['blodtryk;2', { kind: 'blood-pressure', value: '2' }],
])('a measurement of %s says so as its kind has it', async (written, values) => {
  expect(await valuesIn('type;cpr;measuredOn;kind;value', `måling;1502779995;2024-01-02;${written}`)).toEqual({
    measuredOn: '2024-01-02',
    ...values,
  });
});

test.each([
  ['ja', true],
  ['SAND', true],
  ['nej', false],
  ['false', false],
  ['måske', 'måske'],
])('whether a patient came is read of %s', async (written, attended) => {
  const header = 'type;cpr;kind;deliveredOn;attended';
  expect(await valuesIn(header, `indsats;1502779995;diet;2024-01-02;${written}`)).toMatchObject({ attended });
});

test.each([
  ['150277-9995', '1502779995', 0],
  ['150277 9995', '1502779995', 0],
  ['150277–9995', '1502779995', 0],
  ['504909995', '0504909995', 1],
  ['15027', '15027', 0],
])('the number %s is read as %s', async (written, cpr, notes) => {
  const row = await one('type;cpr;courseId;startedOn', `start;${written};F;2024-01-02`);
  expect([row?.content?.cpr, row?.notes.length]).toEqual([cpr, notes]);
});

test('a kind of row is known by its name, its contract’s or the Danish word, and else the nearest is told', async () => {
  const header = 'type;cpr;kind;deliveredOn;courseId;startedOn;measuredOn;endedOn;outcome';
  const rows = await rowsOf(
    [
      header,
      ...['Indsats', 'intervention', 'municipality.intervention', 'dk.rehabspor.municipality.intervention.v1'],
      'interventoin',
      'x',
    ]
      .map((type, at) => (at === 0 ? type : `${type};1502779995;diet;2024-01-02`))
      .join('\n'),
  );
  expect(rows.slice(0, 4).every(({ content }) => content?.kind === 'municipality.intervention')).toBe(true);
  expect(rows[4]?.faults[0]?.da).toContain('Mente I intervention?');
  expect(rows[5]?.faults[0]?.da).toBe('»type« skal være start, intervention, measurement eller end.');
});

test('columns stand in any order and case, and one that is unknown is told and not read', async () => {
  const file = await read('Navn;STARTEDON;cpr;Type;courseid;startdato\nOle;2024-01-02;1502779995;start;F;x');
  expect(file).toMatchObject({
    rows: [{ content: { values: { courseId: 'F', startedOn: '2024-01-02' } } }],
    notes: [
      { da: 'Kolonnen »Navn« er ikke i skabelonen. Den læses ikke og sendes ikke.' },
      { da: 'Kolonnen »startdato« er ikke i skabelonen. Den læses ikke og sendes ikke.' },
    ],
  });
});

test('a file that begins with a row of a person repeats no number of theirs', async () => {
  expect(await saidOf('start;150277-9995;F;2024-01-02\nstart;1502779995;F;2024-01-02')).not.toMatch(/9995/);
  expect(JSON.stringify(await read('type;cpr;1502779995\nend;;')).replaceAll('"cells"', '')).not.toContain(
    '»1502779995«',
  );
});

test('rows of one kind need no column of another', async () => {
  expect(await saidOf('type;cpr;kind;deliveredOn\nintervention;1502779995;diet;2024-01-02')).toBe('');
  expect(await saidOf('type;cpr;kind\nintervention;1502779995;diet')).toBe(
    'Kolonnen »deliveredOn« mangler, og rækker af typen intervention skal have den. Tilføj den, som skabelonen viser.',
  );
});

const HADS = 'type;cpr;kind;measuredOn;anxiety;depression;id';
const eventIn = async (row: string, standing?: StandingRegistration) => {
  const [found] = eventsOfRows(await rowsOf(`${HADS}\n${row}`), { ...MAKING, standingOf: () => standing });
  return found;
};

test('a row is the same event however its columns are written, and another when it says something else', async () => {
  const [first, same, other] = await Promise.all([
    eventIn('measurement;1502779995;hads;2024-03-02;9;4;'),
    eventIn('måling;150277-9995;HADS;02.03.2024;9;4;'),
    eventIn('måling;150277-9995;HADS;02.03.2024;9;5;'),
  ]);
  expect(same?.event).toEqual(first?.event);
  expect(other?.event?.id).not.toBe(first?.event?.id);
  expect(other?.event?.data['recordId']).not.toBe(first?.event?.data['recordId']);
  expect(JSON.stringify({ ...first?.event, data: { ...first?.event?.data, cpr: '' } })).not.toContain('1502779995');
});

test('what an id names is repeated, corrected in its next version, or left as taken back', async () => {
  const row = 'measurement;1502779995;hads;2024-03-02;9;4;M-1';
  const fresh = await eventIn(row);
  expect(fresh).toMatchObject({ standing: 'new', event: { data: { recordId: 'M-1', version: 1 } } });
  const stood = { event: fresh?.event?.id ?? '', version: 1, status: 'active' } as const;
  expect(await eventIn(row, stood)).toMatchObject({ standing: 'repeated', event: fresh?.event });
  const corrected = await eventIn(row.replace(';9;', ';3;'), stood);
  expect(corrected).toMatchObject({ standing: 'corrects', event: { data: { recordId: 'M-1', version: 2 } } });
  const back = await eventIn(row, { event: corrected?.event?.id ?? '', version: 2, status: 'active' });
  expect(back).toMatchObject({ standing: 'corrects', event: { data: { version: 3 } } });
  const taken = await eventIn(row, { ...stood, status: 'retracted' });
  expect([taken?.event, taken?.faults[0]?.da]).toEqual([undefined, expect.stringContaining('trukket tilbage før')]);
});

test('of two rows that are the same, or have one id, the first is sent', async () => {
  const rows = eventsOfRows(
    await rowsOf(
      [
        HADS,
        ...['measurement;1502779995;hads;2024-03-02;9;4;', 'measurement;1502779995;hads;2024-03-02;9;4;'],
        ...['measurement;1502779995;hads;2024-03-02;9;4;A', 'measurement;1502779995;hads;2024-03-02;1;4;A'],
      ].join('\n'),
    ),
    MAKING,
  );
  expect(rows.map(({ event }) => event !== undefined)).toEqual([true, false, true, false]);
  expect(rows[1]?.faults[0]?.da).toContain('magen til række 2');
  expect(rows[3]?.faults[0]?.da).toContain('det samme som i række 4');
});

test('what is dated ahead of today is recorded before today, so that it is refused', async () => {
  const times = await Promise.all(
    ['2024-03-02', '2024-06-30', '2024-07-01', '2034-07-01', 'snart'].map(async (day) =>
      (await eventIn(`measurement;1502779995;hads;${day};9;4;`))?.event?.time.slice(0, 10),
    ),
  );
  expect(times).toEqual(['2024-03-02', '2024-06-30', '2024-06-29', '2024-06-29', '2024-06-29']);
});

test.each([
  ['1502779995', 'ligner et personnummer'],
  ['x'.repeat(201), 'længere end 200 tegn'],
])('the id %s is refused', async (id, why) => {
  expect((await eventIn(`measurement;1502779995;hads;2024-03-02;9;4;${id}`))?.faults[0]?.da).toContain(why);
});
