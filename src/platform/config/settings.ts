import { join } from 'node:path';
import { nearestTo } from '../../kernel/nearest';
import { VIEWS, type View } from '../../kernel/view';
import type { MailSettings } from '../delivery/mail-settings';
import type { LineLimits } from '../ndjson/line-splitter';
import { MAIL_SETTING_TEXTS, contactIn, mailIn, type Contact } from './contact-settings';
import {
  DISTRIBUTED_SETTING_TEXTS,
  kafkaIn,
  mongodbIn,
  tracesIn,
  type KafkaSettings,
  type MongoSettings,
  type TraceSettings,
} from './distributed-settings';
import {
  fileOf,
  listOf,
  oneOf,
  present,
  textOf,
  wholeNumber,
  type SettingReading,
  type SettingText,
} from './setting-readers';
import { WEBHOOK_SETTING_TEXTS, webhooksIn, type WebhookSettings } from './webhook-settings';
import { SIGN_IN_SETTING_TEXTS, signInIn, type SignInSettings } from './sign-in-settings';

/** Everything that can be set from outside, read once at start. */
export abstract class Settings {
  /** Folder of the embedded store. */
  abstract readonly dataFolder: string;
  /** Secret behind person keys and encryption. */
  abstract readonly personKey: Buffer;
  /** True while the fixed development key is in use. */
  abstract readonly isDevelopmentKey: boolean;
  /** Where further keys that CPR numbers and refused events rest under come from; at most one is named. */
  abstract readonly keys: { readonly file?: string; readonly command?: string };
  abstract readonly http: {
    readonly host: string;
    readonly port: number;
    /** Further names a server on a loopback address is asked for by. */
    readonly hosts: readonly string[];
    /** How many requests a minute are answered of one source or person who signed in, and of an address; 0 is without limit. */
    readonly perMinute: { readonly signedIn: number; readonly anonymous: number };
  };
  /** What request bodies may take of time and memory. */
  abstract readonly bodies: { readonly seconds: number; readonly memoryBytes: number };
  abstract readonly lineLimits: LineLimits;
  /** The store never grows beyond this; 0 is without limit. */
  abstract readonly storeMaxBytes: number;
  abstract readonly logLevel: string;
  /** Folder that subscriptions' reports are put below. */
  abstract readonly reportsFolder: string;
  /** How mail is sent; absent: not at all. */
  abstract readonly mail?: MailSettings;
  /** How changed decisions are sent to webhooks. */
  abstract readonly webhooks: WebhookSettings;
  /** Whom people write to about the pages; absent: the pages say that nobody is named. */
  abstract readonly contact?: Contact;
  /** A definition set other than the one in force. */
  abstract readonly definitionsFile?: string;
  abstract readonly policy: Readonly<Record<string, string>>;
  /** Of fewer than this no goal level and no change is told, and none is among the best or the worst. */
  abstract readonly fewest: number;
  /** As what numbers are shown at most; a server in the published view answers nothing that is for staff. */
  abstract readonly view: View;
  /** Who confirms that a silence was made good: staff, or the feed watch itself. */
  abstract readonly madeGood: 'staff' | 'watch';
  /**
   * The log of looks' head: the file it is kept in, where that is not the store's folder, and what it is signed with,
   * where that is not derived from the one secret.
   */
  abstract readonly looks: { readonly headFile?: string; readonly key?: Buffer };
  /** Where everything is kept: in one file of this process, or in Kafka and MongoDB that many processes share. */
  abstract readonly mode: 'embedded' | 'distributed';
  abstract readonly signIn: SignInSettings;
  abstract readonly kafka: KafkaSettings;
  abstract readonly mongodb: MongoSettings;
  abstract readonly traces: TraceSettings;
}

const DEVELOPMENT_KEY = 'rehabspor development key, for constructed CPR numbers only';
const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'silent'] as const;
const MODES = ['embedded', 'distributed'] as const;
const CONFIRMING = ['staff', 'watch'] as const;

