import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ofOnePersonEach } from '../../bench/peers/of-one-person';
import type { SourceEvent } from '../synthetic/fixture';
import { writeFhir } from '../../src/formats/adapters/fhir/write-fhir';
import { addUnder } from '../../src/kernel/add-under';
import { isDay } from '../../src/kernel/day';
import type { Decision } from '../../src/kernel/decision';
import type { DefinitionSet } from '../../src/kernel/definition';
import { inBatches, written } from '../formats/fhir/as-events';
import { evaluate } from '../support/evaluate';

/** Events that belong together, such as a population, decided by themselves. */
export interface World {
  readonly name: string;
  readonly lines: readonly string[];
}

/** How a world is decided. */
export interface Asked {
  readonly asOf: string;
  readonly by: DefinitionSet;
  readonly policy?: Readonly<Record<string, string>>;
}

/** A person of a world: the Bundle that is exported, and what we decide. */
export interface Person {
  readonly key: string;
  readonly bundle: object;
  readonly decisions: readonly Decision[];
}

interface Bundle {
  readonly entry: readonly { readonly resource: { readonly identifier: readonly { readonly value: string }[] } }[];
}

/**
 * The persons of a world whose decisions CQL can say: every source reports (feed statuses are left out), and a number
 * that was joined with another, or a registration that stood with several, is left out (docs/formats/cql.md).
 */
export async function personsOf({ name, lines }: World, { asOf, by, policy = {} }: Asked): Promise<Person[]> {
  const told = lines.filter((line) => !line.includes('feed-status'));
  const first = await evaluate([...told], { asOf, by, policy, showCpr: true });
  const accepted = told
    .filter((_, at) => first.receipts[at]?.status === 'accepted')
    .map((line) => JSON.parse(line) as SourceEvent);
  const events = ofOnePersonEach(accepted);
  const lineOf = events.map((event) => JSON.stringify(event));
  const { decisions } = await evaluate(lineOf, { asOf, by, policy, showCpr: true });
  const ofPerson = new Map<string, Decision[]>();
  for (const decision of decisions) addUnder(ofPerson, decision.cpr ?? '', decision);
  return (await bundlesOf(events)).map((bundle) => {
    const cpr = bundle.entry[0]?.resource.identifier[0]?.value ?? '';
    return { key: `${name}-${cpr}`, bundle, decisions: ofPerson.get(cpr) ?? [] };
  });
}

/** The Bundles that `export --format fhir` writes of the events. */
export async function bundlesOf(events: readonly SourceEvent[]): Promise<Bundle[]> {
  const folder = mkdtempSync(join(tmpdir(), 'oracle-'));
  try {
    expect(await writeFhir(inBatches(events.map(written)), folder)).toEqual([]);
    return readFileSync(join(folder, 'bundles.ndjson'), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Bundle);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The calendar years in which pathways of the persons begin: none holds two of one person. */
export function yearsOf(persons: readonly Person[]): string[] {
  const days = persons.flatMap(({ decisions }) => decisions.map(({ indexDay }) => indexDay).filter(isDay));
  return [...new Set(days.map((day) => day.slice(0, 4)))].sort();
}
