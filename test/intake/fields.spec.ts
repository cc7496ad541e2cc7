import { EVENT_FIELDS } from '../../src/kernel/event-data';
import { EVENT_KINDS, kindOfType, typeOfKind, type EventKind } from '../../src/kernel/event-kinds';
import { rowInContract } from '../support/complete-example';
import { receiptsOf } from '../support/evaluate';
import { danheart, hospital, laboratory } from '../support/sectors';
import type { SourceEvent } from '../support/source-event';
import { ROWS, commonFields } from './fields';

/** A value no field may have. */
const ILL_TYPED = { nested: [] };

const receiptWith = async (event: SourceEvent, fields: Record<string, unknown>) =>
  (await receiptsOf({ ...event, data: { ...event.data, ...fields } }))[0];

const faulty = (path: string) => ({ status: 'rejected', code: 'INVALID_EVENT', path });

test('every type of event has a row here', () => {
  expect(new Set(ROWS.map(({ event }) => event.type))).toEqual(new Set(EVENT_KINDS.map(typeOfKind)));
});

test('the contracts have the rows that are stated here: the same fields in the same order, and no others optional', () => {
  for (const { event, fields, optional } of ROWS) {
    const kind = kindOfType(event.type) as EventKind;
    const { fields: inContract, optional: mayLack } = rowInContract(kind);
    const own = EVENT_FIELDS[kind].own.length;
    expect([event.type, fields.slice(0, own), optional]).toEqual([event.type, inContract.slice(0, own), mayLack]);
  }
});

describe.each(ROWS.map((row) => [row.what, row] as const))('a %s', (_what, { event, fields, optional }) => {
  const all = [...commonFields(event), ...fields];
  const mandatory = all.filter((field) => !['version', 'status', ...optional].includes(field));

  it('is accepted as it stands', async () => {
    expect(await receiptWith(event, {})).toEqual({ id: event.id, source: event.source, status: 'accepted' });
  });

  it.each(mandatory)('is refused without %s, and just so when it is null', async (field) => {
    expect(await receiptWith(event, { [field]: undefined })).toMatchObject(faulty(`data.${field}`));
    expect(await receiptWith(event, { [field]: null })).toMatchObject(faulty(`data.${field}`));
  });

  it('takes null for absent in every other field', async () => {
    const absent = Object.fromEntries(['version', 'status', ...optional].map((field) => [field, null]));

    expect(await receiptWith(event, absent)).toMatchObject({ status: 'accepted' });
  });

  it('names the first ill-typed field in the order of its row, however many follow', async () => {
    for (const [at, field] of all.entries()) {
      const faults = Object.fromEntries(all.slice(at).map((name) => [name, ILL_TYPED]));
      const path = field === 'bloodPressure' ? 'data.bloodPressure.systolic' : `data.${field}`;
      const named = field === 'hads' ? 'data.hads.anxiety' : path;
      expect(await receiptWith(event, faults)).toMatchObject(faulty(named));
    }
  });

  it('names the first missing field in the order of its row', async () => {
    for (const [at, field] of mandatory.entries()) {
      const missing = Object.fromEntries(mandatory.slice(at).map((name) => [name, null]));
      expect(await receiptWith(event, missing)).toMatchObject(faulty(`data.${field}`));
    }
  });

  it('may be retracted with few fields, but those that are there are checked', async () => {
    const nothing = Object.fromEntries(fields.map((field) => [field, undefined]));
    const retracted = { ...nothing, version: 2, status: 'retracted' };
    const last = fields.at(-1) ?? '';

    expect(await receiptWith(event, retracted)).toMatchObject({ status: 'accepted' });
    expect(await receiptWith(event, { ...retracted, recordId: null })).toMatchObject(faulty('data.recordId'));
    if (!['systolic', 'diastolic', 'anxiety', 'depression', 'score', 'value'].includes(last)) {
      expect(await receiptWith(event, { ...retracted, [last]: ILL_TYPED })).toMatchObject(faulty(`data.${last}`));
    }
  });

  it('keeps unknown fields, whatever they hold', async () => {
    expect(await receiptWith(event, { remark: ILL_TYPED, systolicBP: 'x' })).toMatchObject({ status: 'accepted' });
  });
});

