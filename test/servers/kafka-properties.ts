import type { ServerCertificates } from './certificates';

export const KAFKA_VERSION = '4.1.1';

export const SCRAM_MECHANISMS = ['SCRAM-SHA-256', 'SCRAM-SHA-512'];

/** Settings of a Kafka, by their names in server.properties. */
export type KafkaProperties = Readonly<Record<string, string | number>>;

/** A name of a listener with the address it binds, the one it tells clients, and how they speak on it. */
export interface Listener {
  readonly name: string;
  readonly bind: string;
  readonly advertised: string;
  readonly protocol: 'PLAINTEXT' | 'SSL' | 'SASL_PLAINTEXT' | 'SASL_SSL';
}

/** One node that is broker and controller, and small: few partitions and threads of its own, quick groups. */
export function kafkaProperties(listeners: readonly Listener[], controller: string): KafkaProperties {
  const protocols = listeners.map(({ name, protocol }) => `${name}:${protocol}`);
  return {
    'process.roles': 'broker,controller',
    'node.id': 1,
    'controller.quorum.voters': `1@${controller}`,
    'controller.listener.names': 'CONTROLLER',
    listeners: [...listeners.map(({ name, bind }) => `${name}://${bind}`), `CONTROLLER://${controller}`].join(','),
    'advertised.listeners': listeners.map(({ name, advertised }) => `${name}://${advertised}`).join(','),
    'listener.security.protocol.map': [...protocols, 'CONTROLLER:PLAINTEXT'].join(','),
    'inter.broker.listener.name': listeners[0]?.name ?? '',
    'auto.create.topics.enable': 'false',
    'offsets.topic.replication.factor': 1,
    'offsets.topic.num.partitions': 4,
    'transaction.state.log.replication.factor': 1,
    'transaction.state.log.min.isr': 1,
    'transaction.state.log.num.partitions': 4,
    'share.coordinator.state.topic.replication.factor': 1,
    'share.coordinator.state.topic.min.isr': 1,
    'share.coordinator.state.topic.num.partitions': 1,
    'group.initial.rebalance.delay.ms': 0,
    'group.min.session.timeout.ms': 1_000,
    // A killed broker may register anew only when its former session is over: not the 9 seconds of a real cluster.
    'broker.session.timeout.ms': 3_000,
    'broker.heartbeat.interval.ms': 500,
    'num.network.threads': 2,
    'num.io.threads': 2,
    'num.recovery.threads.per.data.dir': 1,
    'background.threads': 2,
    'log.cleaner.dedupe.buffer.size': 16 << 20,
  };
}

/** What the SSL and SASL listeners need besides; one user for all mechanisms. */
export function securityProperties(
  { serverBundle, clientCertificate }: ServerCertificates,
  { username, password }: { readonly username: string; readonly password: string },
): KafkaProperties {
  const login = 'org.apache.kafka.common.security';
  const plain = `${login}.plain.PlainLoginModule required user_${username}="${password}";`;
  const scram = `${login}.scram.ScramLoginModule required;`;
  const sasl = ['saslplain', 'saslssl'].flatMap((listener) => [
    [`listener.name.${listener}.plain.sasl.jaas.config`, plain],
    ...SCRAM_MECHANISMS.map((name) => [`listener.name.${listener}.${name.toLowerCase()}.sasl.jaas.config`, scram]),
  ]);
  return {
    'sasl.enabled.mechanisms': ['PLAIN', ...SCRAM_MECHANISMS].join(','),
    'ssl.keystore.type': 'PEM',
    'ssl.keystore.location': serverBundle,
    'ssl.truststore.type': 'PEM',
    'ssl.truststore.location': clientCertificate,
    'listener.name.ssl.ssl.client.auth': 'required',
    ...(Object.fromEntries(sasl) as KafkaProperties),
  };
}

/** Everybody may do what an ACL says, but for who comes without security: the test itself, and the broker. */
export const AUTHORIZING: KafkaProperties = {
  'authorizer.class.name': 'org.apache.kafka.metadata.authorizer.StandardAuthorizer',
  'super.users': 'User:ANONYMOUS',
};

/** The text of server.properties. */
export const propertiesText = (properties: KafkaProperties): string =>
  Object.entries(properties)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');

/** The same as the container image's environment variables. */
export const propertiesEnvironment = (properties: KafkaProperties): Record<string, string> =>
  Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [`KAFKA_${name.toUpperCase().replaceAll('.', '_')}`, `${value}`]),
  );
