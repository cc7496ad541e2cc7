import type { Logger } from '../../ports/logger';
import {
  EventLog,
  type LoggedMessage,
  type Message,
  type Subscriber,
  type Topic,
  type Topics,
} from '../../ports/event-log';
import { LogConsumer } from './log-consumer';
import { partitionOf } from './partition-of';
import { PARTITIONS, TABLES, TOPICS } from './log-tables';
import { readMessages, writeMessages } from './message-codec';
import type { SqliteDatabase, SqliteStatement } from './sqlite-database';
import { StoreError } from '../store-error';
import { addUnder } from '../../kernel/add-under';

const OFFSETS_PER_PARTITION = 2 ** 40;
const FIRST_RETRY_MS = 50;
const LAST_RETRY_MS = 10_000;

/** A topic's statements and where each partition ends. */
interface TopicTable {
  readonly append: SqliteStatement;
  readonly read: SqliteStatement;
  readonly last: SqliteStatement;
  readonly ends: number[];
  /** What the unit that runs now published and is not written yet, by partition; together one row each. */
  readonly unwritten: Map<number, Message[]>;
  /** Where partitions ended before that unit; absent where it published nothing. */
  endsBefore: readonly number[] | undefined;
}

interface Row {
  readonly at: number;
  readonly count: number;
  readonly messages: string;
}

/** The offset after the last message of a partition. */
function endAfter(last: SqliteStatement, partition: number): number {
  const base = partition * OFFSETS_PER_PARTITION;
  const row = last.get<Row>(base, base + OFFSETS_PER_PARTITION);
  return row === undefined ? 0 : row.at - base + row.count;
}

/**
 * The event log in the embedded store, behaving like Kafka: partitions by key, order within a partition, an offset a
 * consumer group, at-least-once delivery. Effects and offset of a batch land in one unit of work.
 */
export class SqliteEventLog extends EventLog {
  private readonly tables = new Map<Topic, TopicTable>();
  private readonly consumers: LogConsumer[] = [];
  private readonly saveOffset: SqliteStatement;
  private readonly loadOffset: SqliteStatement;
  private readonly startedTopics = new Set<Topic>();
  /** Ends the pauses before failed batches come again. */
  private readonly wakers = new Set<() => void>();

  constructor(
    private readonly database: SqliteDatabase,
    private readonly logger: Logger,
  ) {
    super();
    for (const topic of TOPICS) {
      const table = TABLES[topic];
      const last = database.prepare(`SELECT at, count FROM ${table} WHERE at >= ? AND at < ? ORDER BY at DESC LIMIT 1`);
      this.tables.set(topic, {
        last,
        append: database.prepare(`INSERT INTO ${table} (at, count, messages) VALUES (?, ?, ?)`),
        read: database.prepare(
          `SELECT at, count, messages FROM ${table}
           WHERE at >= coalesce((SELECT max(at) FROM ${table} WHERE at <= ? AND at >= ?), ?) AND at < ? AND at + count > ?
           ORDER BY at LIMIT ?`,
        ),
        ends: Array.from({ length: PARTITIONS[topic] }, (_, partition) => endAfter(last, partition)),
        unwritten: new Map(),
        endsBefore: undefined,
      });
    }
    this.saveOffset = database.prepare(
      'INSERT INTO consumer_offset VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET next = excluded.next',
    );
    this.loadOffset = database.prepare(
      'SELECT next FROM consumer_offset WHERE consumer = ? AND topic = ? AND partition = ?',
    );
  }

  override async publish<T extends Topic>(topic: T, messages: readonly Message<Topics[T]>[]): Promise<void> {
    if (messages.length === 0) return;
    await this.database.run(() => {
      const table = this.tableOf(topic);
      this.writeAtTheEnd(topic, table);
      for (const message of messages) {
        const partition = partitionOf(message.key, table.ends.length);
        table.ends[partition] = (table.ends[partition] ?? 0) + 1;
        addUnder(table.unwritten, partition, message);
        if (table.unwritten.get(partition)?.length === MESSAGES_A_ROW) this.write(topic, table, partition);
      }
      this.database.outsideUnit(() => this.wake(topic));
      return Promise.resolve();
    });
  }

