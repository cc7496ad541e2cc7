import type { Producer } from 'kafkajs';
import type { DistributedSystem } from './distributed-system';

const TOPIC_OF_SECTOR: Readonly<Record<string, string>> = {
  hospital: 'source.hospital',
  danheart: 'source.hospital',
  municipality: 'source.municipality',
  'general-practice': 'source.general-practice',
};
const LINES_A_REQUEST = 2_000;
const HEADERS = { 'content-type': 'application/cloudevents+json; charset=utf-8' };

/** An event as its source sends it. */
export interface SourceLine {
  /** Without the prefix. */
  readonly topic: string;
  readonly source: string;
  readonly id: string;
  readonly text: string;
}

/** A line with where it goes; undefined for one that is not JSON or names no source. */
export function sourceLineOf(text: string): SourceLine | undefined {
  try {
    const { type, source, id } = JSON.parse(text) as Record<string, unknown>;
    if (typeof type !== 'string' || typeof source !== 'string' || typeof id !== 'string') return undefined;
    const [, , sector = ''] = type.split('.');
    return { topic: TOPIC_OF_SECTOR[sector] ?? 'source.registers', source, id, text };
  } catch {
    return undefined;
  }
}

/** All sources behind one producer, which sends one request after the other. */
export class SourceProducer {
  private constructor(
    private readonly system: DistributedSystem,
    private readonly producer: Producer,
  ) {}

  static async connect(system: DistributedSystem): Promise<SourceProducer> {
    const producer = system.kafka.producer({ allowAutoTopicCreation: false });
    await producer.connect();
    return new SourceProducer(system, producer);
  }

  /** Resolves when the brokers have acknowledged all of them. */
  async send(lines: readonly SourceLine[]): Promise<void> {
    const byTopic = new Map<string, { key: string; value: string; headers: Record<string, string> }[]>();
    for (const { topic, source, text } of lines) {
      const messages = byTopic.get(topic) ?? [];
      byTopic.set(topic, messages);
      messages.push({ key: source, value: text, headers: HEADERS });
    }
    const topicMessages = [...byTopic].map(([topic, messages]) => ({ topic: this.system.nameOf(topic), messages }));
    await this.producer.sendBatch({ acks: -1, topicMessages });
  }

  /** Sends as many as there are, some thousand in a request. */
  async sendAll(lines: readonly SourceLine[]): Promise<void> {
    for (let at = 0; at < lines.length; at += LINES_A_REQUEST) await this.send(lines.slice(at, at + LINES_A_REQUEST));
  }

  disconnect(): Promise<void> {
    return this.producer.disconnect();
  }
}
