import { fileOf, oneOf, present, textOf, type SettingReading, type SettingText } from './setting-readers';

export interface KafkaSettings {
  readonly brokers: readonly string[];
  /** Stands before every topic and group, so that several systems can share brokers; mostly empty. */
  readonly prefix: string;
  /** Sources of a kind share a topic, to which each may write as any of them: for a network that nobody else is in. */
  readonly shared: boolean;
  readonly tls?: TlsSettings;
  readonly sasl?: {
    readonly mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512';
    readonly username: string;
    readonly password: string;
  };
}

export interface MongoSettings {
  /** With the name of the database as its path. */
  readonly url: string;
  readonly username?: string;
  readonly password?: string;
  readonly tls?: TlsSettings;
}

/** Files in PEM format; without `ca` the certificates the system trusts. */
interface TlsSettings {
  readonly ca?: string;
  readonly certificate?: string;
  readonly key?: string;
}

export interface TraceSettings {
  /** Where traces are sent (OTLP over HTTP); absent: nowhere. */
  readonly url?: string;
  /** How many of the events that come without a trace get one, from 0 to 1. */
  readonly share: number;
}

const SWITCH = ['off', 'on'] as const;
const MECHANISMS = ['plain', 'scram-sha-256', 'scram-sha-512'] as const;
const LOCAL_BROKER = '127.0.0.1:9092';
const LOCAL_DATABASE = 'mongodb://127.0.0.1:27017/rehabspor';
const TRACED_SHARE = 0.01;

/** The settings of this page with their defaults. */
export const DISTRIBUTED_SETTING_TEXTS: readonly SettingText[] = [
  { name: 'REHABSPOR_KAFKA_BROKERS', fallback: LOCAL_BROKER, says: 'brokers as host:port, separated by commas' },
  { name: 'REHABSPOR_KAFKA_PREFIX', fallback: '(none)', says: 'stands before every topic and group' },
  {
    name: 'REHABSPOR_KAFKA_SHARED',
    fallback: 'off',
    says: 'on: sources share topics, and nobody checks who sent what; in a closed network only',
  },
  { name: 'REHABSPOR_KAFKA_TLS', fallback: 'off', says: 'on: talk to the brokers over TLS' },
  { name: 'REHABSPOR_KAFKA_CA', fallback: '(system)', says: 'file of the certificates to trust (PEM)' },
  { name: 'REHABSPOR_KAFKA_CERTIFICATE', fallback: '(none)', says: 'file of our own certificate (PEM)' },
  { name: 'REHABSPOR_KAFKA_CERTIFICATE_KEY', fallback: '(none)', says: 'file of its key (PEM)' },
  { name: 'REHABSPOR_KAFKA_SASL', fallback: '(none)', says: 'plain, scram-sha-256 or scram-sha-512' },
  { name: 'REHABSPOR_KAFKA_USER', fallback: '(none)', says: 'user for SASL' },
  { name: 'REHABSPOR_KAFKA_PASSWORD', fallback: '(none)', says: 'password for SASL' },
  { name: 'REHABSPOR_MONGODB_URL', fallback: LOCAL_DATABASE, says: 'servers and database' },
  { name: 'REHABSPOR_MONGODB_USER', fallback: '(none)', says: 'user' },
  { name: 'REHABSPOR_MONGODB_PASSWORD', fallback: '(none)', says: 'password' },
  { name: 'REHABSPOR_MONGODB_TLS', fallback: 'off', says: 'on: talk to the database over TLS' },
  { name: 'REHABSPOR_MONGODB_CA', fallback: '(system)', says: 'file of the certificates to trust (PEM)' },
  { name: 'REHABSPOR_MONGODB_CERTIFICATE', fallback: '(none)', says: 'file of our own certificate and its key (PEM)' },
  { name: 'REHABSPOR_TRACES_URL', fallback: '(none)', says: 'where traces are sent (OTLP over HTTP)' },
  {
    name: 'REHABSPOR_TRACES_SHARE',
    fallback: `${TRACED_SHARE}`,
    says: 'share of the events that get a trace, from 0 to 1',
  },
];

