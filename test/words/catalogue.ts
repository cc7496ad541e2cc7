import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Language } from '../../src/kernel/language';
import { contractsPath } from '../../src/platform/contracts/contracts-folder';

/** The catalogue of a language as it is written, by section, which is a file. */
export function catalogue(language: Language): Readonly<Record<string, unknown>> {
  const folder = contractsPath('words', language);
  return Object.fromEntries(
    readdirSync(folder)
      .sort()
      .map((file) => [file.replace(/\.yaml$/, ''), parse(readFileSync(join(folder, file), 'utf8')) as unknown]),
  );
}

/** Every text of a tree with the path it stands at. */
export function textsOf(value: unknown, path = ''): { readonly path: string; readonly text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => textsOf(inner, path === '' ? key : `${path}.${key}`));
}
