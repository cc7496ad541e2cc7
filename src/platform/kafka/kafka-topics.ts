import { ConfigResourceTypes, type Admin, type ITopicMetadata } from 'kafkajs';
import type { Logger } from '../../ports/logger';
import { BackOff } from './back-off';
import type { KafkaConnection } from './kafka-connection';
import type { TopicContract } from './topic-contract';

/** Where a topic is not as the contract says. */
export interface TopicDifference {
  readonly topic: string;
  /** A whole sentence. */
  readonly says: string;
  /** True when nothing may be read or written as it is. */
  readonly isFatal: boolean;
}

/** Topics whose order and state rest on which partition a key is in. */
const KEYED = new Set(['clinical-events', 'pathway-changes', 'decisions']);
const MIN_IN_SYNC = 'min.insync.replicas';
const MOST_ATTEMPTS = 7;

/**
 * Makes the topics that are missing and compares those that are there with the contract, which asks for no more replicas
 * than there are brokers. Several services may do so at once. Nothing that is there is changed.
 */
export async function ensureTopics(
  connection: KafkaConnection,
  contract: readonly TopicContract[],
  logger: Logger,
  { topicPrefix = '' }: { readonly topicPrefix?: string } = {},
): Promise<TopicDifference[]> {
  return connection.asAdmin(async (admin) => {
    const { brokers } = await admin.describeCluster();
    const topics = contract.map((topic) => within(topic, brokers.length));
    const most = Math.max(...contract.map(({ replicas }) => replicas));
    if (most > brokers.length) {
      const details = { brokers: brokers.length, replicas: most };
      logger.warn(details, `The contract asks for ${most} replicas of a topic; with so few brokers it has fewer`);
    }
    const nameOf = ({ name }: TopicContract): string => `${topicPrefix}${name}`;
    const refused = await create(admin, topics, nameOf);
    const made = topics.filter((topic) => !refused.has(nameOf(topic)));
    const found = await metadataOf(admin, made.map(nameOf));
    const settings = await settingsOf(admin, made, nameOf);
    return [
      ...topics.flatMap((topic) => {
        const reason = refused.get(nameOf(topic));
        return reason === undefined ? [] : [difference(topic, `is missing and cannot be made: ${reason}`, true)];
      }),
      ...made.flatMap((topic) => [
        ...differencesInShape(topic, found.get(nameOf(topic))),
        ...differencesInSettings(topic, settings.get(nameOf(topic)) ?? new Map()),
      ]),
    ];
  });
}

/** The topic with no more replicas than there are brokers. */
function within({ configs, ...topic }: TopicContract, brokers: number): TopicContract {
  const replicas = Math.min(topic.replicas, brokers);
  const inSync = configs[MIN_IN_SYNC];
  if (inSync === undefined || Number(inSync) <= replicas) return { ...topic, replicas, configs };
  return { ...topic, replicas, configs: { ...configs, [MIN_IN_SYNC]: String(replicas) } };
}

/** Makes what is missing; the reasons for what could not be made, by Kafka's name. */
async function create(
  admin: Admin,
  topics: readonly TopicContract[],
  nameOf: (topic: TopicContract) => string,
): Promise<Map<string, string>> {
  const present = new Set(await admin.listTopics());
  const refused = new Map<string, string>();
  const missing = topics.filter((topic) => !present.has(nameOf(topic)));
  for (const topic of missing) {
    const configEntries = Object.entries(topic.configs).map(([name, value]) => ({ name, value }));
    const numPartitions = topic.partitions;
    const wanted = { topic: nameOf(topic), numPartitions, replicationFactor: topic.replicas, configEntries };
    try {
      // False when another service was quicker.
      await admin.createTopics({ topics: [wanted], waitForLeaders: false });
    } catch (error) {
      const [first] = (error as { errors?: Error[] }).errors ?? [error as Error];
      refused.set(nameOf(topic), first?.message ?? String(error));
    }
  }
  return refused;
}

/** Brokers hear of a new topic a moment after it is made. */
async function onceHeardOf<T>(ask: () => Promise<T>): Promise<T> {
  const backOff = new BackOff();
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask();
    } catch (error) {
      if (attempt === MOST_ATTEMPTS) throw error;
      await backOff.pause();
    }
  }
}

async function metadataOf(admin: Admin, names: readonly string[]): Promise<Map<string, ITopicMetadata>> {
  if (names.length === 0) return new Map();
  const { topics } = await onceHeardOf(() => admin.fetchTopicMetadata({ topics: [...names] }));
  return new Map(topics.map((topic) => [topic.name, topic]));
}

async function settingsOf(
  admin: Admin,
  topics: readonly TopicContract[],
  nameOf: (topic: TopicContract) => string,
): Promise<Map<string, Map<string, string>>> {
  if (topics.length === 0) return new Map();
  const resources = topics.map((topic) => ({
    type: ConfigResourceTypes.TOPIC,
    name: nameOf(topic),
    configNames: Object.keys(topic.configs),
  }));
  const found = await onceHeardOf(() => admin.describeConfigs({ includeSynonyms: false, resources }));
  return new Map(
    found.resources.map(({ resourceName, configEntries }) => [
      resourceName,
      new Map(configEntries.map(({ configName, configValue }) => [configName, configValue])),
    ]),
  );
}

function differencesInShape(topic: TopicContract, found: ITopicMetadata | undefined): TopicDifference[] {
  if (found === undefined) return [difference(topic, 'is missing', true)];
  const differences: TopicDifference[] = [];
  const partitions = found.partitions.length;
  if (partitions !== topic.partitions) {
    const says = `has ${counted(partitions, 'partition')}, the contract says ${topic.partitions}`;
    differences.push(difference(topic, says, KEYED.has(topic.name)));
  }
  const replicas = Math.min(...found.partitions.map((partition) => partition.replicas.length));
  if (replicas !== topic.replicas) {
    const says = `has ${counted(replicas, 'replica')}, the contract says ${topic.replicas} on these brokers`;
    differences.push(difference(topic, says, false));
  }
  return differences;
}

function differencesInSettings(topic: TopicContract, found: ReadonlyMap<string, string>): TopicDifference[] {
  return Object.entries(topic.configs).flatMap(([setting, value]) => {
    const actual = found.get(setting);
    if (actual !== undefined && sorted(actual) === sorted(value)) return [];
    return [difference(topic, `has ${setting} ${actual ?? '(unknown)'}, the contract says ${value}`, false)];
  });
}

const difference = ({ name: topic }: TopicContract, says: string, isFatal: boolean): TopicDifference => ({
  topic,
  says: `${topic} ${says}`,
  isFatal,
});

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
const sorted = (list: string): string => list.split(',').sort().join(',');
