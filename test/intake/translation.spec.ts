import type { ClinicalEvent } from '../../src/kernel/clinical-event';
import { clinicalEventsOf } from '../support/fold';
import { civilRegistration, danheart, hospital, laboratory, municipality, patient } from '../support/sectors';
import { ANNA, BO, type SourceEvent } from '../support/source-event';

const { measurement, diagnosis, bloodPressure } = hospital();
const odense = municipality('0461');

/** The event as accepted, with what was kept apart as the sealing function saw it. */
async function translated(event: SourceEvent): Promise<{ event: ClinicalEvent; kept: unknown }> {
  const [clinical, ...others] = await clinicalEventsOf(event, (fields) => JSON.stringify(fields));
  if (clinical === undefined || others.length > 0) throw new Error('The event was not accepted.');
  const { sealed } = clinical;
  return { event: clinical, kept: sealed === undefined ? undefined : JSON.parse(sealed) };
}

test('an accepted event carries a person key and a date of birth, never the CPR', async () => {
  const { event, kept } = await translated(diagnosis('DI209', '2023-02-10', { contactId: 'K-1' }));

  expect(event).toMatchObject({
    kind: 'hospital.diagnosis',
    born: '1977-02-15',
    version: 1,
    status: 'active',
    time: Date.parse('2023-02-10T11:00:00Z'),
    data: { contactId: 'K-1', code: 'DI209', role: 'A', diagnosedOn: '2023-02-10' },
  });
  expect(JSON.stringify(event)).not.toContain(ANNA);
  expect(kept).toBeUndefined();
});

test('unknown fields are kept apart, as they came, and reach no further', async () => {
  const note = { text: 'smith', list: [1, null] };
  const { event, kept } = await translated(bloodPressure(130, 80, '2023-02-10', { note, contactId: 'K-1', pulse: 61 }));

  expect(kept).toEqual({ note, contactId: 'K-1', pulse: 61 });
  expect(event.data).toEqual({ measuredOn: '2023-02-10', kind: 'blood-pressure', systolic: 130, diastolic: 80 });
});

test('values of another kind than the measurement’s are unknown fields', async () => {
  const { event, kept } = await translated(measurement('2023-02-10', { kind: 'hjertekost', score: 70, systolic: 'x' }));

  expect(event.data).toEqual({ measuredOn: '2023-02-10', kind: 'hjertekost', score: 70 });
  expect(kept).toEqual({ systolic: 'x' });
});

test('an instrument that is none of the kinds is kept without effect, its values apart', async () => {
  const { event, kept } = await translated(patient.questionnaire('EQ-5D', '2023-02-10', { index: 0.8, score: 12 }));

  expect(event.data).toEqual({ instrument: 'EQ-5D', answeredOn: '2023-02-10' });
  expect(kept).toEqual({ index: 0.8, score: 12 });
});

test('a field that is null is absent', async () => {
  const event = odense.intervention('diet', '2023-02-10', {
    form: null,
    attended: null,
    version: null,
    status: null,
    note: null,
  });
  const { event: clinical, kept } = await translated(event);

  expect(clinical).toMatchObject({ version: 1, status: 'active' });
  expect(clinical.data).toEqual({ courseId: 'f-1', kind: 'diet', deliveredOn: '2023-02-10' });
  expect(kept).toBeUndefined();
});

test.each([
  ['called on 1502779995', 'called on ••••••-••••'],
  ['150277-9995 moved', '••••••-•••• moved'],
  ['150277 9995 and 0201609995', '••••••-•••• and ••••••-••••'],
  ['150277.9995, １５０２７７９９９５', '••••••-••••, ••••••-••••'],
  ['phone 6611 2233, room 12345678901', 'phone 6611 2233, room 12345678901'],
])('digits that look like a CPR are masked in free text: %s', async (reason, masked) => {
  const { event, kept } = await translated(odense.end('2023-04-25', { reason }));

  expect(event.data).toMatchObject({ reason: masked });
  expect(kept).toEqual(reason === masked ? undefined : { reason });
});

test('numbers nested in a form come along, anything else in it is kept apart', async () => {
  const bloodPressure = { systolic: 130, diastolic: 80, by: 'nurse 1502779995', pulse: 61 };
  const { event, kept } = await translated(danheart().start('2022-12-05', { bloodPressure }));

  expect(event.data).toHaveProperty('bloodPressure', { systolic: 130, diastolic: 80 });
  expect(kept).toEqual({ bloodPressure });
});

test('a bound stays a text', async () => {
  expect((await translated(laboratory.ldl('<=1.4', '2023-02-10'))).event.data).toMatchObject({ value: '<=1.4' });
});

describe('a replaced number', () => {
  it('becomes the other person’s key', async () => {
    const [change, other] = await clinicalEventsOf([
      civilRegistration.newNumber(ANNA, '020160-9995', '2023-02-10'),
      bloodPressure(130, 80, '2023-02-10', { cpr: BO }),
    ]);

    expect(change?.data).toMatchObject({ replaces: other?.person });
    expect(JSON.stringify(change)).not.toContain('020160');
  });

  it.each(['010190XA12', '3102779995', 'X-eCPR 1'])(
    'that is no CPR (%s) joins nothing and is kept',
    async (replaces) => {
      const { event, kept } = await translated(civilRegistration.newNumber(ANNA, replaces, '2023-02-10'));

      expect(event.data).toEqual({ state: 'alive', from: '2023-02-10' });
      expect(kept).toEqual({ replaces });
    },
  );
});

test('a retraction brings only what the source still gave', async () => {
  const event = bloodPressure(1, 1, '2023-02-10');
  const { cpr, recordId } = event.data;
  const { event: clinical } = await translated({ ...event, data: { cpr, recordId, version: 3, status: 'retracted' } });

  expect(clinical).toMatchObject({ version: 3, status: 'retracted', data: {} });
});
