import type { Bilingual } from '../../kernel/definition';
import type { Descriptions } from '../../kernel/contract-descriptions';
import { contractsPath } from './contracts-folder';
import { readYaml } from './read-yaml';
import type { SchemaValidators } from './schema-validators';

/** Reads what the contracts say of rules, sources and codes; throws when a file does not follow its schema. */
export function loadDescriptions(schemas: SchemaValidators): Descriptions {
  const read = <T>(name: string): T => readYaml<T>(contractsPath(`${name}.yaml`), schemas.validator(name));
  const { source, rules } = read<{ source: Bilingual } & Pick<Descriptions, 'rules'>>('rules');
  const sources = read<Pick<Descriptions, 'sources' | 'refusedSources' | 'rejections'>>('sources');
  const words = read<Pick<Descriptions, 'outcomes' | 'reasons' | 'findings'>>('words');
  return { ruleSource: source, rules, ...sources, ...words };
}
