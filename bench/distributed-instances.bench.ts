import { clinicalMessages, endsOf, publishUnseen, type ClinicalMessage } from './clinical-events';
import { assigned, consumed, secondsSince } from './consumption';
import { withServers, withSystem, type Servers } from './distributed-system';
import type { Figure } from './figure';
import { median, rounded } from './workbench';

const PATIENTS = Number(process.env['REHABSPOR_BENCH_PATIENTS'] ?? 10_000);
const ROUNDS = Number(process.env['REHABSPOR_BENCH_ROUNDS'] ?? 3);
const INSTANCES = 4;
const GROUP = 'pathways.clinical-events';
const IDLE_MS = 5_000;

/** User and system time of all instances together, in seconds. */
interface Consumption {
  readonly startUp: number;
  readonly work: number;
  /** A second of an instance that has nothing to do. */
  readonly idle: number;
  readonly seconds: number;
}

/**
 * Computing time an event of the pathways service, four instances against one, in turn, on a topic and a store of their
 * own each. The events lie on the topic unseen until all instances have their partitions: what was computed until then
 * is starting up, what is computed from then to the last commit is work.
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
    const ratios = four.map(({ work }, round) => work / (one[round] as Consumption).work);
    const microseconds = ({ work }: Consumption): number => rounded((1e6 * work) / messages.length, 1);
    return {
      servers: servers.servers,
      events: messages.length,
      microsecondsAnEventOfOne: one.map(microseconds),
      microsecondsAnEventOfFour: four.map(microseconds),
      startUpSecondsAnInstance: rounded(median([...one.map(({ startUp }) => startUp), ...four.map(startUpOfEach)]), 2),
      idleMillisecondsASecond: rounded(1_000 * median(one.map(({ idle }) => idle)), 1),
      secondsOfOne: one.map(({ seconds }) => rounded(seconds, 1)),
      secondsOfFour: four.map(({ seconds }) => rounded(seconds, 1)),
      figures: [
        {
          what: 'computing an event, four instances against one',
          runs: ratios.map((ratio) => rounded(ratio, 2)),
          unit: '×',
          reach: { atMost: 1.2 },
        },
      ] satisfies Figure[],
    };
  });
}

const startUpOfEach = ({ startUp }: Consumption): number => startUp / INSTANCES;

function consumption(servers: Servers, messages: readonly ClinicalMessage[], instances: number): Promise<Consumption> {
  return withSystem(servers, async (system) => {
    await system.open();
    const filled = await publishUnseen(system, messages);
    const processes = await Promise.all(Array.from({ length: instances }, () => system.start('pathways').ready()));
    const computed = async (): Promise<number> => {
      const seconds = await Promise.all(processes.map((process) => process.cpuSeconds()));
      return seconds.reduce((sum, one) => sum + one, 0);
    };
    await assigned(system, GROUP, instances);
    const startUp = await computed();
    const begun = process.hrtime.bigint();
    await filled.show();
    await consumed(system, GROUP, 'clinical-events', endsOf(messages));
    const seconds = secondsSince(begun);
    const total = await computed();
    await new Promise((resolve) => setTimeout(resolve, IDLE_MS));
    const idle = ((await computed()) - total) / instances / (IDLE_MS / 1_000);
    return { startUp, work: total - startUp, idle, seconds };
  });
}
