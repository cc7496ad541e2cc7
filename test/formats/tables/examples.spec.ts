import { join } from 'node:path';
import type { TableFormatName } from '../../../src/formats/domain/tables/table-format-names';
import type { Delivered } from '../../../src/formats/domain/delivered';
import { readAll, statementsOf } from './tables';

const examples = (...parts: readonly string[]): string => join(__dirname, '..', 'examples', ...parts);

/** A part of a delivery in one line: where it stands and what it comes to. */
function lineOf(one: Delivered): string {
  const { file, row, column } = one.place;
  const at = [file, row, column].filter((part) => part !== undefined).join(' ');
  if (one.is === 'refused') return `${at}: refused, ${one.reason.en.replace(/\. .*$/, '.')}`;
  if (one.is === 'unmapped') return `${at}: told, ${one.what}`;
  const { kind, source, status, values } = one;
  return `${at}: ${status === 'active' ? kind : `${kind} taken back`} of ${source} ${JSON.stringify(values)}`;
}
const linesOf = async (name: TableFormatName, ...parts: readonly string[]): Promise<readonly string[]> =>
  (await readAll(name, examples(name, ...parts))).map(lineOf);
const recordsOf = async (name: TableFormatName, ...parts: readonly string[]): Promise<readonly string[]> =>
  statementsOf(await readAll(name, examples(name, ...parts))).map(({ record }) => record);

const ODENSE = 'municipality:0461';
const LAB = 'laboratory.result of laboratory:lab-database';

test('two months of a municipality: what one says wrongly the next corrects and takes back', async () => {
  expect(await linesOf('municipal')).toEqual([
    '2024-01.csv 1 sagsbehandler: told, column sagsbehandler',
    `2024-01.csv 2: municipality.start of ${ODENSE} {"courseId":"F-1","startedOn":"2024-01-08","plannedSessions":16}`,
    `2024-01.csv 3: municipality.intervention of ${ODENSE} {"courseId":"F-1","kind":"training","form":"group","deliveredOn":"2024-01-15","profession":"fysioterapeut","attended":true}`,
    `2024-01.csv 4: municipality.intervention of ${ODENSE} {"courseId":"F-1","kind":"diet","form":"individual","deliveredOn":"2024-01-22","profession":"klinisk diætist","attended":false}`,
    `2024-01.csv 5: municipality.measurement of ${ODENSE} {"kind":"exercise-capacity","measuredOn":"2024-01-15","value":412.5,"method":"6mwt","phase":"start"}`,
    `2024-01.csv 6: municipality.measurement of ${ODENSE} {"kind":"hads","measuredOn":"2024-01-16","anxiety":9,"depression":4}`,
    '2024-01.csv 6: told, CPR number of nine digits, read with a nought before it',
    '2024-01.csv 7 kind: refused, This is none of what can stand here: training, diet, smoking-cessation, patient-education or psychosocial.',
    '2024-01.csv 8 startedOn: refused, This is no date.',
    `2024-02.csv 2: municipality.intervention of ${ODENSE} {"courseId":"F-1","kind":"diet","form":"individual","deliveredOn":"2024-01-22"}`,
    `2024-02.csv 3: municipality.intervention taken back of ${ODENSE} {}`,
    `2024-02.csv 4: municipality.end of ${ODENSE} {"courseId":"F-1","endedOn":"2024-02-27","outcome":"completed","attendedSessions":14}`,
    `2024-02.csv 5: municipality.intervention of ${ODENSE} {"kind":"smoking-cessation","deliveredOn":"2024-02-02"}`,
  ]);
  const records = await recordsOf('municipal');
  expect(records.slice(5, 8)).toEqual(['I-2', 'I-1', 'E-1']);
  expect(records[8]).toMatch(/^fil-[\w-]{22}$/);
});

