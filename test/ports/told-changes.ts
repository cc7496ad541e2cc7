import type { DecisionChanged } from '../../src/kernel/decision-change';
import type { PathwayChange } from '../../src/kernel/pathway-change';
import type { EventLog } from '../../src/ports/event-log';
import { until } from '../support/until';

/** A change of a person's decisions, told apart from others by its day. */
const decisionsOf = (person: string, number: number): DecisionChanged => ({
  person,
  asOf: `2023-01-${String(number + 1).padStart(2, '0')}`,
  definition: 'rkkp-2025',
  policy: {},
  cause: 'facts',
  decisions: [],
  withdrawn: [{ pathway: 1, indicator: 'diet' }],
});

/** A person folded anew, told apart from others by how many events were folded. */
const pathwaysOf = (person: string, number: number): PathwayChange => ({
  person,
  position: number,
  cause: 'facts',
  numbers: [person],
  pathways: [{ number: 1, indexDay: '2023-01-03', hospital: 'hospital:440401000016009' }],
});

export const PERSONS = ['p_a', 'p_b', 'p_c', 'p_d', 'p_e'];

/** Publishes changed decisions of everyone, numbered `from` to `to` for each person; gives what was published. */
export async function tellDecisions(log: EventLog, from: number, to: number): Promise<DecisionChanged[]> {
  const told = numbers(from, to).flatMap((number) => PERSONS.map((person) => decisionsOf(person, number)));
  await log.publish(
    'decisions',
    told.map((value) => ({ key: value.person, value })),
  );
  return told;
}

/** Publishes changed pathways of everyone, numbered `from` to `to` for each person; gives what was published. */
export async function tellPathways(log: EventLog, from: number, to: number): Promise<PathwayChange[]> {
  const told = numbers(from, to).flatMap((number) => PERSONS.map((person) => pathwaysOf(person, number)));
  await log.publish(
    'pathway-changes',
    told.map((value) => ({ key: value.person, value })),
  );
  return told;
}

const numbers = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, at) => from + at);

/** What belongs to a person, in the order it stands. */
export function byPerson<T>(all: readonly T[], personOf: (one: T) => string): Record<string, T[]> {
  return Object.fromEntries(PERSONS.map((person) => [person, all.filter((one) => personOf(one) === person)]));
}

/** Reads until as many have come, `limit` at a time; a remote log takes a moment. */
export async function gather<T>(
  reader: { read(limit: number): Promise<readonly T[]> },
  count: number,
  limit = 1_000,
): Promise<T[]> {
  const read: T[] = [];
  await until(`${count} changes have come`, async () => read.push(...(await reader.read(limit))) >= count);
  return read;
}
