import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AclOperationTypes, AclPermissionTypes, AclResourceTypes, ResourcePatternTypes, type AclEntry } from 'kafkajs';

const docker = (name: string): string => readFileSync(join(__dirname, '..', '..', '..', 'docker', name), 'utf8');

const OPERATIONS: Readonly<Record<string, AclOperationTypes>> = {
  Read: AclOperationTypes.READ,
  Write: AclOperationTypes.WRITE,
  Delete: AclOperationTypes.DELETE,
  Describe: AclOperationTypes.DESCRIBE,
  DescribeConfigs: AclOperationTypes.DESCRIBE_CONFIGS,
};

/** What a line of kafka-acls.sh's arguments allows, each operation on each resource, under a prefix of a test's own. */
export function aclsIn(line: string, prefix: string): AclEntry[] {
  const words = line.split(' ');
  const after = (option: string): string[] =>
    words.flatMap((word, at) => (word === option ? [words[at + 1] as string] : []));
  const [principal = ''] = after('--allow-principal');
  const pattern = after('--resource-pattern-type').includes('prefixed')
    ? ResourcePatternTypes.PREFIXED
    : ResourcePatternTypes.LITERAL;
  const resources = [
    ...after('--topic').map((name) => ({ resourceType: AclResourceTypes.TOPIC, name })),
    ...after('--group').map((name) => ({ resourceType: AclResourceTypes.GROUP, name })),
  ];
  return resources.flatMap(({ resourceType, name }) =>
    after('--operation').map((operation) => ({
      ...{ principal, host: '*', permissionType: AclPermissionTypes.ALLOW },
      ...{ resourceType, operation: OPERATIONS[operation] as AclOperationTypes },
      // Everything of the test's own stands for everything.
      resourceName: name === '*' ? prefix : `${prefix}${name}`,
      resourcePatternType: name === '*' ? ResourcePatternTypes.PREFIXED : pattern,
    })),
  );
}

/** What compose has Kafka allow the services. */
export const servicesAcls = (prefix: string): AclEntry[] =>
  docker('kafka-acls.txt')
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line) => aclsIn(line, prefix));

/** What a service may do in MongoDB, as `collection action`. */
export function mongoRights(service: string): string[] {
  const { services } = JSON.parse(docker('rights.json')) as {
    readonly services: Readonly<Record<string, { readonly collections: Readonly<Record<string, readonly string[]>> }>>;
  };
  const collections = Object.entries(services[service]?.collections ?? {});
  return collections.flatMap(([name, actions]) => actions.map((action) => `${name} ${action}`));
}