/** Every setting with its default, for help and README; a test holds the README to it. */
export const SETTING_TEXTS: readonly SettingText[] = [
  { name: 'REHABSPOR_DATA', fallback: './data', says: 'folder of the embedded store' },
  {
    name: 'REHABSPOR_KEY',
    fallback: '(development key)',
    says: 'secret of at least 16 characters behind person keys and encryption',
  },
  {
    name: 'REHABSPOR_KEY_FILE',
    fallback: '(none)',
    says: 'file (JSON) of the keys that CPR numbers and refused events are sealed under',
  },
  {
    name: 'REHABSPOR_KEY_COMMAND',
    fallback: '(none)',
    says: 'program that tells those keys, such as the client of a key service',
  },
  { name: 'REHABSPOR_HOST', fallback: '127.0.0.1', says: 'address the HTTP server listens on' },
  { name: 'REHABSPOR_PORT', fallback: '3000', says: 'port the HTTP server listens on; 0 takes a free one' },
  {
    name: 'REHABSPOR_HOSTS',
    fallback: '(none)',
    says: 'names besides localhost that a server on a loopback address answers to, separated by commas',
  },
  {
    name: 'REHABSPOR_REQUESTS_PER_MINUTE',
    fallback: '12000',
    says: 'requests answered of each source and each person signed in; 0 is without limit',
  },
  {
    name: 'REHABSPOR_ANONYMOUS_PER_MINUTE',
    fallback: '6000',
    says: 'requests without sign-in answered of each address (a proxy is one); 0 is without limit',
  },
  {
    name: 'REHABSPOR_BODY_SECONDS',
    fallback: '60',
    says: 'how long a body may take to arrive, or a stream of events may pause',
  },
  {
    name: 'REHABSPOR_BODY_MEMORY_BYTES',
    fallback: '67108864',
    says: 'memory that all bodies being read may hold together',
  },
  { name: 'REHABSPOR_MAX_EVENT_BYTES', fallback: '1048576', says: 'longest event taken in' },
  { name: 'REHABSPOR_STORE_MAX_BYTES', fallback: '0', says: 'size the store stops growing at; 0 is without limit' },
  { name: 'REHABSPOR_LOG_LEVEL', fallback: 'info', says: `one of ${LOG_LEVELS.join(', ')}` },
  {
    name: 'REHABSPOR_REPORTS',
    fallback: '(reports in REHABSPOR_DATA)',
    says: 'folder subscriptions put reports below',
  },
  ...MAIL_SETTING_TEXTS,
  ...WEBHOOK_SETTING_TEXTS,
  {
    name: 'REHABSPOR_DEFINITIONS',
    fallback: '(approved set, else dhrd-2023/2)',
    says: 'definition set (YAML) to decide by',
  },
  { name: 'REHABSPOR_POLICY', fallback: '(defaults)', says: 'policies as name=option, separated by commas' },
  {
    name: 'REHABSPOR_VIEW',
    fallback: 'exact',
    says: 'the most numbers are shown as: exact, for staff, or published: perturbed and without persons, to everyone',
  },
  { name: 'REHABSPOR_FEWEST', fallback: '10', says: 'of fewer than this no goal level, change, best or worst is told' },
  {
    name: 'REHABSPOR_MADE_GOOD',
    fallback: 'staff',
    says: 'who confirms that a silence was made good: staff, or watch: the feed watch itself',
  },
  {
    name: 'REHABSPOR_LOOKS_HEAD',
    fallback: '(looks.head in REHABSPOR_DATA)',
    says: 'file of the signed head of the log of looks; keep it elsewhere than the store',
  },
  {
    name: 'REHABSPOR_LOOKS_KEY',
    fallback: '(from REHABSPOR_KEY)',
    says: 'secret of at least 16 characters that the head of the log of looks is signed with',
  },
  { name: 'REHABSPOR_MODE', fallback: 'embedded', says: 'embedded, or distributed: on Kafka and MongoDB' },
  ...SIGN_IN_SETTING_TEXTS,
  ...DISTRIBUTED_SETTING_TEXTS,
];

/** Settings that cannot be used; the message lists every fault at once. */
export class SettingsError extends Error {}

