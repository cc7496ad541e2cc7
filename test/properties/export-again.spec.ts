import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readExactJson } from '../../src/kernel/exact-json';
import { ExactNumber } from '../../src/kernel/exact-number';
import { ROWS } from '../intake/fields';
import { MovedEvents } from '../support/moved-events';
import { ANNA, retraction, type SourceEvent } from '../support/source-event';
import { anyEvents } from './random-events';

const HYPHENATED = `${ANNA.slice(0, 6)}-${ANNA.slice(6)}`;

/** Any JSON as text, with numbers that no double holds and names that mean something to JavaScript. */
const anyJson = fc.letrec<{ value: string; array: string; object: string }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('null', 'true', 'false', '0', '-0', '-0.0', '1.0', '1e2', '""', '{}', '[]', '"\\ud800"', '"æ 😀"'),
    fc.constantFrom('1e400', '-1e400', '1e-400', '12345678901234567890', '0.10000000000000000001', '9007199254740993'),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => JSON.stringify(number)),
    fc.string().map((text) => JSON.stringify(text)),
    tie('array'),
    tie('object'),
  ),
  array: fc.array(tie('value'), { maxLength: 3 }).map((items) => `[${items.join(' , ')}]`),
  object: fc
    .array(fc.tuple(anyName(), tie('value')), { maxLength: 3 })
    .map((members) => `{${members.map(([name, value]) => `${JSON.stringify(name)}: ${value}`).join(',')}}`),
})).value;

function anyName(): fc.Arbitrary<string> {
  return fc.oneof(fc.constantFrom('__proto__', 'constructor', 'toJSON', '1', '', 'a.b', 'note'), fc.string());
}

/** How a source may say the same: members that go without saying, another offset, a hyphen, nulls. */
const anyManner = fc.record({
  offset: fc.constantFrom('Z', '+01:00', '-11:30', '.1234Z', '.9999999+00:01'),
  hyphen: fc.boolean(),
  data: fc.record(
    { version: fc.constant(1), status: fc.constant('active'), note: fc.constant(null), replaces: fc.constant('x') },
    { requiredKeys: [] },
  ),
  event: fc.record(
    {
      datacontenttype: fc.constantFrom('application/json', 'application/json; charset=utf-8', null),
      subject: fc.constantFrom('a', null),
      receivedtime: fc.constantFrom('2024-02-29T23:59:60+14:00', null),
    },
    { requiredKeys: [] },
  ),
  unknown: fc.array(fc.tuple(anyName(), anyJson), { maxLength: 3 }),
  extensions: fc.array(fc.tuple(anyName(), anyJson), { maxLength: 2 }),
});

type Manner = typeof anyManner extends fc.Arbitrary<infer M> ? M : never;

/** The line of an event said in a manner; the unknown before the known, which the latter of two names wins. */
function lineOf(event: SourceEvent, { offset, hyphen, data, event: more, unknown, extensions }: Manner): string {
  const members = (fields: readonly (readonly [string, string])[]): string =>
    `{${fields.map(([name, value]) => `${JSON.stringify(name)}:${value}`).join(',')}}`;
  const written = (fields: object): [string, string][] =>
    Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, JSON.stringify(value)]]));
  const said: Record<string, unknown> = { ...data, ...event.data };
  if (hyphen && said['cpr'] === ANNA) said['cpr'] = HYPHENATED;
  const time = event.time.replace(/(Z|[+-]\d\d:\d\d)$/, offset);
  return members([
    ...extensions,
    ...written({ ...more, ...event, time }),
    ['data', members([...unknown, ...written(said)])],
  ]);
}

const anyLines = fc
  .tuple(
    fc.oneof(
      anyEvents,
      fc.constantFrom(...ROWS).map(({ event }) => [event, retraction(event)]),
    ),
    fc.array(anyManner, { minLength: 1, maxLength: 6 }),
  )
  .map(([events, manners]) =>
    events.map((event, at) => lineOf({ ...event, id: `e${at}` }, manners[at % manners.length] as Manner)),
  );

const only = (status: string, answers: readonly unknown[]): unknown[] => answers.map(() => status);

describe('an export', () => {
  it('is the same events again: repeats in its own store, and the original is repeats in a store made from it', async () => {
    let told = 0;
    await fc.assert(
      fc.asyncProperty(anyLines, async (lines) => {
        const store = new MovedEvents();
        const accepted = (await store.import(lines)).flatMap((answer, at) =>
          answer === 'accepted' ? [lines[at] as string] : [],
        );
        told += accepted.length;
        const exported = await store.export();
        const again = await store.import(exported);
        const other = new MovedEvents();
        const moved = await other.import(exported);
        const original = await other.import(accepted);

        expect(exported).toHaveLength(accepted.length);
        expect(again).toEqual(only('duplicate', again));
        expect(moved).toEqual(only('accepted', moved));
        expect(original).toEqual(only('duplicate', original));
        expect(await other.export()).toEqual(exported);
      }),
      { numRuns: 300 },
    );

    expect(told).toBeGreaterThan(500);
  });

  it('is repeats, whatever the version of the program that made the original wrote differently', async () => {
    const lines = readFileSync(join(__dirname, '../intake/faults/exported-again.ndjson'), 'utf8').trimEnd().split('\n');
    const store = new MovedEvents();
    expect(await store.import(lines)).toEqual(['accepted', 'accepted']);

    expect(await store.import(await store.export())).toEqual(['duplicate', 'duplicate']);
  });

  it('says every member that came, with all its digits, and none that did not', async () => {
    const data = '"cpr":"1502779995","recordId":"P-1","courseId":"c","startedOn":"2023-02-06"';
    const unknown = '"__proto__":{"toJSON":1},"n":[1e400,12345678901234567890],"o":{"x":0.10000000000000000001}';
    const head =
      '"specversion":"1.0","id":"1","source":"municipality:0461","type":"dk.rehabspor.municipality.start.v1"';
    const times = '"time":"2023-02-06T10:00:00.000Z","receivedtime":"2023-02-06T10:00:00.000Z"';
    const line = `{${head},${times},"data":{${data},${unknown}},"sequence":1E-400}`;
    const store = new MovedEvents();
    await store.import([line]);

    expect(await store.export()).toEqual([line]);
  });
});

test('a text is read exactly as JSON.parse reads it, but for numbers that no double holds', () => {
  const plain = (value: unknown): unknown => {
    if (value instanceof ExactNumber) return Number(value.text);
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(plain);
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, plain(member)]));
  };
  fc.assert(
    fc.property(anyJson, (text) => {
      const forced = `[ ${text} , 1e0 ]`;

      expect(plain(readExactJson(forced))).toEqual(plain(JSON.parse(forced)));
    }),
  );
});

test.each([
  ['1e400', '10E399'],
  ['12345678901234567890', '1234567890123456789.00e+1'],
  ['-0.00000000000000000000012345678901234567890', '-1.234567890123456789e-22'],
  ['1e-400', '0.1e-399'],
])('%s and %s are one number', (one, other) => {
  const digits = (text: string): unknown => (ExactNumber.read(text) as ExactNumber).digits;

  expect(digits(one)).toBe(digits(other));
});

test.each(['0', '-0', '0.1', '1e2', '1.0', '100000000000000000000000', '5e-324', '0.000', '1.7976931348623157e308'])(
  '%s is held by a double',
  (text) => {
    expect(ExactNumber.read(text)).toBe(Number(text));
  },
);
