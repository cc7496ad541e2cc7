import { Command } from 'commander';
import { compileDefinitions } from '../indicators/domain/compile';
import { readSettings, type Settings } from '../platform/config/settings';
import { loadDefinitionSet } from '../platform/contracts/definition-set';
import { loadDescriptions } from '../platform/contracts/descriptions';
import { loadOrganisationList } from '../platform/contracts/organisation-list';
import { loadSchemas, type SchemaValidators } from '../platform/contracts/schema-validators';
import { StoreError } from '../platform/store-error';
import { metadataText } from '../definitions/adapters/text/metadata-text';
import type { ReportBasis } from '../counting/domain/report-basis';
import type { Language } from '../kernel/language';
import { print } from './print';
import { languageOption } from './language-option';
import type { Program } from './program';

/** `metadata`: every indicator, code list, rule and source described from the definitions. */
export function metadataCommand(program: Program): Command {
  return new Command('metadata')
    .addOption(languageOption('the text'))
    .action(async ({ lang }: { readonly lang: Language }) => {
      const schemas = loadSchemas();
      const basis = await basisInForce(program, readSettings(), schemas);
      await print(metadataText(basis, loadDescriptions(schemas), lang));
    });
}

/** What the store decides by; where there is no store, what the settings name or the program comes with. */
async function basisInForce(program: Program, settings: Settings, schemas: SchemaValidators): Promise<ReportBasis> {
  if (settings.definitionsFile === undefined) {
    try {
      const opened = await program.open(settings, 'read');
      await opened.close();
      return opened.basis;
    } catch (error) {
      if (!(error instanceof StoreError) || error.retriable) throw error;
      process.stderr.write('No store can be read here: these are the definitions the program comes with.\n');
    }
  }
  const { id, set, policy } = compileDefinitions(loadDefinitionSet(schemas, settings.definitionsFile), settings.policy);
  return { id, set, policy, organisations: loadOrganisationList(schemas), fewest: settings.fewest };
}