/** How to reach Kafka; what is wrong is added to the faults. */
export function kafkaIn(reading: SettingReading): KafkaSettings {
  return {
    brokers: brokersIn(reading),
    prefix: textOf(reading, 'REHABSPOR_KAFKA_PREFIX') ?? '',
    shared: oneOf(reading, 'REHABSPOR_KAFKA_SHARED', SWITCH, 'off') === 'on',
    ...tlsIn(reading, 'REHABSPOR_KAFKA'),
    ...saslIn(reading),
  };
}

/** How to reach MongoDB; what is wrong is added to the faults. */
export function mongodbIn(reading: SettingReading): MongoSettings {
  return {
    url: mongoUrlIn(reading),
    ...present({
      username: textOf(reading, 'REHABSPOR_MONGODB_USER'),
      password: textOf(reading, 'REHABSPOR_MONGODB_PASSWORD'),
    }),
    ...tlsIn(reading, 'REHABSPOR_MONGODB'),
  };
}

/** Where traces go; what is wrong is added to the faults. */
export function tracesIn(reading: SettingReading): TraceSettings {
  const url = textOf(reading, 'REHABSPOR_TRACES_URL');
  if (url !== undefined && !(/^https?:\/\//.test(url) && URL.canParse(url))) {
    reading.faults.push('REHABSPOR_TRACES_URL must be http://host:port or https://host:port');
  }
  return { ...present({ url }), share: shareIn(reading) };
}

function tlsIn(reading: SettingReading, system: string): { tls?: TlsSettings } {
  if (oneOf(reading, `${system}_TLS`, SWITCH, 'off') === 'off') return {};
  return {
    tls: present({
      ca: fileOf(reading, `${system}_CA`),
      certificate: fileOf(reading, `${system}_CERTIFICATE`),
      key: fileOf(reading, `${system}_CERTIFICATE_KEY`),
    }),
  };
}

function brokersIn(reading: SettingReading): string[] {
  // Set but empty is a fault: a list that came out empty must not lead to a broker on this machine.
  const text = reading.environment['REHABSPOR_KAFKA_BROKERS'] ?? LOCAL_BROKER;
  const brokers = text.split(',').map((broker) => broker.trim());
  if (brokers.some((broker) => !/^(\[[0-9a-f:]+\]|[^\s:/]+):\d{1,5}$/i.test(broker))) {
    reading.faults.push('REHABSPOR_KAFKA_BROKERS must be host:port, separated by commas');
  }
  return brokers;
}

function saslIn(reading: SettingReading): Pick<KafkaSettings, 'sasl'> {
  const text = textOf(reading, 'REHABSPOR_KAFKA_SASL');
  if (text === undefined) return {};
  const mechanism = MECHANISMS.find((one) => one === text);
  const username = textOf(reading, 'REHABSPOR_KAFKA_USER');
  const password = textOf(reading, 'REHABSPOR_KAFKA_PASSWORD');
  if (mechanism === undefined) reading.faults.push(`REHABSPOR_KAFKA_SASL must be one of ${MECHANISMS.join(', ')}`);
  if (username === undefined || password === undefined) {
    reading.faults.push('REHABSPOR_KAFKA_USER and REHABSPOR_KAFKA_PASSWORD must be set with REHABSPOR_KAFKA_SASL');
    return {};
  }
  return mechanism === undefined ? {} : { sasl: { mechanism, username, password } };
}

function mongoUrlIn(reading: SettingReading): string {
  const url = reading.environment['REHABSPOR_MONGODB_URL'] ?? LOCAL_DATABASE;
  if (!/^mongodb(\+srv)?:\/\/[^/]+\/[\w-]+(\?.*)?$/.test(url)) {
    reading.faults.push('REHABSPOR_MONGODB_URL must be mongodb://servers/database');
  }
  return url;
}

function shareIn(reading: SettingReading): number {
  const text = textOf(reading, 'REHABSPOR_TRACES_SHARE');
  if (text === undefined) return TRACED_SHARE;
  const share = Number(text);
  if (share >= 0 && share <= 1) return share;
  reading.faults.push('REHABSPOR_TRACES_SHARE must be a number from 0 to 1');
  return 0;
}
