import { readdirSync, readFileSync } from 'node:fs';
import { contractsPath } from '../../src/platform/contracts/contracts-folder';

/** What a file named `invalid-…` holds: the event, the path it is at fault at, and why. */
export interface InvalidExample {
  readonly why: string;
  readonly path: string;
  readonly event: unknown;
}

/** The names of the folders of examples. */
export function exampleFolders(): readonly string[] {
  return readdirSync(contractsPath('examples')).sort();
}

/** The example files of a folder whose name begins as given, with their content. */
export function examples<T = unknown>(
  folder: string,
  beginning: 'valid-' | 'invalid-',
): readonly [file: string, content: T][] {
  return readdirSync(contractsPath('examples', folder))
    .filter((file) => file.startsWith(beginning) && file.endsWith('.json'))
    .sort()
    .map((file) => [file, JSON.parse(readFileSync(contractsPath('examples', folder, file), 'utf8')) as T]);
}
