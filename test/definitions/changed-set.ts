import { readFileSync } from 'node:fs';
import { contractsPath } from '../../src/platform/contracts/contracts-folder';

/** The definition set the program comes with, as it is written. */
export const BUILT_IN = readFileSync(contractsPath('indicators', 'dhrd-2023.v2.yaml'), 'utf8');

/** Another version of it with measures and indicators more, written as YAML at the depth they stand at. */
export function addedSet(version: number, added: { readonly measures: string; readonly indicators: string }): string {
  const [before, after] = BUILT_IN.replace('version: 2', `version: ${version}`).split('\npolicies:\n');
  if (after === undefined) throw new Error('The definitions have no policies.');
  return `${before}${added.measures}\npolicies:\n${after}${added.indicators}`;
}

/** Another version of it with some of its text replaced; throws when there is nothing to replace. */
export function changedSet(version: number, changes: Readonly<Record<string, string>>): string {
  let text = BUILT_IN.replace('version: 2', `version: ${version}`);
  for (const [from, to] of Object.entries(changes)) {
    if (!text.includes(from)) throw new Error(`The definitions do not say "${from}".`);
    text = text.replace(from, to);
  }
  return text;
}
