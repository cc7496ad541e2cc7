import { Kafka, logLevel } from 'kafkajs';
import { SERVICES, type ServiceName } from '../../../src/operations/services/service-names';
import { contractsPath } from '../../../src/platform/contracts/contracts-folder';
import { ensureTopics } from '../../../src/platform/kafka/kafka-topics';
import { topicsInContract } from '../../../src/platform/kafka/topic-contract';
import type { Receipt } from '../../../src/kernel/receipt';
import { reading, seededRandom } from '../../robustness/ground';
import { describeWithServers } from '../../servers/brokers';
import { MongoTap } from '../../servers/mongo-tap';
import type { SecuredKafka } from '../../servers/server';
import { startKafka } from '../../servers/servers';
import { municipality } from '../../support/sectors';
import { until } from '../../support/until';
import { kafkaConnection, RememberingLogger } from '../log/kafka';
import { storedAndEvaluated } from './decisions';
import { evaluateLines, evaluatedPopulation } from './population';
import { aclsIn, mongoRights, servicesAcls } from './rights';
import { settled } from './settled';
import { inBothModes, Sources } from './sources';
import { System } from './system';
import { readTopics, valueOf } from './topics';

const PATIENTS = 15;
const SEED = 31;
const SOURCE = 'municipality-0461';
const OWN = 'source.municipality.0461';
const OTHERS = 'source.municipality.0851';

/** What is answered of collections that nothing on the way of an event reads. */
const ASKED: readonly (readonly [ServiceName, string])[] = [
  ['reporting', '/api/v1/feeds'],
  ['reporting', '/api/v1/feeds/alarms'],
  ['reporting', '/api/v1/findings'],
  ['reporting', '/api/v1/reports'],
  ['reporting', '/api/v1/subscriptions'],
  ['reporting', '/api/v1/definitions'],
  ['reporting', '/api/v1/coverage?period=2023'],
  ['feeds', '/api/v1/feeds'],
  ['intake-http', '/api/v1/rejected'],
];

const numberIn = (lines: readonly string[]): string => /"cpr":"(\d{10})"/.exec(lines.join('\n'))?.[1] ?? '';

const own = municipality('0461').start('2023-02-06');
const foreign = municipality('0851').start('2023-02-07');

describeWithServers('every service with its own rights alone', ({ mongo }) => {
  let kafka: SecuredKafka;
  let system: System;
  const taps = new Map<ServiceName, MongoTap>();

  beforeAll(async () => {
    const started = await startKafka({ security: 'sasl-ssl', users: [...SERVICES, SOURCE] });
    if ('skipped' in started) throw new Error(started.skipped);
    kafka = started;
    system = await System.start({ kafka: [kafka.listeners.plaintext], mongo }, {}, (service) => ({
      REHABSPOR_KAFKA_BROKERS: kafka.listeners.saslPlaintext,
      REHABSPOR_KAFKA_SASL: 'scram-sha-512',
      REHABSPOR_KAFKA_USER: service,
      REHABSPOR_KAFKA_PASSWORD: kafka.user.password,
      REHABSPOR_MONGODB_URL: (taps.get(service) as MongoTap).url,
    }));
    for (const name of SERVICES) taps.set(name, await MongoTap.before(system.settings.mongodb.url));
    const topics = topicsInContract(contractsPath());
    const [shared] = topics;
    const ownOnes = [OWN, OTHERS].map((name) => ({ ...(shared as NonNullable<typeof shared>), name, partitions: 1 }));
    const connection = kafkaConnection(new RememberingLogger(), [kafka.listeners.plaintext]);
    await ensureTopics(connection, [...topics, ...ownOnes], new RememberingLogger(), { topicPrefix: system.prefix });
    const toSend = `--allow-principal User:${SOURCE} --operation Write --topic ${OWN}`;
    const acl = [...servicesAcls(system.prefix), ...aclsIn(toSend, system.prefix)];
    await system.asAdmin((admin) => admin.createAcls({ acl }));
    // Intake alone may look whether the store is new; the others wait until it has said so.
    await system.startAll(['intake-http']);
    await system.startAll(SERVICES.filter((name) => name !== 'intake-http'));
  });
  afterAll(async () => {
    await system?.end();
    await Promise.all([...taps.values()].map((tap) => tap.stop()));
    await kafka?.stop();
  });

  /** Sends as the source, with what it may do. */
  async function sendAsSource(topic: string, events: readonly object[]): Promise<void> {
    const { listeners, user } = kafka;
    const sasl = { mechanism: 'scram-sha-512', username: SOURCE, password: user.password } as const;
    const client = new Kafka({ brokers: [listeners.saslPlaintext], sasl, logLevel: logLevel.NOTHING });
    const producer = client.producer({ allowAutoTopicCreation: false, retry: { retries: 1 } });
    await producer.connect();
    try {
      const messages = events.map((event) => ({ key: 'municipality:0461', value: JSON.stringify(event) }));
      await producer.send({ topic: `${system.prefix}${topic}`, messages });
    } finally {
      await producer.disconnect();
    }
  }

  test('decides and answers as without them', () =>
    system.explaining(async () => {
      const population = await evaluatedPopulation(PATIENTS, SEED);
      await new Sources(system).send(inBothModes(population.lines, seededRandom(SEED)));
      await settled(system);
      const { decisions, evaluated } = await storedAndEvaluated(system, await evaluateLines(population.lines));
      expect(decisions).toEqual(evaluated.decisions);
      const counted = (): Promise<{ total: number }> =>
        system.get('reporting', '/api/v1/indicators/participation/cases?period=all');
      await until('cases are counted', async () => (await counted()).total > 0, undefined, 100);
      for (const [name, path] of ASKED) await system.get(name, path);
      await system.get('reporting', `/api/v1/persons/${reading.keyOf(numberIn(population.lines))}/pathways`);
    }));

  test('a source sends on its own topic, as itself alone, and on nobody else’s', () =>
    system.explaining(async () => {
      await sendAsSource(OWN, [own, foreign]);
      for (const topic of [OTHERS, 'source.municipality', 'clinical-events', 'receipts']) {
        await expect(sendAsSource(topic, [foreign])).rejects.toThrow(/not authorized/i);
      }
      const told = async (): Promise<Receipt[]> =>
        (await readTopics(system))
          .filter(({ topic }) => topic === 'receipts')
          .map((message) => valueOf<Receipt>(message))
          .filter(({ id }) => id === own.id || id === foreign.id);
      await until('both are answered', async () => (await told()).length === 2, undefined, 200);

      expect(await told()).toEqual(
        expect.arrayContaining([
          { id: own.id, source: own.source, status: 'accepted' },
          expect.objectContaining({ id: foreign.id, source: own.source, status: 'rejected', path: 'source' }),
        ]),
      );
    }));

  test.each(SERVICES)('%s does in MongoDB what the table of rights says, and nothing else', (service) => {
    const seen = [...(taps.get(service) as MongoTap).seen].filter((one) => !/ create/.test(one)).sort();
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.filter((one) => !mongoRights(service).includes(one))).toEqual([]);
  });
});
