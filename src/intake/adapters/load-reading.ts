import type { DefinitionSet } from '../../kernel/definition';
import { channelsOf } from '../domain/channel-rules';
import { notableOf } from '../domain/notable';
import type { Reading } from '../domain/reading';
import type { PersonKeys } from '../../access/domain/person-key';
import { compileFieldChecks } from '../../platform/contracts/field-checks';
import { loadRules, loadUsual } from '../../platform/contracts/descriptions';
import { loadOrganisationList } from '../../platform/contracts/organisation-list';
import type { SchemaValidators } from '../../platform/contracts/schema-validators';

/**
 * What intake reads by: the contracts' field checks, the listed organisations, the days and usual values of the rules, the
 * codes of the definition set in force and the person keys.
 */
export function loadReading(
  schemas: SchemaValidators,
  keys: PersonKeys,
  set: Pick<DefinitionSet, 'population' | 'measures' | 'indicators'>,
): Reading {
  return {
    faultsOf: compileFieldChecks(),
    organisations: loadOrganisationList(schemas),
    notable: notableOf(set, loadUsual(schemas)),
    channels: channelsOf(loadRules(schemas).rules, set.population),
    keyOf: keys.keyOf,
  };
}