test('a research table of the laboratory database: bounds, results in words, codes that nobody uses', async () => {
  expect(await linesOf('laboratory', 'lab_forsker.csv')).toEqual([
    'lab_forsker.csv 1 rekvirent: told, column rekvirent',
    `lab_forsker.csv 2: ${LAB} {"npu":"NPU01568","value":1.8,"unit":"mmol/L","sampledOn":"2023-02-01"}`,
    `lab_forsker.csv 3: ${LAB} {"npu":"NPU27300","value":41,"unit":"mmol/mol","sampledOn":"2023-02-01"}`,
    `lab_forsker.csv 4: ${LAB} {"npu":"npu01568","value":"<0.5","unit":"mmol/L","sampledOn":"2023-02-03"}`,
    'lab_forsker.csv 5: told, value in words',
    `lab_forsker.csv 6: ${LAB} {"npu":"NPU03568","value":251,"unit":"10^9/L","sampledOn":"2023-02-03"}`,
    'lab_forsker.csv 7 samplingdate: refused, This is no date.',
    'lab_forsker.csv 8: refused, The row has more cells than there are headings.',
    'lab_forsker.csv 9 value: refused, The cell is blank and must be filled in.',
    'lab_forsker.csv 10: refused, What names the registration looks like a CPR number.',
  ]);
});

test('an extract that has the sign of a bound apart: the number is not read without it', async () => {
  expect(await linesOf('laboratory', 'labka.txt')).toEqual([
    `labka.txt 2: ${LAB} {"npu":"NPU01568","value":"<0.5","unit":"mmol/L","sampledOn":"2023-01-05"}`,
    `labka.txt 3: ${LAB} {"npu":"NPU01568","value":1.2,"unit":"mmol/L","sampledOn":"2023-01-05"}`,
    'labka.txt 4 INTERNAL_REPLY_NUM: refused, The sign before the number is not known.',
    'labka.txt 5: laboratory.result taken back of laboratory:lab-database {"npu":"NPU01568","sampledOn":"2023-01-05"}',
  ]);
  const [first, second, takenBack] = await recordsOf('laboratory', 'labka.txt');
  expect(takenBack).toBe(second);
  expect(second).not.toBe(first);
});

test('a laboratory extract that stops in the middle of a row is not taken', async () => {
  await expect(readAll('laboratory', examples('laboratory', 'cut-off.csv'))).rejects.toThrow(
    'cut-off.csv: The file ends in the middle of row 3.',
  );
});

test('the prescription register: what was handed back is told, and two persons’ dispensings of a day are two', async () => {
  const DISPENSED = 'pharmacy.dispensing of pharmacy:prescription-register';
  expect(await linesOf('prescription')).toEqual([
    ...['PACKSIZE', 'VOLUME', 'INDO'].map((column) => `lmdb.csv 1 ${column}: told, column ${column}`),
    `lmdb.csv 2: ${DISPENSED} {"atc":"C10AA05","dispensedOn":"2023-01-05"}`,
    `lmdb.csv 3: ${DISPENSED} {"atc":"B01AC06","dispensedOn":"2023-01-05"}`,
    'lmdb.csv 4: told, APK below 1',
    `lmdb.csv 5: ${DISPENSED} {"atc":"C10AA05","dispensedOn":"2023-01-05"}`,
    'lmdb.csv 6 EKSD: refused, This is no date.',
    'lmdb.csv 7 ATC: refused, The cell is blank and must be filled in.',
  ]);
  expect(new Set(await recordsOf('prescription')).size).toBe(3);
});

test('the civil registration: codes that say neither alive, dead nor emigrated are told', async () => {
  const STATUS = 'person.status of person:civil-registration';
  expect(await linesOf('civil-registration')).toEqual([
    'cpr.csv 1 navn: told, column navn',
    `cpr.csv 2: ${STATUS} {"state":"alive","from":"2000-11-16","municipality":"0461"}`,
    `cpr.csv 3: ${STATUS} {"state":"dead","from":"2023-02-07"}`,
    `cpr.csv 4: ${STATUS} {"state":"emigrated","from":"2023-03-01"}`,
    'cpr.csv 5: told, status 60',
    `cpr.csv 6: ${STATUS} {"state":"alive","from":"2023-09-12","municipality":"0751","replaces":"0108589995"}`,
    'cpr.csv 7: told, status 44',
    'cpr.csv 8 kommunekode: refused, This is no number of 4 digits.',
  ]);
});