  /** What a unit publishes in many small batches rests in few rows: they are written as they fill, the others when it lands. */
  private writeAtTheEnd(topic: Topic, table: TopicTable): void {
    if (table.endsBefore !== undefined) return;
    const before = [...table.ends];
    table.endsBefore = before;
    this.database.beforeLanding(() => {
      for (const partition of table.unwritten.keys()) this.write(topic, table, partition);
      table.endsBefore = undefined;
    });
    this.database.whenRolledBack(() => {
      table.ends.splice(0, before.length, ...before);
      table.unwritten.clear();
      table.endsBefore = undefined;
    });
  }

  private write(topic: Topic, table: TopicTable, partition: number): void {
    const together = table.unwritten.get(partition) ?? [];
    const at = partition * OFFSETS_PER_PARTITION + (table.ends[partition] ?? 0) - together.length;
    const row: Row = { at, count: together.length, messages: writeMessages(topic, together) };
    table.append.run(row.at, row.count, row.messages);
    this.database.sums.changed(TABLES[topic], [row], []);
    table.unwritten.delete(partition);
  }

  override subscribe<T extends Topic>({ group, topic, maxBatch, handle }: Subscriber<T>): void {
    for (let partition = 0; partition < this.tableOf(topic).ends.length; partition += 1) {
      const handleFrom = async (from: number): Promise<number> => {
        const messages = this.read(topic, partition, from, maxBatch);
        const last = messages.at(-1);
        if (last === undefined) return from;
        await handle({ topic, messages });
        return last.offset + 1;
      };
      this.consumers.push(
        new LogConsumer(group, topic, partition, this.committed(group, topic, partition), handleFrom),
      );
    }
    this.wake(topic);
  }

  /** Begins to deliver to subscribers, those with a backlog at once; a second call may add topics. */
  start(topics: readonly Topic[] = TOPICS): void {
    for (const topic of topics) {
      this.startedTopics.add(topic);
      this.wake(topic);
    }
  }

  /** Stops delivering once the batches under way are done. */
  async stop(): Promise<void> {
    this.startedTopics.clear();
    for (const wake of this.wakers) wake();
    await Promise.all(this.consumers.map(({ running }) => running));
  }

  /** Rejects when the store itself cannot take what subscribers write: waiting would be for ever. */
  override async settled(): Promise<void> {
    for (;;) {
      const stuck = this.stuck();
      if (stuck !== undefined) throw stuck.failure;
      const busy = this.consumers.filter(
        (consumer) => this.startedTopics.has(consumer.topic) && (this.lagOf(consumer) > 0 || consumer.isRunning),
      );
      if (busy.length === 0) return;
      await Promise.race([...busy.map(({ running }) => running), new Promise((resolve) => setTimeout(resolve, 20))]);
    }
  }

  /** Why, and how many messages do not get on because the store itself does not take what comes of them. */
  stuck(): { readonly failure: StoreError; readonly messages: number } | undefined {
    const stuck = this.consumers.filter(({ failure }) => failure instanceof StoreError);
    const failure = stuck[0]?.failure as StoreError | undefined;
    return failure && { failure, messages: stuck.reduce((sum, consumer) => sum + this.lagOf(consumer), 0) };
  }

  /** Messages not handled yet, by group and topic. */
  lags(): { readonly group: string; readonly topic: Topic; readonly lag: number }[] {
    const lags = new Map<string, { group: string; topic: Topic; lag: number }>();
    for (const consumer of this.consumers) {
      const { group, topic } = consumer;
      const known = lags.get(`${group} ${topic}`) ?? { group, topic, lag: 0 };
      known.lag += this.lagOf(consumer);
      lags.set(`${group} ${topic}`, known);
    }
    return [...lags.values()];
  }

