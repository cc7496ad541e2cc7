import { touchedPersons } from '../../src/pathways/domain/touched';
import { personsOf } from '../../src/pathways/domain/persons';
import type { ClinicalEvent } from '../../src/kernel/clinical-event';

const diagnosis = (person: string, id: string, version: number, recordId = '1'): ClinicalEvent => ({
  person,
  kind: 'hospital.diagnosis',
  source: 'hospital:330901000016003',
  id,
  recordId,
  version,
  status: 'active',
  time: 0,
  receivedAt: 0,
  born: '1950-01-01',
  data: { code: 'DI214', role: 'A', diagnosedOn: '2023-01-02' },
});

const joined = (person: string, replaces: string): ClinicalEvent => ({
  ...diagnosis(person, `${person} for ${replaces}`, 1, `status of ${person}`),
  kind: 'person.status',
  data: { state: 'alive', from: '2023-01-01', replaces },
});

function touchedBy(events: readonly ClinicalEvent[], arrived: readonly ClinicalEvent[]): string[] {
  const keys = [...new Set(events.map(({ person }) => person))];
  const persons = personsOf(keys, (key) => events.filter(({ person }) => person === key));
  return touchedPersons(persons, arrived).map(({ numbers }) => numbers.join(' '));
}

test('of a thousand persons of one record a new event touches two: its own and whoever had the record until then', () => {
  const events = Array.from({ length: 1_000 }, (_, at) => diagnosis(`p_${at}`, `e-${at}`, at === 321 ? 7 : 1));
  const arrived = [diagnosis('p_5', 'new', 9)];

  expect(touchedBy([...events, ...arrived], arrived)).toEqual(['p_5', 'p_321']);
  expect(touchedBy([...events, ...arrived], arrived)).toEqual(['p_5', 'p_321']); // And again when it comes again.
});

test('an event of a record nobody else has touches its own person only', () => {
  const arrived = [diagnosis('p_b', 'new', 1, 'mine')];

  expect(touchedBy([diagnosis('p_a', 'a', 1), diagnosis('p_b', 'b', 1), ...arrived], arrived)).toEqual(['p_b']);
});

test('whoever had the record is touched under all numbers', () => {
  const arrived = [diagnosis('p_c', 'new', 2)];
  const events = [diagnosis('p_a', 'a', 1), joined('p_b', 'p_a'), diagnosis('p_d', 'd', 1, 'other'), ...arrived];

  expect(touchedBy(events, arrived)).toEqual(['p_a p_b', 'p_c']);
});

test('a civil registration touches everyone it is looked at with', () => {
  const arrived = [joined('p_b', 'p_a')];

  expect(touchedBy([diagnosis('p_a', 'a', 1), diagnosis('p_c', 'c', 1), ...arrived], arrived)).toEqual([
    'p_a p_b',
    'p_c',
  ]);
});
