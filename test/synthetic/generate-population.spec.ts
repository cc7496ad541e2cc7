import { createHash } from 'node:crypto';
import { EVENT_KINDS } from '../../src/kernel/event-kinds';
import { generatePopulation } from '../../src/synthetic/generate-population';
import { events, kindOf, ORGANISATIONS, population, type SourceEvent } from './fixture';

const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('a synthetic population', () => {
  const text = population(1_500);
  const all = events(text);

  it('is the same text for the same options and another for another seed', () => {
    expect(digest(population(300, 7))).toBe(digest(population(300, 7)));
    expect(digest(population(300, 7))).not.toBe(digest(population(300, 8)));
    expect(digest(population(300, 7))).not.toBe(digest(population(300, 7, 2)));
  });

  it('is the same text on any machine', () => {
    // Changes whenever the population does; it must not change with the machine or the version of Node.
    expect(digest(population(50, 7, 2))).toBe('5e89889274a2e4c082701098ec63bd6575e3e1c206d80578112978b534c1db2d');
  });

  it('has all kinds of events even when small, whatever the seed', () => {
    for (const seed of [1, 2, 3, 4, 5, 4_294_967_295]) {
      const kinds = new Set(events(population(300, seed)).map(kindOf));
      expect([...kinds].sort()).toEqual([...EVENT_KINDS].sort());
    }
  });

  it('has about 42 events for each index patient', () => {
    expect(all.length / 1_500).toBeGreaterThan(39);
    expect(all.length / 1_500).toBeLessThan(46);
  });

  it('comes in the order of receipt, each event recorded before it is received', () => {
    const received = all.map((event) => event.receivedtime);
    expect(received).toEqual([...received].sort());
    expect(all.filter((event) => Date.parse(event.time) > Date.parse(event.receivedtime))).toEqual([]);
  });

  it('writes the Danish offset of each day', () => {
    const offset = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Copenhagen', timeZoneName: 'longOffset' });
    const wrong = all.filter((event) => !offset.format(new Date(event.time)).endsWith(`GMT${event.time.slice(19)}`));
    expect(wrong).toEqual([]);
  });

  it('puts index days into the last year and follow-up into the year after', () => {
    const index = all.filter((event) => /^(DI21|DI22|KFN)/.test(String(event.data.code)));
    const days = index.map((event) => String(event.data.diagnosedOn ?? event.data.performedOn)).sort();
    expect(days[0]).toBe('2022-12-01');
    expect(days.at(-1)).toMatch(/^2023-1[12]/);
    expect(served(all).at(-1)! <= '2024-12-31').toBe(true);
  });

  it('has pathways in each year, and second ones more than 365 days later, when it spans years', () => {
    const several = events(population(800, 1, 4)).filter((event) => String(event.data.code).startsWith('DI21'));
    const years = new Set(several.map((event) => String(event.data.diagnosedOn).slice(0, 4)));
    expect([...years].sort()).toEqual(['2019', '2020', '2021', '2022', '2023']);
    const first = new Map<string, number>();
    const later = several.filter((event) => {
      const day = Date.parse(String(event.data.diagnosedOn)) / 86_400_000;
      const known = first.get(event.data.cpr ?? '');
      if (known === undefined) first.set(event.data.cpr ?? '', day);
      return known !== undefined && day - known > 365;
    });
    expect(later.length).toBeGreaterThan(5);
  });

  it('is written in chunks that end with a whole line', () => {
    const chunks: string[] = [];
    generatePopulation({ patients: 200, seed: 1, years: 1, organisations: ORGANISATIONS }, (lines) =>
      chunks.push(lines),
    );
    expect(chunks.length).toBeGreaterThan(20);
    expect(chunks.every((chunk) => chunk.endsWith('\n') && chunk.length < 70_000)).toBe(true);
  });

  it('refuses options out of range by name', () => {
    expect(() => population(-1)).toThrow(/^patients: -1/);
    expect(() => population(1, 0.5)).toThrow(/^seed/);
    expect(() => population(1, 1, 0)).toThrow(/^years/);
    expect(population(0).split('\n').length).toBeGreaterThan(42);
  });
});

const DATES = [
  'performedOn',
  'diagnosedOn',
  'measuredOn',
  'deliveredOn',
  'startedOn',
  'endedOn',
  'sampledOn',
  'answeredOn',
];

/** All service days but those of the refused future dates, ordered. */
function served(all: readonly SourceEvent[]): string[] {
  return all
    .flatMap((event) =>
      DATES.map((name) => event.data[name])
        .filter((day) => day !== undefined)
        .map(String),
    )
    .sort();
}
