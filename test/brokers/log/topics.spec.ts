import { ConfigResourceTypes } from 'kafkajs';
import { contractsPath } from '../../../src/platform/contracts/contracts-folder';
import { ensureTopics } from '../../../src/platform/kafka/kafka-topics';
import { topicsInContract, type TopicContract } from '../../../src/platform/kafka/topic-contract';
import { describeWithKafka, freshPrefix, kafkaConnection, makeTopics, RememberingLogger } from './kafka';

const contract = topicsInContract(contractsPath());

const topic = (name: string, partitions = 2, configs: Record<string, string> = {}): TopicContract => ({
  name,
  partitions,
  replicas: 1,
  configs,
});

/** Compares topics that are there already with what a contract says of them. */
async function compare(present: readonly TopicContract[], said: readonly TopicContract[]) {
  const topicPrefix = freshPrefix();
  const connection = await makeTopics(topicPrefix, present);
  return ensureTopics(connection, said, new RememberingLogger(), { topicPrefix });
}

describe('the topics in the contract', () => {
  it('are all there with partitions, replicas and settings', () => {
    expect(contract.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['source.hospital', 'clinical-events', 'pathway-changes', 'decisions', 'feed-statuses']),
    );
    expect(contract.find(({ name }) => name === 'pathway-changes')).toMatchObject({
      partitions: 12,
      replicas: 3,
      configs: { 'cleanup.policy': 'compact', 'min.insync.replicas': '2' },
    });
  });

  it('let the broker say when a source’s message came', () => {
    const stamped = contract.filter(({ configs }) => configs['message.timestamp.type'] === 'LogAppendTime');
    expect(stamped.map(({ name }) => name)).toEqual(
      contract.map(({ name }) => name).filter((name) => name.startsWith('source.')),
    );
  });
});

describeWithKafka('making sure of topics', () => {
  it('makes them as the contract says, with no more replicas than there are brokers, and says so', async () => {
    const topicPrefix = freshPrefix();
    const connection = await makeTopics(topicPrefix, contract);
    const logger = new RememberingLogger();
    const differences = await ensureTopics(connection, contract, logger, { topicPrefix });
    expect(differences).toEqual([]);
    expect(logger.said).toEqual([
      expect.objectContaining({ level: 'warn', message: expect.stringContaining('asks for 3 replicas') }),
    ]);

    const [metadata, configs] = await connection.asAdmin(async (admin) => [
      await admin.fetchTopicMetadata({ topics: contract.map(({ name }) => `${topicPrefix}${name}`) }),
      await admin.describeConfigs({
        includeSynonyms: false,
        resources: [{ type: ConfigResourceTypes.TOPIC, name: `${topicPrefix}source.hospital` }],
      }),
    ]);
    for (const { name, partitions } of metadata.topics) {
      const said = contract.find((one) => `${topicPrefix}${one.name}` === name);
      expect([name, partitions.length]).toEqual([name, said?.partitions]);
    }
    const entries = configs.resources[0]?.configEntries.map(({ configName, configValue }) => [configName, configValue]);
    expect(Object.fromEntries(entries ?? [])).toMatchObject({
      'cleanup.policy': 'delete',
      'retention.ms': '2592000000',
      'message.timestamp.type': 'LogAppendTime',
      'min.insync.replicas': '1',
    });
  });

  it('does no harm when several services do so at once', async () => {
    const topicPrefix = freshPrefix();
    const topics = [topic('decisions'), topic('receipts')];
    const made = await Promise.all(
      [1, 2, 3].map(() => ensureTopics(kafkaConnection(), topics, new RememberingLogger(), { topicPrefix })),
    );
    expect(made).toEqual([[], [], []]);
    await makeTopics(topicPrefix, topics);
  });

  it('tells another number of partitions, and that of a keyed topic as fatal', async () => {
    const present = [topic('decisions', 2), topic('source.hospital', 1)];
    const said = [topic('decisions', 3), topic('source.hospital', 12)];
    expect(await compare(present, said)).toEqual([
      { topic: 'decisions', says: 'decisions has 2 partitions, the contract says 3', isFatal: true },
      { topic: 'source.hospital', says: 'source.hospital has 1 partition, the contract says 12', isFatal: false },
    ]);
  });

  it('tells other settings', async () => {
    const present = [topic('receipts', 1, { 'retention.ms': '1000', 'cleanup.policy': 'compact,delete' })];
    const said = [topic('receipts', 1, { 'retention.ms': '-1', 'cleanup.policy': 'delete,compact' })];
    expect(await compare(present, said)).toEqual([
      { topic: 'receipts', says: 'receipts has retention.ms 1000, the contract says -1', isFatal: false },
    ]);
  });

  it('tells what cannot be made', async () => {
    const said = [topic('receipts', 1, { 'retention.ms': 'for ever' })];
    const differences = await ensureTopics(kafkaConnection(), said, new RememberingLogger(), {
      topicPrefix: freshPrefix(),
    });
    expect(differences).toEqual([
      { topic: 'receipts', says: expect.stringMatching(/^receipts is missing and cannot be made: ./), isFatal: true },
    ]);
  });
});
