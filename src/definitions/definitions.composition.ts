import type { CountedVersions } from '../counting/domain/counted-versions';
import type { Exit } from '../disclosure/domain/exit';
import type { FhirTerms } from '../formats/domain/fhir/fhir-terms';
import type { DefinitionSet } from '../kernel/definition';
import { loadDescriptions } from '../platform/contracts/descriptions';
import type { SchemaValidators } from '../platform/contracts/schema-validators';
import { YamlDefinitionReader } from '../platform/contracts/yaml-definition-reader';
import type { Clock } from '../ports/clock';
import type { DefinitionBook } from '../ports/definition-book';
import { DefinitionProposals } from './application/definition-proposals';
import { Metadata } from './application/metadata';
import { TryDefinition } from './application/try-definition';
import { faultsOfSet } from './domain/unsound-set';

export interface DefinitionPorts {
  readonly versions: CountedVersions;
  readonly definitionBook: DefinitionBook;
  readonly clock: Clock;
  readonly contracts: DefinitionContracts;
  readonly exit: Exit;
}

/** What a program knows of definitions beside the book. */
export abstract class DefinitionContracts {
  abstract readonly schemas: SchemaValidators;
  /** The set the program comes with. */
  abstract readonly builtIn: DefinitionSet;
  /** What is approved does not come into force at the next start: the settings say which set does. */
  abstract readonly fixedBySettings: boolean;
  abstract readonly fhirTerms: FhirTerms;
}

/** What is done with definition sets that are not, or not yet, in force. */
export function definitionsOver({ versions, definitionBook: book, clock, contracts, exit }: DefinitionPorts) {
  const { schemas, builtIn, fixedBySettings } = contracts;
  const { basis } = versions.inForce;
  const reader = new YamlDefinitionReader(schemas, faultsOfSet);
  return {
    proposals: new DefinitionProposals({ book, reader, clock, inForce: basis.set, builtIn, fixedBySettings }),
    trials: new TryDefinition({ versions, book, clock, exit }),
  };
}

/** What those in force say in words. */
export function metadataOver({ versions, contracts }: Pick<DefinitionPorts, 'versions' | 'contracts'>): Metadata {
  return new Metadata(versions.inForce.basis, loadDescriptions(contracts.schemas), contracts.fhirTerms);
}
