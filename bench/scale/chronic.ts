import { SERVICES } from '../../src/operations/services/service-names';
import { contractsPath } from '../../src/platform/contracts/contracts-folder';
import { topicsInContract } from '../../src/platform/kafka/topic-contract';
import { summaryOf } from '../figure';
import { table } from '../markdown-table';
import type { Measured } from '../measured';
import { predicted } from './model';
import { BUSY_SHARE, PARTITIONS_AN_INSTANCE, planOf } from './plan';
import {
  figures,
  fittedRuns,
  QUANTITIES,
  QUANTITY_NAMES,
  saidAt,
  sayBytes,
  sayMegabytes,
  whole,
  type Models,
} from './quantities';
import { YEARS, type Part, type ScaleRun } from './sizes';

const PERSONS = 1_000_000;
const EVENTS = 100_000_000;
const HOURS_TO_FILL = 24;
const PEAK_HOURS = 8;
/** What the services together may compute of what `import` computes, where they were not measured. */
const TIMES_IMPORT = 4;
const MEGABYTES_AN_INSTANCE = 512;
const TOPIC = 'clinical-events';
const LOGS: readonly Part[] = ['log of events', 'log of decisions'];

/** What all chronic patients ask for by the models, in one process and as services, and what that takes for granted. */
export function chronicPatients(models: Models, runs: readonly ScaleRun[], kept: readonly Measured[]): string {
  const largest = fittedRuns(runs).at(-1) as ScaleRun;
  const perPerson = largest.events / largest.persons;
  const few = Math.min(EVENTS, PERSONS * perPerson);
  return `## All chronic patients

${whole(PERSONS)} persons with ${whole(EVENTS)} events in ${YEARS} years have ${figures(EVENTS / PERSONS)} events each; those of the sizes measured have ${figures(perPerson)}, so that what a person takes and what an
event takes cannot be told apart here. What is asked for lies between two: "at least" is the model at ${whole(few)} events, which as many persons have here, "at
most" at ${whole(EVENTS)} events. Plan by the latter.

${table(
  ['In one process', 'At least', 'At most'],
  QUANTITY_NAMES.map((name) => [QUANTITIES[name].what, saidAt(models, name, few), saidAt(models, name, EVENTS)]),
)}

${asServices(models, largest, kept)}`;
}

function asServices(models: Models, largest: ScaleRun, kept: readonly Measured[]): string {
  const topic = topicsInContract(contractsPath()).find(({ name }) => name === TOPIC);
  if (topic === undefined) throw new Error(`The contract has no topic ${TOPIC}.`);
  const computed = measuredOf(kept, 'computing of all services an event');
  const secondsAnEvent =
    computed === undefined ? (TIMES_IMPORT * predicted(models.importComputing, EVENTS)) / EVENTS : computed / 1e6;
  const logs = LOGS.reduce((sum, part) => sum + (largest.bytesOf[part] ?? 0), 0) / largest.events;
  const onTopics = measuredOf(kept, 'bytes on our topics an event');
  const database = predicted(models.store, EVENTS) - logs * EVENTS;
  const load = { events: EVENTS, years: YEARS, secondsAnEvent, hoursToFill: HOURS_TO_FILL, peakHours: PEAK_HOURS };
  const plan = planOf(load, { partitions: topic.partitions, services: SERVICES.length });
  const memory = plan.instances * MEGABYTES_AN_INSTANCE + predicted(models.serverMemory, EVENTS);
  return `${table(
    ['As services', 'Asked for'],
    [
      ['computing of all services an event', `${figures(secondsAnEvent * 1e6)} µs`],
      ['events a second, peak of daily running', figures(plan.eventsASecondAtPeak)],
      [`events a second, to fill it within ${HOURS_TO_FILL} hours`, figures(plan.eventsASecondToFill)],
      ['instances, each of one core, over all services', whole(plan.instances)],
      ['partitions of each topic keyed by person', `${whole(plan.partitions)} (today ${topic.partitions})`],
      ['memory of all instances', sayMegabytes(memory)],
      [`disk of all brokers, ${topic.replicas} replicas`, sayBytes((onTopics ?? logs) * EVENTS * topic.replicas)],
      [`disk of all members of the database, ${topic.replicas} of them`, sayBytes(database * topic.replicas)],
    ],
  )}

### What this takes for granted

- Persons and events each add to what is asked for, by the same amount however many there are; a person with more events takes no more for each.
- Nothing else gives out first, such as the heap that Node allows a process. Nothing larger than the largest size above was ever run.
- The machine is that of the measurements, and the store's file lies on a disk like its. A server was started right after the import, with the file partly in the system's memory.
- Computing of the services: ${
    computed === undefined
      ? `not measured; taken as ${TIMES_IMPORT} times what \`import\` computes an event, the most they may.`
      : 'as `distributed-computing` measured it; it does not grow with the events there are.'
  }
- Peak of daily running: a month's events come within one working day of ${PEAK_HOURS} hours, as monthly batches would all on the same day (${figures((365 * 24) / 12 / PEAK_HOURS)} times the mean).
- Instances: \`ceil(rate × computing an event / ${BUSY_SHARE})\` for the greater of the two rates, and at least one of each of the ${SERVICES.length} services: a core is computed on
  ${100 * BUSY_SHARE} % of the time at most. Filling takes ${HOURS_TO_FILL} hours only where servers keep up.
- Partitions: ${PARTITIONS_AN_INSTANCE} or more to an instance, a power of two, never fewer than today: their number cannot change once persons are spread over them.
- Memory: each instance ${MEGABYTES_AN_INSTANCE} MB (not measured), and \`reporting\` what the server in one process takes; brokers and database have theirs beside it.
- Disk: topics hold ${onTopics === undefined ? 'what the two logs of the store hold (not measured)' : 'the bytes that `distributed-computing` measured'}, and the database what the store holds without its logs
  (not measured); nothing is thrown away.`;
}

/** The median of a figure that `distributed-computing` kept. */
function measuredOf(kept: readonly Measured[], what: string): number | undefined {
  const figure = kept.find(({ bench }) => bench === 'distributed-computing')?.figures.find((one) => one.what === what);
  return figure === undefined ? undefined : summaryOf(figure).median;
}
