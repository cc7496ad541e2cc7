import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { program } from '../../../src/apps/program';
import { eraseCommand } from '../../../src/cli/erase.command';
import { evaluateCommand } from '../../../src/cli/evaluate.command';
import { importCommand } from '../../../src/cli/import.command';
import { researchCommand } from '../../../src/cli/research.command';
import { populationLines } from '../../robustness/ground';
import { runCommand, type Ran } from '../../support/run-command';

export type Row = Readonly<Record<string, string>>;
export type Event = Readonly<Record<string, unknown>> & { readonly data: Readonly<Record<string, unknown>> };

export const AS_OF = ['--as-of', '2023-10-15'];
export const FILES = ['about.json', 'data-dictionary.csv', 'decisions.csv', 'facts.csv', 'pathways.csv'];
/** A constructed number that people write into texts. */
const PLANTED = '150277-9995';

/** A population in whose texts and unknown fields somebody wrote a CPR number. */
export function plantedPopulation(patients: number, seed: number): readonly string[] {
  return populationLines(patients, seed).map((line) => {
    let event: Event;
    try {
      event = JSON.parse(line) as Event;
    } catch {
      return line;
    }
    const data: Record<string, unknown> = { ...event.data, note: `calls ${PLANTED} on Friday` };
    if (String(event['type']).includes('municipality.end')) data['reason'] = `Moved in with ${PLANTED}`;
    if (String(event['type']).includes('municipality.intervention')) data['profession'] = `asks ${PLANTED}`;
    return JSON.stringify({ ...event, data });
  });
}

/** A store of these events, and what is asked of it. */
export async function storeOf(folder: string, lines: readonly string[]) {
  const file = join(folder, 'events.ndjson');
  writeFileSync(file, `${lines.join('\n')}\n`);
  const environment = {
    REHABSPOR_DATA: join(folder, 'store'),
    REHABSPOR_KEY: 'a key for tests of files for researchers',
  };
  expect((await runCommand(importCommand(program), [file], environment)).exitCode).toBe(0);
  return {
    folder: (name: string) => join(folder, name),
    /** Writes the folder of that name. */
    research: (name: string, ...options: string[]): Promise<Ran> =>
      runCommand(researchCommand(program), [join(folder, name), ...options], environment),
    erase: (person: string): Promise<Ran> => runCommand(eraseCommand(program), [person], environment),
    decisions: async (...options: string[]): Promise<readonly Record<string, unknown>[]> => {
      const { out } = await runCommand(evaluateCommand(program), [file, ...options], environment);
      return out
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Record<string, unknown>);
    },
  };
}

export const rowsIn = (folder: string, table: string): readonly Row[] =>
  parse<Row>(readFileSync(join(folder, `${table}.csv`)), { columns: true });

export const bytesIn = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((name) => [name, readFileSync(join(folder, name)).toString('latin1')]),
  );
