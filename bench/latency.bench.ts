import { join } from 'node:path';
import { composeEmbedded, type Embedded } from '../src/apps/embedded';
import { addDays, dayFromNumber, danishDay } from '../src/kernel/day';
import { readSettings } from '../src/platform/config/settings';
import { StderrLogger } from '../src/platform/stderr-logger';
import { SystemClock } from '../src/platform/system-clock';
import { passesModulus11 } from '../src/synthetic/cpr';
import type { Figure } from './figure';
import { inWorkFolder, rounded, runCommand, writePopulation } from './workbench';

const PATIENTS = 12_000;
const EVENTS_PER_SECOND = 1_000;
const SECONDS = 20;
const ROUNDS = 5;

/** A patient the bench sends values of, with a pathway that is open today. */
interface Sent {
  readonly person: string;
  readonly event: string;
  readonly acceptedAt: bigint;
}

/**
 * Sends 1,000 blood pressures a second, each for another patient, into a store of 12,000 patients, and takes the time
 * from a value's receipt to the moment the decision that cites it is read from the store.
 */
export function latencyBench(): Promise<Readonly<Record<string, unknown>>> {
  return inWorkFolder(async (folder) => {
    const file = join(folder, 'events.ndjson');
    writePopulation(file, PATIENTS);
    const environment = { REHABSPOR_DATA: join(folder, 'store') };
    await runCommand(['import', file], environment);
    const embedded = composeEmbedded(
      readSettings({ ...process.env, ...environment }),
      new SystemClock(),
      new StderrLogger(),
    );
    embedded.log.start();
    const patients = await openPathways(embedded);
    await embedded.log.settled();
    const rounds: (readonly number[])[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      rounds.push((await sendAndWatch(embedded, patients, round)).sort((a, b) => a - b));
    }
    await embedded.log.stop();
    await embedded.database.close();
    const at = (share: number): number[] =>
      rounds.map((times) => rounded(times[Math.floor(share * (times.length - 1))] ?? NaN, 2));
    return {
      eventsPerSecond: EVENTS_PER_SECOND,
      p50Milliseconds: at(0.5),
      maxMilliseconds: at(1),
      figures: [
        { what: 'receipt to readable decision, p99', runs: at(0.99), unit: 'ms', reach: { atMost: 5 } },
      ] satisfies Figure[],
    };
  });
}

/** Opens a pathway this month for patients of the bench's own, beside those in the store. */
async function openPathways({ intake, keys }: Embedded): Promise<{ cpr: string; person: string }[]> {
  const today = danishDay(Date.now());
  const indexDay = addDays(today, -20);
  const patients = Array.from({ length: PATIENTS }, (_, index) => {
    const cpr = constructedCpr(index);
    return { cpr, person: keys.keyOf(cpr) };
  });
  for (let from = 0; from < patients.length; from += 2_000) {
    await intake.receive(
      patients.slice(from, from + 2_000).map(({ cpr }, index) => ({
        value: event(`ami-${from + index}`, 'diagnosis', cpr, {
          contactId: `k-${from + index}`,
          code: 'DI219',
          role: 'A',
          diagnosedOn: indexDay,
        }),
      })),
      { receivedAt: 'clock' },
    );
  }
  return patients;
}

/** A constructed number: born from 1950 on, failing modulus 11 as the population's do. */
function constructedCpr(index: number): string {
  const born = dayFromNumber(-7_300 + (index % 10_000));
  const day = `${born.slice(8, 10)}${born.slice(5, 7)}${born.slice(2, 4)}`;
  const serial = 1000 + 2 * Math.floor(index / 10_000);
  return passesModulus11(`${day}${serial}`) ? `${day}${serial + 1}` : `${day}${serial}`;
}

function event(id: string, kind: string, cpr: string, data: object): object {
  return {
    specversion: '1.0',
    id,
    source: 'hospital:330901000016003',
    type: `dk.rehabspor.hospital.${kind}.v1`,
    time: new Date().toISOString(),
    data: { cpr, recordId: id, ...data },
  };
}

async function sendAndWatch(
  embedded: Embedded,
  patients: readonly { readonly cpr: string; readonly person: string }[],
  round: number,
): Promise<number[]> {
  const today = danishDay(Date.now());
  const waiting = new Map<string, Sent>();
  const times: number[] = [];
  const total = EVENTS_PER_SECOND * SECONDS;
  const begun = process.hrtime.bigint();
  const receiving: Promise<void>[] = [];
  for (let sent = 0; sent < total || waiting.size > 0;) {
    const elapsed = Number(process.hrtime.bigint() - begun) / 1e9;
    for (const due = Math.min(total, Math.floor(elapsed * EVENTS_PER_SECOND)); sent < due; sent += 1) {
      const { cpr, person } = patients[sent % patients.length] as { cpr: string; person: string };
      const id = `bp-${round}-${sent}`;
      const pressure = { measuredOn: today, kind: 'blood-pressure', systolic: 120 + (sent % 40), diastolic: 80 };
      const accepted = embedded.intake
        .receive([{ value: event(id, 'measurement', cpr, pressure) }], { receivedAt: 'clock' })
        .then(() => void waiting.set(id, { person, event: id, acceptedAt: process.hrtime.bigint() }));
      receiving.push(accepted);
    }
    for (const { person, event: id, acceptedAt } of waiting.values()) {
      const decided = (await embedded.decisions.load([person])).get(person)?.decisions;
      const isReadable = decided?.some(
        ({ number, decisive }) => number === 9 && decisive.some((evidence) => evidence.event === id),
      );
      if (isReadable === true) {
        times.push(Number(process.hrtime.bigint() - acceptedAt) / 1e6);
        waiting.delete(id);
      }
    }
    if (sent >= total) await Promise.all(receiving.splice(0));
    await new Promise((resolve) => setImmediate(resolve));
  }
  return times;
}
