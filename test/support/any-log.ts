import type { EventLog, LoggedMessage, Message, Subscriber, Topic } from '../../src/ports/event-log';

/** A batch of whatever was published. */
export interface AnyBatch<V = unknown> {
  readonly topic: Topic;
  readonly messages: readonly LoggedMessage<V>[];
}

/** The same of one partition. */
export type AnyPartitionBatch<V = unknown> = AnyBatch<V> & { readonly partition: number };

type AnySubscriber<V> = Omit<Subscriber, 'handle'> & { readonly handle: (batch: AnyBatch<V>) => Promise<void> };

/** A log as one that takes anything on any topic: what a log promises does not depend on what messages say. */
export type AnyLog<L extends EventLog = EventLog> = Omit<L, 'publish' | 'subscribe' | 'readTopic' | 'read'> & {
  publish(topic: Topic, messages: readonly Message[]): Promise<void>;
  subscribe<V>(subscriber: AnySubscriber<V>): void;
  readTopic<V>(
    topic: Topic,
    onBatch: (batch: AnyPartitionBatch<V>) => Promise<void>,
    from?: { readonly fromOffsets?: ReadonlyMap<number, number> },
  ): Promise<ReadonlyMap<number, number>>;
  read(topic: Topic, partition: number, from: number, limit: number): LoggedMessage[];
};

export const takingAnything = <L extends EventLog>(log: L): AnyLog<L> => log as unknown as AnyLog<L>;
