import { PersonKeys } from '../../src/access/domain/person-key';
import { Evaluation } from '../../src/operations/evaluation/evaluation';
import type { Decision } from '../../src/kernel/decision';
import type { DefinitionSet } from '../../src/kernel/definition';
import { parseInstant } from '../../src/kernel/instant';
import { OrganisationNames } from '../../src/kernel/organisation-names';
import type { Receipt } from '../../src/kernel/receipt';
import { channelsOf } from '../../src/intake/domain/channel-rules';
import { loadDefinitionSet } from '../../src/platform/contracts/definition-set';
import { loadRules } from '../../src/platform/contracts/descriptions';
import { loadOrganisationList } from '../../src/platform/contracts/organisation-list';
import { loadSchemas } from '../../src/platform/contracts/schema-validators';
import { loadReading } from '../../src/intake/adapters/load-reading';
import type { Reading } from '../../src/intake/domain/reading';
import type { SourceEvent } from './source-event';

const schemas = loadSchemas();
export const definitions: DefinitionSet = loadDefinitionSet(schemas);
const { rules } = loadRules(schemas);
const keys = new PersonKeys(Buffer.from('a key for tests only'));
export const reading: Reading = loadReading(schemas, keys, definitions);
/** Of the organisations the program knows. */
export const names = new OrganisationNames(loadOrganisationList(schemas));
export const fixedClock = { now: (): number => Date.UTC(2030, 0, 1) };

/** Events, lists of events and raw lines, as a story tells them. */
export type Told = SourceEvent | string | readonly Told[];

export interface Asked {
  readonly asOf: string;
  readonly policy?: Readonly<Record<string, string>>;
  /** RFC 3339. */
  readonly knownAt?: string;
  readonly showCpr?: boolean;
  /** The set decided by; without it the one the program comes with. */
  readonly by?: DefinitionSet;
}

export interface Evaluated {
  /** In the order of the program. */
  readonly decisions: readonly Decision[];
  /** One a line, undefined where the line was passed over. */
  readonly receipts: readonly (Receipt | undefined)[];
  /** The one decision on an indicator; throws when there is none or there are several. */
  decision(key: string, pathway?: number): Decision;
}

/** The lines of a story: an event becomes one JSON object, a text stands as it is. */
export function linesOf(told: Told): string[] {
  if (typeof told === 'string') return [told];
  return 'specversion' in told ? [JSON.stringify(told)] : told.flatMap(linesOf);
}

/** Evaluates batches of lines one after the other. */
export async function evaluateBatches(batches: readonly (readonly string[])[], asked: Asked): Promise<Evaluated> {
  const knownAt = asked.knownAt === undefined ? undefined : parseInstant(asked.knownAt);
  const { by = definitions } = asked;
  const channels = channelsOf(rules, by.population);
  const evaluation = new Evaluation({ ...reading, channels }, names, fixedClock, {
    definitions: by,
    policy: asked.policy ?? {},
    asOf: asked.asOf,
    ...(knownAt === undefined ? undefined : { knownAt }),
    showCpr: asked.showCpr ?? false,
  });
  const receipts: (Receipt | undefined)[] = [];
  for (const batch of batches) receipts.push(...(await evaluation.receive(batch.map((text) => ({ text })))));
  const decisions: Decision[] = [];
  for await (const decided of evaluation.decisions()) decisions.push(...decided);
  return {
    decisions,
    receipts,
    decision(key, pathway = 1) {
      const found = decisions.filter((decision) => decision.indicator === key && decision.pathway === pathway);
      if (found.length !== 1) throw new Error(`There are ${found.length} decisions on ${key} of pathway ${pathway}.`);
      return found[0] as Decision;
    },
  };
}

/** Evaluates what a story tells, all of it in one batch. */
export function evaluate(told: Told, asked: Asked): Promise<Evaluated> {
  return evaluateBatches([linesOf(told)], asked);
}

/** The one decision on an indicator of the first pathway. */
export async function decide(key: string, told: Told, asked: Asked): Promise<Decision> {
  const evaluated = await evaluate(told, asked);
  expect(evaluated.receipts.filter((receipt) => receipt?.status === 'rejected')).toEqual([]);
  return evaluated.decision(key);
}

/** The receipts of what a story tells. */
export async function receiptsOf(told: Told): Promise<readonly (Receipt | undefined)[]> {
  return (await evaluate(told, { asOf: '2024-12-31' })).receipts;
}

/** The events behind a list of evidence, as a set to compare with. */
export const citedIn = (evidence: readonly { readonly event: string }[]): string[] =>
  evidence.map(({ event }) => event);
