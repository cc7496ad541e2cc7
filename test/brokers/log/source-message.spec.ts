import type { Incoming } from '../../../src/kernel/incoming';
import { incomingOf, type SourceMessage } from '../../../src/platform/kafka/source-message';

const EVENT = {
  specversion: '1.0',
  id: 'e-1',
  source: 'hospital:330901000016003',
  type: 'dk.rehabspor.hospital.procedure.v1',
  time: '2023-02-10T11:04:09Z',
  data: { recordId: 'P-1', note: 'æøå' },
};
const JSON_EVENT = JSON.stringify(EVENT);
const ATTRIBUTES = {
  ce_specversion: '1.0',
  ce_id: EVENT.id,
  ce_source: EVENT.source,
  ce_type: EVENT.type,
  ce_time: EVENT.time,
};

function incoming(value: string | Buffer | null, headers: Record<string, string | Buffer | (string | Buffer)[]> = {}) {
  const message: SourceMessage = {
    topic: 'source.hospital',
    partition: 3,
    offset: 42,
    timestamp: 1_700_000_000_000,
    key: null,
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, header]) => [
        name,
        typeof header === 'string' ? Buffer.from(header) : header,
      ]),
    ),
    value: typeof value === 'string' ? Buffer.from(value) : value,
  };
  return incomingOf(message);
}

const data = JSON.stringify(EVENT.data);
const eventIn = (taken: Incoming): unknown => JSON.parse('text' in taken ? taken.text : '');
const unreadable = (text: RegExp) =>
  expect.objectContaining({ unreadable: expect.objectContaining({ en: expect.stringMatching(text) }) });

describe('a message of a source topic', () => {
  it('says when and where it came, and its trace', () => {
    expect(incoming(JSON_EVENT)).toEqual({
      text: JSON_EVENT,
      arrivedAt: 1_700_000_000_000,
      origin: 'source.hospital/3/42',
    });
    const trace = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    const message = { topic: 't', partition: 0, offset: 0, timestamp: 0, key: null, headers: {} };
    expect(incomingOf({ ...message, value: Buffer.from('{}'), trace })).toMatchObject({ trace });
  });

  describe('in structured mode', () => {
    it('is a whole event, with or without a content type', () => {
      for (const type of [undefined, 'application/cloudevents+json', 'Application/CloudEvents+JSON; charset=UTF-8']) {
        const headers = type === undefined ? {} : { 'content-type': type };
        expect(incoming(JSON_EVENT, headers)).toMatchObject({ text: JSON_EVENT });
      }
      expect(incoming(JSON_EVENT, { 'content-type': 'application/json' })).toMatchObject({ text: JSON_EVENT });
    });

    it('is what its content type says, whatever other headers say', () => {
      const headers = { 'content-type': 'application/cloudevents+json', ...ATTRIBUTES, ce_id: 'other' };
      expect(incoming(JSON_EVENT, headers)).toMatchObject({ text: JSON_EVENT });
    });

    it('is taken as text though it may not be JSON: intake says what is wrong', () => {
      expect(incoming('{"specversion":')).toMatchObject({ text: '{"specversion":' });
    });

    it('loses a byte order mark', () => {
      expect(incoming(`\ufeff${JSON_EVENT}`)).toMatchObject({ text: JSON_EVENT });
    });
  });

  describe('in binary mode', () => {
    it('is put together from headers and value', () => {
      const headers = {
        ...ATTRIBUTES,
        ce_receivedtime: '2023-02-11T00:00:00Z',
        ce_traceid: 'ø',
        'content-type': 'application/json',
      };
      expect(eventIn(incoming(data, headers))).toEqual({
        ...EVENT,
        receivedtime: '2023-02-11T00:00:00Z',
        datacontenttype: 'application/json',
        traceid: 'ø',
      });
    });

    it('keeps its data as they were written', () => {
      const written = '{ "n": 12345678901234567890 }';
      expect(incoming(written, ATTRIBUTES)).toMatchObject({ text: expect.stringContaining(`"data":${written}}`) });
    });

    it('needs no content type', () => {
      expect(eventIn(incoming(data, ATTRIBUTES))).toEqual(EVENT);
    });

    it('keeps data that are not JSON as they are, so that its receipt can name it', () => {
      const bytes = Buffer.from([0x7b, 0xff, 0x00]);
      expect(eventIn(incoming(bytes, ATTRIBUTES))).toMatchObject({
        id: EVENT.id,
        source: EVENT.source,
        data_base64: bytes.toString('base64'),
      });
    });

    it('is unreadable with attributes that are none, that come twice, or are not text', () => {
      expect(incoming(data, { ...ATTRIBUTES, ce___proto__: 'x' })).toEqual(
        unreadable(/`ce___proto__`.*Name attributes/),
      );
      expect(incoming(data, { ...ATTRIBUTES, ce_data: '{}' })).toEqual(unreadable(/`ce_data`/));
      expect(incoming(data, { ...ATTRIBUTES, ce_id: ['a', 'b'] })).toEqual(unreadable(/`ce_id` comes twice/));
      expect(incoming(data, { ...ATTRIBUTES, ce_id: Buffer.from([0xff]) })).toEqual(unreadable(/`ce_id`.*not UTF-8/));
    });

    it('is unreadable without a version', () => {
      const { ce_specversion: _, ...rest } = ATTRIBUTES;
      expect(incoming(data, rest)).toEqual(unreadable(/no `ce_specversion`.*Send all attributes/));
    });
  });

  it('is unreadable when it has no value, is no UTF-8, or is of a format not taken', () => {
    expect(incoming(null)).toMatchObject({
      unreadable: { en: expect.stringMatching(/no value.*Send one/) },
      bytes: new Uint8Array(0),
      origin: 'source.hospital/3/42',
    });
    const bytes = Buffer.from([0x7b, 0xff]);
    expect(incoming(bytes)).toMatchObject({ unreadable: { en: expect.stringMatching(/not UTF-8.*Encode/) }, bytes });
    expect(incoming('[]', { 'content-type': 'application/cloudevents-batch+json' })).toEqual(unreadable(/batch\+json/));
    expect(incoming('', { 'content-type': 'application/cloudevents+avro' })).toEqual(unreadable(/avro.*Send one/));
  });
});
