import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Language } from '../../src/kernel/language';
import { contractsPath } from '../../src/platform/contracts/contracts-folder';

/** The catalogue of a language as it is written. */
export function catalogue(language: Language): unknown {
  return parse(readFileSync(contractsPath('words', `${language}.yaml`), 'utf8'));
}

/** Every text of a tree with the path it stands at. */
export function textsOf(value: unknown, path = ''): { readonly path: string; readonly text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, path === '' ? key : `${path}.${key}`));
}