  /** Messages handled since the log was opened, by group and topic. */
  handled(): { readonly group: string; readonly topic: Topic; readonly messages: number }[] {
    const handled = new Map<string, { group: string; topic: Topic; messages: number }>();
    for (const { group, topic, next, first } of this.consumers) {
      const known = handled.get(`${group} ${topic}`) ?? { group, topic, messages: 0 };
      known.messages += next - first;
      handled.set(`${group} ${topic}`, known);
    }
    return [...handled.values()];
  }

  /** How many messages a topic holds. */
  countOf(topic: Topic): number {
    return this.tableOf(topic).ends.reduce((sum, end) => sum + end, 0);
  }

  /** The offset after a partition's last message that has landed. */
  landedEnd(topic: Topic, partition: number): number {
    return endAfter(this.tableOf(topic).last, partition);
  }

  partitionsOf(topic: Topic): number {
    return this.tableOf(topic).ends.length;
  }

  /** The messages of a partition from an offset on, at least one row of them and about `limit`. */
  read<T extends Topic>(topic: T, partition: number, from: number, limit: number): LoggedMessage<Topics[T]>[] {
    const base = partition * OFFSETS_PER_PARTITION;
    const messages: LoggedMessage<Topics[T]>[] = [];
    const { read } = this.tableOf(topic);
    let next = from;
    while (messages.length < limit) {
      const rows = read.all<Row>(base + next, base, base, base + OFFSETS_PER_PARTITION, base + next, ROWS_AT_A_TIME);
      for (const row of rows) {
        readMessages(topic, row.messages).forEach(({ key, value }, index) => {
          const offset = row.at - base + index;
          if (offset < next || messages.length >= limit) return;
          messages.push({ offset, key, value });
          next = offset + 1;
        });
        if (messages.length >= limit) break;
      }
      if (rows.length < ROWS_AT_A_TIME) break;
    }
    return messages;
  }

  /** The offset a group reads next in a partition, as it has landed. */
  committed(group: string, topic: Topic, partition: number): number {
    return this.loadOffset.get<{ next: number }>(group, topic, partition)?.next ?? 0;
  }

  private tableOf(topic: Topic): TopicTable {
    return this.tables.get(topic) as TopicTable;
  }

  private lagOf({ topic, partition, next }: LogConsumer): number {
    return (this.tableOf(topic).ends[partition] ?? 0) - next;
  }

  private wake(topic: Topic): void {
    if (!this.startedTopics.has(topic)) return;
    for (const consumer of this.consumers) {
      if (consumer.topic !== topic || consumer.isRunning || this.lagOf(consumer) === 0) continue;
      consumer.isRunning = true;
      consumer.running = this.deliver(consumer).finally(() => {
        consumer.isRunning = false;
        if (this.lagOf(consumer) > 0) this.wake(topic);
      });
    }
  }

  /** Delivers batch after batch until the partition's end; a failed batch comes again after a pause. */
  private async deliver(consumer: LogConsumer): Promise<void> {
    let pause = FIRST_RETRY_MS;
    while (this.startedTopics.has(consumer.topic) && this.lagOf(consumer) > 0) {
      try {
        await this.database.run(() => this.deliverBatch(consumer));
        consumer.failure = undefined;
        pause = FIRST_RETRY_MS;
      } catch (error) {
        consumer.failure = error;
        const { group, topic } = consumer;
        this.logger.error({ group, topic, error }, 'A batch failed and comes again');
        if (this.startedTopics.has(topic)) await this.pause(pause);
        pause = Math.min(pause * 2, LAST_RETRY_MS);
      }
    }
  }

  private pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        this.wakers.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, milliseconds);
      this.wakers.add(wake);
    });
  }

  private async deliverBatch(consumer: LogConsumer): Promise<void> {
    const { group, topic, partition } = consumer;
    const next = await consumer.handleFrom(consumer.next);
    if (next === consumer.next) return;
    this.saveOffset.run(group, topic, partition, next);
    const row = [group, topic, partition];
    this.database.sums.added('consumer_offset', [{ row, figures: [next - consumer.next] }]);
    this.database.whenLanded(() => {
      consumer.next = next;
    });
  }
}

const ROWS_AT_A_TIME = 64;
const MESSAGES_A_ROW = 256;
