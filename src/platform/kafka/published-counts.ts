import type { Outgoing } from './outgoing';

/** What was published to a topic. */
export interface PublishedCount {
  readonly topic: string;
  readonly messages: number;
  /** Of keys, values and headers, before they are compressed. */
  readonly bytes: number;
}

/** Counts what brokers have acknowledged, by topic. */
export class PublishedCounts {
  private readonly counts = new Map<string, { messages: number; bytes: number }>();

  acknowledged(outgoing: Outgoing): void {
    for (const [topic, messages] of outgoing) {
      const count = this.counts.get(topic) ?? { messages: 0, bytes: 0 };
      this.counts.set(topic, count);
      count.messages += messages.length;
      for (const { key, value, headers } of messages) {
        count.bytes += Buffer.byteLength(key) + value.length + bytesOf(headers);
      }
    }
  }

  all(): readonly PublishedCount[] {
    return [...this.counts].map(([topic, count]) => ({ topic, ...count }));
  }
}

function bytesOf(headers: Readonly<Record<string, string>>): number {
  let bytes = 0;
  for (const name in headers) bytes += name.length + (headers[name]?.length ?? 0);
  return bytes;
}
