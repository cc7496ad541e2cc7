import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { PersonFinding } from '../../src/kernel/finding';
import type { PersonPathways } from '../../src/kernel/pathway';
import { columnsOf, type PersonColumns } from '../../src/kernel/person-columns';
import type { Page, PathwayStateStore } from '../../src/ports/pathway-state-store';
import { anyEvents } from '../properties/random-events';
import { foldStory } from '../support/fold';

function folded(person: string, pathways: number, findings: readonly PersonFinding[] = []): PersonPathways {
  return {
    person,
    numbers: [person],
    born: '1977-02-15',
    civilStates: [],
    pathways: Array.from({ length: pathways }, (_, at) => ({
      number: at + 1,
      indexDay: `20${20 + at * 2}-01-03`,
      hospital: 'hospital:330901000016003',
      facts: [],
    })),
    findings,
  };
}

const finding = (person: string, code: 'REFERRAL_ONLY' | 'MISSING_DIAGNOSIS', event: string): PersonFinding => ({
  person,
  code,
  about: 'service',
  source: 'hospital:330901000016003',
  event,
  record: 'r',
  on: '2023-01-03',
});

async function all<T>(page: (from: string | undefined) => Promise<Page<T>>): Promise<T[]> {
  const items: T[] = [];
  for (let from: string | undefined, isOver = false; !isOver;) {
    const next: Page<T> = await page(from);
    items.push(...next.items);
    from = next.next;
    isOver = from === undefined;
  }
  return items;
}

async function scanned(states: PathwayStateStore, atATime: number): Promise<string[]> {
  const persons: string[] = [];
  for await (const some of states.scan(atATime)) persons.push(...some.map(({ person }) => person));
  return persons;
}

