import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { clinicalMessages, endsOf, publishUnseen } from './clinical-events';
import { assigned, consumed, secondsSince } from './consumption';
import { withServers, withSystem, type DistributedSystem, type Servers } from './distributed-system';
import type { Figure } from './figure';
import { CLI_FLAGS, rounded } from './workbench';

const PATIENTS = Number(process.env['REHABSPOR_BENCH_PATIENTS'] ?? 5_000);
const ROUNDS = Number(process.env['REHABSPOR_BENCH_ROUNDS'] ?? 3);
const GROUP = 'pathways.clinical-events';
const TOPIC = 'clinical-events';

/**
 * The pathways service from a filled topic into an empty MongoDB, against a process that only consumes the topic with
 * kafkajs and parses every value, in turn. Both are timed from outside and alike: from the moment the broker has given
 * them all partitions to the moment they have committed every event. Starting up is before that.
 */
export function distributedPathwaysBench(): Promise<Readonly<Record<string, unknown>>> {
  return withServers((servers) =>
    withSystem(servers, async (system) => {
      const messages = await clinicalMessages(PATIENTS);
      const ends = endsOf(messages);
      await system.open();
      await (await publishUnseen(system, messages)).show();
      const bare: number[] = [];
      const pathways: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        bare.push(messages.length / (await consumeBarely(system, servers, `bare-${round}`, ends, messages.length)));
        pathways.push(messages.length / (await foldAll(system, ends)));
      }
      const ratios = pathways.map((rate, round) => rate / (bare[round] as number));
      return {
        servers: servers.servers,
        events: messages.length,
        bareEventsPerSecond: bare.map(Math.round),
        pathwaysEventsPerSecond: pathways.map(Math.round),
        figures: [
          {
            what: 'from the topic to the store, of a bare consumer',
            runs: ratios.map((ratio) => rounded(ratio)),
            unit: '',
            reach: { atLeast: 0.15 },
          },
        ] satisfies Figure[],
      };
    }),
  );
}

async function consumeBarely(
  system: DistributedSystem,
  { brokers }: Servers,
  group: string,
  ends: readonly number[],
  events: number,
): Promise<number> {
  const script = resolve(__dirname, 'bare-consumer.js');
  const args = [...CLI_FLAGS, script, brokers.join(','), system.nameOf(group), system.nameOf(TOPIC)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  let printed = '';
  child.stdout.on('data', (text: Buffer) => (printed += text.toString('utf8')));
  const ended = new Promise((done) => child.once('close', done));
  try {
    const seconds = await timed(system, group, ends);
    child.kill('SIGTERM');
    await ended;
    if (Number(printed) !== events) throw new Error(`The bare consumer saw ${printed} events, not ${events}.`);
    return seconds;
  } finally {
    child.kill('SIGKILL');
  }
}

async function foldAll(system: DistributedSystem, ends: readonly number[]): Promise<number> {
  system.takeNewDatabase();
  const service = system.start('pathways');
  const seconds = await timed(system, GROUP, ends);
  const cpuSeconds = await service.cpuSeconds();
  process.stderr.write(
    `pathways: ${rounded(seconds, 2)} s, of which it computed ${rounded(cpuSeconds, 2)} s since its start\n`,
  );
  await service.stop();
  await system.asAdmin((admin) => admin.deleteGroups([system.nameOf(GROUP)]));
  return seconds;
}

/** Seconds from the assignment of all partitions to the last commit. */
async function timed(system: DistributedSystem, group: string, ends: readonly number[]): Promise<number> {
  await assigned(system, group, 1);
  const begun = process.hrtime.bigint();
  await consumed(system, group, TOPIC, ends);
  return secondsSince(begun);
}
