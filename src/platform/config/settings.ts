import { existsSync } from 'node:fs';
import type { LineLimits } from '../ndjson/line-splitter';

/** Everything that can be set from outside, read once at start. */
export interface Settings {
  /** Folder of the embedded store. */
  readonly dataFolder: string;
  /** Secret behind person keys and encryption. */
  readonly personKey: Buffer;
  /** True while the fixed development key is in use. */
  readonly isDevelopmentKey: boolean;
  readonly http: { readonly host: string; readonly port: number };
  readonly lineLimits: LineLimits;
  /** The store never grows beyond this; 0 is without limit. */
  readonly storeMaxBytes: number;
  readonly logLevel: string;
  /** A definition set other than the one in force. */
  readonly definitionsFile?: string;
  readonly policy: Readonly<Record<string, string>>;
  /** Where everything is kept: in one file of this process, or in Kafka and MongoDB that many processes share. */
  readonly mode: 'embedded' | 'distributed';
  readonly kafka: KafkaSettings;
  readonly mongodb: MongoSettings;
  readonly traces: TraceSettings;
}

export interface KafkaSettings {
  readonly brokers: readonly string[];
  /** Stands before every topic and group, so that several systems can share brokers; mostly empty. */
  readonly prefix: string;
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
export interface TlsSettings {
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

/** One setting as people see it. */
interface SettingText {
  readonly name: string;
  readonly fallback: string;
  readonly says: string;
}

const DEVELOPMENT_KEY = 'rehabspor development key, for constructed CPR numbers only';
const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'silent'];

/** Every setting with its default, for help and README; a test holds the README to it. */
export const SETTING_TEXTS: readonly SettingText[] = [
  { name: 'REHABSPOR_DATA', fallback: './data', says: 'folder of the embedded store' },
  {
    name: 'REHABSPOR_KEY',
    fallback: '(development key)',
    says: 'secret of at least 16 characters behind person keys and encryption',
  },
  { name: 'REHABSPOR_HOST', fallback: '127.0.0.1', says: 'address the HTTP server listens on' },
  { name: 'REHABSPOR_PORT', fallback: '3000', says: 'port the HTTP server listens on; 0 takes a free one' },
  { name: 'REHABSPOR_MAX_EVENT_BYTES', fallback: '1048576', says: 'longest event taken in' },
  { name: 'REHABSPOR_STORE_MAX_BYTES', fallback: '0', says: 'size the store stops growing at; 0 is without limit' },
  { name: 'REHABSPOR_LOG_LEVEL', fallback: 'info', says: `one of ${LOG_LEVELS.join(', ')}` },
  { name: 'REHABSPOR_DEFINITIONS', fallback: '(dhrd-2023/1)', says: 'definition set (YAML) to decide by' },
  { name: 'REHABSPOR_POLICY', fallback: '(defaults)', says: 'policies as name=option, separated by commas' },
  { name: 'REHABSPOR_MODE', fallback: 'embedded', says: 'embedded, or distributed: on Kafka and MongoDB' },
  { name: 'REHABSPOR_KAFKA_BROKERS', fallback: '127.0.0.1:9092', says: 'brokers as host:port, separated by commas' },
  { name: 'REHABSPOR_KAFKA_PREFIX', fallback: '(none)', says: 'stands before every topic and group' },
  { name: 'REHABSPOR_KAFKA_TLS', fallback: 'off', says: 'on: talk to the brokers over TLS' },
  { name: 'REHABSPOR_KAFKA_CA', fallback: '(system)', says: 'file of the certificates to trust (PEM)' },
  { name: 'REHABSPOR_KAFKA_CERTIFICATE', fallback: '(none)', says: 'file of our own certificate (PEM)' },
  { name: 'REHABSPOR_KAFKA_CERTIFICATE_KEY', fallback: '(none)', says: 'file of its key (PEM)' },
  { name: 'REHABSPOR_KAFKA_SASL', fallback: '(none)', says: 'plain, scram-sha-256 or scram-sha-512' },
  { name: 'REHABSPOR_KAFKA_USER', fallback: '(none)', says: 'user for SASL' },
  { name: 'REHABSPOR_KAFKA_PASSWORD', fallback: '(none)', says: 'password for SASL' },
  {
    name: 'REHABSPOR_MONGODB_URL',
    fallback: 'mongodb://127.0.0.1:27017/rehabspor',
    says: 'servers and database',
  },
  { name: 'REHABSPOR_MONGODB_USER', fallback: '(none)', says: 'user' },
  { name: 'REHABSPOR_MONGODB_PASSWORD', fallback: '(none)', says: 'password' },
  { name: 'REHABSPOR_MONGODB_TLS', fallback: 'off', says: 'on: talk to the database over TLS' },
  { name: 'REHABSPOR_MONGODB_CA', fallback: '(system)', says: 'file of the certificates to trust (PEM)' },
  { name: 'REHABSPOR_MONGODB_CERTIFICATE', fallback: '(none)', says: 'file of our own certificate and its key (PEM)' },
  { name: 'REHABSPOR_TRACES_URL', fallback: '(none)', says: 'where traces are sent (OTLP over HTTP)' },
  { name: 'REHABSPOR_TRACES_SHARE', fallback: '0.01', says: 'share of the events that get a trace, from 0 to 1' },
];

const MODES = ['embedded', 'distributed'] as const;
const SWITCH = ['off', 'on'] as const;
const MECHANISMS = ['plain', 'scram-sha-256', 'scram-sha-512'] as const;

/** Settings that cannot be used; the message lists every fault at once. */
export class SettingsError extends Error {}

/** Reads and checks all settings; throws `SettingsError` with every fault at once. Defaults make each one optional. */
export function readSettings(environment: NodeJS.ProcessEnv = process.env): Settings {
  const faults: string[] = [];
  const wholeNumber = (name: string, fallback: number, least: number, most: number): number => {
    const text = environment[name];
    if (text === undefined || text === '') return fallback;
    const value = Number(text);
    if (!/^\d+$/.test(text) || value < least || value > most) {
      faults.push(`${name} must be a whole number from ${least} to ${most}`);
    }
    return value;
  };
  const oneOf = <T extends string>(name: string, options: readonly T[], fallback: T): T => {
    const text = environment[name];
    if (text === undefined || text === '') return fallback;
    const option = options.find((one) => one === text);
    if (option === undefined) faults.push(`${name} must be one of ${options.join(', ')}`);
    return option ?? fallback;
  };
  const tlsOf = (name: string): { tls?: TlsSettings } => {
    if (oneOf(`${name}_TLS`, SWITCH, 'off') === 'off') return {};
    const files = { ca: `${name}_CA`, certificate: `${name}_CERTIFICATE`, key: `${name}_CERTIFICATE_KEY` };
    const tls = present(Object.fromEntries(Object.entries(files).map(([part, from]) => [part, environment[from]])));
    for (const [part, file] of Object.entries(tls)) {
      if (!existsSync(String(file))) faults.push(`${files[part as keyof typeof files]} must be a file that is there`);
    }
    return { tls };
  };
  const key = environment['REHABSPOR_KEY'];
  if (key !== undefined && key.length < 16) faults.push('REHABSPOR_KEY must have at least 16 characters');
  const logLevel = environment['REHABSPOR_LOG_LEVEL'] ?? 'info';
  if (!LOG_LEVELS.includes(logLevel)) faults.push(`REHABSPOR_LOG_LEVEL must be one of ${LOG_LEVELS.join(', ')}`);
  const policy: Record<string, string> = {};
  for (const part of (environment['REHABSPOR_POLICY'] ?? '').split(',').filter((text) => text !== '')) {
    const [name, option] = part.split('=');
    if (name === undefined || option === undefined || name === '' || option === '') {
      faults.push('REHABSPOR_POLICY must be name=option, separated by commas');
    } else {
      policy[name] = option;
    }
  }
  const maxEventBytes = wholeNumber('REHABSPOR_MAX_EVENT_BYTES', 1 << 20, 1024, 64 << 20);
  const definitionsFile = environment['REHABSPOR_DEFINITIONS'];
  const settings: Settings = {
    dataFolder: environment['REHABSPOR_DATA'] ?? './data',
    personKey: Buffer.from(key ?? DEVELOPMENT_KEY, 'utf8'),
    isDevelopmentKey: key === undefined,
    http: {
      host: environment['REHABSPOR_HOST'] ?? '127.0.0.1',
      port: wholeNumber('REHABSPOR_PORT', 3000, 0, 65_535),
    },
    lineLimits: { maxEventBytes, maxKeptBytes: 64 << 20 },
    storeMaxBytes: wholeNumber('REHABSPOR_STORE_MAX_BYTES', 0, 0, Number.MAX_SAFE_INTEGER),
    logLevel,
    ...(definitionsFile === undefined || definitionsFile === '' ? undefined : { definitionsFile }),
    policy,
    mode: oneOf('REHABSPOR_MODE', MODES, 'embedded'),
    kafka: {
      brokers: brokersIn(environment['REHABSPOR_KAFKA_BROKERS'] ?? '127.0.0.1:9092', faults),
      prefix: environment['REHABSPOR_KAFKA_PREFIX'] ?? '',
      ...tlsOf('REHABSPOR_KAFKA'),
      ...saslIn(environment, faults),
    },
    mongodb: {
      url: mongoUrlIn(environment['REHABSPOR_MONGODB_URL'] ?? 'mongodb://127.0.0.1:27017/rehabspor', faults),
      ...present({
        username: environment['REHABSPOR_MONGODB_USER'],
        password: environment['REHABSPOR_MONGODB_PASSWORD'],
      }),
      ...tlsOf('REHABSPOR_MONGODB'),
    },
    traces: { ...present({ url: environment['REHABSPOR_TRACES_URL'] }), share: shareIn(environment, faults) },
  };
  if (faults.length > 0) throw new SettingsError(`Settings cannot be used: ${faults.join('; ')}.`);
  return settings;
}

/** The entries that are there and not empty. */
function present<T extends object>(texts: T): { [K in keyof T]?: string } {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined && text !== '')) as never;
}

