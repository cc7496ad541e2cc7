import { Command, Option } from 'commander';
import { compileDefinitions } from '../indicators/domain/compile';
import { readSettings, type Settings } from '../platform/config/settings';
import { loadDefinitionSet } from '../platform/contracts/definition-set';
import { loadDescriptions } from '../platform/contracts/descriptions';
import { loadOrganisationList } from '../platform/contracts/organisation-list';
import { loadSchemas, type SchemaValidators } from '../platform/contracts/schema-validators';
import { StoreError } from '../platform/store-error';
import { SystemClock } from '../platform/system-clock';
import { metadataText } from '../definitions/adapters/text/metadata-text';
import type { ReportBasis } from '../counting/domain/report-basis';
import { LANGUAGES, type Language } from '../kernel/language';
import { reportBasisOf } from '../apps/basis';
import { openForReading } from '../apps/opened';
import { print } from './print';

/** `metadata`: every indicator, code list, rule and source described from the definitions. */
export function metadataCommand(): Command {
  return new Command('metadata')
    .description('Describe every indicator, code list, rule and source from the definitions, as text (Markdown).')
    .addOption(new Option('--lang <language>', 'language of the text').choices([...LANGUAGES]).default('en'))
    .action(async ({ lang }: { readonly lang: Language }) => {
      const schemas = loadSchemas();
      const basis = await basisInForce(readSettings(), schemas);
      await print(metadataText(basis, loadDescriptions(schemas), lang));
    });
}

/** What the store decides by; where there is no store, what the settings name or the program comes with. */
async function basisInForce(settings: Settings, schemas: SchemaValidators): Promise<ReportBasis> {
  if (settings.definitionsFile === undefined) {
    try {
      const opened = await openForReading(settings, new SystemClock());
      await opened.close();
      return reportBasisOf(opened.rooms);
    } catch (error) {
      if (!(error instanceof StoreError) || error.retriable) throw error;
      process.stderr.write('No store can be read here: these are the definitions the program comes with.\n');
    }
  }
  const definitions = compileDefinitions(loadDefinitionSet(schemas, settings.definitionsFile), settings.policy);
  return reportBasisOf({ definitions, organisations: loadOrganisationList(schemas) });
}
