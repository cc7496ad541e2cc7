/** The topics the rooms meet through (contracts/asyncapi.yaml). */
export type Topic = 'clinical-events' | 'feed-statuses' | 'pathway-changes' | 'decisions' | 'feed-alarms';

/** A message to publish; messages of one key keep their order. */
export interface Message {
  readonly key: string;
  readonly value: object;
  /** Where it came from, as W3C `traceparent`; carried along where a log can. */
  readonly trace?: string;
}

/** A message as consumers get it; `offset` counts within its topic and partition. */
export interface LoggedMessage<V = unknown> {
  readonly offset: number;
  readonly key: string;
  readonly value: V;
  readonly trace?: string;
}

/** Messages of one partition in their order. */
export interface Batch<V = unknown> {
  readonly topic: Topic;
  readonly partition: number;
  readonly messages: readonly LoggedMessage<V>[];
}

/** Who wants to read a topic: every group sees every message. */
export interface Subscriber<V = unknown> {
  readonly group: string;
  readonly topic: Topic;
  /** A batch holds at most this many messages. */
  readonly maxBatch: number;
  /** Resolves when the batch's effects are kept; a rejection brings the same batch again later. */
  readonly handle: (batch: Batch<V>) => Promise<void>;
}

/**
 * An append-only log with topics, partitions and consumer groups.
 *
 * Promises: what `publish` resolved for is durable; messages of one key are in one partition and keep their order;
 * every subscriber's group gets every message at least once; a subscriber that fails gets the same batch again and
 * never fails a publisher. Making effects happen once is the subscriber's job, by the offsets.
 */
export abstract class EventLog {
  /** Appends messages; resolves when they are durable. */
  abstract publish(topic: Topic, messages: readonly Message[]): Promise<void>;

  /** Registers a subscriber; it gets batches once the log is started. */
  abstract subscribe<V>(subscriber: Subscriber<V>): void;

  /**
   * Resolves when every group has handled everything published before the call and what that led to; rejects when
   * the store itself cannot take what subscribers write.
   */
  abstract settled(): Promise<void>;
}
