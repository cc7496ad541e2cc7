import { untilKafkaAnswers, untilMongoAnswers } from './answers';
import { startContainerKafka, startContainerMongo } from './containers';
import { startLocalKafka, startSecuredKafka } from './local-kafka';
import { startLocalMongo, startSecuredMongo } from './local-mongo';
import type { KafkaServer, MongoServer, Say, SecuredKafka, SecuredMongo, Skipped } from './server';

/** Addresses of servers that someone else runs. */
export const KAFKA_VARIABLE = 'REHABSPOR_TEST_KAFKA';
export const MONGODB_VARIABLE = 'REHABSPOR_TEST_MONGODB';

const MOST_MS_TO_ANSWER = 15_000;

export interface StartOptions {
  /** Hears what takes its time. */
  readonly say?: Say;
}

export interface Servers {
  readonly kafka: KafkaServer;
  readonly mongo: MongoServer;
  stop(): Promise<void>;
}

/**
 * A Kafka and a server of the MongoDB wire protocol: each given by the environment, else run by a container engine,
 * else run on this machine; or why one of them could not be had. A server that is there but does not start is an error.
 */
export async function startServers(options: StartOptions = {}): Promise<Servers | Skipped> {
  const started = await Promise.allSettled([startKafka(options), startMongo(options)]);
  const [kafka, mongo] = started.map((one) => (one.status === 'fulfilled' ? one.value : undefined)) as [
    KafkaServer | Skipped | undefined,
    MongoServer | Skipped | undefined,
  ];
  if (kafka !== undefined && 'brokers' in kafka && mongo !== undefined && 'url' in mongo) {
    return { kafka, mongo, stop: async () => void (await Promise.all([kafka.stop(), mongo.stop()])) };
  }
  // One without the other is of no use.
  for (const one of [kafka, mongo]) if (one !== undefined && 'stop' in one) await one.stop();
  for (const one of started) if (one.status === 'rejected') throw one.reason;
  const reasons = [kafka, mongo].flatMap((one) => (one !== undefined && 'skipped' in one ? [one.skipped] : []));
  return { skipped: reasons.join('; ') };
}

/** A Kafka as `startServers` finds it; with `sasl-ssl` one of this machine's, on which every listener is secured. */
export function startKafka(
  options: StartOptions & { readonly security: 'sasl-ssl'; readonly users?: readonly string[] },
): Promise<SecuredKafka | Skipped>;
export function startKafka(options?: StartOptions & { readonly security?: 'plain' }): Promise<KafkaServer | Skipped>;
export function startKafka({
  say = () => undefined,
  security = 'plain',
  users = [],
}: StartOptions & {
  readonly security?: 'plain' | 'sasl-ssl';
  readonly users?: readonly string[];
} = {}): Promise<KafkaServer | Skipped> {
  if (security === 'sasl-ssl') return startSecuredKafka(say, users);
  return firstOf('Kafka', KAFKA_VARIABLE, [givenKafka, () => startContainerKafka(say), () => startLocalKafka(say)]);
}

/** A server of the MongoDB wire protocol as `startServers` finds it; with TLS one of this machine's. */
function startMongo(options: StartOptions & { readonly tls: true }): Promise<SecuredMongo | Skipped>;
function startMongo(options?: StartOptions & { readonly tls?: false }): Promise<MongoServer | Skipped>;
function startMongo({ say = () => undefined, tls = false }: StartOptions & { readonly tls?: boolean } = {}): Promise<
  MongoServer | Skipped
> {
  if (tls) return startSecuredMongo(say);
  return firstOf('MongoDB', MONGODB_VARIABLE, [givenMongo, () => startContainerMongo(say), () => startLocalMongo(say)]);
}

async function firstOf<T extends object>(
  name: string,
  variable: string,
  ways: readonly (() => Promise<T | Skipped>)[],
): Promise<T | Skipped> {
  const reasons: string[] = [];
  for (const way of ways) {
    const started = await way();
    if (!('skipped' in started)) return started;
    reasons.push(started.skipped);
  }
  return { skipped: `${name}: ${reasons.join('; ')}; or name one in ${variable}` };
}

async function givenKafka(): Promise<KafkaServer | Skipped> {
  const given = process.env[KAFKA_VARIABLE] ?? '';
  if (given === '') return { skipped: `${KAFKA_VARIABLE} is not set` };
  const brokers = given.split(',');
  await untilKafkaAnswers(brokers, MOST_MS_TO_ANSWER).catch(blame(KAFKA_VARIABLE));
  return { brokers, origin: 'environment', version: 'Kafka of a version it does not tell', stop: nothing };
}

async function givenMongo(): Promise<MongoServer | Skipped> {
  const url = process.env[MONGODB_VARIABLE] ?? '';
  if (url === '') return { skipped: `${MONGODB_VARIABLE} is not set` };
  const version = await untilMongoAnswers(url, MOST_MS_TO_ANSWER).catch(blame(MONGODB_VARIABLE));
  return { url, origin: 'environment', version, stop: nothing };
}

const nothing = (): Promise<void> => Promise.resolve();

const blame =
  (variable: string) =>
  (error: Error): never => {
    throw new Error(`${variable} names a server that is not there: ${error.message}`, { cause: error });
  };
