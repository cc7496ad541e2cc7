import { execFileSync } from 'node:child_process';
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { parse } from 'yaml';
import { SCHEMES_OF, SERVICES, SOURCE_SERVICES, type SourceService } from '../../src/operations/services/service-names';
import { SUBSCRIPTIONS } from '../../src/operations/services/subscriptions';
import { contractsPath } from '../../src/platform/contracts/contracts-folder';
import { topicsInContract } from '../../src/platform/kafka/topic-contract';
import { REBUILT, SCHEMAS } from '../../src/platform/mongo/schemas';
import { kafkaAclsText, type KafkaRights } from '../../tools/kafka-acls';
import { kafkaTopicsText, type ContractChannel } from '../../tools/kafka-topics';
import { temporaryFolder } from '../support/temporary-folder';

const docker = join(__dirname, '..', '..', 'docker');
const text = (name: string): string => readFileSync(join(docker, name), 'utf8');

interface Rights extends KafkaRights {
  readonly collections: Readonly<Record<string, readonly string[]>>;
}
const table = JSON.parse(text('rights.json')) as {
  readonly services: Readonly<Record<string, Rights>>;
  readonly rebuilt: readonly string[];
};
const rights = Object.entries(table.services);
const whoMay = (collection: string): string[] =>
  rights.filter(([, { collections }]) => collection in collections).map(([name]) => name);

test('the table has every service, and names topics and collections that there are', () => {
  expect(Object.keys(table.services)).toEqual(SERVICES);
  const topics = topicsInContract(contractsPath()).map(({ name }) => name);
  for (const [, { reads, writes, collections }] of rights) {
    expect(topics).toEqual(expect.arrayContaining([...writes, ...reads.filter((one) => !one.endsWith('.*'))]));
    expect(Object.keys(SCHEMAS)).toEqual(expect.arrayContaining(Object.keys(collections)));
  }
  expect(Object.keys(SCHEMAS).filter((name) => whoMay(name).length === 0)).toEqual([]);
  expect(table.rebuilt).toEqual(REBUILT);
});

test('services read the topics they take messages from, and no others', () => {
  for (const service of Object.keys(SOURCE_SERVICES) as SourceService[]) {
    const own = SCHEMES_OF[service].map((scheme) => `source.${scheme}.*`);
    expect(table.services[service]?.reads).toEqual([SOURCE_SERVICES[service], ...own]);
  }
  for (const [name, subscription] of Object.entries(SUBSCRIPTIONS)) {
    const { topic } = subscription.over({} as never, 'distributed');
    expect(table.services[name]?.reads).toEqual([topic]);
  }
  expect(table.services['intake-http']?.reads).toEqual([]);
});

test('whoever folds, decides and judges never comes near numbers, keys, looks and relations', () => {
  const near = new Set(['vault', 'data_keys', 'looks', 'relation_steps'].flatMap(whoMay));
  expect([...near].sort()).toEqual(SERVICES.filter((name) => /^intake|^reporting/.test(name)).sort());
});

test('looks, decisions, facts and reports are never taken away or changed by who shows them', () => {
  const { collections } = table.services['reporting'] as Rights;
  const changing = Object.entries(collections).filter(([, actions]) => /update|remove/.test(actions.join()));
  expect(changing.map(([name]) => name).sort()).toEqual(['claimed_events', 'subscriptions', 'webhooks']);
  expect(collections['looks']).toEqual(['find', 'insert']);
  expect(collections['decisions']).toEqual(['find']);
});

test('what Kafka is told is made of the table and of the topics’ contract', () => {
  expect(text('kafka-acls.txt')).toBe(kafkaAclsText(table.services));
  const { channels } = parse(readFileSync(contractsPath('asyncapi.yaml'), 'utf8')) as {
    channels: Record<string, ContractChannel>;
  };
  expect(text('kafka-topics.txt')).toBe(kafkaTopicsText(Object.values(channels)));
});

const PASSWORDS = Object.fromEntries(
  [...SERVICES, 'operator'].map((name) => [`${name.toUpperCase().replaceAll('-', '_')}_PASSWORD`, `of ${name}`]),
);

test('MongoDB gets a user for each service with the table’s actions on its collections alone', () => {
  const made: {
    role?: string;
    user?: string;
    privileges?: { resource: { collection: string }; actions: string[] }[];
  }[] = [];
  const note = (one: object): void => void made.push(one);
  const store = { createRole: note, createUser: note };
  const read = (): string => text('rights.json');
  runInContext(
    text('mongodb-users.js'),
    createContext({
      require: () => ({ readFileSync: read }),
      db: { getSiblingDB: () => store },
      process: { env: PASSWORDS },
    }),
  );

  for (const [name, { collections }] of rights) {
    const role = made.find((one) => one.role === name);
    const granted = Object.fromEntries((role?.privileges ?? []).map((one) => [one.resource.collection, one.actions]));
    expect(granted).toMatchObject({ ...collections, '': ['createCollection', 'createIndex'] });
    if ('person_events' in collections) expect(granted['person_events_g2']).toEqual(collections['person_events']);
    expect(made.find((one) => one.user === name)).toEqual({ user: name, pwd: `of ${name}`, roles: [name] });
  }
  expect(made.filter((one) => one.user !== undefined)).toHaveLength(SERVICES.length + 1);
});

describe('the script for Kafka', () => {
  /** What Kafka's tools are called with. */
  function called(...args: string[]): string[] {
    const folder = temporaryFolder();
    const calls = join(folder, 'calls');
    for (const tool of ['acls', 'configs', 'topics']) {
      const path = join(folder, `kafka-${tool}.sh`);
      writeFileSync(
        path,
        `#!/usr/bin/env bash\nshift 4\nprintf '%s' "${tool}" >> ${calls}\nprintf ' %s' "$@" >> ${calls}\necho >> ${calls}\n`,
      );
      chmodSync(path, 0o755);
    }
    const env = {
      PATH: process.env['PATH'],
      ...PASSWORDS,
      KAFKA_BROKER_PASSWORD: 'b',
      SOURCE_SECRET: 's',
      KAFKA_BIN: folder,
    };
    execFileSync('bash', [join(docker, 'kafka-rights.sh'), ...args], { env });
    return readFileSync(calls, 'utf8').trim().split('\n');
  }

  test('makes every topic, user and right', () => {
    const calls = called();
    const topics = topicsInContract(contractsPath()).map(({ name }) => name);
    expect(calls.filter((one) => one.startsWith('topics')).map((one) => one.split(' ')[4])).toEqual(topics);
    for (const name of [...SERVICES, 'operator']) {
      const user = `configs --alter --entity-type users --entity-name ${name} --add-config SCRAM-SHA-512=[password=of ${name}]`;
      expect(calls).toContain(user);
    }
    const acls = text('kafka-acls.txt').trim().split('\n');
    expect(calls).toEqual(expect.arrayContaining(acls.map((one) => `acls --add ${one}`)));
  });

  test('gives a source a topic of its own, dated by the broker, and the right to write there and no other', () => {
    expect(called('source', 'municipality:0461')).toEqual([
      expect.stringMatching(/^topics .*--topic source\.municipality\.0461 .*message\.timestamp\.type=LogAppendTime$/),
      'configs --alter --entity-type users --entity-name municipality-0461 --add-config SCRAM-SHA-512=[password=s]',
      'acls --add --allow-principal User:municipality-0461 --operation Write --topic source.municipality.0461',
    ]);
  });
});
