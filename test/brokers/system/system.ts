import { randomBytes } from 'node:crypto';
import { Kafka, logLevel, type Admin } from 'kafkajs';
import { mongo } from 'mongoose';
import { SERVICES, type ServiceName } from '../../../src/operations/services/service-names';
import { readSettings, type Settings } from '../../../src/platform/config/settings';
import { SECRET } from '../../robustness/ground';
import type { Brokers } from '../../servers/brokers';
import { TestIssuer } from '../../support/issuer';
import { ServiceProcess } from './service-process';

/** A distributed rehabspor of a test's own: topics under a prefix of their own and a database of its own. */
export class System {
  readonly prefix = `t${randomBytes(4).toString('hex')}.`;
  readonly kafka: Kafka;
  readonly settings: Settings;
  /** Every process that was started, those that have ended too. */
  readonly processes: ServiceProcess[] = [];
  private readonly environment: Readonly<Record<string, string>>;
  private readonly closings: (() => Promise<unknown>)[] = [];
  private connecting: mongo.MongoClient | undefined;

  /** One whose services trust an issuer of the test's own, which says of whoever asks what `get` and `asking` want. */
  static async start(
    brokers: Brokers,
    environment: Readonly<Record<string, string>> = {},
    ofService?: (name: ServiceName) => Readonly<Record<string, string>>,
  ): Promise<System> {
    return new System(brokers, await TestIssuer.start(), environment, ofService);
  }

  private constructor(
    { kafka, mongo: mongoUrl }: Brokers,
    private readonly issuer: TestIssuer,
    environment: Readonly<Record<string, string>>,
    /** What is a service's own, such as who it is to the servers. */
    private readonly ofService: (name: ServiceName) => Readonly<Record<string, string>> = () => ({}),
  ) {
    this.closing(() => issuer.stop());
    const url = new URL(mongoUrl);
    url.pathname = `/rehabspor_${this.prefix.slice(0, -1)}`;
    this.environment = {
      PATH: process.env['PATH'] ?? '',
      REHABSPOR_MODE: 'distributed',
      REHABSPOR_KAFKA_BROKERS: kafka.join(','),
      REHABSPOR_KAFKA_PREFIX: this.prefix,
      REHABSPOR_MONGODB_URL: url.href,
      REHABSPOR_KEY: SECRET,
      REHABSPOR_PORT: '0',
      REHABSPOR_LOG_LEVEL: 'warn',
      REHABSPOR_OIDC_ISSUER: issuer.issuer,
      REHABSPOR_KAFKA_SHARED: 'on', // A topic for all sources of a kind, with nobody else in the network.
      ...environment,
    };
    this.settings = readSettings(this.environment);
    this.kafka = new Kafka({ brokers: [...kafka], clientId: 'system-test', logLevel: logLevel.NOTHING });
  }

  start(name: ServiceName): ServiceProcess {
    const started = new ServiceProcess(name, { ...this.environment, ...this.ofService(name) });
    this.processes.push(started);
    return started;
  }

  /** Starts services and waits until each is ready. */
  async startAll(names: readonly ServiceName[] = SERVICES): Promise<void> {
    await Promise.all(names.map((name) => this.start(name)).map((started) => started.ready()));
  }

  /** The running process of a service that was started last. */
  running(name: ServiceName): ServiceProcess {
    const found = this.processes.findLast((one) => one.name === name && one.isRunning);
    if (found === undefined) throw new Error(`No ${name} is running.`);
    return found;
  }

  /** Asks every running service to stop in order. */
  async stopAll(): Promise<void> {
    await Promise.all(this.processes.filter(({ isRunning }) => isRunning).map((one) => one.stop()));
  }

  /** The header by which somebody of a role asks, of whom an issuer says what else it needs; the registry's own staff unless told. */
  async asking(
    role = 'registry',
    claims: Readonly<Record<string, unknown>> = {},
  ): Promise<{ readonly authorization: string }> {
    return { authorization: `Bearer ${await this.issuer.token({ ...claims, roles: [role] })}` };
  }

  /** Gets what a service answers the registry's staff at a path. */
  async get<T>(name: ServiceName, path: string): Promise<T> {
    const response = await fetch(`${await this.running(name).url()}${path}`, { headers: await this.asking() });
    if (!response.ok) throw new Error(`${name} answers ${path} with ${response.status}: ${await response.text()}`);
    return (await response.json()) as T;
  }

  async asAdmin<T>(work: (admin: Admin) => Promise<T>): Promise<T> {
    const admin = this.kafka.admin();
    try {
      await admin.connect();
      return await work(admin);
    } finally {
      await admin.disconnect();
    }
  }

  database(): mongo.Db {
    if (this.connecting === undefined) {
      const client = new mongo.MongoClient(this.settings.mongodb.url);
      this.closing(() => client.close());
      this.connecting = client;
    }
    return this.connecting.db();
  }

  /** Remembers what to close when the test is over. */
  closing(close: () => Promise<unknown>): void {
    this.closings.push(close);
  }

  /** Ends every process and everything that is open, and takes topics and database away. */
  async end(): Promise<void> {
    await Promise.all(this.processes.map((one) => one.end()));
    await Promise.allSettled([this.dropTopics(), this.database().dropDatabase()]);
    await Promise.allSettled(this.closings.map((close) => close()));
  }

  private dropTopics(): Promise<void> {
    return this.asAdmin(async (admin) => {
      const topics = (await admin.listTopics()).filter((topic) => topic.startsWith(this.prefix));
      if (topics.length > 0) await admin.deleteTopics({ topics });
    });
  }

  /** Does something; when it fails, what the services said last is shown. */
  async explaining<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const tails = this.processes.map((one) => one.tail()).join('\n');
      process.stderr.write(`What the services said last:\n${tails}\n`);
      throw error;
    }
  }
}

/**
 * Runs a test's work on a system of its own, of which nothing is left afterwards; when it fails, what the services said
 * last is shown.
 */
export async function withSystem<T>(
  brokers: Brokers,
  work: (system: System) => Promise<T>,
  environment: Readonly<Record<string, string>> = {},
): Promise<T> {
  const system = await System.start(brokers, environment);
  try {
    return await system.explaining(() => work(system));
  } finally {
    await system.end();
  }
}
