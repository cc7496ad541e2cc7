import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { ClinicalEvent, PersonKey } from '../../src/kernel/clinical-event';
import { addDays, MS_PER_DAY } from '../../src/kernel/day';
import type { PersonEventStore, PlacedEvent } from '../../src/ports/person-event-store';

function event(person: PersonKey, number: number): ClinicalEvent {
  return {
    person,
    kind: 'hospital.diagnosis',
    source: 'hospital:330901000016003',
    id: `e${number}`,
    recordId: `r${number % 3}`,
    version: 1 + (number % 2),
    status: number % 5 === 4 ? 'retracted' : 'active',
    time: 1_000 + number,
    receivedAt: 2_000 + number,
    born: '1977-02-15',
    data: { code: 'DI219', role: 'A', diagnosedOn: '2023-01-03' },
    ...(number % 4 === 3 ? { sharedWith: `${person}-other` } : undefined),
  };
}

/** Events of some persons as they lie in one partition. */
const placed = (persons: readonly PersonKey[]): PlacedEvent[] =>
  persons.map((person, offset) => ({ offset, event: event(person, offset) }));

const expectedOf = (events: readonly PlacedEvent[], person: PersonKey): ClinicalEvent[] =>
  events.map((one) => one.event).filter((one) => one.person === person);

const from = (source: string, { offset, event: one }: PlacedEvent): PlacedEvent => ({
  offset,
  event: { ...one, source },
});

const sorted = (groups: readonly (readonly PersonKey[])[]): string[] =>
  groups.map((group) => [...group].sort().join(' ')).sort();

