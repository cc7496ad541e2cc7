import type { Bilingual } from '../../kernel/language';
import type { Descriptions, Usual } from '../../kernel/contract-descriptions';
import type { FeedParameters } from '../../kernel/feed-parameters';
import type { LookParameters } from '../../kernel/look-parameters';
import { FINDING_MEANING_WORDS, OUTCOME_MEANING_WORDS, REASON_MEANING_WORDS } from '../../kernel/words/meanings';
import { contractsPath } from './contracts-folder';
import { readYaml } from './read-yaml';
import type { SchemaValidators } from './schema-validators';

/** Reads the rules of the database's questions and answers; throws when the file does not follow its schema. */
export function loadRules(schemas: SchemaValidators): Pick<Descriptions, 'ruleSource' | 'rules'> {
  const { source, rules } = readRules(schemas);
  return { ruleSource: source, rules };
}

/** Reads what is usual; throws when the file does not follow its schema. */
export function loadUsual(schemas: SchemaValidators): Usual {
  return readRules(schemas).usual;
}

/** Reads what judging deliveries goes by; throws when the file does not follow its schema. */
export function loadFeedParameters(schemas: SchemaValidators): FeedParameters {
  return readRules(schemas).feeds.parameters;
}

/** Reads what looking at persons is judged by; throws when the file does not follow its schema. */
export function loadLookParameters(schemas: SchemaValidators): LookParameters {
  return readRules(schemas).looks.parameters;
}

const readRules = (schemas: SchemaValidators) =>
  read<
    {
      source: Bilingual;
      usual: Usual;
      feeds: { parameters: FeedParameters };
      looks: { parameters: LookParameters };
    } & Pick<Descriptions, 'rules'>
  >('rules', schemas);

/** Reads what the contracts say of rules, sources and codes; throws when a file does not follow its schema. */
export function loadDescriptions(schemas: SchemaValidators): Descriptions {
  const sources = read<Pick<Descriptions, 'sources' | 'refusedSources' | 'rejections'>>('sources', schemas);
  return {
    ...loadRules(schemas),
    ...sources,
    outcomes: coded(OUTCOME_MEANING_WORDS),
    reasons: coded(REASON_MEANING_WORDS),
    findings: coded(FINDING_MEANING_WORDS),
  };
}

function read<T>(name: string, schemas: SchemaValidators): T {
  return readYaml<T>(contractsPath(`${name}.yaml`), schemas, name);
}

const coded = (words: Readonly<Record<string, Bilingual>>): { code: string; text: Bilingual }[] =>
  Object.entries(words).map(([code, text]) => ({ code, text }));
