import { readFileSync } from 'node:fs';
import { connect, isIP, type Socket } from 'node:net';
import { connect as connectSecurely, type ConnectionOptions } from 'node:tls';
import {
  Kafka,
  logLevel,
  Partitioners,
  type Admin,
  type Consumer,
  type ConsumerConfig,
  type ISocketFactoryArgs,
  type KafkaConfig,
  type Producer,
  type RetryOptions,
  type SASLOptions,
} from 'kafkajs';
import type { Logger } from '../../ports/logger';
import { FileError } from '../file-error';
import { kafkaLogBridge } from './kafka-log-bridge';
import { encodeProducedCheaply } from './produce-encoding';
import { quietRequestQueue } from './quiet-request-queue';

/** Where Kafka is and how to be let in. */
export interface KafkaSettings {
  /** `host:port` each; any of them that answers is enough. */
  readonly brokers: readonly string[];
  readonly clientId: string;
  /** Names of PEM files; an empty object is TLS with the certificate authorities Node knows. */
  readonly ssl?: { readonly ca?: string; readonly cert?: string; readonly key?: string };
  readonly sasl?: {
    readonly mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512';
    readonly username: string;
    readonly password: string;
  };
}

/**
 * kafkajs tries a few times and gives up; those who use it here then try anew for ever, with a client in a known state.
 * (kafkajs itself, told to retry for ever, gives up on errors it takes for final and restarts behind `stop`.)
 */
const RETRY: RetryOptions = { retries: 4, initialRetryTime: 100, maxRetryTime: 2_000 };

const KEEP_ALIVE_MS = 60_000;

/** Makes the clients of one Kafka cluster. */
export class KafkaConnection {
  private readonly kafka: Kafka;

  /** Throws a `FileError` when a certificate cannot be read. */
  constructor(settings: KafkaSettings, logger: Logger) {
    quietRequestQueue();
    encodeProducedCheaply();
    const { brokers, clientId, ssl, sasl } = settings;
    const config: KafkaConfig = {
      brokers: [...brokers],
      clientId,
      retry: RETRY,
      connectionTimeout: 3_000,
      socketFactory,
      logLevel: logLevel.WARN,
      logCreator: () => kafkaLogBridge(logger),
    };
    if (ssl !== undefined) config.ssl = pemFiles(ssl);
    if (sasl !== undefined) config.sasl = sasl as SASLOptions;
    this.kafka = new Kafka(config);
  }

  /** What it sends is kept once and in order as long as requests are sent one after the other. */
  producer(): Producer {
    return this.kafka.producer({
      idempotent: true,
      maxInFlightRequests: 1,
      allowAutoTopicCreation: false,
      createPartitioner: Partitioners.DefaultPartitioner,
    });
  }

  /** A consumer that stays down once it crashed. */
  consumer(config: ConsumerConfig): Consumer {
    return this.kafka.consumer({
      ...config,
      allowAutoTopicCreation: false,
      retry: { ...RETRY, restartOnFailure: () => Promise.resolve(false) },
    });
  }

  /** Does something that needs an administrator's client. */
  async asAdmin<T>(work: (admin: Admin) => Promise<T>): Promise<T> {
    const admin = this.kafka.admin();
    try {
      await admin.connect();
      return await work(admin);
    } finally {
      await admin.disconnect().catch(() => undefined);
    }
  }
}

function pemFiles(files: NonNullable<KafkaSettings['ssl']>): ConnectionOptions {
  const options: ConnectionOptions = {};
  for (const name of ['ca', 'cert', 'key'] as const) {
    const file = files[name];
    if (file === undefined) continue;
    try {
      options[name] = readFileSync(file, 'utf8');
    } catch (error) {
      throw FileError.reading(file, error);
    }
  }
  return options;
}

/** As kafkajs connects, but sends at once: a small request waits for nothing. */
function socketFactory({ host, port, ssl, onConnect }: ISocketFactoryArgs): Socket {
  // kafkajs gives undefined where no TLS is asked for.
  const options = ssl as ConnectionOptions | undefined;
  const socket =
    options === undefined || (options as unknown) === null
      ? connect({ host, port }, onConnect)
      : connectSecurely(
          { host, port, ...(isIP(host) === 0 ? { servername: host } : undefined), ...options },
          onConnect,
        );
  socket.setNoDelay(true);
  // kafkajs listens anew each time it gives up a connection that is gone.
  socket.setMaxListeners(0);
  socket.setKeepAlive(true, KEEP_ALIVE_MS);
  return socket;
}
