import { SERVICES } from '../src/operations/services/service-names';
import type { PersonKey } from '../src/kernel/clinical-event';
import { ChangeListener } from './change-listener';
import { citedOnArrival, nameOf } from './cited-events';
import { acceptedEvents, populationLines } from './clinical-events';
import { caughtUp } from './consumption';
import { withServers, withSystem, type DistributedSystem } from './distributed-system';
import { SourceProducer, sourceLineOf, type SourceLine } from './source-producer';
import type { Figure } from './figure';
import { percentile, rounded } from './workbench';

const PATIENTS = Number(process.env['REHABSPOR_BENCH_PATIENTS'] ?? 1_500);
const SECONDS = Number(process.env['REHABSPOR_BENCH_SECONDS'] ?? 60);
/** Of the population's events: those that come at once, by which the highest rate is known. */
const BEFORE = 0.6;
/** One of so many events is looked up over HTTP. */
const LOOKED_UP = 50;
const LOOK_EVERY_MS = 50;
const MOST_MS = 30_000;
const LINES_A_REQUEST = 2_000;

interface PersonAnswer {
  readonly events: readonly { readonly source: string; readonly id: string }[];
}

/**
 * All nine services: first most events of a population at once, which tells the highest rate that this machine sustains;
 * then the next ones at half that rate, in the order in which they came. An event counts from the moment the broker has acknowledged it on its source topic. Two answers
 * are timed: a change on `/changes` that cites the event, which has been through every service (all events that a
 * decision cites at once), and a person's page whose decisions have the event behind them (one event of 250): the
 * answer to a request that was sent after an earlier answer had shown the event.
 */
export function distributedLatencyBench(): Promise<Readonly<Record<string, unknown>>> {
  return withServers((servers) =>
    withSystem(servers, async (system) => {
      const lines = populationLines(PATIENTS);
      const from = Math.floor(lines.length * BEFORE);
      await system.open();
      const reporting = await startServices(system);
      const producer = await SourceProducer.connect(system);
      const before = lines.slice(0, from).flatMap((text) => sourceLineOf(text) ?? []);
      const filling = process.hrtime.bigint();
      for (let at = 0; at < before.length; at += LINES_A_REQUEST) {
        await producer.send(before.slice(at, at + LINES_A_REQUEST));
      }
      await caughtUp(system);
      const highest = before.length / (Number(process.hrtime.bigint() - filling) / 1e9);
      const rate = Math.floor(highest / 2);
      const live = await liveEvents(lines, from, Math.min(rate * SECONDS, lines.length - from));
      const listener = new ChangeListener();
      const headers = await system.asking();
      await listener.listen(reporting, headers);
      const { acceptedAt, shown, slip } = await sendAndWatch(producer, live, rate, { reporting, headers });
      await caughtUp(system);
      await new Promise((resolve) => setTimeout(resolve, 500));
      await listener.end();
      await producer.disconnect();
      const told: number[] = [];
      for (const name of live.cited.keys()) {
        const at = listener.citedAt.get(name);
        const accepted = acceptedAt.get(name);
        if (at !== undefined && accepted !== undefined) told.push(Number(at - accepted) / 1e6);
      }
      return {
        servers: servers.servers,
        patients: PATIENTS,
        eventsBefore: before.length,
        events: live.lines.length,
        latestSendMilliseconds: Math.round(slip),
        changes: distribution(told),
        neverCited: live.cited.size - told.length,
        answers: distribution(shown),
        figures: [
          { what: 'events a second, the highest rate sustained', runs: [Math.round(highest)], unit: '' },
          {
            what: `accepted on a topic to readable over HTTP at ${rate} a second, p99`,
            runs: [percentile(shown, 0.99)],
            unit: 'ms',
            reach: { atMost: 1_000 },
          },
          { what: 'the same to a change that cites it', runs: [percentile(told, 0.99)], unit: 'ms' },
        ] satisfies Figure[],
      };
    }),
  );
}

async function startServices(system: DistributedSystem): Promise<string> {
  const processes = await Promise.all(SERVICES.map((service) => system.start(service).ready()));
  const reporting = processes.find(({ service }) => service === 'reporting');
  return (await reporting?.url()) ?? '';
}

interface Live {
  readonly lines: readonly SourceLine[];
  /** Events that decisions cite at once, with their persons. */
  readonly cited: ReadonlyMap<string, PersonKey>;
}

async function liveEvents(lines: readonly string[], from: number, count: number): Promise<Live> {
  const before = await acceptedEvents(lines.slice(0, from));
  const events = await acceptedEvents(lines.slice(0, from + count));
  const live = lines.slice(from, from + count).flatMap((text) => sourceLineOf(text) ?? []);
  return { lines: live, cited: citedOnArrival(events, before.length) };
}

/** Where one reads, and by what one may. */
interface Reader {
  readonly reporting: string;
  readonly headers: Readonly<Record<string, string>>;
}

async function sendAndWatch(producer: SourceProducer, { lines, cited }: Live, rate: number, reader: Reader) {
  const acceptedAt = new Map<string, bigint>();
  const shown: number[] = [];
  const watching: Promise<void>[] = [];
  const begun = process.hrtime.bigint();
  let slip = 0;
  for (let sent = 0; sent < lines.length;) {
    const elapsed = Number(process.hrtime.bigint() - begun) / 1e9;
    const due = Math.min(lines.length, Math.floor(elapsed * rate));
    if (due > sent) {
      slip = Math.max(slip, 1_000 * (elapsed - sent / rate));
      const together = lines.slice(sent, due);
      await producer.send(together);
      const now = process.hrtime.bigint();
      for (const [at, line] of together.entries()) {
        const name = nameOf(line);
        if (acceptedAt.has(name)) continue;
        acceptedAt.set(name, now);
        const person = cited.get(name);
        if (person === undefined || (sent + at) % LOOKED_UP !== 0) continue;
        watching.push(untilShown(reader, person, name, now).then((milliseconds) => void shown.push(milliseconds)));
      }
      sent = due;
    }
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  await Promise.all(watching);
  return { acceptedAt, shown, slip };
}

/** Milliseconds from acceptance to an answer whose decisions were made with the event. */
async function untilShown(
  { reporting, headers }: Reader,
  person: PersonKey,
  name: string,
  acceptedAt: bigint,
): Promise<number> {
  for (let isShown = false; ;) {
    const response = await fetch(`${reporting}/api/v1/persons/${person}/pathways`, { headers });
    const answer = (await response.json()) as Partial<PersonAnswer>;
    const milliseconds = Number(process.hrtime.bigint() - acceptedAt) / 1e6;
    // Decisions are read before events: those of an answer that is asked for once the event is there are after it.
    if (isShown) return milliseconds;
    isShown = answer.events?.some((event) => nameOf(event) === name) === true;
    if (milliseconds > MOST_MS) return milliseconds;
    if (!isShown) await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}

function distribution(times: number[]): object {
  times.sort((a, b) => a - b);
  const at = (share: number): number => rounded(times[Math.floor(share * (times.length - 1))] ?? NaN, 0);
  return { events: times.length, p50Milliseconds: at(0.5), p99Milliseconds: at(0.99), maxMilliseconds: at(1) };
}
