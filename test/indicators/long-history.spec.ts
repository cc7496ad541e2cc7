import { DecisionsAt } from '../../src/indicators/application/decisions-at';
import { PERSON_LAW } from '../../src/indicators/domain/person-law';
import type { ClinicalEvent } from '../../src/kernel/clinical-event';
import { MemorySetAside } from '../../src/platform/memory/memory-set-aside';
import { openSqlite } from '../ports/sqlite-platform';
import { compiled } from '../support/fold';

const MINUTE = 60_000;
const BEGIN = Date.parse('2023-01-02T12:00:00Z');

/** An infarction and blood pressures, each received a minute after the one before. */
function eventsOf(count: number): ClinicalEvent[] {
  return Array.from({ length: count }, (_, at): ClinicalEvent => {
    const [id, recordId] = [`e-${at}`, `r-${at}`];
    const of = { person: 'p_a', source: 'hospital:330901000016003', id, recordId, version: 1, time: at };
    const more = { ...of, receivedAt: BEGIN + at * MINUTE, status: 'active' as const, born: '1950-01-01' };
    if (at === 0) {
      return { ...more, kind: 'hospital.diagnosis', data: { code: 'DI214', role: 'A', diagnosedOn: '2023-01-02' } };
    }
    const data = {
      kind: 'blood-pressure',
      systolic: 120 + (at % 40),
      diastolic: 80,
      measuredOn: '2023-01-03',
    } as const;
    return { ...more, kind: 'hospital.measurement', data };
  });
}

async function historyOf(count: number) {
  const { events, feedEvents, states } = openSqlite();
  await events.append(eventsOf(count).map((event, offset) => ({ offset, event })));
  const folded = { events: 0 };
  const law: typeof PERSON_LAW = {
    ...PERSON_LAW,
    fold: (person, population) => {
      folded.events += person.events.length;
      return PERSON_LAW.fold(person, population);
    },
  };
  const source = new DecisionsAt(compiled, { events, feedEvents, states, setAside: new MemorySetAside() }, law);
  return { folded, ...(await source.history('p_a', { asOf: '2024-02-01' })) };
}

test('of a person of ordinary many events every moment is gone through', async () => {
  const { entries, earlierMoments } = await historyOf(300);

  expect(earlierMoments).toBe(0);
  expect(entries[0]?.at).toBe('2023-01-02T12:00:00.000Z');
});

test('however many events a person has, a history folds no more, goes through the last moments and tells how many it left out', async () => {
  const count = 5_000;
  const { entries, earlierMoments, folded } = await historyOf(count);

  expect(folded.events).toBeLessThanOrEqual(300_000);
  expect(earlierMoments).toBeGreaterThan(0);
  expect(entries[0]?.at).toBe(new Date(BEGIN + earlierMoments * MINUTE).toISOString());
  expect(entries.filter(({ cause }) => cause === 'event').at(-1)?.at).toBe(
    new Date(BEGIN + (count - 1) * MINUTE).toISOString(),
  );
});
