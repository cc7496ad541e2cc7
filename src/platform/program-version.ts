import { readFileSync } from 'node:fs';
import { contractsPath } from './contracts/contracts-folder';

/** The version of this program, as `package.json` has it. */
export function programVersion(): string {
  const { version } = JSON.parse(readFileSync(contractsPath('..', 'package.json'), 'utf8')) as { version: string };
  return version;
}
