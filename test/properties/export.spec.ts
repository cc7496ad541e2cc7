import fc from 'fast-check';
import { readContent, type SoundEvent } from '../../src/intake/domain/source-event';
import { readEnvelope } from '../../src/intake/domain/envelope';
import { isRefused } from '../../src/intake/domain/refusal';
import { writeSourceEvent, type WrittenEvent } from '../../src/intake/domain/source-writing';
import { generatePopulation } from '../../src/synthetic/generate-population';
import { organisationInputOf } from '../../src/synthetic/organisation-input';
import { faqCases } from '../../src/synthetic/faq-cases';
import { loadOrganisationList } from '../../src/platform/contracts/organisation-list';
import { loadSchemas } from '../../src/platform/contracts/schema-validators';
import { ROWS } from '../intake/fields';
import { evaluate, reading } from '../support/evaluate';
import { ANNA, BO, retraction, type SourceEvent } from '../support/source-event';
import { anyAsOf, anyEvents } from './random-events';

const NOW = Date.parse('2024-05-06T07:08:09.012Z');

/** Reads a source event as a file brought by an operator is read. */
function read(event: SourceEvent | WrittenEvent): SoundEvent {
  const envelope = readEnvelope(JSON.parse(JSON.stringify(event)));
  if (isRefused(envelope)) throw new Error(JSON.stringify(envelope));
  const sound = readContent(envelope, envelope.receivedAt ?? NOW, reading);
  if (isRefused(sound)) throw new Error(JSON.stringify(sound));
  return sound;
}

function written({ event, numbers, ...unknown }: SoundEvent): WrittenEvent {
  const digits = new Map(numbers.map((number) => [number.person, number.digits]));
  return writeSourceEvent(event, (person) => digits.get(person) as string, unknown);
}

/** What data say: null is absent, a CPR number is ten digits. */
function said(data: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const stated = Object.entries(data).filter(([, value]) => value !== null && value !== undefined);
  const { cpr, replaces, ...rest } = Object.fromEntries(stated);
  const digits = (value: unknown): unknown =>
    typeof value === 'string' && /^\d{6}-\d{4}$/.test(value) ? value.replace('-', '') : value;
  return {
    ...rest,
    ...(cpr === undefined ? undefined : { cpr: digits(cpr) }),
    ...(replaces === undefined ? undefined : { replaces: digits(replaces) }),
  };
}

function expectReadsTheSame(told: SourceEvent): void {
  const event = JSON.parse(JSON.stringify(told)) as SourceEvent;
  const sound = read(event);
  const again = written(sound);

  expect(read(again)).toEqual(sound);
  expect(said(again.data)).toEqual(said(event.data));
  expect({ id: again.id, source: again.source, type: again.type, at: Date.parse(again.time) }).toEqual({
    id: event.id,
    source: event.source,
    type: event.type,
    at: Date.parse(event.time),
  });
}

/** What sources may say beside what is understood: notes, free text with numbers in it, nulls, stated defaults. */
const anyUnknown = fc.record(
  {
    note: fc.jsonValue({ maxDepth: 3 }).filter((value) => value !== null),
    text: fc.constantFrom(`see ${ANNA}`, 'æøå 😀 "\\\n\u0000'),
    mode: fc.constant(null),
    score: fc.constantFrom(3, 'x'),
    'a b.c': fc.double(),
  },
  { requiredKeys: [] },
);

describe('a source event written again', () => {
  it('reads as the same clinical event with the same data, whatever the event', () => {
    fc.assert(
      fc.property(anyEvents, anyUnknown, (events, unknown) => {
        for (const event of events) expectReadsTheSame({ ...event, data: { ...unknown, ...event.data } });
      }),
      { numRuns: 150 },
    );
  });

  it.each(ROWS.map((row) => [row.what, row.event] as const))(
    'reads the same for a %s, retracted too',
    (_what, event) => {
      expectReadsTheSame(event);
      expectReadsTheSame(retraction(event));
      expectReadsTheSame({ ...event, data: { ...event.data, version: 1, status: 'active' } });
    },
  );

  it('reads the same for everyone of a synthetic population', () => {
    const organisations = organisationInputOf(loadOrganisationList(loadSchemas()));
    const lines: string[] = faqCases().map((event) => JSON.stringify(event));
    generatePopulation({ patients: 60, seed: 4, years: 2, organisations }, (text) => {
      lines.push(...text.trimEnd().split('\n'));
    });
    let sound = 0;
    for (const line of lines) {
      const event = parsed(line);
      if (event === undefined) continue;
      sound += 1;
      expectReadsTheSame(event);
    }

    expect(sound).toBeGreaterThan(1_500);
  });

  it.each([
    ['free text that names numbers', { reason: `${ANNA} and 020160-9995`, profession: `dr ${BO}` }],
    ['an unknown field of each JSON kind', { a: [1, null, { b: '' }], c: {}, d: '', e: false, f: 0, g: 1e21 }],
    ['values of another kind', { systolic: 'x', anxiety: 3 }],
  ])('reads the same with %s', (_what, fields) => {
    const end = ROWS.find(({ what }) => what === 'municipal end')!.event;
    expectReadsTheSame({ ...end, data: { ...end.data, ...fields } });
  });

  it.each(['020160-9995', BO, '010190XA12', '3102779995'])('names the number replaced as it was: %s', (replaces) => {
    const status = ROWS.find(({ what }) => what === 'civil status')!.event;
    expectReadsTheSame({ ...status, data: { ...status.data, replaces } });
  });

  it.each([
    '2023-02-10T11:04:09Z',
    '2023-02-10T23:59:60.999999+23:59',
    '1600-01-01T00:00:00-12:00',
    '0000-01-01T00:00:00.001+00:01',
    '9999-12-31T23:59:59.999-23:59',
  ])('keeps the moments it was recorded and received: %s', (time) => {
    const diagnosis = ROWS.find(({ what }) => what === 'diagnosis')!.event;
    const sound = read({
      ...diagnosis,
      time,
      receivedtime: time,
      data: { ...diagnosis.data, diagnosedOn: '0000-01-01' },
    });
    const again = read(written(sound));

    expect(again).toEqual(sound);
  });

  it('is decided byte for byte as the original', async () => {
    await fc.assert(
      fc.asyncProperty(anyEvents, anyAsOf, async (events, asOf) => {
        const asked = { asOf, showCpr: true };
        const again = events.map((event) => JSON.stringify(written(read(event))));

        expect(JSON.stringify((await evaluate(again, asked)).decisions)).toBe(
          JSON.stringify((await evaluate(events, asked)).decisions),
        );
      }),
      { numRuns: 60 },
    );
  });
});

/** The event of a line, undefined when it is refused. */
function parsed(line: string): SourceEvent | undefined {
  try {
    const event = JSON.parse(line) as SourceEvent;
    read(event);
    return event;
  } catch {
    return undefined;
  }
}
