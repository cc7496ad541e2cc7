import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeFhir } from '../../../src/formats/adapters/fhir/write-fhir';
import { EVENT_KINDS } from '../../../src/kernel/event-kinds';
import { extensionUrl } from '../../../src/kernel/fhir-extension';
import { inBatches, inFolder, written } from '../../formats/fhir/as-events';
import { startTestServer, type TestServer } from '../../http/server';
import { completeExample } from '../../support/complete-example';
import type { Told } from '../../support/evaluate';
import { civilRegistration, feed, hospital, laboratory, municipality, pharmacy } from '../../support/sectors';
import { ANNA, BO } from '../../support/source-event';
import { events, population } from '../../synthetic/fixture';
import type { Looked } from './hl7-validator';

interface Bundle {
  readonly entry?: readonly { readonly resource: { readonly resourceType: string } }[];
}

const SUMMARY = extensionUrl('summary-report');
const INDIVIDUAL = extensionUrl('individual-report');
const POPULATION = events(population(40));
const MOST_PERSONS = 4;
const MOST_REPORTS = 60;

/** A pathway with what is rare: sources that were silent, a value below its start, a course that was stopped. */
const STORY: Told = [
  hospital().pci('2023-01-03'),
  civilRegistration.livesIn('0461', '2020-01-01'),
  hospital().service('BVDY0', '2023-01-20'),
  hospital().hads(9, 3, '2023-02-01'),
  municipality().start('2023-02-06', { plannedSessions: 12 }),
  municipality().intervention('diet', '2023-03-01', { form: 'group' }),
  hospital().bloodPressure(128, 78, '2023-04-01'),
  laboratory.ldl(1.2, '2023-05-01'),
  pharmacy.dispensing('C10AA05', '2023-01-10'),
  ...hospital().pci('2024-05-01', { cpr: BO }),
  hospital().bloodPressure(128, 78, '2024-05-10', { cpr: BO }),
  feed('municipality:0461', 'silent', '2023-01-01', '2023-06-30'),
  feed('pharmacy:prescription-register', 'not-connected', '2023-02-01', '2023-06-30'),
];

/**
 * All FHIR that the program gives, from a synthetic population and each kind of event as its contract shows it. What is new
 * is added to this list.
 */
export async function givenFhir(): Promise<readonly Looked[]> {
  const server = await startTestServer();
  try {
    await server.tell([
      ...POPULATION.map((event) => JSON.stringify(event)),
      ...(STORY as object[]).flat().map((event) => JSON.stringify(event)),
    ]);
    return [
      ...(await answered(server, 'measures', '/api/v1/measures')),
      ...(await summaries(server)),
      ...(await individuals(server)),
      ...(await personBundles()),
    ];
  } finally {
    await server.stop();
  }
}

/** Summary MeasureReports of some levels, each held to its profile, and their Bundles where they are small. */
async function summaries(server: TestServer): Promise<readonly Looked[]> {
  const ask = (question: string): Promise<readonly Looked[]> =>
    answered(server, question, `/api/v1/exports/report?format=fhir&${question}`);
  const small = (await Promise.all(['level=region&period=all', 'level=denmark&period=2023'].map(ask))).flat();
  const hospitals = (await ask('level=hospital&period=all')).flatMap((file) => reportsIn(file, SUMMARY));
  return [...small.flatMap((file) => [file, ...reportsIn(file, SUMMARY)]), ...hospitals.slice(0, MOST_REPORTS)];
}

/** Individual MeasureReports of some persons, each held to its profile. */
async function individuals(server: TestServer): Promise<readonly Looked[]> {
  await server.embedded.indicators.catchUp();
  const persons = [ANNA, BO].map((cpr) => server.embedded.keys.keyOf(cpr));
  for await (const page of server.embedded.decisions.scan(100)) for (const { person } of page) persons.push(person);
  const own = [...new Set(persons)].slice(0, MOST_PERSONS);
  const files = await Promise.all(
    own.map((person) => answered(server, person, `/api/v1/persons/${person}/measure-reports`)),
  );
  return files.flat().flatMap((file) => [file, ...reportsIn(file, INDIVIDUAL)]);
}

/** Events of persons as `export --format fhir` writes them. */
async function personBundles(): Promise<readonly Looked[]> {
  const examples = EVENT_KINDS.map((kind) => ({ ...completeExample(kind), id: `of ${kind}` }));
  const ended = examples.map((event) => ({
    ...event,
    id: `${event.id} taken back`,
    data: { ...event.data, version: 2, status: 'retracted' },
  }));
  const gone = {
    ...completeExample('person.status'),
    id: 'emigrated',
    data: { cpr: ANNA, recordId: 'emigrated', from: '2024-01-01', state: 'emigrated' },
  };
  const more = [...examples, ...ended, gone] as unknown as typeof POPULATION;
  const all = [...POPULATION, ...more].map((event) => written(event));
  // What sources sent twice is kept once.
  const given = [...new Map(all.map((event) => [`${event.source} ${event.id}`, event])).values()];
  return inFolder(async (folder) => {
    await writeFhir(inBatches(given), folder);
    const lines = readFileSync(join(folder, 'bundles.ndjson'), 'utf8').trimEnd().split('\n');
    return lines.map((line, at) => ({ name: `person ${at + 1}`, resource: JSON.parse(line) as object }));
  });
}

async function answered(server: TestServer, name: string, address: string): Promise<readonly Looked[]> {
  const { status, body } = await server.request.get(address).responseType('blob');
  if (status !== 200) throw new Error(`${address} answers ${status}.`);
  return [{ name, resource: JSON.parse(String(body as Buffer)) as object }];
}

const reportsIn = ({ name, resource }: Looked, profile: string): readonly Looked[] =>
  ((resource as Bundle).entry ?? []).map((entry, at) => ({
    name: `${name}, ${at + 1}`,
    resource: entry.resource,
    profile,
  }));
