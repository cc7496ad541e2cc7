import { KafkaConnection, type KafkaSettings } from '../../../src/platform/kafka/kafka-connection';
import type { SecuredKafka } from '../../servers/server';
import { startKafka } from '../../servers/servers';
import { describeWithKafka, RememberingLogger } from './kafka';

describeWithKafka('a connection to a Kafka that asks who comes', () => {
  let kafka: SecuredKafka | undefined;

  beforeAll(async () => {
    const started = await startKafka({ security: 'sasl-ssl' });
    if ('skipped' in started) process.stderr.write(`SKIPPED: a secured Kafka: ${started.skipped}\n`);
    else kafka = started;
  });
  afterAll(async () => kafka?.stop());

  type Secured = Omit<KafkaSettings, 'brokers' | 'clientId'>;
  const topicsAt = async (address: string, settings: Secured): Promise<string[]> => {
    const all = { brokers: [address], clientId: 'rehabspor-test', ...settings };
    return new KafkaConnection(all, new RememberingLogger()).asAdmin((admin) => admin.listTopics());
  };

  it('shows its certificate', async () => {
    if (kafka === undefined) return;
    const { listeners, certificates } = kafka;
    const ssl = { ca: certificates.authority, cert: certificates.clientCertificate, key: certificates.clientKey };
    await expect(topicsAt(listeners.ssl, { ssl })).resolves.toEqual([]);
  });

  it('tells user and password, over TLS or not', async () => {
    if (kafka === undefined) return;
    const { listeners, certificates, user } = kafka;
    const ssl = { ca: certificates.authority };
    for (const mechanism of ['plain', 'scram-sha-512'] as const) {
      const sasl = { mechanism, ...user };
      await expect(topicsAt(listeners.saslPlaintext, { sasl })).resolves.toEqual([]);
      await expect(topicsAt(listeners.saslSsl, { ssl, sasl })).resolves.toEqual([]);
    }
  });

  it('is told when it is not let in', async () => {
    if (kafka === undefined) return;
    const { listeners, certificates, user } = kafka;
    const ssl = { ca: certificates.authority };
    const sasl = { mechanism: 'scram-sha-512', username: user.username, password: 'wrong' } as const;
    await expect(topicsAt(listeners.saslSsl, { ssl, sasl })).rejects.toThrow(/authentication failed/i);
  });

  it('does not talk to a broker it does not trust', async () => {
    if (kafka === undefined) return;
    const sasl = { mechanism: 'plain', ...kafka.user } as const;
    await expect(topicsAt(kafka.listeners.saslSsl, { ssl: {}, sasl })).rejects.toThrow(/certificate/);
  });
});
