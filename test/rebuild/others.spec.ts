import type { ClinicalEvent, PersonKey } from '../../src/kernel/clinical-event';
import { RebuiltStates } from '../../src/operations/rebuild/rebuilt-states';
import { foldPerson } from '../../src/pathways/domain/fold';
import { foldedBy } from '../../src/pathways/domain/folded-by';
import type { LoggedMessage } from '../../src/ports/event-log';
import { openSqlite } from '../ports/sqlite-platform';
import { schemas } from '../robustness/ground';
import { loadDefinitionSet } from '../../src/platform/contracts/definition-set';
import { clinicalEventsOf } from '../support/fold';
import { civilRegistration, hospital } from '../support/sectors';
import { ANNA, BO, CARLA } from '../support/source-event';

const population = foldedBy(loadDefinitionSet(schemas));

const told = [
  ...hospital().pci('2023-01-03', { cpr: ANNA }),
  ...hospital().pci('2023-01-03', { cpr: BO }),
  civilRegistration.newNumber(CARLA, BO, '2023-04-01'),
];
/** One registration of two persons. */
const shared = [ANNA, BO].map((cpr, at) =>
  hospital().diagnosis('DI251', `2023-05-0${at + 1}`, { cpr, recordId: 'shared' }),
);
let anna: PersonKey, bo: PersonKey, carla: PersonKey;
let messages: readonly LoggedMessage<ClinicalEvent>[];
beforeAll(async () => {
  const events = await clinicalEventsOf(told);
  messages = events.map((value, offset) => ({ offset, key: value.person, value }));
  [anna, , bo, , carla] = events.map(({ person }) => person) as [string, string, string, string, string];
});

/** A store into which the same events were folded. */
async function rebuiltStore(together = messages) {
  const store = openSqlite();
  const rebuilt = new RebuiltStates(store, store.database, population, foldPerson);
  await rebuilt.append({ topic: 'clinical-events', partition: 0, messages: together });
  await store.database.run(() => rebuilt.foldEveryone(() => undefined));
  return { store, rebuilt };
}

test.each([
  [
    'an event that is lacking',
    'DELETE FROM person_event WHERE slot = (SELECT min(slot) FROM person_event)',
    () => [anna],
  ],
  ['a relation that is lacking', 'DELETE FROM relation', () => [bo, carla]],
  ['nothing', 'UPDATE relation SET other = other', () => []],
])('%s in another store is told by whose it is', async (_title, sql, expected) => {
  const { rebuilt } = await rebuiltStore();
  const { store: other } = await rebuiltStore();
  await other.database.run(() => Promise.resolve(other.database.prepare(sql).run()));

  expect([...(await rebuilt.othersIn(other.events))].sort()).toEqual([...expected()].sort());
});

test('whom lists hold otherwise than the state says is told', async () => {
  const { rebuilt } = await rebuiltStore();
  const { store: other } = await rebuiltStore();
  expect(await rebuilt.misfiledIn(other.states)).toEqual([]);
  await other.database.run(() =>
    Promise.resolve(other.database.prepare('UPDATE pathway_state SET pathways = 0 WHERE pathways > 0').run()),
  );

  expect([...(await rebuilt.misfiledIn(other.states))].sort()).toEqual([anna, carla].sort());
});

test.each([
  ['a sender that is lacking', 'DELETE FROM sharing WHERE person = (SELECT min(person) FROM sharing)', 1],
  ['a greatest event that is lacking', 'UPDATE shared_record SET greatest = NULL', 1],
  ['nothing', 'UPDATE sharing SET person = person', 0],
])('of shared registrations in another store, %s is told', async (_title, sql, expected) => {
  const events = await clinicalEventsOf(shared);
  const [first, second] = events as [ClinicalEvent, ClinicalEvent];
  const sent = [first, { ...second, sharedWith: first.person }];
  const together = sent.map((value, offset) => ({ offset, key: value.person, value }));
  const { rebuilt } = await rebuiltStore(together);
  const { store: other } = await rebuiltStore(together);
  await other.database.run(() => Promise.resolve(other.database.prepare(sql).run()));

  expect(await rebuilt.otherRecordsIn(other.events)).toHaveLength(expected);
});
