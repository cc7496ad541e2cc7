import type { PopulationDefinition } from '../../kernel/definition';
import { channelsOf } from '../domain/channel-rules';
import type { Reading } from '../domain/reading';
import type { PersonKeys } from '../../access/domain/person-key';
import { compileFieldChecks } from '../../platform/contracts/field-checks';
import { loadRules } from '../../platform/contracts/descriptions';
import { loadOrganisationList } from '../../platform/contracts/organisation-list';
import type { SchemaValidators } from '../../platform/contracts/schema-validators';

/**
 * What intake reads by: the contracts' field checks, the listed organisations, the days of the rules, the rehabilitation
 * codes of the definition set in force and the person keys.
 */
export function loadReading(
  schemas: SchemaValidators,
  keys: PersonKeys,
  { population }: { readonly population: Pick<PopulationDefinition, 'services'> },
): Reading {
  return {
    faultsOf: compileFieldChecks(),
    organisations: loadOrganisationList(schemas),
    channels: channelsOf(loadRules(schemas).rules, population),
    keyOf: keys.keyOf,
  };
}
