import { Command } from 'commander';
import { loadOrganisationList } from '../platform/contracts/organisation-list';
import { loadSchemas } from '../platform/contracts/schema-validators';
import { generatePopulation } from '../synthetic/generate-population';
import { organisationInputOf } from '../synthetic/organisation-input';
import { writeAllSync } from '../platform/ndjson/write-all';
import { parseCount } from './arguments';

interface Options {
  readonly patients: number;
  readonly seed: number;
  readonly years: number;
}

/** `generate`: a synthetic population as NDJSON, the same bytes for the same arguments. */
export function generateCommand(): Command {
  return new Command('generate')
    .requiredOption('--patients <n>', 'index patients in all', parseCount(1))
    .requiredOption('--seed <s>', 'seed of everything random', parseCount(0))
    .option('--years <y>', 'years the patients are spread over', parseCount(1), 1)
    .action(({ patients, seed, years }: Options) => {
      const organisations = organisationInputOf(loadOrganisationList(loadSchemas()));
      generatePopulation({ patients, seed, years, organisations }, (lines) => writeAllSync(process.stdout.fd, lines));
    });
}
