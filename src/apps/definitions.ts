import { DefinitionProposals } from '../definitions/application/definition-proposals';
import { faultsOfSet } from '../definitions/domain/unsound-set';
import { YamlDefinitionReader } from '../platform/contracts/yaml-definition-reader';
import type { ViewedCases } from '../counting/application/viewed-cases';
import { ViewedVersions } from '../counting/application/viewed-versions';
import { ReportsByDefinition } from '../reporting/application/reports-by-definition';
import { IndicatorReports } from '../reporting/application/indicator-reports';
import { TryDefinition } from '../definitions/application/try-definition';
import { reportBasisOf } from './basis';
import type { Rooms } from './rooms';

/** Everything that is done with definition sets that are not, or not yet, in force. */
export function definitionsOver(
  rooms: Rooms,
  counted: ViewedCases,
  smallNumbers: number = rooms.settings.smallNumbers,
) {
  const { definitionBook: book, decisionsByDefinition, schemas, clock, definitions, builtIn, settings } = rooms;
  const basis = reportBasisOf(rooms);
  const inForce = new IndicatorReports(counted, basis, smallNumbers);
  const versions = new ViewedVersions({
    decisions: decisionsByDefinition,
    book,
    inForce: { basis, counted },
    builtIn,
  });
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
    inForce,
    reports: new ReportsByDefinition(versions, inForce),
    trials: new TryDefinition(versions, book, clock),
  };
}
