import type { RecordMetadata } from 'kafkajs';
import { addUnder } from '../../kernel/add-under';

/** A message as it goes over the wire. */
export interface OutgoingMessage {
  readonly key: string;
  readonly value: Buffer;
  readonly headers: Record<string, string>;
  readonly partition: number;
}

/** Messages by Kafka's name of their topic. */
export type Outgoing = ReadonlyMap<string, readonly OutgoingMessage[]>;

/**
 * What goes to each broker. When kafkajs sends to several at once and one of them fails, it does not tell what the
 * others took.
 */
export function byLeader(outgoing: Outgoing, leaderOf: (topic: string, partition: number) => number): Outgoing[] {
  const leaders = new Map<number, Map<string, OutgoingMessage[]>>();
  for (const [topic, messages] of outgoing) {
    for (const message of messages) {
      const leader = leaderOf(topic, message.partition);
      const topics = leaders.get(leader) ?? new Map<string, OutgoingMessage[]>();
      addUnder(topics, topic, message);
      leaders.set(leader, topics);
    }
  }
  return [...leaders.values()];
}

/**
 * What has no answer yet. kafkajs does not send what belongs to a broker that has answered it already: when a partition
 * moves between two attempts, its messages would be forgotten, and nobody told.
 */
export function unanswered(sent: Outgoing, answers: readonly RecordMetadata[]): Outgoing {
  const answered = new Set(answers.map(({ topicName, partition }) => `${partition} ${topicName}`));
  const left = new Map<string, readonly OutgoingMessage[]>();
  for (const [topic, messages] of sent) {
    const of = messages.filter(({ partition }) => !answered.has(`${partition} ${topic}`));
    if (of.length > 0) left.set(topic, of);
  }
  return left;
}
