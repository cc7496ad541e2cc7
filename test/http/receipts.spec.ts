import type { Receipt } from '../../src/kernel/receipt';
import { hospital, laboratory, municipality } from '../support/sectors';
import { linesOf, type Told } from '../support/evaluate';
import { BO, retraction, type SourceEvent } from '../support/source-event';
import { startTestServer, type TestServer } from './server';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const ward = hospital();
const odense = municipality('0461');
const on = '2023-02-10';

async function send(told: Told, language = 'en'): Promise<Receipt[]> {
  const { body } = await server.request
    .post('/api/v1/events')
    .set('content-type', 'application/x-ndjson')
    .set('accept-language', language)
    .send(linesOf(told).join('\n'));
  return body as Receipt[];
}
const last = async (...told: SourceEvent[]): Promise<Receipt | undefined> => (await send(told)).at(-1);

describe('a source that is written wrongly is told how one is written', () => {
  it.each([
    ['330901000016003', 'hospital:330901000016003'],
    ['Hospital:330901000016003', 'hospital:330901000016003'],
    ['hospitals:330901000016003', 'hospital:330901000016003'],
    ['Rigshospitalet', 'Rigshospitalet'],
    ['rigshospitalet', 'Rigshospitalet'],
    ['0461', 'municipality:0461'],
    ['Odense', 'municipality:0461'],
    ['https://ouh.dk/epj', '`hospital:<SOR>`'],
    ['12345', '`general-practice:<ydernummer>`'],
  ])('%s', async (source, said) => {
    const receipt = await last(ward.procedure('BUG1', on, { source }));

    expect(receipt).toMatchObject({ status: 'rejected', code: 'NOT_REGISTRABLE', path: 'source' });
    expect(receipt?.message).toContain(said);
    expect(receipt?.message).not.toContain('insurance');
    expect(receipt?.rule).toBeUndefined();
  });

  it('but one that insurance pays, that it cannot be registered (R15)', async () => {
    const receipt = await last(ward.procedure('BUG1', on, { source: 'private:physio' }));

    expect(receipt).toMatchObject({ code: 'NOT_REGISTRABLE', rule: 'R15' });
    expect(receipt?.message).toContain('insurance');
  });
});

test('a refusal tells every fault of the event, the first deciding, each with its rule', async () => {
  const event = ward.bloodPressure(80, 130, '2022-12-31', {
    cpr: '3102779995',
    version: 0,
    time: '2022-12-01T12:00:00Z',
  });
  const receipt = await last(event);

  expect(receipt).toMatchObject({ code: 'INVALID_EVENT', path: 'data.version' });
  expect(receipt?.faults?.map(({ code, path, rule }) => [code, path, rule])).toEqual([
    ['INVALID_EVENT', 'data.version', undefined],
    ['INVALID_EVENT', 'data.diastolic', undefined],
    ['INVALID_CPR', 'data.cpr', undefined],
    ['WRONG_CHANNEL', 'data.measuredOn', 'R17'],
    ['SERVICE_DATE_IN_FUTURE', 'data.measuredOn', undefined],
  ]);
});

test('receipts are in Danish or English as the sender asks, English where it asks for neither', async () => {
  const refused = ward.procedure('BUG1', on, { code: null });
  const noted = ward.bloodPressure(500, 80, on);
  const said = async (language: string) =>
    (
      await send(
        [
          { ...refused, id: language },
          { ...noted, id: `n${language}`, data: { ...noted.data, recordId: language } },
        ],
        language,
      )
    ).map(({ message, notes }) => message ?? notes?.[0]?.message);

  const [danish, english] = [await said('da-DK, en;q=0.5'), await said('en')];
  expect(danish).toEqual(['`data.code` mangler.', expect.stringContaining('sædvanlige')]);
  expect(english).toEqual(['`data.code` is missing.', expect.stringContaining('usual')]);
  expect(await said('de')).toEqual(english);
});

describe('what an event lacks is told by all that is known of the person', () => {
  const links = (contactId: string) => ({ contactId });
  const code = (receipt: Receipt | undefined) => receipt?.notes?.map((note) => [note.code, note.path]);

  it('a service without a linked diagnosis has no effect yet', async () => {
    expect(code(await last(ward.procedure('BUG1', on, links('K-1'))))).toEqual([['NO_EFFECT_YET', 'data.code']]);
  });

  it('nor has one that is linked to an observation only, until the diagnosis is confirmed', async () => {
    const service = ward.procedure('BVDY04', on, links('K-2'));

    expect(code(await last(ward.diagnosis('DZ034', on, links('K-2')), service))).toEqual([
      ['NO_EFFECT_YET', 'data.code'],
    ]);
    expect(
      code(await last(ward.diagnosis('DI209', on, links('K-2')), ward.procedure('BRXT', on, links('K-2')))),
    ).toBeUndefined();
  });

  it('a diagnosis in the same body or sent before is seen, whichever of the two comes first', async () => {
    const [diagnosis, service] = [ward.diagnosis('DI209', on, links('K-3')), ward.procedure('BUG1', on, links('K-3'))];

    expect((await send([service, diagnosis])).map(code)).toEqual([undefined, undefined]);
    expect(code(await last(ward.procedure('BRXT1', on, links('K-3'))))).toBeUndefined();
  });

  it('an end before its start, without one, or of more sessions than were planned is unusual', async () => {
    const course = (courseId: string) => ({ courseId });

    expect(code(await last(odense.end(on, course('F-0'))))).toEqual([['UNUSUAL_VALUE', 'data.courseId']]);
    expect(code(await last(odense.start(on, course('F-1')), odense.end('2023-02-09', course('F-1'))))).toEqual([
      ['UNUSUAL_VALUE', 'data.endedOn'],
    ]);
    expect(
      code(
        await last(
          odense.start(on, { ...course('F-2'), plannedSessions: 24 }),
          odense.end(on, { ...course('F-2'), attendedSessions: 40, plannedSessions: null }),
        ),
      ),
    ).toEqual([['UNUSUAL_VALUE', 'data.attendedSessions']]);
    expect(code(await last(odense.start(on, course('F-3')), odense.end('2023-05-01', course('F-3'))))).toBeUndefined();
  });

  it('a retraction of what was never sent retracts nothing', async () => {
    const sent = ward.hads(3, 4, on);

    expect(code(await last(retraction(ward.hads(3, 4, on))))).toEqual([['NO_EFFECT_YET', 'data.recordId']]);
    expect(code(await last(sent, retraction(sent)))).toBeUndefined();
  });
});

test('an LDL result in a unit that is not used is among the findings, and nowhere else', async () => {
  const cpr = BO;
  const result = laboratory.ldl(50, '2023-03-01', { cpr, unit: 'mg/dL' });
  await server.tell([
    hospital().pci('2023-01-03', { cpr }),
    result,
    laboratory.ldl(1.2, '2023-02-01', { cpr, unit: 'MMOL/l', npu: ' npu01568' }),
  ]);
  const { body } = await server.request.get('/api/v1/findings?code=UNIT_NOT_USED');
  const items = (body as { items: { event: string; about: string; on: string; person: string }[] }).items;

  expect(items).toMatchObject([{ event: result.id, about: 'value', on: '2023-03-01' }]);
  const { body: person } = await server.request.get(`/api/v1/persons/${items[0]?.person}/pathways?asOf=2024-06-30`);
  const decisions = (person as { decisions: { indicator: string; outcome: string; findings: unknown[] }[] }).decisions;
  expect(decisions.find(({ indicator }) => indicator === 'ldl')).toMatchObject({ outcome: 'met', findings: [] });
});
