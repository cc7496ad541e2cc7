import { partitionOf } from '../../../src/platform/kafka/partition-of';
import { reading, seededRandom, shuffled } from '../../robustness/ground';
import { describeWithServers } from '../../servers/brokers';
import { linesOf } from '../../support/evaluate';
import { civilRegistration, hospital, laboratory, municipality } from '../../support/sectors';
import { correction, retraction, type SourceEvent } from '../../support/source-event';
import { storedAndEvaluated } from './decisions';
import { joined, stableGroups, type Member } from './groups';
import { evaluateLines } from './population';
import { settled } from './settled';
import { Sources, structured } from './sources';
import { withSystem, type System } from './system';

const SEED = 14;
const PERSONS = 10;
const ROUNDS = 6;
const PARTITIONS = 12;

/** A person's two numbers, whose messages two instances take care of. */
interface Changing {
  readonly old: string;
  readonly now: string;
  readonly change: SourceEvent;
}

/** Random persons whose two keys lie in partitions of different members. */
function changingPersons([one, other]: readonly Member[], random: () => number): Changing[] {
  const partition = (cpr: string): number => partitionOf(reading.keyOf(cpr), PARTITIONS);
  const numberOf = ({ partitions }: Member): string => {
    for (;;) {
      const digits = (least: number, most: number): string =>
        String(least + Math.floor(random() * (most - least + 1))).padStart(2, '0');
      const cpr = `${digits(1, 28)}${digits(1, 12)}${digits(40, 69)}1${digits(100, 999)}`;
      if (partitions.includes(partition(cpr))) return cpr;
    }
  };
  return Array.from({ length: PERSONS }, (_, at) => {
    const [before, after] = at % 2 === 0 ? [one, other] : [other, one];
    const [old, now] = [numberOf(before as Member), numberOf(after as Member)];
    return { old, now, change: civilRegistration.newNumber(now, old, '2023-02-15') };
  });
}

/** Something about a person under either number, on a day of a month of 2023. */
function someEvents(persons: readonly Changing[], month: string, random: () => number): SourceEvent[] {
  return persons.flatMap((person) =>
    [person.old, person.now].flatMap((cpr) => {
      const day = (): string => `2023-${month}-${String(10 + Math.floor(random() * 18))}`;
      return [
        hospital().bloodPressure(110 + Math.floor(random() * 50), 80, day(), { cpr }),
        municipality().intervention('diet', day(), { cpr }),
        laboratory.ldl(1 + Math.floor(random() * 10) / 10, day(), { cpr }),
        ...(random() < 0.5 ? [hospital().bloodPressure(130, 85, day(), { cpr })] : []),
      ];
    }),
  );
}

/** A qualifying event under each number, a few days apart: by themselves two persons with a pathway each. */
const beginnings = (persons: readonly Changing[]): SourceEvent[] =>
  persons.flatMap(({ old, now }) => [
    ...hospital().pci('2023-01-03', { cpr: old }),
    ...hospital().pci('2023-01-07', { cpr: now }),
  ]);

const pathwaysIn = (decisions: readonly string[]): string[] => [
  ...new Set(
    decisions.map((text) => {
      const { person, pathway } = JSON.parse(text) as { person: string; pathway: number };
      return `${person} ${pathway}`;
    }),
  ),
];

async function changeNumbers(system: System): Promise<void> {
  const random = seededRandom(SEED);
  await system.startAll([
    'intake-hospital',
    'intake-municipality',
    'intake-registers',
    'pathways',
    'pathways',
    'indicators',
  ]);
  await joined(system, { 'pathways.clinical-events': 2, 'indicators.pathway-changes': 1 });
  const members = (await stableGroups(system)).get('pathways.clinical-events') ?? [];
  const persons = changingPersons(members, random);
  const sources = new Sources(system);
  const sent: string[] = [];
  /** Sends events in a random order, all at once, and compares what comes of everything sent so far. */
  const expectAfter = async (events: readonly SourceEvent[], pathways: readonly string[]): Promise<void> => {
    const lines = linesOf(shuffled(events, random));
    sent.push(...lines);
    await sources.send(lines.map(structured));
    await settled(system);
    const { decisions, evaluated } = await storedAndEvaluated(system, await evaluateLines(sent));
    expect(pathwaysIn(decisions)).toEqual(pathways.map((person) => `${person} 1`).sort());
    expect(decisions).toEqual(evaluated.decisions);
  };
  const one = persons.map(({ now }) => reading.keyOf(now));
  const two = persons.flatMap(({ old, now }) => [reading.keyOf(old), reading.keyOf(now)]);
  const retracted = persons.map(({ change }) => retraction(change));
  const restored = persons.map(({ change }) => correction(change, { version: 3, time: '2023-06-01T12:00:00+02:00' }));

  await expectAfter([...beginnings(persons), ...someEvents(persons, '01', random)], two);
  await expectAfter([...persons.map(({ change }) => change), ...someEvents(persons, '02', random)], one);
  await expectAfter([...retracted, ...someEvents(persons, '03', random)], two);
  await expectAfter([...restored, ...someEvents(persons, '04', random)], one);
  // Both instances get something of the same persons in the same moment, and nothing later would put it right.
  for (let round = 0; round < ROUNDS; round += 1) {
    const [day, next] = [`2023-05-${10 + round}`, `2023-05-${11 + round}`];
    const measured = (cpr: string, on: string) =>
      hospital().bloodPressure(110 + Math.floor(random() * 60), 80, on, { cpr });
    await expectAfter(
      persons.flatMap(({ old, now }) => [measured(old, day), measured(now, next)]),
      one,
    );
  }
  const still = (await stableGroups(system)).get('pathways.clinical-events') ?? [];
  expect(still).toEqual(members);
}

describeWithServers('persons whose numbers lie in the care of two instances', (brokers) => {
  test('are one when the numbers change, two when that is retracted, one when it is said again', async () => {
    await withSystem(brokers, changeNumbers);
  });
});
