import { RECEIPT_WORDS } from '../../src/kernel/words/receipts';
import { correction } from '../support/source-event';
import { hospital, municipality } from '../support/sectors';
import { expectProblem, startTestServer, type TestServer } from './server';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(() => server.stop());

interface Rejected {
  readonly items: readonly {
    readonly number: number;
    readonly receivedAt: string;
    readonly receipt: { readonly code: string; readonly message?: string };
  }[];
  readonly next?: number;
}
const rejected = async (query = ''): Promise<Rejected> =>
  (await server.request.get(`/api/v1/rejected${query}`)).body as Rejected;

test('refused events are listed with their receipts and without what was sent', async () => {
  await server.tell([municipality().start('2023-02-06', { code: 'BUG1' }), 'no json']);

  const { items } = await rejected();
  expect(items.map(({ receipt }) => receipt.code)).toEqual(['WRONG_CODE_SYSTEM_FOR_SECTOR', 'INVALID_EVENT']);
  expect(items[0]?.receivedAt).toBe('2024-06-30T12:00:00.000Z');
  expect(JSON.stringify(items)).not.toContain('payload');
});

test('reasons are told in the language asked for, as they were told at first where none is', async () => {
  await server.tell('no json');
  const toldIn = async (language: string) => {
    const { body } = await server.request.get('/api/v1/rejected').set('accept-language', language);
    return (body as Rejected).items.map(({ receipt }) => receipt.message);
  };

  expect(await toldIn('da')).toEqual([RECEIPT_WORDS.noJson.da]);
  expect(await toldIn('en')).toEqual([RECEIPT_WORDS.noJson.en]);
  expect((await rejected()).items[0]?.receipt).toEqual({
    status: 'rejected',
    code: 'INVALID_EVENT',
    message: RECEIPT_WORDS.noJson.en,
  });
});

test('the list is read page by page', async () => {
  await server.tell(['1', '2', '3']);

  const first = await rejected('?limit=2');
  const second = await rejected(`?limit=2&after=${first.next}`);
  expect([first.items.length, second.items.length, second.next]).toEqual([2, 1, undefined]);
});

test('the list is asked for by source, code and day of receipt', async () => {
  await server.tell([municipality().start('2023-02-06', { code: 'BUG1' }), 'no json']);
  server.setNow('2024-07-02T12:00:00Z');
  await server.tell(municipality().start('2023-02-07', { code: 'BUG1', source: 'municipality:0851' }));
  const codes = async (query: string) => (await rejected(query)).items.map(({ receipt }) => receipt.code);

  expect(await codes('?source=municipality:0851')).toEqual(['WRONG_CODE_SYSTEM_FOR_SECTOR']);
  expect(await codes('?code=INVALID_EVENT')).toEqual(['INVALID_EVENT']);
  expect(await codes('?since=2024-07-01')).toEqual(['WRONG_CODE_SYSTEM_FOR_SECTOR']);
  expect(await codes('?until=2024-06-30&code=WRONG_CODE_SYSTEM_FOR_SECTOR')).toHaveLength(1);
  expect(await codes('?source=patient:pro')).toEqual([]);
});

test('no page is empty while more follows, and the last one says that it is', async () => {
  await server.tell([
    ...Array.from({ length: 450 }, (_, at) => `no json ${at}`),
    municipality().start('2023-02-06', { code: 'BUG1' }),
  ]);
  const page = await rejected('?code=WRONG_CODE_SYSTEM_FOR_SECTOR&limit=1');
  const lines = await rejected('?code=INVALID_EVENT&limit=450');

  expect([page.items.length, page.next]).toEqual([1, undefined]);
  expect([lines.items.length, lines.next]).toEqual([450, undefined]);
});

test('a corrected event goes in and the refused one is resolved', async () => {
  const wrong = municipality().start('2023-02-06', { code: 'BUG1' });
  await server.tell(wrong);
  const [{ number } = { number: 0 }] = (await rejected()).items;

  const right = municipality().start('2023-02-06');
  const response = await server.request.post(`/api/v1/rejected/${number}/resend`).send({ event: right });
  expect([response.status, response.body]).toEqual([200, { id: right.id, source: right.source, status: 'accepted' }]);
  expect((await rejected()).items).toEqual([]);
  expectProblem(await server.request.post(`/api/v1/rejected/${number}/resend`), 409);
});

test('a corrected event keeps every digit it was written with, as any event does', async () => {
  await server.tell('no json');
  const event = municipality().start('2023-02-06', { a: 0 });
  const digits = '0.10000000000000000000000000000000001';
  const text = JSON.stringify(event).replace('"a":0', `"a":{"b":[12345678901234567890, 1e400, ${digits}]}`);

  const response = await server.request
    .post('/api/v1/rejected/1/resend')
    .type('application/json')
    .send(`{ "event":\n ${text} }`);
  expect(response.body).toMatchObject({ id: event.id, status: 'accepted' });
  const otherwise = text.replace(digits, '0.1');
  const receipts = (await server.tell([text, otherwise])).body as { status: string; code?: string }[];
  expect(receipts).toMatchObject([{ status: 'duplicate' }, { status: 'rejected', code: 'ID_REUSED' }]);
});

