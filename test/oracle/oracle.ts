import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { DefinitionSet } from '../../src/kernel/definition';
import type { Decision } from '../../src/kernel/decision';
import { cqlLibrary } from '../../src/definitions/domain/cql/library';
import { measuresFhir } from '../../src/definitions/adapters/fhir/fhir-measure';
import { fhirTerms } from '../../src/formats/adapters/fhir/load-terms';
import { compileDefinitions } from '../../src/indicators/domain/compile';
import { groundFor } from '../metadata/ground';
import { yearsOf, type Asked, type Person } from './worlds';

const DECIDE = join(__dirname, '..', '..', 'tools', 'oracle', 'decide.mjs');

/** What an indicator of a person comes to in a period: no outcome where no pathway begins there. */
interface Said {
  readonly indicator: string;
  readonly outcome: string | null;
  readonly populations: readonly string[];
}

export interface Compared {
  readonly ours: ReadonlyMap<string, readonly Said[]>;
  readonly theirs: ReadonlyMap<string, readonly Said[]>;
}

/** The exported Bundle of Measures of a set under a policy. */
function measuresOf(set: DefinitionSet, choice: Readonly<Record<string, string>> = {}): object {
  const { policy } = compileDefinitions(set, choice);
  return measuresFhir({ ...groundFor(set), policy }, cqlLibrary(set, policy, fhirTerms()));
}

/**
 * Decides persons by the oracle, a run for each year, beside what we decide; by person and year. With `each` every Measure
 * by itself, and the last year alone, since that takes twelve times as long.
 */
export async function compared(
  persons: readonly Person[],
  { asOf, by, policy = {} }: Asked,
  each = false,
): Promise<Compared> {
  const folder = mkdtempSync(join(tmpdir(), 'oracle-'));
  const ours = new Map<string, readonly Said[]>();
  try {
    const runs = (each ? yearsOf(persons).slice(-1) : yearsOf(persons)).map((year) => {
      const patients = join(folder, `${year}.ndjson`);
      const asked = persons.filter((person, at) => at < 20 || startsIn(person, year).length > 0);
      writeFileSync(patients, asked.map(({ key, bundle }) => `${JSON.stringify({ key, bundle })}\n`).join(''));
      for (const person of asked) ours.set(`${person.key} ${year}`, saidOf(startsIn(person, year), by, asOf));
      return { run: year, asOf, from: `${year}-01-01`, to: `${year}-12-31`, patients, each };
    });
    const job = join(folder, 'job.json');
    writeFileSync(job, JSON.stringify({ measures: measuresOf(by, policy), runs }));
    const { stdout } = await promisify(execFile)(process.execPath, [DECIDE, job], { maxBuffer: 1 << 28 });
    return { ours, theirs: byPersonAndYear(stdout) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const startsIn = ({ decisions }: Person, year: string): readonly Decision[] =>
  decisions.filter(({ indexDay }) => indexDay.startsWith(year));

function saidOf(decisions: readonly Decision[], { indicators }: DefinitionSet, asOf: string): Said[] {
  if (decisions.length === 0) return indicators.map(({ key }) => ({ indicator: key, outcome: null, populations: [] }));
  return decisions.map(({ indicator, outcome, window }) => ({
    indicator,
    outcome,
    populations: populationsOf(outcome, asOf > window.to),
  }));
}

/** A rate counts pathways whose window has ended; an excluded one is in the denominator and taken out again. */
function populationsOf(outcome: string, isOver: boolean): string[] {
  const isCounted = isOver && ['met', 'not-met', 'excluded'].includes(outcome);
  return [
    'initial-population',
    ...(isCounted ? ['denominator'] : []),
    ...(isCounted && outcome === 'excluded' ? ['denominator-exclusion'] : []),
    ...(isCounted && outcome === 'met' ? ['numerator'] : []),
  ];
}

function byPersonAndYear(lines: string): Map<string, readonly Said[]> {
  const said = new Map<string, readonly Said[]>();
  for (const line of lines.split('\n').filter(Boolean)) {
    const { run, key, indicators } = JSON.parse(line) as { run: string; key: string; indicators: Said[] };
    said.set(`${key} ${run}`, [...(said.get(`${key} ${run}`) ?? []), ...indicators]);
  }
  return said;
}

/** Where the two differ: person, year, indicator, what we say and what the oracle says. */
export function differences({ ours, theirs }: Compared): string[] {
  return [...ours].flatMap(([person, all]) =>
    all.flatMap((said, at) => {
      const other =
        theirs.get(person)?.find(({ indicator }) => indicator === said.indicator) ?? theirs.get(person)?.[at];
      const [a, b] = [JSON.stringify(said), JSON.stringify(other)];
      return a === b ? [] : [`${person}: ${a} / ${b ?? 'nothing'}`];
    }),
  );
}
