import { randomBytes } from 'node:crypto';
import type { SourceMessage } from './sources';

const SOURCE_TOPICS = ['source.hospital', 'source.municipality', 'source.general-practice', 'source.registers'];
/** So that garbage is found again among the messages of its topic. */
export const MARK = 'garbage';

type Made = Pick<SourceMessage, 'value' | 'headers'>;

const whole = (text: string): Made => ({ value: Buffer.from(text, 'utf8') });
const parts = (headers: SourceMessage['headers'], value = '{}'): Made => ({
  value: Buffer.from(value, 'utf8'),
  headers: { ...headers, 'content-type': 'application/json' },
});

let made = 0;
const attributes = (changes: Readonly<Record<string, string>> = {}): Record<string, string> => ({
  ce_specversion: '1.0',
  ce_id: `garbage-${(made += 1)}`,
  ce_source: 'hospital:330901000016003',
  ce_type: 'dk.rehabspor.hospital.procedure.v1',
  ce_time: '2023-02-10T11:04:09Z',
  ...changes,
});
const without = (name: string): Record<string, string> => {
  const { [name]: _left, ...others } = attributes();
  return others;
};

const nested = (levels: number, inner = ''): string => '{"a":'.repeat(levels) + (inner || '1') + '}'.repeat(levels);
const sound = (data: string): string =>
  `{"specversion":"1.0","id":"garbage-${(made += 1)}","source":"hospital:330901000016003",` +
  `"type":"dk.rehabspor.hospital.procedure.v1","time":"2023-02-10T11:04:09Z","data":${data}}`;

/** Garbage of all kinds; every one has to be refused. `cpr` is a number to put where none belongs. */
const KINDS: Readonly<Record<string, (cpr: string) => Made>> = {
  empty: () => ({ value: Buffer.alloc(0) }),
  'no value': () => ({ value: null }),
  blanks: () => whole(' \n\t '),
  'random bytes': () => ({ value: randomBytes(1 + (made += 1)) }),
  'invalid UTF-8': () => ({
    value: Buffer.concat([Buffer.from('{"specversion":"1.0","id":"\xff', 'latin1'), Buffer.from('"}')]),
  }),
  'cut off': () => whole(sound('{"cpr":"1502779995"}').slice(0, -9)),
  'several lines': () => whole(`${sound('{}')}\n${sound('{}')}`),
  'a number': () => whole(String((made += 1))),
  'a text': () => whole(`"garbage ${(made += 1)}"`),
  null: () => whole('null'),
  'an array': () => whole(`[${sound('{}')}]`),
  'an empty object': () => whole('{}'),
  huge: () => whole(`{"specversion":"1.0","id":"garbage-${(made += 1)}","note":"${'x'.repeat(900_000)}"}`),
  'huge random bytes': () => ({ value: randomBytes(900_000) }),
  'nested in an array': () => whole('['.repeat(50_000) + ']'.repeat(50_000)),
  'nested in data': () => whole(sound(nested(50_000))),
  'nested in data, binary': () => parts(attributes(), nested(50_000)),
  'binary without version': () => parts(without('ce_specversion')),
  'binary of another version': () => parts(attributes({ ce_specversion: '0.3' })),
  'binary without type': () => parts(without('ce_type')),
  'binary of an unknown type': () => parts(attributes({ ce_type: 'dk.rehabspor.hospital.nonsense.v1' })),
  'binary without time': () => parts(without('ce_time')),
  'binary with a bad time': () => parts(attributes({ ce_time: 'yesterday' })),
  'binary with an empty id': () => parts(attributes({ ce_id: '' })),
  'binary with ce_data': () => parts(attributes({ ce_data: '{}' })),
  'binary whose data are no JSON': () => parts(attributes(), '{"cpr":'),
  'binary whose data are a number': () => parts(attributes(), '7'),
  'a batch': () => ({
    value: Buffer.from(`[${sound('{}')}]`),
    headers: { 'content-type': 'application/cloudevents-batch+json' },
  }),
  'a CPR number alone': (cpr) => whole(cpr),
  'a CPR number as text': (cpr) => whole(`"${cpr}"`),
  'a CPR number as name': (cpr) => whole(`{"${cpr}":"${cpr.slice(0, 6)}-${cpr.slice(6)}"}`),
  'a CPR number cut off': (cpr) => whole(`{"cpr":"${cpr}"`),
  'a CPR number in the envelope': (cpr) =>
    whole(JSON.stringify({ id: cpr, source: `hospital:${cpr}`, type: cpr, time: cpr })),
  'a CPR number in all of data': (cpr) =>
    whole(sound(JSON.stringify({ cpr: [cpr], recordId: { id: cpr }, version: cpr, status: cpr, code: cpr }))),
  'a CPR number in headers': (cpr) => parts(attributes({ ce_id: cpr, ce_source: `hospital:${cpr}`, ce_time: cpr })),
};

/** As many pieces of garbage as asked for, every kind at least so often as it fits, on all source topics. */
export function garbage(count: number, cpr: string, random: () => number): SourceMessage[] {
  const kinds = Object.keys(KINDS);
  return Array.from({ length: count }, (_, at) => {
    const kind = kinds[at % kinds.length] as string;
    const { value, headers } = KINDS[kind]!(cpr);
    const keys = [null, '', 'garbage', 'hospital:330901000016003', `key ${at}`];
    return {
      topic: SOURCE_TOPICS[Math.floor(random() * SOURCE_TOPICS.length)] as string,
      key: keys[Math.floor(random() * keys.length)] as string | null,
      value,
      headers: { ...headers, [MARK]: kind },
    };
  });
}

export const KINDS_OF_GARBAGE = Object.keys(KINDS).length;

/** The same items in their order with others at random places between them. */
export function strewn<T>(items: readonly T[], others: readonly T[], random: () => number): T[] {
  const places = others.map((other) => ({ other, at: Math.floor(random() * (items.length + 1)) }));
  places.sort((a, b) => a.at - b.at);
  const all: T[] = [];
  let next = 0;
  items.forEach((item, at) => {
    while ((places[next]?.at ?? Infinity) <= at) all.push((places[next++] as { other: T }).other);
    all.push(item);
  });
  return [...all, ...places.slice(next).map(({ other }) => other)];
}