/** Reads and checks all settings; throws `SettingsError` with every fault at once. Defaults make each one optional. */
export function readSettings(environment: NodeJS.ProcessEnv = process.env): Settings {
  const reading: SettingReading = { environment, faults: unknownSettings(environment) };
  const key = environment['REHABSPOR_KEY'];
  if (key !== undefined && key.length < 16) reading.faults.push('REHABSPOR_KEY must have at least 16 characters');
  const dataFolder = textOf(reading, 'REHABSPOR_DATA') ?? './data';
  const policy = policyIn(reading);
  const maxEventBytes = wholeNumber(reading, 'REHABSPOR_MAX_EVENT_BYTES', 1 << 20, 1024, 64 << 20);
  const settings: Settings = {
    dataFolder,
    personKey: Buffer.from(key ?? DEVELOPMENT_KEY, 'utf8'),
    isDevelopmentKey: key === undefined,
    keys: keysIn(reading),
    http: {
      host: textOf(reading, 'REHABSPOR_HOST') ?? '127.0.0.1',
      port: wholeNumber(reading, 'REHABSPOR_PORT', 3000, 0, 65_535),
      hosts: listOf(reading, 'REHABSPOR_HOSTS'),
      perMinute: {
        signedIn: wholeNumber(reading, 'REHABSPOR_REQUESTS_PER_MINUTE', 12_000, 0, 1_000_000_000),
        anonymous: wholeNumber(reading, 'REHABSPOR_ANONYMOUS_PER_MINUTE', 6_000, 0, 1_000_000_000),
      },
    },
    bodies: {
      seconds: wholeNumber(reading, 'REHABSPOR_BODY_SECONDS', 60, 1, 86_400),
      memoryBytes: wholeNumber(
        reading,
        'REHABSPOR_BODY_MEMORY_BYTES',
        Math.max(64 << 20, maxEventBytes * 16),
        1 << 20,
        2 ** 40,
      ),
    },
    lineLimits: { maxEventBytes, maxKeptBytes: 64 << 20 },
    storeMaxBytes: wholeNumber(reading, 'REHABSPOR_STORE_MAX_BYTES', 0, 0, Number.MAX_SAFE_INTEGER),
    logLevel: oneOf(reading, 'REHABSPOR_LOG_LEVEL', LOG_LEVELS, 'info'),
    reportsFolder: textOf(reading, 'REHABSPOR_REPORTS') ?? join(dataFolder, 'reports'),
    ...mailIn(reading),
    ...contactIn(reading),
    webhooks: webhooksIn(reading),
    ...present({ definitionsFile: fileOf(reading, 'REHABSPOR_DEFINITIONS') }),
    policy,
    fewest: wholeNumber(reading, 'REHABSPOR_FEWEST', 10, 1, 1_000_000),
    view: oneOf(reading, 'REHABSPOR_VIEW', VIEWS, 'exact'),
    looks: looksIn(reading),
    madeGood: oneOf(reading, 'REHABSPOR_MADE_GOOD', CONFIRMING, 'staff'),
    mode: oneOf(reading, 'REHABSPOR_MODE', MODES, 'embedded'),
    signIn: signInIn(reading),
    kafka: kafkaIn(reading),
    mongodb: mongodbIn(reading),
    traces: tracesIn(reading),
  };
  if (reading.faults.length > 0) throw new SettingsError(`Settings cannot be used: ${reading.faults.join('; ')}.`);
  return settings;
}

/** Tests and benches are told by these which servers to use and how much to do; the program does not read them. */
const NOT_OURS = /^REHABSPOR_(TEST|BENCH)_/;

/** What is set under names like ours that are none: a misspelt key would otherwise mean the development key. */
function unknownSettings(environment: NodeJS.ProcessEnv): string[] {
  const known = SETTING_TEXTS.map(({ name }) => name);
  return Object.keys(environment)
    .filter((name) => name.startsWith('REHABSPOR_') && !known.includes(name) && !NOT_OURS.test(name))
    .map((name) => {
      const nearest = nearestTo(name, known);
      return `${name} is no setting${nearest === undefined ? '; --help lists them' : `; did you mean ${nearest}?`}`;
    });
}

function keysIn(reading: SettingReading): Settings['keys'] {
  const keys = present({
    file: fileOf(reading, 'REHABSPOR_KEY_FILE'),
    command: textOf(reading, 'REHABSPOR_KEY_COMMAND'),
  });
  if (keys.file !== undefined && keys.command !== undefined)
    reading.faults.push('REHABSPOR_KEY_FILE and REHABSPOR_KEY_COMMAND must not both be set');
  return keys;
}

function looksIn(reading: SettingReading): Settings['looks'] {
  const key = textOf(reading, 'REHABSPOR_LOOKS_KEY');
  if (key !== undefined && key.length < 16) reading.faults.push('REHABSPOR_LOOKS_KEY must have at least 16 characters');
  return {
    ...present({ headFile: textOf(reading, 'REHABSPOR_LOOKS_HEAD') }),
    ...(key === undefined ? undefined : { key: Buffer.from(key, 'utf8') }),
  };
}

function policyIn(reading: SettingReading): Record<string, string> {
  const policy: Record<string, string> = {};
  for (const part of (textOf(reading, 'REHABSPOR_POLICY') ?? '').split(',').filter((text) => text !== '')) {
    const [name, option] = part.split('=');
    if (name === undefined || option === undefined || name === '' || option === '') {
      reading.faults.push('REHABSPOR_POLICY must be name=option, separated by commas');
    } else {
      policy[name] = option;
    }
  }
  return policy;
}

/** Warns on standard error while the development key is in use. */
export function warnOfDevelopmentKey(settings: Settings): void {
  if (!settings.isDevelopmentKey) return;
  process.stderr.write(
    'Warning: REHABSPOR_KEY is not set; person keys use the fixed development key. Never use it with real CPR numbers.\n',
  );
}
