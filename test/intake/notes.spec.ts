import type { Receipt } from '../../src/kernel/receipt';
import { evaluate, receiptsOf } from '../support/evaluate';
import { danheart, hospital, laboratory, municipality, patient, pharmacy } from '../support/sectors';
import { ANNA, BO, type SourceEvent } from '../support/source-event';
import { ROWS } from './fields';

const on = '2023-02-10';
const ward = hospital();
const odense = municipality('0461');
const links = { contactId: 'K-1' };

const last = async (...events: SourceEvent[]): Promise<Receipt | undefined> => (await receiptsOf(events)).at(-1);
const noted = (code: string, path: string) => ({ status: 'accepted', notes: [{ code, path }] });

describe('an event that is taken is told', () => {
  it.each([
    ['CODE_WITHOUT_EFFECT', 'data.code', ward.procedure('BVDYO1', on, links)],
    ['CODE_WITHOUT_EFFECT', 'data.code', ward.diagnosis('DJ449', on, links)],
    ['CODE_WITHOUT_EFFECT', 'data.atc', pharmacy.dispensing('N02BE01', on)],
    ['CODE_WITHOUT_EFFECT', 'data.npu', laboratory.ldl(1.3, on, { npu: 'NPU27300' })],
    ['CODE_WITHOUT_EFFECT', 'data.instrument', patient.questionnaire('HADS', on, { anxiety: 3, depression: 4 })],
    ['UNKNOWN_FIELD', 'data.contactID', ward.diagnosis('DI219', on, { contactID: 'K-1' })],
    ['UNKNOWN_FIELD', 'data.systolic', ward.hads(3, 4, on, { systolic: 130 })],
    [
      'UNKNOWN_FIELD',
      'data.bloodPressure.pulse',
      danheart().start('2022-12-05', { bloodPressure: { systolic: 130, diastolic: 80, pulse: 60 } }),
    ],
    [
      'UNKNOWN_FIELD',
      'data.hads.axiety',
      danheart().start('2022-12-05', { hads: { anxiety: 3, depression: 4, axiety: 5 } }),
    ],
    ['UNKNOWN_HOSPITAL', 'source', ward.hads(3, 4, on, { source: 'hospital:999999999999999' })],
    ['UNKNOWN_HOSPITAL', 'source', danheart('danheart:99999999999').start('2022-12-05')],
    ['UNIT_NOT_USED', 'data.unit', laboratory.ldl(50, on, { unit: 'mg/dL' })],
    ['NO_EFFECT_YET', 'data.code', ward.diagnosis('DZ034', on, links)],
    ['NO_EFFECT_YET', 'data.contactId', ward.procedure('BUG1', on)],
    ['CPR_IN_IDENTIFIER', 'data.recordId', ward.hads(3, 4, on, { recordId: `hads-${BO}` })],
    ['CPR_IN_IDENTIFIER', 'id', ward.hads(3, 4, on, { id: '０２０１６０-9995' })],
    ['CPR_IN_IDENTIFIER', 'data.contactId', ward.procedure('BUG1', on, { contactId: `${ANNA}/1` })],
    ['UNUSUAL_VALUE', 'data.systolic', ward.bloodPressure(500, 80, on)],
    [
      'UNUSUAL_VALUE',
      'data.bloodPressure.diastolic',
      danheart().start('2022-12-05', { bloodPressure: { systolic: 130, diastolic: 8 } }),
    ],
    ['UNUSUAL_VALUE', 'data.value', laboratory.ldl(50, on)],
    [
      'UNUSUAL_VALUE',
      'data.value',
      odense.measurement(on, { kind: 'exercise-capacity', method: 'watt', phase: 'start', value: 900 }),
    ],
    ['UNUSUAL_VALUE', 'data.attendedSessions', odense.end(on, { attendedSessions: 40, plannedSessions: 24 })],
    ['UNUSUAL_VALUE', 'data.plannedSessions', odense.start(on, { plannedSessions: 240 })],
    ['UNUSUAL_VALUE', 'data.endedOn', ward.contact('K-1', on, { endedOn: '2023-02-09' })],
    ['UNUSUAL_VALUE', 'data.measuredOn', odense.hads(3, 4, '1999-12-31')],
    ['UNUSUAL_VALUE', 'data.measuredOn', odense.hads(3, 4, '2031-02-10')],
    ['UNUSUAL_VALUE', 'time', odense.hads(3, 4, on, { time: '2031-02-10T12:00:00Z' })],
  ])('%s at %s (%#)', async (code, path, event) => {
    expect(await last(event)).toMatchObject(noted(code, path));
  });

  it('which registration stood with another person', async () => {
    const hads = ward.hads(3, 4, on, { recordId: 'h-1' });
    const moved = { ...hads, id: 'moved', data: { ...hads.data, cpr: BO } };

    expect(await last(hads, moved)).toMatchObject(noted('RECORD_OF_ANOTHER_PERSON', 'data.recordId'));
  });

  it('what was most likely meant', async () => {
    const field = await last(ward.diagnosis('DI219', on, { contactID: 'K-1' }));
    const code = await last(ward.procedure('BVDYO1', on, links));

    expect(field?.notes?.[0]?.message).toContain('`contactId`');
    expect(code?.notes?.[0]?.message).toContain('`BVDY0`');
  });
});