describe('a DanHeart form names the number within', () => {
  const form = danheart().start('2022-12-05');

  it.each([
    [{ bloodPressure: { diastolic: 80 } }, 'data.bloodPressure.systolic'],
    [{ bloodPressure: { systolic: null, diastolic: 80 } }, 'data.bloodPressure.systolic'],
    [{ bloodPressure: { systolic: '130', diastolic: 80 } }, 'data.bloodPressure.systolic'],
    [{ bloodPressure: { systolic: 130 } }, 'data.bloodPressure.diastolic'],
    [{ bloodPressure: {} }, 'data.bloodPressure.systolic'],
    [{ bloodPressure: [] }, 'data.bloodPressure'],
    [{ bloodPressure: '130/80' }, 'data.bloodPressure'],
    [{ hads: { anxiety: 3 } }, 'data.hads.depression'],
    [{ hads: { anxiety: '3', depression: null } }, 'data.hads.anxiety'],
    [{ hads: 7 }, 'data.hads'],
    [{ bloodPressure: { systolic: 1 }, hads: 7 }, 'data.bloodPressure.diastolic'],
    [{ smokingStatus: 'often', bloodPressure: {} }, 'data.smokingStatus'],
  ])('%j → %s', async (fields, path) => {
    expect(await receiptWith(form, fields)).toMatchObject(faulty(path));
  });
});

describe('a value outside what its field may say is ill-typed', () => {
  const ward = hospital();
  it.each([
    [ward.diagnosis('DI209', '2023-02-10', { role: 'X' }), 'data.role'],
    [ward.diagnosis('DI209', '2023-02-10', { refuted: 'Ja' }), 'data.refuted'],
    [ward.diagnosis('DI209', '2023-02-30'), 'data.diagnosedOn'],
    [ward.diagnosis('DI209', '2023-02-10', { diagnosedOn: '2023-02-10T00:00:00Z' }), 'data.diagnosedOn'],
    [ward.diagnosis('', '2023-02-10'), 'data.code'],
    [ward.procedure('BUG1', '2023-02-10', { version: 0 }), 'data.version'],
    [ward.procedure('BUG1', '2023-02-10', { version: 1.5 }), 'data.version'],
    [ward.procedure('BUG1', '2023-02-10', { version: '1' }), 'data.version'],
    [ward.procedure('BUG1', '2023-02-10', { status: 'deleted' }), 'data.status'],
    [ward.procedure('BUG1', '2023-02-10', { recordId: '' }), 'data.recordId'],
    [ward.procedure('BUG1', '2023-02-10', { cpr: 1502779995 }), 'data.cpr'],
    [ward.measurement('2023-02-10', { kind: 'weight', value: 80 }), 'data.kind'],
    [ward.referral('municipality:0461', ['diet', 'yoga' as 'diet'], '2023-02-10'), 'data.interventions.1'],
    [laboratory.ldl('1.3', '2023-02-10'), 'data.value'],
    [laboratory.ldl('< 1.3', '2023-02-10'), 'data.value'],
    [laboratory.ldl('<1,3', '2023-02-10'), 'data.value'],
    [laboratory.ldl('=1.3', '2023-02-10'), 'data.value'],
  ])('%#: at %2$s', async (event, path) => {
    expect((await receiptsOf({ ...event, time: '2023-03-01T12:00:00Z' }))[0]).toMatchObject(faulty(path));
  });

  it.each(['<0.5', '<=1.4', '>8', '>=8'])('a bound is a value: %s', async (value) => {
    expect(await receiptsOf(laboratory.ldl(value, '2023-02-10'))).toMatchObject([{ status: 'accepted' }]);
  });
});
