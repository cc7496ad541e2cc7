import type { Topic } from '../../ports/event-log';
import { TOPICS } from './log-tables';
import type { SqliteDatabase } from './sqlite-database';
import type { SqliteEventLog } from './sqlite-event-log';

interface Row {
  readonly consumer: string;
  readonly topic: Topic;
  readonly partition: number;
  readonly next: number;
}

/**
 * What is wrong with how far consumers are said to have come, a sentence each: other than they were written, or beyond
 * what there is to read. A consumer that is said to have come less far does its work again; one beyond the end leaves out
 * what comes next.
 */
export function offsetFaults(database: SqliteDatabase, log: Pick<SqliteEventLog, 'landedEnd'>): readonly string[] {
  const rows = database.prepare('SELECT consumer, topic, partition, next FROM consumer_offset').all<Row>();
  const figured = rows.map(({ consumer, topic, partition, next }) => ({
    row: [consumer, topic, partition],
    figures: [next],
  }));
  const beyond = rows.filter(
    ({ topic, partition, next }) => TOPICS.includes(topic) && next > log.landedEnd(topic, partition),
  );
  return [
    ...database.sums.faultsOfFigures('consumer_offset', figured),
    ...beyond.map(
      ({ consumer, topic, partition, next }) =>
        `consumer_offset has ${consumer} at ${next} of partition ${partition} of ${topic}, beyond its end`,
    ),
  ];
}
