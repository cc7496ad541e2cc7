import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { sealsOf } from '../../src/access/domain/seals';
import { StateDelivery, type StatedEvent, type Taking } from '../../src/formats/application/state-delivery';
import type { Delivered, Refused, Statement } from '../../src/formats/domain/delivered';
import { DeliveryFault } from '../../src/formats/domain/delivery-fault';
import { SqliteDeliveryBook } from '../../src/platform/sqlite/sqlite-delivery-book';
import { StoreError } from '../../src/platform/store-error';
import type { DeliveryBook } from '../../src/ports/delivery-book';

const ODENSE = 'municipality:0461';
const AALBORG = 'municipality:0851';
const { fields } = sealsOf({ personKey: Buffer.alloc(32, 7) });
const secret = 'a'.repeat(64);

const statement = (record: string, changes: Partial<Statement> = {}): Statement => ({
  is: 'statement',
  place: { file: 'maj.csv', row: 2 },
  source: ODENSE,
  kind: 'municipality.intervention',
  record,
  status: 'active',
  cpr: '1502779995',
  values: { kind: 'diet', deliveredOn: '2024-05-03' },
  ...changes,
});

const refused: Refused = {
  is: 'refused',
  place: { file: 'maj.csv', row: 9, column: 'cpr' },
  reason: { da: 'Mangler.', en: 'Is missing.' },
};

let folder: string;
let book: DeliveryBook;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rehabspor-book-'));
  book = new SqliteDeliveryBook(folder);
});
afterEach(() => {
  book.close();
  rmSync(folder, { recursive: true });
});

interface Delivery extends Partial<Taking> {
  readonly parts: readonly Delivered[];
}

/** What a delivery becomes, kept in the book unless it cannot be taken. */
function deliver({ parts, ...taking }: Delivery) {
  const how: Taking = { time: '2024-06-01T06:00:00Z', extract: 'full', mayRetractMany: false, ...taking };
  const stating = new StateDelivery(how, { book, seal: fields, secret });
  book.begin('municipal');
  try {
    const stated = stating.of(parts);
    const events = [...stated.events, ...stating.gone()];
    book.keep();
    return {
      events: events.map(dataOf),
      ids: events.map(({ event }) => event['id']),
      refused: stated.refused,
      stating,
    };
  } finally {
    book.forget();
  }
}

const dataOf = ({ event }: StatedEvent): Readonly<Record<string, unknown>> =>
  event['data'] as Readonly<Record<string, unknown>>;

const brief = (events: readonly Readonly<Record<string, unknown>>[]) =>
  events.map(({ recordId, version, status = 'active' }) => `${String(recordId)} ${String(version)} ${String(status)}`);

