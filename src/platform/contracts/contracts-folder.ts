import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

function findContractsFolder(): string {
  for (let folder = __dirname; ; folder = dirname(folder)) {
    const contracts = join(folder, 'contracts');
    if (existsSync(join(folder, 'package.json')) && existsSync(contracts)) return contracts;
    if (folder === dirname(folder)) {
      throw new Error('The contracts folder is missing: it belongs beside package.json, above the compiled code.');
    }
  }
}

/** The path of something in the product's `contracts` folder, the same whether run from the source or compiled. */
export function contractsPath(...parts: readonly string[]): string {
  return join(findContractsFolder(), ...parts);
}
