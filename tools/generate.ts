import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { eventDataText } from './event-data';
import { kafkaAclsText, type KafkaRights } from './kafka-acls';
import { kafkaTopicsText, type ContractChannel } from './kafka-topics';
import type { Schema } from './json-schema';
import { readBeforeText } from './read-before';
import { perturbationRows } from './perturbation-table';
import { perturbationJson, perturbationSource } from './perturbation-text';

/** Writes what is made from the contracts into the folder of the repository that the process runs in. */
const schemas = join(process.cwd(), 'contracts', 'schemas');
const read = (name: string): Schema => JSON.parse(readFileSync(join(schemas, `${name}.schema.json`), 'utf8')) as Schema;
writeFileSync(
  join(process.cwd(), 'src', 'kernel', 'event-data.ts'),
  eventDataText(read('clinical-event'), (kind) => read(`source/${kind}`)),
);

const docker = (name: string): string => join(process.cwd(), 'docker', name);
const { services } = JSON.parse(readFileSync(docker('rights.json'), 'utf8')) as {
  readonly services: Readonly<Record<string, KafkaRights>>;
};
writeFileSync(docker('kafka-acls.txt'), kafkaAclsText(services));
const contract = parse(readFileSync(join(process.cwd(), 'contracts', 'asyncapi.yaml'), 'utf8')) as {
  readonly channels: Readonly<Record<string, ContractChannel>>;
};
writeFileSync(docker('kafka-topics.txt'), kafkaTopicsText(Object.values(contract.channels)));

writeFileSync(
  join(process.cwd(), 'src', 'platform', 'contracts', 'read-before.generated.ts'),
  readBeforeText(join(process.cwd(), 'contracts')),
);

const rows = perturbationRows();
writeFileSync(join(process.cwd(), 'contracts', 'perturbation-table.json'), perturbationJson(rows));
writeFileSync(join(process.cwd(), 'src', 'disclosure', 'domain', 'perturbation-table.ts'), perturbationSource(rows));
