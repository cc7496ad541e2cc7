import { randomUUID } from 'node:crypto';
import type { Consumer } from 'kafkajs';
import type { DecisionChanged } from '../../kernel/decision-change';
import { DecisionFeed, type DecisionReader, type PlacedChange } from '../../ports/decision-feed';
import { BackOff } from './back-off';
import type { KafkaConnection } from './kafka-connection';

const PLACE = /^\d{1,15}(-\d{1,15})*$/;
const MOST_WAITING = 1_000;
const MOST_ATTEMPTS = 5;

/**
 * Changed decisions from their topic, each reading with a consumer of its own. A place is the next offset of every
 * partition, so a listener may come back to any process.
 */
export class KafkaDecisionFeed extends DecisionFeed {
  constructor(
    private readonly connection: KafkaConnection,
    private readonly prefix: string,
  ) {
    super();
  }

  override async fromStart(): Promise<DecisionReader> {
    return this.readFrom((await this.bounds()).map(({ low }) => Number(low)));
  }

  override async fromNow(): Promise<DecisionReader> {
    return this.readFrom((await this.bounds()).map(({ high }) => Number(high)));
  }

  override async after(place: string): Promise<DecisionReader | undefined> {
    if (!PLACE.test(place)) return undefined;
    const next = place.split('-').map(Number);
    const bounds = await this.bounds();
    if (next.length !== bounds.length) return undefined;
    return this.readFrom(next.map((offset, at) => Math.min(offset, Number(bounds[at]?.high))));
  }

  override placeOf(next: readonly number[]): string {
    return next.join('-');
  }

  private async bounds(): Promise<
    readonly { readonly partition: number; readonly low: string; readonly high: string }[]
  > {
    const offsets = await this.connection.asAdmin((admin) => admin.fetchTopicOffsets(this.topic));
    return offsets.sort((a, b) => a.partition - b.partition);
  }

  /** A reading that has begun; what fails because a group’s coordinator is only just being found is tried again. */
  private async readFrom(next: readonly number[]): Promise<DecisionReader> {
    const backOff = new BackOff();
    for (let attempt = 1; ; attempt += 1) {
      const reader = this.readerFrom(next);
      try {
        await reader.start(this.topic);
        return reader;
      } catch (error) {
        await reader.close();
        if (attempt === MOST_ATTEMPTS) throw error;
        await backOff.pause();
      }
    }
  }

  private readerFrom(next: readonly number[]): KafkaDecisionReader {
    const groupId = `${this.prefix}changes-${randomUUID()}`;
    return new KafkaDecisionReader(this.connection.consumer({ groupId }), [...next], async () => {
      await this.connection.asAdmin((admin) => admin.deleteGroups([groupId])).catch(() => undefined);
    });
  }

  private get topic(): string {
    return `${this.prefix}decisions`;
  }
}

interface Waiting {
  readonly partition: number;
  readonly offset: number;
  readonly change: DecisionChanged;
}

class KafkaDecisionReader implements DecisionReader {
  private readonly waiting: Waiting[] = [];
  private readonly resume: (() => void)[] = [];
  /** Up to where messages have come, handed out or not: one that comes again is passed over. */
  private readonly taken: number[];

  constructor(
    private readonly consumer: Consumer,
    private readonly given: number[],
    private readonly forget: () => Promise<void>,
  ) {
    this.taken = [...given];
  }

  /** Resolves once the consumer reads from where it is to; a join that fails for a moment is tried again by kafkajs. */
  async start(topic: string): Promise<void> {
    await this.consumer.connect();
    const joined = new Promise<void>((resolve, reject) => {
      const { GROUP_JOIN, CRASH } = this.consumer.events;
      this.consumer.on(GROUP_JOIN, () => {
        this.seek(topic);
        resolve();
      });
      this.consumer.on(CRASH, ({ payload }) => {
        if (!payload.restart) reject(payload.error);
      });
    });
    joined.catch(() => undefined);
    await this.consumer.subscribe({ topic });
    await this.consumer.run({
      eachMessage: (payload) => {
        const { partition, message } = payload;
        const offset = Number(message.offset);
        if (offset >= (this.taken[partition] ?? 0)) {
          this.taken[partition] = offset + 1;
          const change = readChange(message.value);
          if (change !== undefined) this.waiting.push({ partition, offset, change });
          if (this.waiting.length >= MOST_WAITING) this.resume.push(payload.pause());
        }
        return Promise.resolve();
      },
    });
    await joined;
  }

  /** Goes on after what has come, whatever was committed. */
  private seek(topic: string): void {
    this.taken.forEach((offset, partition) => this.consumer.seek({ topic, partition, offset: String(offset) }));
  }

  read(limit: number): Promise<readonly PlacedChange[]> {
    const changes = this.waiting.splice(0, limit).map(({ partition, offset, change }) => {
      this.given[partition] = offset + 1;
      return { place: this.given.join('-'), lane: partition, offset, change };
    });
    if (this.waiting.length < MOST_WAITING / 2) for (const resume of this.resume.splice(0)) resume();
    return Promise.resolve(changes);
  }

  next(): readonly number[] {
    return [...this.given];
  }

  async close(): Promise<void> {
    await this.consumer.disconnect();
    await this.forget();
  }
}

/** Undefined of a message that is no change; whoever made it is told elsewhere. */
function readChange(value: Buffer | null): DecisionChanged | undefined {
  try {
    return value === null ? undefined : (JSON.parse(value.toString('utf8')) as DecisionChanged);
  } catch {
    return undefined;
  }
}
