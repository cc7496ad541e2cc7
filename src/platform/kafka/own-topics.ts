import { ConfigResourceTypes } from 'kafkajs';
import type { Scheme } from '../../kernel/organisation';
import { ownTopicsBegin, senderOf } from '../../kernel/source-topic';
import type { KafkaConnection } from './kafka-connection';

const STAMPED = 'message.timestamp.type';
const BY_BROKER = 'LogAppendTime';

/** Sources' own topics that are there: those to read, and those whose messages their senders date themselves. */
export interface OwnTopics {
  readonly sound: readonly string[];
  readonly undated: readonly string[];
}

/** Looks which topics sources of some kinds have of their own; names without the prefix, in their order. */
export function ownTopics(connection: KafkaConnection, prefix: string, schemes: readonly Scheme[]): Promise<OwnTopics> {
  return connection.asAdmin(async (admin) => {
    const found = (await admin.listTopics())
      .filter((name) => name.startsWith(prefix))
      .map((name) => name.slice(prefix.length))
      .filter((name) => senderOf(name) !== undefined && schemes.some((one) => name.startsWith(ownTopicsBegin(one))))
      .sort();
    if (found.length === 0) return { sound: [], undated: [] };
    const { resources } = await admin.describeConfigs({
      includeSynonyms: false,
      resources: found.map((name) => ({
        type: ConfigResourceTypes.TOPIC,
        name: `${prefix}${name}`,
        configNames: [STAMPED],
      })),
    });
    // When an event arrived is the broker's word, not the sender's.
    const dated = new Set(
      resources
        .filter(({ configEntries }) =>
          configEntries.some(({ configName, configValue }) => configName === STAMPED && configValue === BY_BROKER),
        )
        .map(({ resourceName }) => resourceName.slice(prefix.length)),
    );
    return { sound: found.filter((name) => dated.has(name)), undated: found.filter((name) => !dated.has(name)) };
  });
}