test.each([
  [ward.procedure('bvdy04 ', on, links)],
  [ward.diagnosis('di219', on, links)],
  [laboratory.ldl(1.3, on, { npu: 'npu01568', unit: 'MMOL/L' })],
  [laboratory.ldl('<0.1', on)],
  [pharmacy.dispensing('b01ac06', on)],
  [patient.questionnaire('sleep', on, { hours: 7 })],
  [ward.hads(3, 4, on, { id: 'ab330901000016003' })],
  [ward.diagnosis('', on, { status: 'retracted', code: null, role: null, diagnosedOn: null })],
])('nothing is said of an event as it should be (%#)', async (event) => {
  expect(await receiptsOf(event)).toEqual([{ id: event.id, source: event.source, status: 'accepted' }]);
});

/** The paths of every object in a value, itself included. */
function objectsIn(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return [path, ...Object.entries(value).flatMap(([name, inner]) => objectsIn(inner, `${path}.${name}`))];
}

test.each(ROWS.flatMap(({ what, event }) => objectsIn(event.data, 'data').map((path) => [what, path, event] as const)))(
  'whatever is sent, a field that no contract knows is told of: %s, in %s',
  async (_what, path, event) => {
    const sent = structuredClone(event);
    const place = path.split('.').reduce<Record<string, unknown>>((at, name) => at[name] as never, { ...sent });
    place['neverHeardOf'] = 1;

    const { notes = [] } = (await last(sent)) as Receipt;
    expect(notes.filter(({ code }) => code === 'UNKNOWN_FIELD').map((note) => note.path)).toEqual([
      `${path}.neverHeardOf`,
    ]);
  },
);

test('a note holds nothing the source sent: a field whose name may be a person’s is not named', async () => {
  const receipt = await last(ward.hads(3, 4, on, { [`note ${ANNA}`]: 1, Æ: 2, [`f${BO}`]: 3 }));
  const nested = { systolic: 130, diastolic: 80, [`p${BO}`]: 1 };
  const form = await last(danheart().start('2022-12-05', { bloodPressure: nested }));

  expect(receipt?.notes?.map(({ path }) => path)).toEqual(['data', 'data', 'data']);
  expect(form?.notes?.map(({ path }) => path)).toEqual(['data.bloodPressure']);
  expect(JSON.stringify(receipt?.notes)).not.toMatch(/\d{4}/);
});

test('a thousand unknown fields are told with twenty notes', async () => {
  const many = Object.fromEntries(Array.from({ length: 1000 }, (_, at) => [`field${at}`, at]));

  expect((await last(ward.hads(3, 4, on, many)))?.notes).toHaveLength(20);
});

test('notes change nothing: the same story decides the same with what is noted and without', async () => {
  const story = [
    ...ward.pci('2023-01-03'),
    ward.hads(3, 4, '2023-01-20', { source: ward.pci('2023-01-03')[0]?.source ?? '' }),
  ];
  const remarked = story.map((event) => ({ ...event, data: { ...event.data, contactID: 'K-1' } }));
  const asked = { asOf: '2024-12-31' };

  expect((await evaluate(remarked, asked)).decisions).toEqual((await evaluate(story, asked)).decisions);
});
