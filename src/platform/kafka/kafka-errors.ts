/** Members kafkajs gives its errors; the broker's own name for what went wrong is in `type`. */
interface KafkaError {
  readonly name?: string;
  readonly type?: string;
  readonly cause?: unknown;
}

/** The broker would give the same answer to the same message again. */
const REFUSALS = new Set([
  'MESSAGE_TOO_LARGE',
  'RECORD_LIST_TOO_LARGE',
  'INVALID_RECORD',
  'INVALID_TIMESTAMP',
  'INVALID_TOPIC_EXCEPTION',
  'TOPIC_AUTHORIZATION_FAILED',
  'CLUSTER_AUTHORIZATION_FAILED',
  'UNSUPPORTED_FOR_MESSAGE_FORMAT',
  'POLICY_VIOLATION',
]);

const LOST_MEMBERSHIPS = new Set([
  'REBALANCE_IN_PROGRESS',
  'ILLEGAL_GENERATION',
  'UNKNOWN_MEMBER_ID',
  'NOT_COORDINATOR_FOR_GROUP',
]);

/** What kafkajs heals on the connection it has, and in doing so keeps an idempotent producer's numbering. */
const TROUBLES_ON_THE_WAY = new Set([
  'UnansweredError',
  'KafkaJSConnectionError',
  'KafkaJSConnectionClosedError',
  'KafkaJSRequestTimeoutError',
  'KafkaJSBrokerNotFound',
  'KafkaJSMetadataNotLoaded',
  'KafkaJSTopicMetadataNotLoaded',
  'KafkaJSNoBrokerAvailableError',
  'UNKNOWN_TOPIC_OR_PARTITION',
  'LEADER_NOT_AVAILABLE',
  'NOT_LEADER_FOR_PARTITION',
  'REQUEST_TIMED_OUT',
  'NETWORK_EXCEPTION',
  'NOT_ENOUGH_REPLICAS',
  'NOT_ENOUGH_REPLICAS_AFTER_APPEND',
]);

/** Not every partition's messages were acknowledged. */
export class UnansweredError extends Error {
  override readonly name = 'UnansweredError';
}

/** What lies at the bottom of an error, in the broker's words where it has some (`MESSAGE_TOO_LARGE`), else its name. */
export function kafkaErrorName(error: unknown): string {
  let at = error as KafkaError | undefined;
  let name = '';
  for (let depth = 0; depth < 10 && typeof at === 'object' && at !== null; depth += 1) {
    if (typeof at.type === 'string') return at.type;
    if (typeof at.name === 'string') name = at.name;
    at = at.cause as KafkaError | undefined;
  }
  return name;
}

/** True when sending the same message again would be refused again. */
export const isRefusal = (error: unknown): boolean => REFUSALS.has(kafkaErrorName(error));

/** True when a member has to join its group anew before it may go on. */
export const isLostMembership = (error: unknown): boolean => LOST_MEMBERSHIPS.has(kafkaErrorName(error));

/** True when trying again on the same client is enough. */
export const isOnTheWay = (error: unknown): boolean => TROUBLES_ON_THE_WAY.has(kafkaErrorName(error));