function brokersIn(text: string, faults: string[]): string[] {
  const brokers = text.split(',').map((broker) => broker.trim());
  if (brokers.some((broker) => !/^(\[[0-9a-f:]+\]|[^\s:/]+):\d{1,5}$/i.test(broker))) {
    faults.push('REHABSPOR_KAFKA_BROKERS must be host:port, separated by commas');
  }
  return brokers;
}

function saslIn(environment: NodeJS.ProcessEnv, faults: string[]): Pick<KafkaSettings, 'sasl'> {
  const text = environment['REHABSPOR_KAFKA_SASL'] ?? '';
  if (text === '') return {};
  const mechanism = MECHANISMS.find((one) => one === text);
  const username = environment['REHABSPOR_KAFKA_USER'] ?? '';
  const password = environment['REHABSPOR_KAFKA_PASSWORD'] ?? '';
  if (mechanism === undefined) faults.push(`REHABSPOR_KAFKA_SASL must be one of ${MECHANISMS.join(', ')}`);
  if (username === '' || password === '') {
    faults.push('REHABSPOR_KAFKA_USER and REHABSPOR_KAFKA_PASSWORD must be set with REHABSPOR_KAFKA_SASL');
  }
  return mechanism === undefined ? {} : { sasl: { mechanism, username, password } };
}

function mongoUrlIn(url: string, faults: string[]): string {
  if (!/^mongodb(\+srv)?:\/\/[^/]+\/[\w-]+(\?.*)?$/.test(url)) {
    faults.push('REHABSPOR_MONGODB_URL must be mongodb://servers/database');
  }
  return url;
}

function shareIn(environment: NodeJS.ProcessEnv, faults: string[]): number {
  const text = environment['REHABSPOR_TRACES_SHARE'] ?? '';
  if (text === '') return 0.01;
  const share = Number(text);
  if (share >= 0 && share <= 1) return share;
  faults.push('REHABSPOR_TRACES_SHARE must be a number from 0 to 1');
  return 0;
}

/** Warns on standard error while the development key is in use. */
export function warnOfDevelopmentKey(settings: Settings): void {
  if (!settings.isDevelopmentKey) return;
  process.stderr.write(
    'Warning: REHABSPOR_KEY is not set; person keys use the fixed development key. Never use it with real CPR numbers.\n',
  );
}
