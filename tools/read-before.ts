import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestOf } from '../src/platform/contracts/digest-of';
import { load } from 'js-yaml';

/** What the program reads of the contracts at every start, by folder. */
const FOLDERS = ['.', 'indicators', 'organisations'];
/** Read by others than the program, or by no schema. */
const NOT_READ = ['asyncapi.yaml'];

/** The module that holds what the contracts in YAML say, so that a start needs neither read nor check them. */
export function readBeforeText(contracts: string): string {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(join(contracts, folder))
      .filter((file) => file.endsWith('.yaml') && !NOT_READ.includes(file))
      .sort()
      .map((file) => (folder === '.' ? file : `${folder}/${file}`)),
  );
  const entries = files.map((file) => {
    const text = readFileSync(join(contracts, file), 'utf8');
    return `  ${JSON.stringify(file)}: { digest: '${digestOf(text)}', content: ${JSON.stringify(JSON.stringify(load(text)))} },`;
  });
  return [
    '// Made from contracts by npm run generate: change the contracts there.',
    '/** A file of the contracts, which follows its schema: the digest of its text, and what it says as JSON. */',
    'interface ReadBefore {',
    '  readonly digest: string;',
    '  readonly content: string;',
    '}',
    '',
    '/** By their path in the folder `contracts`. */',
    'export const READ_BEFORE: Readonly<Record<string, ReadBefore>> = {',
    ...entries,
    '};',
    '',
  ].join('\n');
}
