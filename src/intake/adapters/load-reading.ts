import type { DefinitionSet } from '../../kernel/definition';
import { channelsOf } from '../domain/channel-rules';
import { notableOf } from '../domain/notable';
import { readCpr } from '../../kernel/cpr';
import { organisationFault } from '../domain/organisation-rules';
import type { NamedPerson, Reading } from '../domain/reading';
import { remembering } from '../../kernel/remembering';
import type { PersonKeys } from '../../access/domain/person-key';
import { compileFieldChecks } from '../../platform/contracts/field-checks';
import { loadRules, loadUsual } from '../../platform/contracts/descriptions';
import { loadOrganisationList } from '../../platform/contracts/organisation-list';
import type { SchemaValidators } from '../../platform/contracts/schema-validators';

/** Events of a person come again and again; a million persons would fill a hundred megabytes. */
const PERSONS_REMEMBERED = 300_000;

/**
 * What intake reads by: the contracts' field checks, the listed organisations, the days and usual values of the rules, the
 * codes of the definition set in force and the person keys.
 */
export function loadReading(
  schemas: SchemaValidators,
  keys: PersonKeys,
  set: Pick<DefinitionSet, 'population' | 'measures' | 'indicators'>,
): Reading {
  const organisations = loadOrganisationList(schemas);
  const personOf = (cpr: string): NamedPerson | undefined => {
    const read = readCpr(cpr);
    return read === undefined ? undefined : { person: keys.keyOf(read.digits), ...read };
  };
  return {
    faultsOf: compileFieldChecks(),
    organisations,
    organisationFault: remembering((organisation) => organisationFault(organisation, organisations.municipalities)),
    notable: notableOf(set, loadUsual(schemas)),
    channels: channelsOf(loadRules(schemas).rules, set.population),
    keyOf: keys.keyOf,
    personOf: remembering(personOf, PERSONS_REMEMBERED),
  };
}
