import { PersonKeys } from '../../src/access/domain/person-key';
import { loadDefinitionSet } from '../../src/platform/contracts/definition-set';
import { loadOrganisationList } from '../../src/platform/contracts/organisation-list';
import { loadSchemas } from '../../src/platform/contracts/schema-validators';
import { loadReading } from '../../src/intake/adapters/load-reading';
import { generatePopulation } from '../../src/synthetic/generate-population';
import { organisationInputOf } from '../../src/synthetic/organisation-input';

export const SECRET = 'a secret for robustness tests';
export const schemas = loadSchemas();
export const reading = loadReading(schemas, new PersonKeys(Buffer.from(SECRET)), loadDefinitionSet(schemas));

/** A synthetic population over the real organisations, a line each. */
export function populationLines(patients: number, seed: number): string[] {
  const organisations = organisationInputOf(loadOrganisationList(schemas));
  let text = '';
  generatePopulation({ patients, seed, years: 1, organisations }, (lines) => (text += lines));
  return text.trimEnd().split('\n');
}

/** Numbers from 0 to below 1, the same for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The same lines in another order. */
export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const order = [...items];
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other] as T, order[at] as T];
  }
  return order;
}

/** Cuts into batches of 1 to `most`. */
export function cut<T>(items: readonly T[], most: number, random: () => number): T[][] {
  const batches: T[][] = [];
  for (let at = 0; at < items.length;) {
    const size = 1 + Math.floor(random() * most);
    batches.push(items.slice(at, at + size));
    at += size;
  }
  return batches;
}
