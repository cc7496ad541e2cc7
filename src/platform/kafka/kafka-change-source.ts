import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { DecisionChanged } from '../../kernel/decision-change';
import type { PathwayChange } from '../../kernel/pathway-change';
import { ChangeSource, type Change, type ChangeReader } from '../../ports/change-source';
import type { Logger } from '../../ports/logger';
import { BackOff } from './back-off';
import type { KafkaConnection } from './kafka-connection';
import { kafkaErrorName } from './kafka-errors';

const TOPICS = ['pathway-changes', 'decisions'] as const;
type ChangeTopic = (typeof TOPICS)[number];
const MOST_WAITING = 20_000;

/** Changes from their two topics, each reading with a consumer of its own; places are good in one process only. */
export class KafkaChangeSource extends ChangeSource {
  constructor(
    private readonly connection: KafkaConnection,
    private readonly prefix: string,
    private readonly logger: Logger,
  ) {
    super();
  }

  override async fromNow(): Promise<ChangeReader> {
    const reader = new KafkaChangeReader(this.connection, this.prefix, this.logger);
    for (const topic of TOPICS) {
      const offsets = await this.connection.asAdmin((admin) => admin.fetchTopicOffsets(`${this.prefix}${topic}`));
      for (const { partition, high } of offsets) reader.startAt(topic, partition, Number(high));
    }
    await reader.start();
    return reader;
  }

  override after(): Promise<undefined> {
    return Promise.resolve(undefined);
  }
}

/** A reading that goes on where it was when the brokers are back. */
class KafkaChangeReader implements ChangeReader {
  private readonly waiting: Change[] = [];
  private readonly resume: (() => void)[] = [];
  /** Up to where messages have come, by topic and partition: one that comes again is passed over. */
  private readonly taken = new Map<string, number>();
  private readonly groupId: string;
  private readonly leaving = new AbortController();
  private ended: Promise<void> = Promise.resolve();

  constructor(
    private readonly connection: KafkaConnection,
    private readonly prefix: string,
    private readonly logger: Logger,
  ) {
    this.groupId = `${prefix}counting-${randomUUID()}`;
  }

  startAt(topic: ChangeTopic, partition: number, offset: number): void {
    this.taken.set(`${topic}/${partition}`, offset);
  }

  /** Resolves once the consumer runs. */
  start(): Promise<void> {
    return new Promise((resolve) => {
      this.ended = this.keepRunning(resolve);
    });
  }

  private async keepRunning(onRunning: () => void): Promise<void> {
    const backOff = new BackOff();
    const left = once(this.leaving.signal, 'abort').then(() => backOff.end());
    while (!this.leaving.signal.aborted) {
      try {
        await this.runOnce(left, () => {
          backOff.reset();
          onRunning();
        });
      } catch (error) {
        const reason = kafkaErrorName(error);
        this.logger.error({ error, reason }, 'Following what is counted went down and is started again');
        await backOff.pause();
      }
    }
  }

  private async runOnce(left: Promise<void>, onRunning: () => void): Promise<void> {
    const consumer = this.connection.consumer({ groupId: this.groupId });
    const crashed = new Promise<never>((_, reject) => {
      consumer.on(consumer.events.CRASH, ({ payload }) => reject(payload.error));
    });
    crashed.catch(() => undefined);
    try {
      await consumer.connect();
      await consumer.subscribe({ topics: TOPICS.map((topic) => `${this.prefix}${topic}`) });
      await consumer.run({
        eachMessage: (payload) => {
          this.take(payload.topic.slice(this.prefix.length) as ChangeTopic, payload.partition, payload.message);
          if (this.waiting.length >= MOST_WAITING) this.resume.push(payload.pause());
          return Promise.resolve();
        },
      });
      for (const [name, offset] of this.taken) {
        const [topic = '', partition = ''] = name.split('/');
        consumer.seek({ topic: `${this.prefix}${topic}`, partition: Number(partition), offset: String(offset) });
      }
      onRunning();
      await Promise.race([left, crashed]);
    } finally {
      await consumer.disconnect().catch(() => undefined);
    }
  }

  private take(topic: ChangeTopic, partition: number, message: { offset: string; value: Buffer | null }): void {
    const offset = Number(message.offset);
    const name = `${topic}/${partition}`;
    if (offset < (this.taken.get(name) ?? 0)) return;
    this.taken.set(name, offset + 1);
    const change = readChange(topic, message.value);
    if (change !== undefined) this.waiting.push(change);
  }

  read(limit: number): Promise<readonly Change[]> {
    const changes = this.waiting.splice(0, limit);
    if (this.waiting.length < MOST_WAITING / 2) for (const resume of this.resume.splice(0)) resume();
    return Promise.resolve(changes);
  }

  place(): string {
    return [...this.taken.values()].join('-');
  }

  async close(): Promise<void> {
    this.leaving.abort();
    await this.ended;
    await this.connection.asAdmin((admin) => admin.deleteGroups([this.groupId])).catch(() => undefined);
  }
}

/** Undefined of a message that is no change; whoever made it is told elsewhere. */
function readChange(topic: ChangeTopic, value: Buffer | null): Change | undefined {
  try {
    if (value === null) return undefined;
    const message: unknown = JSON.parse(value.toString('utf8'));
    return topic === 'decisions'
      ? { topic, decisions: message as DecisionChanged }
      : { topic, pathways: message as PathwayChange };
  } catch {
    return undefined;
  }
}
