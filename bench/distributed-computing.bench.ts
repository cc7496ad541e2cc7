import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { populationLines } from './clinical-events';
import { withServers, withSystem, type Servers } from './distributed-system';
import type { Figure } from './figure';
import { startServices, totalled, type Totals } from './service-totals';
import { caughtUp, secondsSince } from './consumption';
import { SourceProducer, sourceLineOf, type SourceLine } from './source-producer';
import { inWorkFolder, median, rounded, runCommand } from './workbench';

const PATIENTS = Number(process.env['REHABSPOR_BENCH_PATIENTS'] ?? 1_000);
const ROUNDS = Number(process.env['REHABSPOR_BENCH_ROUNDS'] ?? 3);
const IDLE_MS = 5_000;

/** What one round took. */
interface Round {
  /** Of `import` into one process, from its start to its end, without what an import of nothing takes. */
  readonly embeddedSeconds: number;
  /** Of all services, from the first event to the moment the last was decided. */
  readonly work: Totals;
  readonly startUpSeconds: number;
  /** Computed in a second of all services with nothing to do. */
  readonly idleSeconds: number;
  readonly seconds: number;
}

/**
 * What the distributed program takes of what is ours, whichever servers it stands on: computing time of all nine
 * services together, commands to the database and bytes on topics, from the first event on the sources' topics to the
 * moment the last is decided; beside the computing time of `import` of the same lines into one process, less that of an
 * import of nothing. The rate is what the servers here allow.
 */
export function distributedComputingBench(): Promise<Readonly<Record<string, unknown>>> {
  return inWorkFolder((folder) =>
    withServers(async (servers) => {
      const lines = populationLines(PATIENTS);
      const sent = lines.flatMap((text) => sourceLineOf(text) ?? []);
      const rounds: Round[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        const embeddedSeconds = await importing(folder, lines, round);
        rounds.push({ embeddedSeconds, ...(await spreadOut(servers, sent)) });
      }
      return { servers: servers.servers, patients: PATIENTS, ...told(rounds, sent.length) };
    }),
  );
}

async function importing(folder: string, lines: readonly string[], round: number): Promise<number> {
  const seconds: number[] = [];
  for (const [name, text] of [
    ['nothing', ''],
    ['all', `${lines.join('\n')}\n`],
  ] as const) {
    const file = join(folder, `${name}.ndjson`);
    writeFileSync(file, text);
    const run = await runCommand(['import', file], { REHABSPOR_DATA: join(folder, `${name}-${round}`) });
    seconds.push(run.cpuSeconds);
  }
  const [startUp = NaN, whole = NaN] = seconds;
  return whole - startUp;
}

function spreadOut(servers: Servers, lines: readonly SourceLine[]): Promise<Omit<Round, 'embeddedSeconds'>> {
  return withSystem(servers, async (system) => {
    await system.open();
    const services = await startServices(system);
    const startUp = await totalled(services);
    await new Promise((resolve) => setTimeout(resolve, IDLE_MS));
    const before = await totalled(services);
    const producer = await SourceProducer.connect(system);
    const begun = process.hrtime.bigint();
    await producer.sendAll(lines);
    await caughtUp(system);
    const seconds = secondsSince(begun);
    const after = await totalled(services);
    await producer.disconnect();
    const idleSeconds = (before.cpuSeconds - startUp.cpuSeconds) / (IDLE_MS / 1_000);
    return { work: after.less(before), startUpSeconds: startUp.cpuSeconds, idleSeconds, seconds };
  });
}

function told(rounds: readonly Round[], events: number): Readonly<Record<string, unknown>> {
  const of = (value: (round: Round) => number, decimals = 2): number[] =>
    rounds.map((round) => rounded(value(round), decimals));
  const microseconds = (seconds: number): number => (1e6 * seconds) / events;
  const figures: Figure[] = [
    {
      what: 'computing of all services an event, of the embedded program’s',
      runs: of(({ work, embeddedSeconds }) => work.cpuSeconds / embeddedSeconds),
      unit: '×',
      reach: { atMost: 4 },
    },
    {
      what: 'computing of all services an event',
      runs: of(({ work }) => microseconds(work.cpuSeconds), 0),
      unit: 'µs',
    },
    {
      what: 'computing of the embedded program an event',
      runs: of(({ embeddedSeconds }) => microseconds(embeddedSeconds), 0),
      unit: 'µs',
    },
    { what: 'commands to the database an event', runs: of(({ work }) => work.commands / events, 3), unit: '' },
    { what: 'documents written or read an event', runs: of(({ work }) => work.documents / events), unit: '' },
    { what: 'bytes on our topics an event', runs: of(({ work }) => work.bytes / events, 0), unit: 'bytes' },
    { what: 'events a second that the servers here allow', runs: of(({ seconds }) => events / seconds, 0), unit: '' },
  ];
  const one = rounds[0]?.work;
  return {
    events,
    figures,
    microsecondsAnEventByService: one?.shareOf((seconds) => rounded(microseconds(seconds), 1)),
    commands: one?.byCommand,
    bytesAnEventByTopic: one?.bytesByTopic((bytes) => rounded(bytes / events, 0)),
    startUpSeconds: of(({ startUpSeconds }) => startUpSeconds),
    idleMillisecondsASecond: rounded(1_000 * median(rounds.map(({ idleSeconds }) => idleSeconds)), 1),
  };
}
