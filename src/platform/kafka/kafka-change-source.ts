import { randomUUID } from 'node:crypto';
import type { Consumer } from 'kafkajs';
import { ChangeSource, type Change, type ChangeReader } from '../../ports/change-source';
import type { KafkaConnection } from './kafka-connection';

const TOPICS = ['pathway-changes', 'decisions'] as const;
type ChangeTopic = (typeof TOPICS)[number];
const MOST_WAITING = 20_000;

/** Changes from their two topics, each reading with a consumer of its own; places are good in one process only. */
export class KafkaChangeSource extends ChangeSource {
  constructor(
    private readonly connection: KafkaConnection,
    private readonly prefix: string,
  ) {
    super();
  }

  override async fromNow(): Promise<ChangeReader> {
    const groupId = `${this.prefix}counting-${randomUUID()}`;
    const reader = new KafkaChangeReader(this.connection.consumer({ groupId }), this.prefix, async () => {
      await this.connection.asAdmin((admin) => admin.deleteGroups([groupId])).catch(() => undefined);
    });
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

class KafkaChangeReader implements ChangeReader {
  private readonly waiting: Change[] = [];
  private readonly resume: (() => void)[] = [];
  /** Up to where messages have come, by topic and partition: one that comes again is passed over. */
  private readonly taken = new Map<string, number>();

  constructor(
    private readonly consumer: Consumer,
    private readonly prefix: string,
    private readonly forget: () => Promise<void>,
  ) {}

  startAt(topic: ChangeTopic, partition: number, offset: number): void {
    this.taken.set(`${topic}/${partition}`, offset);
  }

  async start(): Promise<void> {
    await this.consumer.connect();
    await this.consumer.subscribe({ topics: TOPICS.map((topic) => `${this.prefix}${topic}`) });
    await this.consumer.run({
      eachMessage: (payload) => {
        const { partition, message } = payload;
        const topic = payload.topic.slice(this.prefix.length) as ChangeTopic;
        const offset = Number(message.offset);
        const name = `${topic}/${partition}`;
        if (offset >= (this.taken.get(name) ?? 0)) {
          this.taken.set(name, offset + 1);
          const change = readChange(topic, message.value);
          if (change !== undefined) this.waiting.push(change);
          if (this.waiting.length >= MOST_WAITING) this.resume.push(payload.pause());
        }
        return Promise.resolve();
      },
    });
    for (const [name, offset] of this.taken) {
      const [topic = '', partition = ''] = name.split('/');
      this.consumer.seek({ topic: `${this.prefix}${topic}`, partition: Number(partition), offset: String(offset) });
    }
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
    await this.consumer.disconnect();
    await this.forget();
  }
}

/** Undefined of a message that is no change; whoever made it is told elsewhere. */
function readChange(topic: ChangeTopic, value: Buffer | null): Change | undefined {
  try {
    if (value === null) return undefined;
    const message = JSON.parse(value.toString('utf8')) as never;
    return topic === 'decisions' ? { topic, decisions: message } : { topic, pathways: message };
  } catch {
    return undefined;
  }
}
