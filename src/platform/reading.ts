import type { Reading } from '../intake/domain/source-event';
import type { PersonKeys } from '../access/domain/person-key';
import { compileFieldChecks } from './contracts/field-checks';
import { loadOrganisationList } from './contracts/organisation-list';
import type { SchemaValidators } from './contracts/schema-validators';

/** What intake reads by: the contracts' field checks, the listed municipalities and the person keys. */
export function loadReading(schemas: SchemaValidators, keys: PersonKeys): Reading {
  return {
    faultOf: compileFieldChecks(),
    municipalities: new Set(loadOrganisationList(schemas).municipalities.keys()),
    keyOf: keys.keyOf,
  };
}
