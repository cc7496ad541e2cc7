import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { danishDay } from '../../src/kernel/day';
import { parseInstant } from '../../src/kernel/instant';
import { evaluate, receiptsOf } from '../support/evaluate';
import { danheart, feed, generalPractice, hospital, laboratory, municipality, patient } from '../support/sectors';
import type { SourceEvent } from '../support/source-event';

const on = '2023-02-10';
const ward = hospital();
const odense = municipality('0461');
const questionnaire = (instrument: string, values: Record<string, unknown>): SourceEvent =>
  patient.questionnaire(instrument, on, values);
const form = (fields: Record<string, unknown>): SourceEvent => danheart().start('2022-12-05', fields);

/** The lines of a file of faults. */
const faults = (name: string): string[] =>
  readFileSync(join(__dirname, 'faults', `${name}.ndjson`), 'utf8')
    .split('\n')
    .filter((line) => line !== '');

describe('a value that the instrument cannot give is ill-typed', () => {
  it.each([
    [ward.hads(22, 4, on), 'data.anxiety'],
    [ward.hads(3, -1, on), 'data.depression'],
    [odense.hads(3, 4.5, on), 'data.depression'],
    [generalPractice().hads(45, 4, on), 'data.anxiety'],
    [questionnaire('hads', { anxiety: 3, depression: 22 }), 'data.depression'],
    [form({ hads: { anxiety: 3.5, depression: 4 } }), 'data.hads.anxiety'],
    [ward.measurement(on, { kind: 'hjertekost', score: 100.5 }), 'data.score'],
    [questionnaire('hjertekost', { score: -1 }), 'data.score'],
    [ward.bloodPressure(0, 80, on), 'data.systolic'],
    [ward.bloodPressure(130, 0, on), 'data.diastolic'],
    [ward.bloodPressure(13, 800, on), 'data.diastolic'],
    [ward.bloodPressure(80, 80, on), 'data.diastolic'],
    [generalPractice().bloodPressure(80, 130, on), 'data.diastolic'],
    [questionnaire('blood-pressure', { systolic: 80, diastolic: 130 }), 'data.diastolic'],
    [form({ bloodPressure: { systolic: 80, diastolic: 130 } }), 'data.bloodPressure.diastolic'],
    [form({ bloodPressure: { systolic: -1, diastolic: 80 } }), 'data.bloodPressure.systolic'],
    [ward.measurement(on, { kind: 'exercise-capacity', method: 'watt', phase: 'start', value: -1 }), 'data.value'],
    [odense.ldl(-0.1, on), 'data.value'],
    [questionnaire('ldl', { value: -0.1 }), 'data.value'],
    [laboratory.ldl(-0.1, on), 'data.value'],
    [laboratory.ldl('<-0.1', on), 'data.value'],
    [laboratory.ldl(`>${'9'.repeat(400)}`, on), 'data.value'],
    [feed('pharmacy:prescription-register', 'silent', '2023-02-10', '2023-02-09'), 'data.to'],
    [ward.procedure('BUG1', on, { version: 2 ** 53 }), 'data.version'],
    [odense.start(on, { plannedSessions: 2 ** 53 }), 'data.plannedSessions'],
    [odense.end(on, { attendedSessions: 2 ** 60 }), 'data.attendedSessions'],
  ])('%#: at %2$s', async (event, path) => {
    expect(await receiptsOf(event)).toMatchObject([{ status: 'rejected', code: 'INVALID_EVENT', path }]);
  });

  it.each([
    [ward.hads(0, 21, on)],
    [ward.measurement(on, { kind: 'hjertekost', score: 0 })],
    [ward.measurement(on, { kind: 'hjertekost', score: 74.5 })],
    [ward.bloodPressure(81, 80, on)],
    [ward.measurement(on, { kind: 'exercise-capacity', method: '6mwt', phase: 'start', value: 0 })],
    [laboratory.ldl(0, on)],
    [laboratory.ldl('>=0', on)],
    [questionnaire('sleep', { systolic: 80, diastolic: 130, anxiety: 99 })],
    [feed('pharmacy:prescription-register', 'silent', on, on)],
    [ward.procedure('BUG1', on, { version: 2 ** 53 - 1 })],
  ])('what it can give is taken (%#)', async (event) => {
    expect(await receiptsOf(event)).toMatchObject([{ status: 'accepted' }]);
  });

  it('a field that is named before the diastolic pressure comes before it', async () => {
    const event = ward.measurement(on, {
      kind: 'blood-pressure',
      systolic: 80,
      diastolic: 130,
      measuredOn: 'tomorrow',
    });

    expect(await receiptsOf(event)).toMatchObject([{ path: 'data.measuredOn' }]);
  });

  it('a version of which a digit is lost in reading is refused, even where it then looks like another', async () => {
    const line = JSON.stringify(ward.procedure('BUG1', on, { version: 424242 }));
    const versions = ['9007199254740993', '1700000000000000100', '1e400', '-1e400'];
    const receipts = await receiptsOf(versions.map((version) => line.replace('424242', version)));

    for (const receipt of receipts) expect(receipt).toMatchObject({ code: 'INVALID_EVENT', path: 'data.version' });
  });
});

