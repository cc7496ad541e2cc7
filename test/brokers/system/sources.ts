import type { Producer } from 'kafkajs';
import type { System } from './system';

/** A message as a source puts it on a topic; `topic` is without the prefix. */
export interface SourceMessage {
  readonly topic: string;
  readonly key: string | null;
  readonly value: Buffer | null;
  readonly headers?: Readonly<Record<string, string>>;
}

const TOPIC_OF_SECTOR: Readonly<Record<string, string>> = {
  hospital: 'source.hospital',
  danheart: 'source.hospital',
  municipality: 'source.municipality',
  'general-practice': 'source.general-practice',
};

/** The topic an event of a type is sent to. */
function topicOf(type: string): string {
  const [, , sector = ''] = type.split('.');
  return TOPIC_OF_SECTOR[sector] ?? 'source.registers';
}

/** The whole event as the message. */
export function structured(line: string): SourceMessage {
  const { type, source } = JSON.parse(line) as Record<string, string>;
  return {
    topic: topicOf(type as string),
    key: source as string,
    value: Buffer.from(line, 'utf8'),
    headers: { 'content-type': 'application/cloudevents+json; charset=utf-8' },
  };
}

/** The attributes as headers, `data` alone as the message. */
function binary(line: string): SourceMessage {
  const { data, datacontenttype, ...attributes } = JSON.parse(line) as Record<string, unknown>;
  const headers = Object.entries(attributes).map(([name, value]) => [`ce_${name}`, String(value)]);
  return {
    ...structured(line),
    value: Buffer.from(JSON.stringify(data), 'utf8'),
    headers: { ...(Object.fromEntries(headers) as Record<string, string>), 'content-type': String(datacontenttype) },
  };
}

/** Lines as messages, some share of them in binary mode. */
export const inBothModes = (lines: readonly string[], random: () => number, share = 0.2): SourceMessage[] =>
  lines.map((line) => (random() < share ? binary(line) : structured(line)));

const MESSAGES_AT_A_TIME = 1_000;
const MOST_BYTES_AT_A_TIME = 800_000;

/** The sources, all behind one producer: what they send stays in order and is sent again until it is acknowledged. */
export class Sources {
  private producer: Promise<Producer> | undefined;

  constructor(private readonly system: System) {
    system.closing(() => this.dropProducer());
  }

  async send(messages: readonly SourceMessage[]): Promise<void> {
    let portion: SourceMessage[] = [];
    let bytes = 0;
    for (const message of messages) {
      const size = message.value?.length ?? 0;
      if (portion.length >= MESSAGES_AT_A_TIME || (portion.length > 0 && bytes + size > MOST_BYTES_AT_A_TIME)) {
        await this.sendAtLeastOnce(portion);
        portion = [];
        bytes = 0;
      }
      portion.push(message);
      bytes += size;
    }
    await this.sendAtLeastOnce(portion);
  }

  private async sendAtLeastOnce(messages: readonly SourceMessage[]): Promise<void> {
    const byTopic = new Map<string, SourceMessage[]>();
    for (const message of messages) byTopic.set(message.topic, [...(byTopic.get(message.topic) ?? []), message]);
    const topicMessages = [...byTopic].map(([topic, ofTopic]) => ({
      topic: `${this.system.prefix}${topic}`,
      messages: ofTopic.map(({ key, value, headers }) => ({ key, value, headers: { ...headers } })),
    }));
    for (;;) {
      try {
        const producer = await (this.producer ??= this.connect());
        await producer.sendBatch({ acks: -1, topicMessages });
        return;
      } catch {
        await this.dropProducer();
      }
    }
  }

  private async connect(): Promise<Producer> {
    const producer = this.system.kafka.producer({ allowAutoTopicCreation: false });
    await producer.connect();
    return producer;
  }

  private async dropProducer(): Promise<void> {
    const { producer } = this;
    this.producer = undefined;
    await producer?.then((one) => one.disconnect()).catch(() => undefined);
  }
}
