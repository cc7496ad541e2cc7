import type { Receipt } from '../../src/kernel/receipt';
import { incomingOf } from '../../src/platform/kafka/source-message';
import { startTestServer, type TestServer } from '../http/server';
import { hospital } from '../support/sectors';
import type { SourceEvent } from '../support/source-event';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ REHABSPOR_MAX_EVENT_BYTES: '4096' });
});
afterAll(() => server.stop());

/** The receipt of what a source puts on its topic. */
async function onTopic(value: Buffer | null, headers: Readonly<Record<string, string>>): Promise<Receipt> {
  const message = { topic: 'source.hospital', partition: 0, offset: 0, timestamp: 1_700_000_000_000, key: null };
  const [receipt] = await server.embedded.intake.receive([incomingOf({ ...message, headers, value })], {
    receivedAt: 'clock',
  });
  return receipt as Receipt;
}

async function overHttp(event: SourceEvent, language: string): Promise<Receipt> {
  const { body } = await server.request.post('/api/v1/events').set('accept-language', language).send(event);
  return (body as Receipt[])[0] as Receipt;
}

const ward = hospital();
const on = '2023-02-10';
const noted = ward.bloodPressure(500, 80, on);

describe.each(['da', 'en', 'da-DK, en;q=0.5', 'de'])(
  'a message that asks for %s is answered as over HTTP',
  (language) => {
    it.each([
      ['refused', ward.procedure('BUG1', on, { code: null, performedOn: 'x' })],
      ['from a source that is written wrongly', ward.procedure('BUG1', on, { source: 'Rigshospitalet' })],
      ['noted', { ...noted, id: language, data: { ...noted.data, recordId: language } }],
    ])('%s', async (_what, event) => {
      const told = await onTopic(Buffer.from(JSON.stringify(event)), { 'Accept-Language': language });
      const again = { ...event, id: `${event.id} again`, data: { ...event.data, recordId: `${event.id} again` } };

      expect({ ...told, id: '' }).toEqual({ ...(await overHttp(again, language)), id: '' });
    });
  },
);

test.each([
  ['without a value', null, {}, 'Meddelelsen har ingen værdi.'],
  ['that is no text', Buffer.from([0xff]), {}, 'Meddelelsen er ikke UTF-8-tekst.'],
  ['of another format', Buffer.from('[]'), { 'content-type': 'application/cloudevents+avro' }, 'Indholdstypen'],
  ['without a version', Buffer.from('{}'), { ce_id: '1' }, 'Meddelelsen har `ce_`-headere'],
  ['with a header of no attribute', Buffer.from('{}'), { ce_Data: '1' }, '`ce_Data` er ikke'],
])('a message %s is refused in Danish, where Danish is asked for', async (_what, value, headers, said) => {
  const receipt = await onTopic(value, { ...headers, 'accept-language': 'da' });

  expect(receipt).toMatchObject({ status: 'rejected', code: 'INVALID_EVENT' });
  expect(receipt.message).toContain(said);
  expect((await onTopic(value, headers)).message).not.toContain(said);
});

const type = 'application/x-ndjson';
test.each<[string, Readonly<Record<string, string>>, string | Buffer, string]>([
  ['a line that is too long', { 'content-type': type }, 'x'.repeat(5000), 'Linjen har 5000 byte'],
  ['a line that is no text', { 'content-type': type }, Buffer.from([0xff]), 'Linjen er ikke UTF-8-tekst'],
  ['an event that is too long', { 'content-type': 'application/json' }, `"${'x'.repeat(5000)}"`, 'Hændelsen har 5002'],
  ['a header of no attribute', { 'content-type': 'application/json', 'ce-a.b': '1' }, '{}', 'nævner ingen attribut'],
  ['a header that is not encoded', { 'content-type': 'application/json', 'ce-id': '%' }, '{}', '`ce-id` er ikke'],
  ['too long a body in binary mode', { 'content-type': 'text/x', 'ce-id': '1' }, 'x'.repeat(5000), 'Sæt REHABSPOR'],
])('over HTTP %s is refused in Danish too', async (_what, headers, body, said) => {
  const asked = server.request.post('/api/v1/events').set({ ...headers, 'accept-language': 'da' });
  const { body: receipts } = await asked.serialize((sent: unknown) => sent as string).send(body);

  expect((receipts as Receipt[])[0]?.message).toContain(said);
});
