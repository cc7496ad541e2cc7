import type { PersonKey } from '../src/kernel/clinical-event';
import { ChangeListener } from './change-listener';
import { citedOnArrival, nameOf } from './cited-events';
import { acceptedEvents, populationLines } from './clinical-events';
import { caughtUp, secondsSince } from './consumption';
import { withServers, withSystem } from './distributed-system';
import type { Figure } from './figure';
import { sendAtRate, untilShown, type Reader } from './live-events';
import { startServices } from './service-totals';
import { SourceProducer, sourceLineOf, type SourceLine } from './source-producer';
import { highestSustained } from './sustained-rate';
import { percentile, rounded } from './workbench';

const PATIENTS = Number(process.env['REHABSPOR_BENCH_PATIENTS'] ?? 1_500);
const SECONDS = Number(process.env['REHABSPOR_BENCH_SECONDS'] ?? 20);
const ROUNDS = Number(process.env['REHABSPOR_BENCH_ROUNDS'] ?? 3);
/** Of the population's events: those that come at once. */
const BEFORE = 0.4;
/** One of so many events is looked up over HTTP. */
const LOOKED_UP = 10;

/**
 * All nine services. First a part of a population's events at once, as after a long silence; then the next ones, in the
 * order in which they came, at rising rates until one leaves more and more to do; then at half the highest rate that did
 * not. An event counts from the moment the broker has acknowledged it on its source topic. Two answers are timed: a
 * change on `/changes` that cites the event, which has been through every service (all events that a decision cites at
 * once), and a person's page whose decisions have the event behind them (one event of ten): the answer to a request that
 * was sent after an earlier answer had shown the event. It is asked for every 100 ms, which is in the figure.
 */
export function distributedLatencyBench(): Promise<Readonly<Record<string, unknown>>> {
  return withServers((servers) =>
    withSystem(servers, async (system) => {
      const lines = populationLines(PATIENTS);
      await system.open();
      const services = await startServices(system);
      const reporting = (await services.find(({ service }) => service === 'reporting')?.url()) ?? '';
      const producer = await SourceProducer.connect(system);
      let taken = 0;
      const take = (count: number): SourceLine[] =>
        lines.slice(taken, (taken += count)).flatMap((text) => sourceLineOf(text) ?? []);

      const before = take(Math.floor(lines.length * BEFORE));
      const filling = process.hrtime.bigint();
      await producer.sendAll(before);
      await caughtUp(system);
      const atOnce = before.length / secondsSince(filling);
      const { highest, tried } = await highestSustained(system, producer, take);
      const rate = Math.floor(highest / 2);

      const listener = new ChangeListener();
      const headers = await system.asking();
      await listener.listen(reporting, headers);
      const rounds: Round[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        const from = taken;
        const live = await citedIn(lines, from, take(rate * SECONDS));
        rounds.push(await sendAndWatch(producer, live, rate, { reporting, headers }));
        await caughtUp(system);
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
      await listener.end();
      await producer.disconnect();
      const told = rounds.map(({ acceptedAt }) => toldAfter(acceptedAt, listener));
      return {
        servers: servers.servers,
        patients: PATIENTS,
        eventsBefore: before.length,
        tried,
        latestSendMilliseconds: Math.max(...rounds.map(({ slip }) => Math.round(slip))),
        changes: told.map(distribution),
        answers: rounds.map(({ shown }) => distribution(shown)),
        figures: [
          { what: 'events a second of many that come at once', runs: [Math.round(atOnce)], unit: '' },
          { what: 'events a second, the highest rate sustained', runs: [highest], unit: '' },
          {
            what: 'accepted on a topic to readable over HTTP at half that rate, p99',
            runs: rounds.map(({ shown }) => percentile(shown, 0.99)),
            unit: 'ms',
            reach: { atMost: 1_000 },
          },
          { what: 'the same, p50', runs: rounds.map(({ shown }) => percentile(shown, 0.5)), unit: 'ms' },
          {
            what: 'to a change told that cites it, p99',
            runs: told.map((times) => percentile(times, 0.99)),
            unit: 'ms',
          },
        ] satisfies Figure[],
      };
    }),
  );
}

interface Live {
  readonly lines: readonly SourceLine[];
  /** Events that decisions cite at once, with their persons. */
  readonly cited: ReadonlyMap<string, PersonKey>;
}

async function citedIn(lines: readonly string[], from: number, live: readonly SourceLine[]): Promise<Live> {
  const before = await acceptedEvents(lines.slice(0, from));
  const events = await acceptedEvents(lines.slice(0, from + live.length));
  return { lines: live, cited: citedOnArrival(events, before.length) };
}

interface Round {
  /** Events that decisions cite at once, by name. */
  readonly acceptedAt: ReadonlyMap<string, bigint>;
  readonly shown: readonly number[];
  readonly slip: number;
}

async function sendAndWatch(
  producer: SourceProducer,
  { lines, cited }: Live,
  rate: number,
  reader: Reader,
): Promise<Round> {
  const acceptedAt = new Map<string, bigint>();
  const watching: Promise<number>[] = [];
  let count = 0;
  const slip = await sendAtRate(producer, lines, rate, (together, now) => {
    for (const line of together) {
      const name = nameOf(line);
      const person = cited.get(name);
      if (acceptedAt.has(name) || person === undefined) continue;
      acceptedAt.set(name, now);
      if (count++ % LOOKED_UP === 0) watching.push(untilShown(reader, person, name, now));
    }
  });
  return { acceptedAt, shown: await Promise.all(watching), slip };
}

/** Milliseconds from acceptance to the first change that cites an event. */
const toldAfter = (acceptedAt: ReadonlyMap<string, bigint>, { citedAt }: ChangeListener): number[] =>
  [...acceptedAt].flatMap(([name, accepted]) => {
    const at = citedAt.get(name);
    return at === undefined ? [] : [Number(at - accepted) / 1e6];
  });

function distribution(times: readonly number[]): object {
  const at = (share: number): number => Math.round(percentile(times, share));
  return { events: times.length, p50: at(0.5), p90: at(0.9), p99: at(0.99), most: rounded(Math.max(...times), 0) };
}