test('DanHeart forms: all mandatory fields or none of it (R21)', async () => {
  const FORM = 'danheart.form of danheart:330901000016003';
  expect(await linesOf('danheart')).toEqual([
    'forms.csv 1 ldl: told, column ldl',
    `forms.csv 2: ${FORM} {"form":"start","serviceOn":"2022-12-05","submittedOn":"2022-12-09","smokingStatus":"former-smoker","bloodPressure":{"systolic":153,"diastolic":95},"hads":{"anxiety":4,"depression":3},"diet":true,"smokingCessation":false}`,
    `forms.csv 3: ${FORM} {"form":"end","serviceOn":"2022-12-29","submittedOn":"2023-01-09","smokingStatus":"smoker","bloodPressure":{"systolic":128,"diastolic":78}}`,
    'forms.csv 4 rygestatus: refused, The cell is blank and must be filled in.',
    'forms.csv 5 blodtryk: refused, This is no blood pressure.',
    'forms.csv 6 sor: refused, Neither the row nor the command says who reports.',
  ]);
  const asked = await readAll('danheart', examples('danheart'), { source: 'danheart:330901000016003' });
  expect(statementsOf(asked).length).toBe(3);
});

test('PRO answers: HADS is scored from its items, whichever way they are coded', async () => {
  const ANSWERED = 'patient.questionnaire of patient:pro';
  expect(await linesOf('pro')).toEqual([
    'hads.csv 1 fritekst: told, column fritekst',
    `hads.csv 2: ${ANSWERED} {"instrument":"hads","anxiety":9,"depression":2,"answeredOn":"2024-03-02"}`,
    `hads.csv 3: ${ANSWERED} {"instrument":"hads","anxiety":21,"depression":21,"answeredOn":"2024-03-02"}`,
    `hads.csv 4: ${ANSWERED} {"instrument":"hads","anxiety":14,"depression":7,"answeredOn":"2024-03-02"}`,
    'hads.csv 4: told, HADS with a missing item, filled by the mean of its subscale [W]',
    'hads.csv 5: refused, Of a subscale of HADS 2 items are missing, and at most 1 may be.',
    'hads.csv 6 q2: refused, Item 2 of HADS has points that it cannot give, which are 0 to 3.',
    `hads.csv 7: ${ANSWERED} {"instrument":"hads","answeredOn":"2024-03-03","anxiety":9,"depression":4}`,
    'hads.csv 8 hads_angst: refused, The sum is not what the items give.',
    `hads.csv 9: ${ANSWERED} {"instrument":"hjertekost","answeredOn":"2024-03-04","score":62}`,
    `hads.csv 10: ${ANSWERED} {"instrument":"EQ-5D-5L","answeredOn":"2024-03-05","score":81}`,
  ]);
});

test('values of general practices: a measurement of its kind’s columns, others told', async () => {
  const MEASURED = 'general-practice.measurement of general-practice:012345';
  expect(await linesOf('general-practice')).toEqual([
    `values.csv 2: ${MEASURED} {"kind":"blood-pressure","measuredOn":"2024-05-01","systolic":128,"diastolic":78}`,
    `values.csv 3: ${MEASURED} {"kind":"smoking-status","measuredOn":"2024-05-02","value":"former-smoker"}`,
    `values.csv 4: ${MEASURED} {"kind":"ldl","measuredOn":"2024-05-02","value":2.4}`,
    'values.csv 5: told, måling peakflow',
    'values.csv 6 blodtryk: refused, The cell is blank and must be filled in.',
    `values.csv 7: ${MEASURED} {"kind":"ldl","measuredOn":"2024-05-04","value":2.4}`,
    'values.csv 7: told, blodtryk beside ldl',
    'values.csv 8 ydernummer: refused, The number of who reports is none.',
  ]);
});

test('what the registry’s staff say of deliveries is of no person', async () => {
  expect(await linesOf('feed-status')).toEqual([
    '2023.csv 2: registry.feed-status of registry:rkkp {"organisation":"municipality:0461","state":"not-connected","from":"2023-01-01","to":"2023-05-31"}',
    '2023.csv 3: registry.feed-status of registry:rkkp {"organisation":"laboratory:lab-database","state":"silent","from":"2023-02-23"}',
  ]);
});

test('nothing that is told of an example repeats a CPR number, and no name of a registration holds one', async () => {
  const names = ['municipal', 'prescription', 'civil-registration', 'danheart', 'pro', 'general-practice'] as const;
  const all = (await Promise.all(names.map((name) => readAll(name, examples(name))))).flat();
  const told = all.map((one) => (one.is === 'statement' ? one.record : one));
  expect(JSON.stringify(told)).not.toMatch(/\d{6}-?\d{4}/);
});
