import type { AnswerTopic, KafkaEventLog } from './kafka-event-log';
import type { Traced, Tracing } from '../telemetry/tracing';
import { StoreError } from '../store-error';
import { EventLog, type Batch, type Message, type Subscriber, type Topic, type Topics } from '../../ports/event-log';
import { whileFollowed } from './source-topics';

/**
 * The log with a span around what each subscriber does with a message that is followed. Whoever answers people gives up
 * publishing after a while and says so: what is sent again is told apart from what was taken in.
 */
export class TracedEventLog extends EventLog {
  private readonly assigned: (() => void)[] = [];

  constructor(
    private readonly log: KafkaEventLog,
    private readonly tracing: Tracing,
    private readonly publishWithinMs: number,
  ) {
    super();
  }

  override publish<T extends Topic>(topic: T, messages: readonly Message<Topics[T]>[]): Promise<void> {
    return this.inTime(this.log.publish(topic, messages));
  }

  private async inTime(published: Promise<void>): Promise<void> {
    if (this.publishWithinMs === Infinity) return published;
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<never>((_, reject) => {
      const giveUp = (): void => reject(new StoreError('Kafka does not answer.', { retriable: true }));
      timer = setTimeout(giveUp, this.publishWithinMs);
    });
    published.catch(() => undefined);
    await Promise.race([published, tooLong]).finally(() => clearTimeout(timer));
  }

  answer(topic: AnswerTopic, messages: readonly Message[]): Promise<void> {
    return this.inTime(this.log.answer(topic, messages));
  }

  override subscribe<T extends Topic>(subscriber: Subscriber<T>): void {
    const { group, handle } = subscriber;
    this.log.subscribe<T>({
      ...subscriber,
      handle: (batch) => {
        const { followed, traced } = this.follow(group, batch);
        return whileFollowed(followed, () => handle(traced));
      },
    });
  }

  override settled(): Promise<void> {
    return this.log.settled();
  }

  start(): void {
    this.log.start();
  }

  unsubscribe(group: string, topic: Topic): Promise<void> {
    return this.log.unsubscribe(group, topic);
  }

  /** Stops delivering once the batches under way are done. */
  stop(): Promise<void> {
    return this.log.stop();
  }

  /** Calls back on every assignment of partitions: what is held in memory may be stale. */
  whenAssigned(callback: () => void): void {
    this.assigned.push(callback);
  }

  tellAssigned(): void {
    for (const callback of this.assigned) callback();
  }

  readonly assignment: KafkaEventLog['assignment'] = (group, topic) => this.log.assignment(group, topic);
  readonly lags: KafkaEventLog['lags'] = () => this.log.lags();
  readonly handled: KafkaEventLog['handled'] = () => this.log.handled();
  readonly readTopic: KafkaEventLog['readTopic'] = (topic, onBatch, from) => this.log.readTopic(topic, onBatch, from);

  private follow<T extends Topic>(group: string, batch: Batch<T>): { followed: Traced[]; traced: Batch<T> } {
    const followed: Traced[] = [];
    const messages = batch.messages.map((message) => {
      if (message.trace === undefined) return message;
      const { topic, partition } = batch;
      const work = this.tracing.begin(group, message.trace, { topic, partition, offset: message.offset });
      followed.push(work);
      return work.trace === undefined ? message : { ...message, trace: work.trace };
    });
    return followed.length === 0 ? { followed, traced: batch } : { followed, traced: { ...batch, messages } };
  }
}
