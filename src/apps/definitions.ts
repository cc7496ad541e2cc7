import { DefinitionProposals } from '../definitions/application/definition-proposals';
import { faultsOfSet } from '../definitions/domain/unsound-set';
import { YamlDefinitionReader } from '../platform/contracts/yaml-definition-reader';
import { DefinitionVersions } from '../reporting/application/definition-versions';
import type { IndicatorReports } from '../reporting/application/indicator-reports';
import { TryDefinition } from '../definitions/application/try-definition';
import type { Rooms } from './rooms';

/** Everything that is done with definition sets that are not, or not yet, in force. */
export function definitionsOver(
  { definitionBook: book, decisionsByDefinition, schemas, clock, definitions, builtIn, settings }: Rooms,
  inForce: IndicatorReports,
) {
  const versions = new DefinitionVersions({ under: decisionsByDefinition, book, inForce, builtIn });
  return {
    proposals: new DefinitionProposals({
      book,
      reader: new YamlDefinitionReader(schemas, faultsOfSet),
      clock,
      inForce: definitions.set,
      builtIn,
      // Services do not look into the book: they all have to be told at once, by their settings.
      fixedBySettings: settings.definitionsFile !== undefined || settings.mode === 'distributed',
    }),
    versions,
    trials: new TryDefinition(versions, book, clock),
  };
}
