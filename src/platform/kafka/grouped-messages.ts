import { addUnder } from '../../kernel/add-under';

/**
 * Messages to send that know which go to which partition. kafkajs 2.2.4 asks a list of messages for that by its `reduce`,
 * and copies for each message all those of its partition before it; this list answers at once.
 */
export function groupedMessages<M extends { readonly partition: number }>(messages: readonly M[]): M[] {
  const byPartition = new Map<number, M[]>();
  for (const message of messages) addUnder(byPartition, message.partition, message);
  const grouped = Object.fromEntries(byPartition);
  return Object.defineProperty([...messages], 'reduce', { value: () => grouped });
}
