import { Seal } from '../src/access/domain/seal';
import { PersonKeys } from '../src/access/domain/person-key';
import { ReceiveEvents } from '../src/intake/application/receive-events';
import type { ClinicalEvent } from '../src/kernel/clinical-event';
import { loadDefinitionSet } from '../src/platform/contracts/definition-set';
import { loadOrganisationList } from '../src/platform/contracts/organisation-list';
import { loadSchemas } from '../src/platform/contracts/schema-validators';
import { partitionOf } from '../src/platform/kafka/partition-of';
import { CollectingLog } from '../src/platform/memory/collecting-log';
import { ForgettingVault } from '../src/platform/memory/forgetting-vault';
import { ImmediateUnitOfWork } from '../src/platform/memory/immediate-unit-of-work';
import { MemoryLedger } from '../src/platform/memory/memory-ledger';
import { ForgettingRejectedEvents } from '../src/platform/memory/memory-rejected-events';
import { loadReading } from '../src/intake/adapters/load-reading';
import { SystemClock } from '../src/platform/system-clock';
import { generatePopulation } from '../src/synthetic/generate-population';
import { organisationInputOf } from '../src/synthetic/organisation-input';
import { SECRET, type DistributedSystem } from './distributed-system';

const PARTITIONS = 12;
/** Of events of 300 bytes a partition then gets less than the megabyte a broker takes at once. */
const EVENTS_AT_A_TIME = 10_000;

/** A clinical event as it lies on its topic. */
export interface ClinicalMessage {
  readonly key: string;
  readonly value: string;
  readonly partition: number;
}

/** The lines of a synthetic population (seed 1, one year), in the order of receipt. */
export function populationLines(patients: number): string[] {
  const organisations = organisationInputOf(loadOrganisationList(loadSchemas()));
  let text = '';
  generatePopulation({ patients, seed: 1, years: 1, organisations }, (lines) => (text += lines));
  return text.trimEnd().split('\n');
}

/** What intake makes of lines, read as `evaluate` reads them: the accepted events in their order. */
export async function acceptedEvents(lines: readonly string[]): Promise<ClinicalEvent[]> {
  const events: ClinicalEvent[] = [];
  const key = Buffer.from(SECRET);
  const seal = new Seal(key, 'unknown fields');
  const schemas = loadSchemas();
  const intake = new ReceiveEvents(loadReading(schemas, new PersonKeys(key), loadDefinitionSet(schemas)), {
    ledger: new MemoryLedger(),
    vault: new ForgettingVault(),
    rejected: new ForgettingRejectedEvents(),
    log: new CollectingLog((_topic, { value }) => events.push(value as ClinicalEvent)),
    unit: new ImmediateUnitOfWork(),
    clock: new SystemClock(),
    sealFields: (fields) => seal.seal(JSON.stringify(fields)).toString('base64'),
  });
  for (let at = 0; at < lines.length; at += EVENTS_AT_A_TIME) {
    const texts = lines.slice(at, at + EVENTS_AT_A_TIME).map((text) => ({ text }));
    await intake.receive(texts, { receivedAt: 'stated-or-time' });
  }
  return events;
}

/** A synthetic population as intake puts it on `clinical-events`. */
export async function clinicalMessages(patients: number): Promise<ClinicalMessage[]> {
  const events = await acceptedEvents(populationLines(patients));
  return events
    .filter(({ kind }) => kind !== 'registry.feed-status')
    .map((event) => ({
      key: event.person,
      value: JSON.stringify(event),
      partition: partitionOf(event.person, PARTITIONS),
    }));
}

/** How many of the messages each partition has. */
export function endsOf(messages: readonly ClinicalMessage[]): number[] {
  const ends = new Array<number>(PARTITIONS).fill(0);
  for (const { partition } of messages) ends[partition] = (ends[partition] ?? 0) + 1;
  return ends;
}

/**
 * Puts clinical events on the topic in one transaction, which `show` commits: consumers see all of them from that
 * moment and nothing before.
 */
export async function publishUnseen(
  system: DistributedSystem,
  messages: readonly ClinicalMessage[],
): Promise<{ show(): Promise<void> }> {
  const producer = system.kafka.producer({
    transactionalId: system.nameOf('filling'),
    transactionTimeout: 600_000,
    maxInFlightRequests: 1,
    idempotent: true,
  });
  await producer.connect();
  const transaction = await producer.transaction();
  const topic = system.nameOf('clinical-events');
  const headers = { 'content-type': 'application/json' };
  for (let at = 0; at < messages.length; at += EVENTS_AT_A_TIME) {
    const together = messages.slice(at, at + EVENTS_AT_A_TIME);
    await transaction.send({ topic, acks: -1, messages: together.map((message) => ({ ...message, headers })) });
  }
  return {
    show: async () => {
      await transaction.commit();
      await producer.disconnect();
    },
  };
}