test('sent again as it was, an event is judged anew and stays when it is refused again', async () => {
  await server.tell(municipality().start('2023-02-06', { code: 'BUG1' }));
  const [{ number } = { number: 0 }] = (await rejected()).items;

  const response = await server.request.post(`/api/v1/rejected/${number}/resend`);
  expect(response.body).toMatchObject({ status: 'rejected', code: 'WRONG_CODE_SYSTEM_FOR_SECTOR' });
  expect((await rejected()).items).toHaveLength(1);
});

test.each(['99', 'x', '1502779995'])('there is no refused event %s', async (number) => {
  expectProblem(await server.request.post(`/api/v1/rejected/${number}/resend`), 404);
});

test('a correction that is no object is told so', async () => {
  await server.tell('no json');
  const response = await server.request.post('/api/v1/rejected/1/resend').send({ event: 'text' });

  expectProblem(response, 400);
  expect(response.body).toMatchObject({ errors: [{ path: 'event' }] });
});

describe('findings', () => {
  interface Findings {
    readonly items: readonly { readonly code: string; readonly event: string; readonly about: string }[];
    readonly next?: string;
  }
  const findings = async (query = ''): Promise<Findings> =>
    (await server.request.get(`/api/v1/findings${query}`)).body as Findings;

  test('list what is held back and can be asked for by code', async () => {
    await server.tell([hospital().procedure('KFNG02', '2023-01-03'), hospital().procedure('BVDY0', '2023-01-10')]);

    expect((await findings('?code=MISSING_DIAGNOSIS')).items.map(({ about }) => about)).toEqual([
      'qualifying-event',
      'service',
    ]);
    expect((await findings('?code=REFERRAL_ONLY')).items).toEqual([]);
  });

  test('keep a refused correction in mind until a newer one is accepted', async () => {
    const measured = hospital().bloodPressure(148, 92, '2023-01-18');
    const wrong = correction(measured, { systolic: 'high' });
    await server.tell([measured, wrong]);

    expect((await findings('?code=CORRECTION_REJECTED')).items).toMatchObject([
      { event: wrong.id, about: 'correction' },
    ]);
    await server.tell(correction(measured, { systolic: 146, version: 3 }));
    expect((await findings('?code=CORRECTION_REJECTED')).items).toEqual([]);
  });

  test('are read through page by page, corrections last', async () => {
    const measured = hospital().bloodPressure(148, 92, '2023-01-18');
    await server.tell([
      measured,
      correction(measured, { systolic: 'high' }),
      hospital().procedure('BVDY0', '2023-01-10'),
    ]);

    const codes: string[] = [];
    for (let query: string | undefined = '?limit=1'; query !== undefined;) {
      const page: Findings = await findings(query);
      codes.push(...page.items.map(({ code }) => code));
      query = page.next === undefined ? undefined : `?limit=1&after=${page.next}`;
    }
    expect(codes).toEqual(['MISSING_DIAGNOSIS', 'CORRECTION_REJECTED']);
  });

  test('a page is never empty while more follows', async () => {
    const measured = hospital().bloodPressure(148, 92, '2023-01-18');
    await server.tell([measured, correction(measured, { systolic: 'high' })]);

    expect(await findings()).toEqual({ items: [expect.objectContaining({ code: 'CORRECTION_REJECTED' })] });
  });

  test('are asked for by source and day, a refused correction by the day it came in on', async () => {
    const measured = hospital().bloodPressure(148, 92, '2023-01-18');
    await server.tell([
      measured,
      correction(measured, { systolic: 'high' }),
      hospital().procedure('BVDY0', '2023-01-10'),
      hospital().procedure('BVDY0', '2023-03-10'),
    ]);
    const codes = async (query: string) => (await findings(query)).items.map(({ code }) => code);

    expect(await codes('?since=2023-02-01&until=2023-12-31')).toEqual(['MISSING_DIAGNOSIS']);
    expect(await codes('?since=2024-01-01')).toEqual(['CORRECTION_REJECTED']);
    expect(await codes(`?source=${measured.source}`)).toHaveLength(3);
    expect(await codes('?source=hospital:440901000016003')).toEqual([]);
  });

  test.each(['?code=NO_SUCH', '?after=x', '?limit=0'])('cannot be asked for by %s', async (query) => {
    expectProblem(await server.request.get(`/api/v1/findings${query}`), 400);
  });
});
