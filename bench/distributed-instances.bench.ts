import { clinicalMessages, endsOf, publishUnseen, type ClinicalMessage } from './clinical-events';
import { assigned, consumed, secondsSince } from './consumption';
import { withServers, withSystem, type Servers } from './distributed-system';
import type { Figure } from './figure';
import { median, rounded } from './workbench';

const PATIENTS = Number(process.env['REHABSPOR_BENCH_PATIENTS'] ?? 12_000);
const ROUNDS = Number(process.env['REHABSPOR_BENCH_ROUNDS'] ?? 3);
const INSTANCES = 4;
const GROUP = 'pathways.clinical-events';
const TOPIC = 'clinical-events';
const IDLE_MS = 5_000;
/** Of the events: those after which an instance has compiled what it will go on with. */
const WARMING = 0.4;

/** User and system time of all instances together, in seconds. */
interface Consumption {
  readonly startUp: number;
  /** Of the first events, during which each instance compiles what it runs. */
  readonly warming: number;
  readonly work: number;
  /** A second of an instance that has nothing to do. */
  readonly idle: number;
  readonly seconds: number;
}

/**
 * Computing time an event of the pathways service, four instances against one, in turn, on a topic and a store of their
 * own each. The events lie on the topic unseen until all instances have their partitions: what was computed until then
 * is starting up. What is computed of the first events is told apart: every process compiles what it runs, whatever
 * their number. What is computed of the others, which lie there unseen until the first are done, is work.
 */
export function distributedInstancesBench(): Promise<Readonly<Record<string, unknown>>> {
  return withServers(async (servers) => {
    const messages = await clinicalMessages(PATIENTS);
    const one: Consumption[] = [];
    const four: Consumption[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      one.push(await consumption(servers, messages, 1));
      four.push(await consumption(servers, messages, INSTANCES));
    }
    const ratios = (of: 'work' | 'warming'): number[] =>
      four.map((consumed, round) => rounded(consumed[of] / (one[round] as Consumption)[of], 2));
    const [warming] = parted(messages);
    const microseconds = ({ work }: Consumption): number =>
      rounded((1e6 * work) / (messages.length - warming.length), 1);
    const startUp = [...one.map((consumed) => consumed.startUp), ...four.map(startUpOfEach)];
    return {
      servers: servers.servers,
      events: messages.length,
      startUpSecondsAnInstance: rounded(median(startUp), 2),
      idleMillisecondsASecond: rounded(1_000 * median(one.map(({ idle }) => idle)), 1),
      secondsOfOne: one.map(({ seconds }) => rounded(seconds, 1)),
      secondsOfFour: four.map(({ seconds }) => rounded(seconds, 1)),
      figures: [
        {
          what: 'computing an event, four instances against one',
          runs: ratios('work'),
          unit: '×',
          reach: { atMost: 1.2 },
        },
        { what: 'the same of the first events after a start', runs: ratios('warming'), unit: '×' },
        { what: 'computing an event of one instance', runs: one.map(microseconds), unit: 'µs' },
        { what: 'computing an event of four', runs: four.map(microseconds), unit: 'µs' },
      ] satisfies Figure[],
    };
  });
}

/** The first events, and the others. */
function parted(
  messages: readonly ClinicalMessage[],
): readonly [readonly ClinicalMessage[], readonly ClinicalMessage[]] {
  const first = Math.floor(messages.length * WARMING);
  return [messages.slice(0, first), messages.slice(first)];
}

const startUpOfEach = ({ startUp }: Consumption): number => startUp / INSTANCES;

function consumption(servers: Servers, messages: readonly ClinicalMessage[], instances: number): Promise<Consumption> {
  return withSystem(servers, async (system) => {
    await system.open();
    const [first, others] = parted(messages);
    const filled = await publishUnseen(system, first);
    const processes = await Promise.all(Array.from({ length: instances }, () => system.start('pathways').ready()));
    const computed = async (): Promise<number> => {
      const seconds = await Promise.all(processes.map((process) => process.cpuSeconds()));
      return seconds.reduce((sum, one) => sum + one, 0);
    };
    await assigned(system, GROUP, instances);
    const startUp = await computed();
    await filled.show();
    await consumed(system, GROUP, TOPIC, endsOf(first));
    const warm = await computed();
    const filledAgain = await publishUnseen(system, others);
    const before = await computed();
    const begun = process.hrtime.bigint();
    await filledAgain.show();
    // What made the first ones seen stands on each partition between them and the others.
    const ends = endsOf(messages).map((end) => end + 1);
    await consumed(system, GROUP, TOPIC, ends);
    const seconds = secondsSince(begun);
    const total = await computed();
    await new Promise((resolve) => setTimeout(resolve, IDLE_MS));
    const idle = ((await computed()) - total) / instances / (IDLE_MS / 1_000);
    return { startUp, warming: warm - startUp, work: total - before, idle, seconds };
  });
}
