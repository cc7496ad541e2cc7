import type { Reading } from '../domain/source-event';
import type { PersonKeys } from '../../access/domain/person-key';
import { compileFieldChecks } from '../../platform/contracts/field-checks';
import { loadOrganisationList } from '../../platform/contracts/organisation-list';
import type { SchemaValidators } from '../../platform/contracts/schema-validators';

/** What intake reads by: the contracts' field checks, the listed municipalities and the person keys. */
export function loadReading(schemas: SchemaValidators, keys: PersonKeys): Reading {
  return {
    faultOf: compileFieldChecks(),
    municipalities: new Set(loadOrganisationList(schemas).municipalities.keys()),
    keyOf: keys.keyOf,
  };
}
