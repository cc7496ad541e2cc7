import { Evaluation } from '../../../src/operations/evaluation/evaluation';
import { addUnder } from '../../../src/kernel/add-under';
import { danishDay, type Day } from '../../../src/kernel/day';
import type { Decision } from '../../../src/kernel/decision';
import type { Receipt } from '../../../src/kernel/receipt';
import { loadDefinitionSet } from '../../../src/platform/contracts/definition-set';
import { populationLines, reading, schemas } from '../../robustness/ground';
import { names } from '../../support/evaluate';

/** What `evaluate` makes of lines. */
export interface Evaluated {
  readonly asOf: Day;
  readonly lines: readonly string[];
  /** One a line. */
  readonly receipts: readonly Receipt[];
  /** As `evaluate` writes them, ordered by person. */
  readonly decisions: readonly string[];
  /** `source id` of every accepted event about a person, each once. */
  readonly acceptedEvents: ReadonlySet<string>;
  /** The same of feed statuses. */
  readonly acceptedFeeds: ReadonlySet<string>;
}

/** A synthetic population, about 41 events a patient. */
export const evaluatedPopulation = (patients: number, seed: number): Promise<Evaluated> =>
  evaluateLines(populationLines(patients, seed));

/** Evaluates lines as of today, which is the day the services decide on. */
export async function evaluateLines(lines: readonly string[]): Promise<Evaluated> {
  const asOf = danishDay(Date.now());
  const evaluation = new Evaluation(
    reading,
    names,
    { now: () => Date.now() },
    { definitions: loadDefinitionSet(schemas), policy: {}, asOf, showCpr: false },
  );
  const receipts = (await evaluation.receive(lines.map((text) => ({ text })))) as Receipt[];
  const decisions: string[] = [];
  for await (const decided of evaluation.decisions()) decisions.push(...decided.map((one) => JSON.stringify(one)));
  const accepted = lines.filter((_, at) => receipts[at]?.status === 'accepted').map(parsed);
  const isFeed = ({ type }: Line): boolean => type === 'dk.rehabspor.registry.feed-status.v1';
  return {
    asOf,
    lines,
    receipts,
    decisions,
    acceptedEvents: new Set(accepted.filter((event) => !isFeed(event)).map(nameOf)),
    acceptedFeeds: new Set(accepted.filter(isFeed).map(nameOf)),
  };
}

/** The decisions by person, each as it is written. */
export function byPerson(decisions: readonly string[]): Map<string, string[]> {
  const persons = new Map<string, string[]>();
  for (const text of decisions) {
    const { person } = JSON.parse(text) as Decision;
    addUnder(persons, person, text);
  }
  return persons;
}

/** Every CPR number lines name where the contract has one. */
export function numbersIn(lines: readonly string[]): Set<string> {
  return new Set(lines.flatMap((line) => [...line.matchAll(/"(?:cpr|replaces)":"(\d{10})"/g)].map(([, cpr]) => cpr!)));
}

/** Those of the numbers that stand in a text, as ten digits or with a hyphen. */
export function numbersSeen(text: string, numbers: ReadonlySet<string>): string[] {
  const looksLikeOne = text.match(/(?<!\d)\d{6}-?\d{4}(?!\d)/g) ?? [];
  return looksLikeOne.filter((digits) => numbers.has(digits.replace('-', '')));
}

interface Line {
  readonly id: string;
  readonly source: string;
  readonly type: string;
}

const parsed = (line: string): Line => JSON.parse(line) as Line;

/** An event by its source and id. */
export const nameOf = ({ source, id }: { readonly source?: string; readonly id?: string }): string => `${source} ${id}`;
