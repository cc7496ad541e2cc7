import fc from 'fast-check';
import type { ClinicalEvent, PersonKey } from '../../src/kernel/clinical-event';
import { registrationOf } from '../../src/kernel/registration';
import { FoldPersons } from '../../src/pathways/application/fold-persons';
import { FoldedSizes } from '../../src/operations/verification/folded-sizes';
import { foldPerson } from '../../src/pathways/domain/fold';
import { foldEach, foldGroup } from '../../src/pathways/domain/fold-group';
import { relatedGroups, relationsOf } from '../../src/pathways/domain/persons';
import { CollectingLog } from '../../src/platform/memory/collecting-log';
import { MemorySetAside } from '../../src/platform/memory/memory-set-aside';
import type { PathwayState } from '../../src/ports/pathway-state-store';
import type { PersonEventStore } from '../../src/ports/person-event-store';
import { openSqlite } from '../ports/sqlite-platform';
import { definitions } from '../support/evaluate';

const { population } = definitions;

interface Sent {
  readonly person: PersonKey;
  readonly recordId: string;
  readonly version: number;
  readonly isRetracted?: boolean;
  readonly replaces?: PersonKey;
}

/** Clinical events as intake hands them on: each names whoever sent the registration first. */
function eventsOf(sent: readonly Sent[]): ClinicalEvent[] {
  const owners = new Map<string, PersonKey>();
  return sent.map(({ person, recordId, version, isRetracted, replaces }, at): ClinicalEvent => {
    const of = {
      person,
      recordId,
      version,
      source: 'hospital:330901000016003',
      id: `e-${at}`,
      receivedAt: at,
      time: 0,
    };
    const isActive = isRetracted === true ? ('retracted' as const) : ('active' as const);
    const event: ClinicalEvent =
      replaces === undefined
        ? { ...of, status: isActive, kind: 'hospital.diagnosis', born: '1950-01-01', data: AMI }
        : { ...of, status: isActive, kind: 'person.status', born: '1950-01-01', data: { ...ALIVE, replaces } };
    const owner = owners.get(registrationOf(event));
    if (owner === undefined) owners.set(registrationOf(event), person);
    return owner === undefined || owner === person ? event : { ...event, sharedWith: owner };
  });
}
const AMI = { code: 'DI214', role: 'A', diagnosedOn: '2023-01-02' } as const;
const ALIVE = { state: 'alive', from: '2023-01-01' } as const;

/** Folds over a store that counts the events it hands out. */
function folding() {
  const { events, states, unit, database } = openSqlite();
  const log = new CollectingLog(() => undefined);
  const counted = { rows: 0 };
  const counting = Object.create(events, {
    load: {
      value: async (persons: Iterable<PersonKey>) => {
        const keys = [...persons];
        const found = await events.load(keys);
        for (const key of keys) counted.rows += found(key).length;
        return found;
      },
    },
    greatestOf: {
      value: (records: Iterable<string>) => {
        const names = [...records];
        counted.rows += names.length;
        return events.greatestOf(names);
      },
    },
  }) as PersonEventStore;
  const ports = { events: counting, states, setAside: new MemorySetAside(), log, unit };
  const fold = new FoldPersons(ports, population);
  let offset = 0;
  return {
    states,
    counted,
    take: (together: readonly ClinicalEvent[]) =>
      database.run(() =>
        fold.handle({
          topic: 'clinical-events',
          messages: together.map((value) => ({ offset: offset++, key: value.person, value })),
        }),
      ),
  };
}

test('what an event of a shared record reads does not grow with how many persons share it', async () => {
  const { take, counted } = folding();
  const sent = Array.from({ length: 300 }, (_, at) => ({ person: `p_${at}`, recordId: '1', version: 1 + (at % 3) }));
  const rows: number[] = [];
  for (const event of eventsOf(sent)) {
    counted.rows = 0;
    await take([event]);
    rows.push(counted.rows);
  }

  expect(Math.max(...rows.slice(0, 30))).toBe(Math.max(...rows));
  expect(Math.max(...rows)).toBeLessThan(6);
});

test('ten thousand events of one person in one delivery are read and folded once', async () => {
  const { take, counted } = folding();
  const sent = Array.from({ length: 10_000 }, (_, at) => ({ person: 'p_a', recordId: `r-${at}`, version: 1 }));
  await take(eventsOf(sent));

  expect(counted.rows).toBe(10_000);
});

/** How many events the verification of a store expects each person of a group to be folded from. */
function sizesIn(keys: readonly PersonKey[], of: (key: PersonKey) => readonly ClinicalEvent[]) {
  const sizes = new FoldedSizes(keys, of);
  return foldEach({ keys, eventsOf: of }, (person) => foldPerson(person, population)).flatMap((one) =>
    one.result === 'folded' ? [{ person: one.folded.person, ...sizes.of(one.numbers) }] : [],
  );
}

const someone = fc.constantFrom('p_a', 'p_b', 'p_c', 'p_d', 'p_e');
const anySent = fc.record(
  {
    person: someone,
    recordId: fc.constantFrom('1', '2'),
    version: fc.integer({ min: 1, max: 4 }),
    isRetracted: fc.boolean(),
    replaces: someone,
  },
  { requiredKeys: ['person', 'recordId', 'version'] },
);

test('in whatever batches and order the events of shared records come, everyone is as folded together, from as many events', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anySent, { minLength: 1, maxLength: 14 }),
      fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 14, maxLength: 14 }),
      async (sent, sizes) => {
        const events = eventsOf(sent);
        const { take, states } = folding();
        for (let at = 0, batch = 0; at < events.length; batch += 1) {
          const size = sizes[batch] as number;
          await take(events.slice(at, at + size));
          at += size;
        }
        const of = (key: PersonKey): ClinicalEvent[] => events.filter(({ person }) => person === key);
        const keys = relatedGroups(
          events.map(({ person }) => person),
          events.flatMap(relationsOf),
        );
        const setAside = (): void => {
          throw new Error('nobody is set aside here');
        };
        const folded = keys.flatMap((group) => foldGroup({ keys: group, eventsOf: of }, { population, setAside }));
        const stored = await states.load(keys.flat());
        const expected = keys.flatMap((group) => sizesIn(group, of));

        expect(new Map([...stored].map(([key, state]) => [key, state.folded]))).toEqual(
          new Map(folded.map((person) => [person.person, person])),
        );
        for (const { person, least, most } of expected) {
          const { eventCount } = stored.get(person) as PathwayState;
          expect([eventCount >= least, eventCount <= most]).toEqual([true, true]);
        }
      },
    ),
    { numRuns: 150 },
  );
});