describe('inputs that once stopped everybody', () => {
  it('a number that is too large for any is refused with its path, and all others are decided', async () => {
    const { receipts, decisions } = await evaluate([faults('huge-number'), ward.pci('2023-01-03')], {
      asOf: '2024-12-31',
    });

    expect(receipts.filter((receipt) => receipt?.status === 'rejected')).toMatchObject([
      { id: 'a3', code: 'INVALID_EVENT', path: 'data.value' },
      { id: 'a4', code: 'INVALID_EVENT', path: 'data.value' },
    ]);
    expect(decisions.length).toBeGreaterThan(0);
  });

  it('so are many of them', async () => {
    const { receipts } = await evaluate(faults('huge-number-many'), { asOf: '2024-12-31' });
    const rejected = receipts.filter((receipt) => receipt?.status === 'rejected');

    expect(rejected.length).toBe(faults('huge-number-many').filter((line) => /1e400/.test(line)).length);
    for (const receipt of rejected) expect(receipt).toMatchObject({ code: 'INVALID_EVENT' });
  });

  it('versions of 17 digits are refused, the retraction among them, and nothing is lost in silence', async () => {
    const refused = { status: 'rejected', code: 'INVALID_EVENT', path: 'data.version' };

    expect(await receiptsOf(faults('version-17-digits'))).toMatchObject([refused, refused]);
  });

  it('the smallest date of a runtime gets its receipt, and so does the event beside it', async () => {
    expect(await receiptsOf([faults('time-of-year-1'), ward.hads(3, 4, on)])).toMatchObject([
      { id: '1', code: 'SERVICE_DATE_IN_FUTURE', path: 'data.diagnosedOn' },
      { status: 'accepted' },
    ]);
  });
});

describe('years are four digits everywhere', () => {
  it.each([
    ['0001-01-01T00:00:00+01:00', '0001-01-01', '0000-12-31'],
    ['0001-01-01T00:00:00Z', '0001-01-02', '0001-01-01'],
    ['0000-01-01T00:00:00Z', '0000-01-01', '0000-01-01'],
    ['0000-01-01T00:00:00+23:59', '0000-01-01', '0000-01-01'],
    ['9999-12-31T23:59:59.999Z', '9999-12-31', '9999-12-31'],
    ['9999-12-31T23:59:59-23:59', '9999-12-31', '9999-12-31'],
  ])('recorded %s, a service on %s is taken', async (time, served, day) => {
    expect(danishDay(parseInstant(time) as number)).toBe(day);
    expect(await receiptsOf(ward.hads(3, 4, served, { time, receivedtime: time }))).toMatchObject([
      { status: served < '2023' ? 'rejected' : 'accepted' },
    ]);
    expect(await receiptsOf(ward.diagnosis('DI219', served, { time, receivedtime: time }))).toMatchObject([
      { status: 'accepted' },
    ]);
  });
});

describe('codes are compared without case and blanks, and told as they were sent', () => {
  it.each(['bug1', ' BUG1', 'Bug1\t'])('%j before 2023 is refused as BUG1 is', async (code) => {
    expect(await receiptsOf(ward.procedure(code, '2022-12-31'))).toMatchObject([{ code: 'WRONG_CHANNEL' }]);
  });
});
