import { contractsPath } from '../../platform/contracts/contracts-folder';
import { readYaml } from '../../platform/contracts/read-yaml';
import type { SchemaValidators } from '../../platform/contracts/schema-validators';
import { compileAccess, type AccessTable, type WrittenRow } from '../domain/access-table';

/** Who may see what, as `contracts/access.yaml` has it, compiled once. */
export class AccessRules {
  constructor(readonly table: AccessTable) {}
}

/** Reads and compiles the table; throws when the file does not follow its schema. */
export function loadAccessRules(schemas: SchemaValidators): AccessRules {
  const file = contractsPath('access.yaml');
  const { operations } = readYaml<{ operations: Record<string, WrittenRow> }>(file, schemas, 'access');
  return new AccessRules(compileAccess(operations));
}