describe('a delivery', () => {
  it('is new the first time, and nothing the second', () => {
    const first = deliver({ parts: [statement('a'), statement('b')] });
    const second = deliver({ parts: [statement('b'), statement('a')], time: '2024-07-01T06:00:00Z' });

    expect(brief(first.events)).toEqual(['a 1 active', 'b 1 active']);
    expect(second.events).toEqual([]);
    expect(second.stating.unchanged).toBe(2);
  });

  it('corrects what it says otherwise, under a version of its own', () => {
    deliver({ parts: [statement('a'), statement('b')] });
    const corrected = statement('a', { values: { kind: 'training', deliveredOn: '2024-05-03' } });
    const { events } = deliver({ parts: [corrected, statement('b')] });

    expect(events).toEqual([
      { cpr: '1502779995', recordId: 'a', version: 2, kind: 'training', deliveredOn: '2024-05-03' },
    ]);
  });

  it('retracts what a whole one has no more, and brings it back when it is there again', () => {
    deliver({ parts: [statement('a'), statement('b')] });

    expect(deliver({ parts: [statement('b')] }).events).toEqual([
      { cpr: '1502779995', recordId: 'a', version: 2, status: 'retracted' },
    ]);
    expect(deliver({ parts: [statement('b')] }).events).toEqual([]);
    expect(brief(deliver({ parts: [statement('a'), statement('b')] }).events)).toEqual(['a 3 active']);
  });

  it('leaves what an incremental one does not speak of', () => {
    deliver({ parts: [statement('a'), statement('b')] });

    expect(deliver({ parts: [statement('c')], extract: 'incremental' }).events).toHaveLength(1);
  });

  it('speaks for those sources alone that are in it', () => {
    deliver({ parts: [statement('a'), statement('a', { source: AALBORG })] });
    const { events } = deliver({ parts: [statement('b', { source: AALBORG })] });

    expect(brief(events)).toEqual(['b 1 active', 'a 2 retracted']);
    expect(brief(deliver({ parts: [statement('a')] }).events)).toEqual([]);
  });

  it('retracts nothing while something in it could not be read, for that may be what is missing', () => {
    deliver({ parts: [statement('a'), statement('b')] });

    expect(deliver({ parts: [statement('b'), refused] }).events).toEqual([]);
  });

  it('is refused as a whole where more than a fifth would be gone, unless that is meant', () => {
    const many = Array.from({ length: 100 }, (_, at) => statement(`r${at}`));
    deliver({ parts: many });

    expect(() => deliver({ parts: many.slice(0, 79) })).toThrow(DeliveryFault);
    expect(() => deliver({ parts: many.slice(0, 79) })).toThrow(
      /lacks 21 of the 100 registrations that municipality:0461/,
    );
    expect(deliver({ parts: many.slice(0, 80) }).events).toHaveLength(20);
    expect(deliver({ parts: many.slice(0, 10), mayRetractMany: true }).events).toHaveLength(70);
  });

  it('is left as if it had never come where it cannot be taken', () => {
    const many = Array.from({ length: 30 }, (_, at) => statement(`r${at}`));
    deliver({ parts: many });
    const other = statement('r0', { values: { kind: 'training', deliveredOn: '2024-05-03' } });

    expect(() => deliver({ parts: [other] })).toThrow(DeliveryFault);
    expect(deliver({ parts: many }).events).toEqual([]);
  });

  it('says which row contradicts another, and takes the first', () => {
    const other = statement('a', {
      values: { kind: 'training', deliveredOn: '2024-05-03' },
      place: { file: 'maj.csv', row: 7 },
    });
    const { events, refused: told } = deliver({ parts: [statement('a'), statement('a'), other] });

    expect(brief(events)).toEqual(['a 1 active']);
    expect(told.map(({ place, reason }) => [place.row, reason.en])).toEqual([
      [7, expect.stringMatching(/^Another row of the delivery says something else/)],
    ]);
  });

  it('waits for no other that is being read: it is refused with what to do', () => {
    book.begin('municipal');
    const other = new SqliteDeliveryBook(folder);

    expect(() => other.begin('lpr-f')).toThrow(StoreError);
    expect(() => other.begin('lpr-f')).toThrow(/wait for it to end and deliver this one again/);
    other.close();
  });

  it('keeps what the format says of an event itself', () => {
    const stated = { id: 'e-1', time: '2024-05-03T10:00:00+02:00', receivedtime: '2024-05-04T10:00:00Z' };
    const stating = new StateDelivery(
      { time: '2024-06-01T06:00:00Z', extract: 'full', mayRetractMany: false },
      { book, seal: fields, secret },
    );
    const { events } = stating.of([statement('a', { stated })]);

    expect(events[0]?.event).toMatchObject({ ...stated, data: { recordId: 'a' } });
    expect(dataOf(events[0] as StatedEvent)).not.toHaveProperty('version');
  });

  it('leaves, delivery after delivery, what the last whole one said', () => {
    const record = fc.constantFrom('a', 'b', 'c', 'd');
    const part = fc.record({
      record,
      kind: fc.constantFrom('diet', 'training'),
      source: fc.constantFrom(ODENSE, AALBORG),
    });
    const parts = fc.uniqueArray(part, { selector: (one) => `${one.record} ${one.source}`, maxLength: 8 });
    let round = 0;
    fc.assert(
      fc.property(fc.array(parts, { minLength: 1, maxLength: 5 }), (deliveries) => {
        round += 1;
        const of = (name: string): string => `${round} ${name}`;
        const standing = new Map<string, { version: number; said: string }>();
        const seen = new Set<unknown>();
        for (const said of deliveries) {
          const whole = [
            ...said,
            { record: 'z', kind: 'diet', source: ODENSE },
            { record: 'z', kind: 'diet', source: AALBORG },
          ];
          const statements = whole.map((one) =>
            statement(of(one.record), { source: one.source, values: { kind: one.kind } }),
          );
          const how: Taking = { time: '2024-06-01T06:00:00Z', extract: 'full', mayRetractMany: true };
          const stating = new StateDelivery(how, { book, seal: fields, secret });
          book.begin(`property ${round}`);
          for (const { event } of [...stating.of(statements).events, ...stating.gone()]) {
            expect(seen).not.toContain(event['id']);
            seen.add(event['id']);
            const data = event['data'] as Record<string, string | number>;
            const name = `${String(event['source'])} ${String(data['recordId'])}`;
            const version = data['version'] as number;
            expect(version).toBeGreaterThan(standing.get(name)?.version ?? 0);
            standing.set(name, { version, said: data['status'] === 'retracted' ? 'gone' : String(data['kind']) });
          }
          book.keep();
          const stands = [...standing].filter(([, { said: what }]) => what !== 'gone');

          expect(stands.map(([name, { said: what }]) => `${name} ${what}`).sort()).toEqual(
            whole.map((one) => `${one.source} ${of(one.record)} ${one.kind}`).sort(),
          );
        }
      }),
      { numRuns: 60 },
    );
  });
});
