import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Kafka, logLevel, type Admin } from 'kafkajs';
import { composeDistributed, type Distributed } from '../src/apps/distributed';
import type { ServiceName } from '../src/operations/services/service-names';
import { readSettings, type Settings } from '../src/platform/config/settings';
import { StderrLogger } from '../src/platform/stderr-logger';
import { SystemClock } from '../src/platform/system-clock';
import { Tracing } from '../src/platform/telemetry/tracing';
import { startServers } from '../test/servers/servers';
import { TestIssuer } from '../test/support/issuer';
import { ServiceProcess } from './service-process';

/** The key of every bench's persons. */
export const SECRET = 'a key for benches alone';

/** Where the servers of a bench are. */
export interface Servers {
  readonly brokers: readonly string[];
  readonly mongoUrl: string;
  /** Products and versions, for the bench's line. */
  readonly servers: string;
}

/** Starts Kafka and a server of the MongoDB protocol for the time of the work, or takes those the environment names. */
export async function withServers<T>(work: (servers: Servers) => Promise<T>): Promise<T> {
  const say = (text: string): void => void process.stderr.write(`${text}\n`);
  const servers = await startServers({ say });
  if ('skipped' in servers) throw new Error(servers.skipped);
  const { kafka, mongo } = servers;
  try {
    return await work({
      brokers: kafka.brokers,
      mongoUrl: mongo.url,
      servers: `${kafka.version}, ${mongo.version}`,
    });
  } finally {
    await servers.stop();
  }
}

/** A distributed rehabspor of a bench's own: topics under a prefix of their own and databases of its own. */
export class DistributedSystem {
  readonly prefix = `bench${randomBytes(4).toString('hex')}.`;
  readonly kafka: Kafka;
  private readonly processes: ServiceProcess[] = [];
  private readonly rooms: Distributed[] = [];
  /** Where services keep what they keep beside their database: the head of the log of looks is of one database. */
  private readonly folder = mkdtempSync(join(tmpdir(), 'rehabspor-bench-'));
  private databases = 0;

  static async start(servers: Servers): Promise<DistributedSystem> {
    return new DistributedSystem(servers, await TestIssuer.start());
  }

  private constructor(
    private readonly servers: Servers,
    private readonly issuer: TestIssuer,
  ) {
    this.kafka = new Kafka({ brokers: [...servers.brokers], clientId: 'bench', logLevel: logLevel.NOTHING });
  }

  /** Services started after this begin with an empty store. */
  takeNewDatabase(): void {
    this.databases += 1;
  }

  /** The header by which the registry's own staff ask, for as long as a bench lasts. */
  async asking(): Promise<{ readonly authorization: string }> {
    const exp = Math.floor(Date.now() / 1_000) + 24 * 3_600;
    return { authorization: `Bearer ${await this.issuer.token({ exp })}` };
  }

  /** Kafka's name of a topic or group. */
  nameOf(name: string): string {
    return `${this.prefix}${name}`;
  }

  start(service: ServiceName): ServiceProcess {
    const started = new ServiceProcess(service, this.environment());
    this.processes.push(started);
    return started;
  }

  /** The rooms over the same servers in this process, topics and indexes made. */
  async open(): Promise<Distributed> {
    const logger = new StderrLogger();
    const settings: Settings = readSettings(this.environment());
    const rooms = composeDistributed(
      settings,
      new SystemClock(),
      logger,
      new Tracing(settings.traces, 'bench', logger),
    );
    this.rooms.push(rooms);
    await rooms.prepare();
    return rooms;
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

  /** Ends everything that was started or opened. */
  async end(): Promise<void> {
    await Promise.all(this.processes.map((one) => one.end()));
    await Promise.allSettled([...this.rooms.map((one) => one.close()), this.issuer.stop()]);
    rmSync(this.folder, { recursive: true, force: true });
    await this.asAdmin(async (admin) => {
      const topics = (await admin.listTopics()).filter((topic) => topic.startsWith(this.prefix));
      if (topics.length > 0) await admin.deleteTopics({ topics });
    });
  }

  private environment(): Record<string, string> {
    const url = new URL(this.servers.mongoUrl);
    url.pathname = `/rehabspor_${this.prefix.slice(0, -1)}_${this.databases}`;
    return {
      PATH: process.env['PATH'] ?? '',
      REHABSPOR_MODE: 'distributed',
      REHABSPOR_OIDC_ISSUER: this.issuer.issuer,
      REHABSPOR_KAFKA_SHARED: 'on',
      REHABSPOR_KAFKA_BROKERS: this.servers.brokers.join(','),
      REHABSPOR_KAFKA_PREFIX: this.prefix,
      REHABSPOR_MONGODB_URL: url.href,
      REHABSPOR_KEY: SECRET,
      REHABSPOR_DATA: join(this.folder, `data-${this.databases}`),
      REHABSPOR_PORT: '0',
      REHABSPOR_LOG_LEVEL: 'warn',
    };
  }
}

/** Runs a bench's work on a system of its own, of which nothing is left afterwards. */
export async function withSystem<T>(servers: Servers, work: (system: DistributedSystem) => Promise<T>): Promise<T> {
  const system = await DistributedSystem.start(servers);
  try {
    return await work(system);
  } finally {
    await system.end();
  }
}