/** What `PathwayStateStore` promises, of any adapter. */
export function describePathwayStateStore(
  name: string,
  open: () => Promise<{ readonly states: PathwayStateStore }>,
): void {
  const persons = (count: number): string[] => Array.from({ length: count }, () => `p_${randomUUID()}`);

  describe(`the pathway states on ${name}`, () => {
    it('loads what was put, and leaves out whom it does not know', async () => {
      const { states } = await open();
      const [anna, bo, nobody] = persons(3) as [string, string, string];
      await states.replace(
        [
          { folded: folded(anna, 1), eventCount: 1 },
          { folded: folded(bo, 2), eventCount: 1 },
        ],
        [],
      );

      expect(await states.load([anna, nobody, bo])).toEqual(
        new Map([
          [anna, { folded: folded(anna, 1), eventCount: 1 }],
          [bo, { folded: folded(bo, 2), eventCount: 1 }],
        ]),
      );
    });

    it('never replaces a state by one folded from fewer events', async () => {
      const { states } = await open();
      const [anna] = persons(1) as [string];
      const put = (pathways: number, eventCount: number) =>
        states.replace([{ folded: folded(anna, pathways), eventCount }], []);
      await put(2, 5);
      await put(1, 4);
      expect((await states.load([anna])).get(anna)?.folded).toEqual(folded(anna, 2));
      await put(3, 5);
      expect((await states.load([anna])).get(anna)?.folded).toEqual(folded(anna, 3));
      await put(1, 6);
      expect((await states.load([anna])).get(anna)?.folded).toEqual(folded(anna, 1));
    });

    it('takes a person who was replaced out of states, findings and the count together', async () => {
      const { states } = await open();
      const [anna, bo] = persons(2) as [string, string];
      const put = [anna, bo].map((person) => ({
        folded: folded(person, 1, [finding(person, 'REFERRAL_ONLY', 'e1')]),
        eventCount: 1,
      }));
      await states.replace(put, []);
      expect(await states.count()).toBe(2);
      await states.replace(
        [],
        [anna, 'p_nobody'].map((person) => ({ person, eventCount: 2 })),
      );

      expect([...(await states.load([anna, bo])).keys()]).toEqual([bo]);
      expect(await scanned(states, 10)).toEqual([bo]);
      expect((await all((from) => states.findings(from, 10))).map(({ person }) => person)).toEqual([bo]);
      expect(await states.count()).toBe(1);
    });

    it('keeps everyone where lists look for them, whatever a state was before', async () => {
      const { states } = await open();
      const [anna, bo] = persons(2) as [string, string];
      const held = [finding(anna, 'REFERRAL_ONLY', 'e1')];
      await states.replace([{ folded: folded(anna, 2, held), eventCount: 1 }], []);
      expect(await states.misfiled([anna, bo, 'p_nobody'])).toEqual([]);
      await states.replace(
        [anna, bo].map((person) => ({ folded: folded(person, 0), eventCount: 2 })),
        [],
      );

      expect(await states.misfiled([anna, bo])).toEqual([]);
    });

    it('lets a person who was replaced come back with more events', async () => {
      const { states } = await open();
      const [anna] = persons(1) as [string];
      await states.replace([{ folded: folded(anna, 1), eventCount: 1 }], []);
      await states.replace([], [{ person: anna, eventCount: 2 }]);
      expect((await states.load([anna])).size).toBe(0);
      await states.replace([{ folded: folded(anna, 2), eventCount: 3 }], []);
      expect((await states.load([anna])).get(anna)).toEqual({ folded: folded(anna, 2), eventCount: 3 });
    });

    it('scans everyone with a pathway once, however many at a time', async () => {
      const { states } = await open();
      const keys = persons(9);
      await states.replace(
        keys.map((person, at) => ({ folded: folded(person, at % 3), eventCount: 1 })),
        [],
      );
      for (const atATime of [1, 2, 3, 6, 100]) {
        expect((await scanned(states, atATime)).sort()).toEqual(keys.filter((_, at) => at % 3 > 0).sort());
      }
      expect(await states.count()).toBe(9);
    });

    it('scans everyone in columns in the order of the scan, of its state or, where it keeps none, as folded', async () => {
      await fc.assert(
        fc.asyncProperty(anyEvents, fc.constantFrom(1, 2, 100), async (events, atATime) => {
          const { states } = await open();
          const people = [...(await foldStory(events)), ...persons(3).map((person, at) => folded(person, at))];
          await states.replace(
            people.map((person) => ({ folded: person, eventCount: 1 })),
            [],
          );
          const found = new Map<string, PersonColumns>();
          for await (const page of states.scanInColumns(atATime)) {
            for (const one of page) {
              const { person, columns } = one;
              expect(columns !== undefined || !one.isUnreadable).toBe(true);
              found.set(person, columns ?? columnsOf(one.folded));
            }
          }
          expect([...found.keys()]).toEqual(await scanned(states, atATime));
          for (const person of people) {
            if (person.pathways.length > 0) expect(found.get(person.person)).toEqual(columnsOf(person));
          }
        }),
        { numRuns: 10 },
      );
    });

    it('lists findings page by page, all or of one code', async () => {
      const { states } = await open();
      const keys = persons(5);
      const findings = keys.flatMap((person, at) => [
        finding(person, 'REFERRAL_ONLY', `a${at}`),
        finding(person, 'MISSING_DIAGNOSIS', `b${at}`),
      ]);
      await states.replace(
        [...keys, ...persons(2)].map((person) => ({
          folded: folded(
            person,
            0,
            findings.filter((one) => one.person === person),
          ),
          eventCount: 1,
        })),
        [],
      );
      const eventsOf = (found: readonly PersonFinding[]): string[] => found.map(({ event }) => event).sort();

      for (const limit of [1, 3, 100]) {
        expect(eventsOf(await all((from) => states.findings(from, limit)))).toEqual(eventsOf(findings));
        expect(eventsOf(await all((from) => states.findings(from, limit, 'MISSING_DIAGNOSIS')))).toEqual([
          'b0',
          'b1',
          'b2',
          'b3',
          'b4',
        ]);
      }
      expect(await all((from) => states.findings(from, 10, 'OBS_DIAGNOSIS_ONLY'))).toEqual([]);
    });

    it('gives every folded person back as it was, member by member', async () => {
      const { states } = await open();
      await fc.assert(
        fc.asyncProperty(anyEvents, async (story) => {
          const suffix = randomUUID();
          const put = (await foldStory(story)).map((person) => ({ ...person, person: person.person + suffix }));
          await states.replace(
            put.map((person) => ({ folded: person, eventCount: 1 })),
            [],
          );
          const found = await states.load(put.map(({ person }) => person));
          for (const person of put)
            expect(JSON.stringify(found.get(person.person)?.folded)).toBe(JSON.stringify(person));
        }),
        { numRuns: 40 },
      );
    });
  });
}
