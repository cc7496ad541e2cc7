import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PersonKey } from '../../src/kernel/clinical-event';
import type { PersonPathways } from '../../src/kernel/pathway';
import { generatePopulation } from '../../src/synthetic/generate-population';
import { organisationInputOf } from '../../src/synthetic/organisation-input';
import { writeBundles } from './bundles';
import { measuresWithElm } from './measures';
import { newEvents, type NewEvent } from './new-events';
import type { SourceEvent } from '../../test/synthetic/fixture';
import { numberOf, ofOnePersonEach } from './of-one-person';
import { keyOf, organisations, PersonDecider, received } from './rehabspor';
import { isIn, type Asked } from './said';
import { writeTables } from './tables';

/** All index days of a synthetic year lie in one measurement period; on the day, some windows are still open. */
const ASKED: Asked = { asOf: '2024-06-30', from: '2022-12-01', to: '2023-11-30' };
const NEW_EVENTS = 10;

/** How many persons a folder has, each with a pathway in the period, and of how many of them there is a new event. */
export interface Written {
  readonly persons: number;
  readonly events: number;
  readonly newEvents: number;
}

/**
 * Writes one population into a folder as each program reads it, of events that all of them can be told: events for
 * rehabspor, tables for DuckDB and, `inFhir`, Bundles and Measures for the engines of CQL; of some persons a new event as
 * well. Feed statuses, joined numbers and registrations of several persons are left out (docs/formats/cql.md).
 */
export async function writePopulation(
  folder: string,
  patients: number,
  { inFhir }: { readonly inFhir: boolean },
): Promise<Written> {
  const told = ofOnePersonEach(await soundEvents(patients));
  const folded = await foldedFrom(told);
  const events = told.filter((event) => folded.has(keyOf(numberOf(event))));
  const anew = newEvents(candidates(folded, events), ASKED, NEW_EVENTS);
  mkdirSync(join(folder, 'tables'), { recursive: true });
  writeFileSync(join(folder, 'asked.json'), JSON.stringify(ASKED));
  writeLines(folder, 'events.ndjson', events);
  writeLines(folder, 'new-events.ndjson', newOnes(anew));
  writeTables(join(folder, 'tables'), folded.values());
  writeLines(folder, 'results-after-event.ndjson', resultsOf(anew));
  if (inFhir) {
    writeFileSync(join(folder, 'measures-with-elm.json'), measuresWithElm());
    await writeBundles(join(folder, 'bundles.ndjson'), events);
    const asked = new Set(anew.map(({ person }) => person));
    const theirs = events.filter((event) => asked.has(keyOf(numberOf(event))));
    await writeBundles(join(folder, 'bundles-after-event.ndjson'), [...theirs, ...newOnes(anew)]);
  }
  return { persons: folded.size, events: events.length, newEvents: anew.length };
}

const newOnes = (anew: readonly NewEvent[]): SourceEvent[] => anew.map(({ event }) => event);
const resultsOf = (anew: readonly NewEvent[]): object[] => anew.map(({ person, result }) => ({ person, ...result }));

function writeLines(folder: string, file: string, all: readonly object[]): void {
  writeFileSync(join(folder, file), all.map((one) => `${JSON.stringify(one)}\n`).join(''));
}

/** The events of a synthetic population that intake accepts, but for what is said of feeds. */
async function soundEvents(patients: number): Promise<SourceEvent[]> {
  let text = '';
  const input = organisationInputOf(organisations);
  generatePopulation({ patients, seed: 1, years: 1, organisations: input }, (lines) => {
    text += lines;
  });
  const lines = text.split('\n').filter((line) => line !== '' && !line.includes('feed-status'));
  const { receipts } = await received(lines, ASKED.asOf);
  return lines.filter((_, at) => receipts[at]?.status === 'accepted').map((line) => JSON.parse(line) as SourceEvent);
}

/** Whoever has a pathway in the period, folded. */
async function foldedFrom(events: readonly SourceEvent[]): Promise<Map<PersonKey, PersonPathways>> {
  const decider = new PersonDecider(ASKED.asOf);
  const { persons } = await received(
    events.map((event) => JSON.stringify(event)),
    ASKED.asOf,
  );
  const folded = persons.map((person) => decider.fold(person));
  const asked = folded.filter(({ pathways }) => pathways.some(({ indexDay }) => isIn(indexDay, ASKED)));
  return new Map(asked.map((one) => [one.person, one]));
}

function candidates(folded: ReadonlyMap<PersonKey, PersonPathways>, events: readonly SourceEvent[]) {
  const decider = new PersonDecider(ASKED.asOf);
  const cprOf = new Map(events.map((event) => [keyOf(numberOf(event)), numberOf(event)]));
  return [...folded.values()].map((person) => ({
    person: person.person,
    cpr: cprOf.get(person.person) ?? '',
    ldl: decider.decide(person).find(({ indicator, indexDay }) => indicator === 'ldl' && isIn(indexDay, ASKED)),
  }));
}