/** What `PersonEventStore` promises, of any adapter. */
export function describePersonEventStore(
  name: string,
  open: () => Promise<{ readonly events: PersonEventStore }>,
): void {
  const persons = (count: number): PersonKey[] => Array.from({ length: count }, () => `p_${randomUUID()}`);

  describe(`the person events on ${name}`, () => {
    it('loads whole and in order what was appended', async () => {
      const { events } = await open();
      const [anna, bo, nobody] = persons(3) as [string, string, string];
      const all = placed([anna, bo, anna, anna, bo, anna, anna, anna]);
      await events.append(all.slice(0, 3));
      await events.append(all.slice(3));
      const eventsOf = await events.load([anna, bo, nobody]);

      expect(eventsOf(anna)).toEqual(expectedOf(all, anna));
      expect(eventsOf(bo)).toEqual(expectedOf(all, bo));
      expect(eventsOf(nobody)).toEqual([]);
    });

    it('goes through those a source reported on page by page, each once and in the same order', async () => {
      const { events } = await open();
      const source = `hospital:${randomUUID()}`;
      const everyone = persons(9);
      const [foreign, both] = everyone as [PersonKey, PersonKey];
      const own = everyone.filter((key) => key !== foreign);
      const mine = placed(everyone).map((one) => (one.event.person === foreign ? one : from(source, one)));
      const later = placed([...everyone, both, both]).slice(everyone.length);
      await events.append(mine);
      await events.append([later[0] as PlacedEvent, from(source, later[1] as PlacedEvent)]);
      await events.append(mine);
      const seen: PersonKey[] = [];
      for (let last: PersonKey | undefined; ;) {
        const page = await events.reportedBy(source, last, 3);
        seen.push(...page);
        if (page.length < 3) break;
        last = page.at(-1);
      }

      expect([...seen].sort()).toEqual([...own].sort());
      const fourth = seen[3] as PersonKey;
      expect(await events.reportedBy(source, fourth, 2)).toEqual(seen.slice(4, 6));
      expect(await events.reportedBy(`hospital:${randomUUID()}`, undefined, 3)).toEqual([]);
    });

    it('leaves nobody out of whom something of the source was received on the days', async () => {
      const day = fc.integer({ min: -3, max: 3 });
      const report = fc.record({ who: fc.nat(3), by: fc.nat(1), day });
      await fc.assert(
        fc.asyncProperty(
          fc.array(report, { maxLength: 12 }),
          fc.integer({ min: 1, max: 12 }),
          day,
          day,
          async (told, cut, a, b) => {
            const { events } = await open();
            const everyone = persons(4);
            const sources = [`hospital:${randomUUID()}`, `hospital:${randomUUID()}`] as const;
            const noon = Date.parse('2024-03-10T12:00:00Z');
            const placedOf = told.map(({ who, by, day: on }, offset): PlacedEvent => {
              const one = event(everyone[who] as PersonKey, offset);
              return { offset, event: { ...one, source: sources[by as 0 | 1], receivedAt: noon + on * MS_PER_DAY } };
            });
            await events.append(placedOf.slice(0, cut));
            await events.append(placedOf.slice(cut));
            const [least, most] = [Math.min(a, b), Math.max(a, b)];
            const [since, until] = [addDays('2024-03-10', least), addDays('2024-03-10', most)];
            const found = await events.reportedBy(sources[0], undefined, 9, { since, until });
            const within = told.filter(({ by, day: on }) => by === 0 && on >= least && on <= most);
            const reported = told.filter(({ by }) => by === 0);

            expect(found).toEqual(expect.arrayContaining(within.map(({ who }) => everyone[who])));
            expect(reported.map(({ who }) => everyone[who])).toEqual(expect.arrayContaining([...found]));
          },
        ),
        { numRuns: 15 },
      );
    });

    it('leaves out whoever had nothing received on the days', async () => {
      const { events } = await open();
      const source = `hospital:${randomUUID()}`;
      const [early, late] = persons(2) as [PersonKey, PersonKey];
      const at = (one: PlacedEvent, time: string): PlacedEvent => ({
        offset: one.offset,
        event: { ...one.event, source, receivedAt: Date.parse(time) },
      });
      const [first, second] = placed([early, late]) as [PlacedEvent, PlacedEvent];
      await events.append([at(first, '2023-05-01T10:00:00Z'), at(second, '2024-05-01T10:00:00Z')]);

      expect(await events.reportedBy(source, undefined, 9, { since: '2024-01-01' })).toEqual([late]);
      expect(await events.reportedBy(source, undefined, 9, { until: '2023-12-31' })).toEqual([early]);
      expect(await events.reportedBy(source, undefined, 9, { since: '2023-06-01', until: '2023-12-31' })).toEqual([]);
    });

    it('knows a source of someone who was known before', async () => {
      const { events } = await open();
      const source = `hospital:${randomUUID()}`;
      const [anna] = persons(1) as [PersonKey];
      const [first, second] = placed([anna, anna]) as [PlacedEvent, PlacedEvent];
      await events.append([first]);
      expect(await events.reportedBy(source, undefined, 3)).toEqual([]);
      await events.append([from(source, second)]);

      expect(await events.reportedBy(source, undefined, 3)).toEqual([anna]);
    });

    it('passes over what is at or below a person’s last offset', async () => {
      const { events } = await open();
      const [anna, bo] = persons(2) as [string, string];
      const all = placed([anna, anna, bo, anna]);
      await events.append(all);
      await events.append(all);
      await events.append(all.slice(1, 3));

      expect((await events.load([anna]))(anna)).toEqual(expectedOf(all, anna));
      expect((await events.load([bo]))(bo)).toEqual(expectedOf(all, bo));
    });

    it('holds the same after any redelivery of the batches', async () => {
      const { events } = await open();
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 25 }),
          fc.array(fc.record({ back: fc.nat(6), size: fc.integer({ min: 1, max: 8 }) }), { maxLength: 12 }),
          async (drawn, deliveries) => {
            const keys = persons(4);
            const all = placed(drawn.map((at) => keys[at] as string));
            let reached = 0;
            for (const { back, size } of [...deliveries, { back: 0, size: all.length }]) {
              const from = Math.max(0, reached - back);
              await events.append(all.slice(from, from + size));
              reached = Math.max(reached, Math.min(all.length, from + size));
            }
            const eventsOf = await events.load(keys);
            for (const key of keys) expect(eventsOf(key)).toEqual(expectedOf(all, key));
          },
        ),
        { numRuns: 60 },
      );
    });

    it('groups keys by their relations, directly or through others, and repeating a relation changes nothing', async () => {
      const { events } = await open();
      const [a, b, c, d, e] = persons(5) as [string, string, string, string, string];
      await events.relate([{ person: a, other: b }]);
      await events.relate([{ person: c, other: b }]);
      await events.relate([
        { person: c, other: b },
        { person: b, other: a },
      ]);

      expect(sorted(await events.groupsOf([a]))).toEqual(sorted([[a, b, c]]));
      expect(sorted(await events.groupsOf([c, d, a]))).toEqual(sorted([[a, b, c], [d]]));
      expect(sorted(await events.groupsOf([d, e]))).toEqual(sorted([[d], [e]]));
    });

    it('tells of every relation with both keys, once however often it was remembered', async () => {
      const { events } = await open();
      const [a, b, c] = persons(3) as [string, string, string];
      await events.relate([
        { person: a, other: b },
        { person: b, other: a },
        { person: c, other: b },
      ]);
      const related = await events.relations();

      expect(related.get(a)).toEqual([b]);
      expect([...(related.get(b) ?? [])].sort()).toEqual([a, c].sort());
      expect(related.get(c)).toEqual([b]);
    });

    it('joins keys by numbers alone, and tells which registrations they share', async () => {
      const { events } = await open();
      const [a, b, c, d] = persons(4) as [string, string, string, string];
      await events.relate([
        { person: a, other: b },
        { person: c, other: b, record: 'one' },
        { person: d, other: b, record: 'one' },
        { person: d, other: c, record: 'two' },
      ]);
      const joined = await events.joinedTo([a, c]);

      expect(sorted(joined.map(({ keys }) => keys))).toEqual(sorted([[a, b], [c]]));
      expect(joined.map(({ records }) => [...records].sort())).toEqual([['one'], ['one', 'two']]);
      expect(sorted(await events.groupsOf([d, a]))).toEqual(sorted([[a, b, c, d]]));
    });

    it('tells who sent each shared registration, once however often it was remembered', async () => {
      const { events } = await open();
      const [a, b, c, d] = persons(4) as [string, string, string, string];
      expect([...(await events.sharings())]).toEqual([]);
      const relations = [
        { person: a, other: b },
        { person: c, other: b, record: 'one' },
        { person: d, other: b, record: 'one' },
        { person: d, other: c, record: 'two' },
      ];
      await events.relate(relations);
      await events.relate(relations);
      const sharings = await events.sharings();

      expect([...(sharings.get('one') ?? [])].sort()).toEqual([b, c, d].sort());
      expect([...(sharings.get('two') ?? [])].sort()).toEqual([c, d].sort());
      expect(sharings.size).toBe(2);
    });

    it('keeps the greatest event of a shared registration', async () => {
      const { events } = await open();
      const [a, b] = persons(2) as [string, string];
      const [first, second] = placed([a, b]).map((one) => one.event) as [ClinicalEvent, ClinicalEvent];
      await events.relate([{ person: b, other: a, record: 'one' }]);
      expect([...(await events.greatestOf(['one', 'two']))]).toEqual([]);
      await events.keepGreatest([{ record: 'one', now: first }]);
      expect([...(await events.greatestOf(['one', 'two']))]).toEqual([['one', first]]);
      await events.keepGreatest([{ record: 'one', before: first, now: second }]);

      expect([...(await events.greatestOf(['one']))]).toEqual([['one', second]]);
    });

    it('scans everyone once, related keys together, whatever the size of a page', async () => {
      for (const groupsAtATime of [1, 2, 100]) {
        const { events } = await open();
        const keys = persons(6);
        const [a, , , d, , f] = keys as [string, string, string, string, string, string];
        const all = placed([...keys, ...keys]);
        await events.append(all);
        await events.relate([{ person: f, other: a }]);
        await events.relate([{ person: d, other: f, record: 'one' }]);
        const found = new Map<string, readonly ClinicalEvent[]>();
        const groups: (readonly PersonKey[])[] = [];
        for await (const page of events.scan(groupsAtATime)) {
          expect(page.length).toBeLessThanOrEqual(groupsAtATime);
          for (const group of page) {
            groups.push(group.keys);
            for (const key of group.keys) found.set(key, group.eventsOf(key));
          }
        }

        expect(sorted(groups)).toEqual(
          sorted([[a, d, f], ...keys.filter((key) => ![a, d, f].includes(key)).map((key) => [key])]),
        );
        for (const key of keys) expect(found.get(key)).toEqual(expectedOf(all, key));
      }
    });
  });
}
