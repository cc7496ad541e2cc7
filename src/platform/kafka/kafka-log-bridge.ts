import { logLevel, type LogEntry } from 'kafkajs';
import type { Logger } from '../../ports/logger';

/** What of kafkajs' log entries is told: where and what, never the rest of what it may hold. */
const TOLD = ['groupId', 'memberId', 'topic', 'partition', 'offset', 'broker', 'error', 'retryCount', 'retryTime'];

/**
 * Not worth a warning: members of a group come and go; answers that are errors come back to whoever asked; and kafkajs
 * cannot know that the publisher goes on where kafkajs' own retries end.
 */
const EVERYDAY = /rebalanc|re-join|rejoin|resync group|^Response |^Limiting retries for the idempotent producer/i;

/** kafkajs tells every attempt; those who use it tell when it gives up. */
const REPEATED_AFTER_MS = 10_000;
const MOST_REMEMBERED = 1_000;

/** Brings kafkajs' warnings and errors to our log, the same one at most every ten seconds. */
export function kafkaLogBridge(logger: Logger): (entry: LogEntry) => void {
  const toldAt = new Map<string, number>();
  const isTold = (text: string): boolean => {
    const now = performance.now();
    if (now - (toldAt.get(text) ?? -Infinity) < REPEATED_AFTER_MS) return true;
    if (toldAt.size >= MOST_REMEMBERED) toldAt.clear();
    toldAt.set(text, now);
    return false;
  };
  return ({ level, namespace, log }) => {
    const { message } = log;
    const details: Record<string, unknown> = {};
    for (const name of TOLD) {
      const value: unknown = log[name];
      if (typeof value === 'string' || typeof value === 'number') details[name] = value;
      else if (value instanceof Error) details[name] = value.message;
    }
    const text = `Kafka client: ${namespace === '' ? '' : `${namespace}: `}${message}`;
    if (isTold(`${text} ${String(details['groupId'])}`)) return;
    if (EVERYDAY.test(`${message} ${String(details['error'])}`)) logger.info(details, text);
    else if (level === logLevel.ERROR) logger.error(details, text);
    else logger.warn(details, text);
  };
}
