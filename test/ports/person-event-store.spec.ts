import { anyEvents } from '../properties/random-events';
import { clinicalEventsOf } from '../support/fold';
import fc from 'fast-check';
import { describePersonEventStore } from './person-event-store.suite';
import { openSqlite } from './sqlite-platform';

describePersonEventStore('SQLite', async () => openSqlite());

test('every kind of event comes out of the SQLite store as it went in', async () => {
  const { events } = openSqlite();
  let offset = 0;
  await fc.assert(
    fc.asyncProperty(anyEvents, async (story) => {
      const tag = `-${offset}`;
      const clinical = (await clinicalEventsOf(story))
        .filter(({ kind }) => kind !== 'registry.feed-status')
        .map(({ stated: _logAlone, ...event }) => ({ ...event, person: event.person + tag }));
      await events.append(clinical.map((event) => ({ offset: (offset += 1), event })));
      const eventsOf = await events.load(clinical.map(({ person }) => person));
      for (const person of new Set(clinical.map((event) => event.person))) {
        expect(eventsOf(person)).toEqual(clinical.filter((event) => event.person === person));
      }
    }),
    { numRuns: 40 },
  );
});
