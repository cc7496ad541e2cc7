import type { ClinicalEvent, ClinicalEventOf } from '../kernel/clinical-event';
import type { DecisionChanged } from '../kernel/decision-change';
import type { AlarmStepTold } from '../kernel/feed-alarm';
import type { LookAlarm } from '../kernel/look-alarm';
import type { PathwayChange } from '../kernel/pathway-change';

/** The topics the rooms meet through and what their messages say (contracts/asyncapi.yaml). */
export interface Topics {
  readonly 'clinical-events': ClinicalEvent;
  readonly 'feed-statuses': ClinicalEventOf<'registry.feed-status'>;
  readonly 'pathway-changes': PathwayChange;
  readonly decisions: DecisionChanged;
  readonly 'feed-alarms': AlarmStepTold;
  readonly 'look-alarms': LookAlarm;
}
export type Topic = keyof Topics;

/** A message to publish; messages of one key keep their order. */
export interface Message<V extends object = object> {
  readonly key: string;
  readonly value: V;
  /** Where it came from, as W3C `traceparent`; carried along where a log can. */
  readonly trace?: string;
  /** A clinical event's value as it rests in a log, where it was written already: the same as what is read of it. */
  readonly written?: string;
}

/** A message as consumers get it; `offset` counts within its topic and partition. */
export interface LoggedMessage<V = unknown> {
  readonly offset: number;
  readonly key: string;
  readonly value: V;
  readonly trace?: string;
}

/** Messages of a topic, those of one partition in their order. */
export interface Batch<T extends Topic = Topic> {
  readonly topic: T;
  readonly messages: readonly LoggedMessage<Topics[T]>[];
}

/** Messages of one partition in their order. */
export interface PartitionBatch<T extends Topic = Topic> extends Batch<T> {
  readonly partition: number;
}

/** Who wants to read a topic: every group sees every message. */
export interface Subscriber<T extends Topic = Topic> {
  readonly group: string;
  readonly topic: T;
  /** A batch holds at most this many messages. */
  readonly maxBatch: number;
  /** Resolves when the batch's effects are kept; a rejection brings the same batch again later. */
  readonly handle: (batch: Batch<T>) => Promise<void>;
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
  abstract publish<T extends Topic>(topic: T, messages: readonly Message<Topics[T]>[]): Promise<void>;

  /** Registers a subscriber; it gets batches once the log is started. */
  abstract subscribe<T extends Topic>(subscriber: Subscriber<T>): void;

  /**
   * Resolves when every group has handled everything published before the call and what that led to; rejects when
   * the store itself cannot take what subscribers write.
   */
  abstract settled(): Promise<void>;
}
