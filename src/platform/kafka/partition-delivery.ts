import type { KafkaMessage } from 'kafkajs';
import type { Logger } from '../../ports/logger';
import { pauseAfter } from './back-off';
import { languageIn } from './kafka-headers';
import { Unreadable, type PoisonHooks } from './poison';
import { isQuoting, whyFailed, type Why } from './why-poison';

/** What a consumer group makes of the messages of a topic. */
export interface Consumption<M> {
  readonly group: string;
  readonly topic: string;
  /** A portion holds at most this many messages. */
  readonly maxBatch: number;
  /** What the handler gets for a message, or why it gets none. */
  readonly read: (message: KafkaMessage, partition: number) => M | Unreadable;
  /** Resolves when the messages' effects are kept. */
  readonly handle: (partition: number, messages: readonly M[]) => Promise<void>;
}

/** So many messages are dealt with, handled or given up; or the partition waits before the same ones come again. */
export type Outcome = { readonly done: number; readonly handled: number } | { readonly pauseMs: number };

const MOST_POISONED_ATTEMPTS = 3;

/** The messages of one attempt: some for the handler, or one for the poison hook. */
interface Portion<M> {
  readonly first: KafkaMessage;
  readonly values: readonly M[];
  readonly last: number;
  readonly poison?: Why;
}

/** A portion that failed and comes again. */
interface Trouble {
  /** Its first offset; undefined when that is whatever comes next. */
  readonly from: number | undefined;
  /** Its last offset. */
  readonly to: number;
  readonly manner: 'together' | 'one by one';
  readonly attempts: number;
  readonly poisoned: number;
  /** Why the first message is given up. */
  readonly poison?: Why | undefined;
  readonly error: unknown;
}

const ANEW = { attempts: 0, poisoned: 0 };

/**
 * Hands one partition's messages on in portions and in order. A portion that fails comes again as it was, for ever, with
 * growing pauses; one that fails three times for what is in it comes message by message, and a message that alone fails
 * three times so is given to the poison hook and skipped.
 */
export class PartitionDelivery<M> {
  /** The offset of the first message not dealt with. */
  next: number | undefined;
  committed: number | undefined;
  /** Where the partition ended when it was last fetched. */
  highWatermark = 0;
  private trouble: Trouble | undefined;

  constructor(
    private readonly consumption: Consumption<M>,
    private readonly partition: number,
    private readonly hooks: Required<PoisonHooks>,
    private readonly logger: Logger,
  ) {}

  /** Why the next portion failed when it was last tried. */
  get failure(): unknown {
    return this.trouble?.error;
  }

  /** Takes note of what was fetched. */
  sees(highWatermark: number, first: number): void {
    this.highWatermark = highWatermark;
    this.next ??= first;
    this.committed ??= first;
  }

  /** Deals with the next portion of what was fetched, from index `at` on. */
  async step(messages: readonly KafkaMessage[], at: number): Promise<Outcome> {
    const portion = this.cut(messages, at);
    try {
      if (portion.poison === undefined) await this.consumption.handle(this.partition, portion.values);
      else await this.giveUp(portion.first, portion.poison);
    } catch (error) {
      return { pauseMs: this.failed(portion, error) };
    }
    const { trouble } = this;
    const isAmidst = trouble?.manner === 'one by one' && portion.last < trouble.to;
    this.trouble = isAmidst ? { ...trouble, ...ANEW, from: undefined, poison: undefined, error: undefined } : undefined;
    this.next = portion.last + 1;
    const handled = portion.values.length;
    return { done: Math.max(1, handled), handled };
  }

  private cut(messages: readonly KafkaMessage[], at: number): Portion<M> {
    const first = messages[at] as KafkaMessage;
    const trouble = this.troubleAt(Number(first.offset));
    if (trouble?.poison !== undefined) return { first, values: [], last: Number(first.offset), poison: trouble.poison };
    const most = trouble?.manner === 'one by one' ? 1 : this.consumption.maxBatch;
    const values: M[] = [];
    let last = 0;
    for (const message of messages.slice(at, at + most)) {
      const offset = Number(message.offset);
      if (trouble !== undefined && offset > trouble.to) break;
      const value = this.read(message);
      if (value instanceof Unreadable) {
        if (values.length === 0) return { first, values, last: offset, poison: value.reason };
        break;
      }
      values.push(value);
      last = offset;
    }
    return { first, values, last };
  }

  /** Reading asks nobody: what throws will throw again. */
  private read(message: KafkaMessage): M | Unreadable {
    try {
      return this.consumption.read(message, this.partition);
    } catch (error) {
      return new Unreadable(whyFailed(error, this.consumption.topic));
    }
  }

  /** The trouble there is with what begins at an offset; none when retention took the messages that made it. */
  private troubleAt(first: number): Trouble | undefined {
    const { from = first, to = first } = this.trouble ?? {};
    if (first !== from || first > to) this.trouble = undefined;
    return this.trouble;
  }

  private async giveUp({ offset, key, value, headers = {} }: KafkaMessage, reason: Why): Promise<void> {
    const { group, topic } = this.consumption;
    const at = { group, topic, partition: this.partition, offset: Number(offset) };
    const language = languageIn(headers);
    const answered = language === undefined ? undefined : { language };
    await this.hooks.onPoison({ ...at, key: key?.toString('utf8') ?? null, value, reason, ...answered });
    this.logger.error({ ...at, reason: reason.what.en }, 'A message cannot be handled and is skipped');
  }

  /** Remembers the failure; how long to leave the partition alone (ms). */
  private failed({ first, values, last, poison }: Portion<M>, error: unknown): number {
    const { group, topic } = this.consumption;
    const from = Number(first.offset);
    const before = { ...(this.trouble ?? { to: last, manner: 'together', ...ANEW }), from };
    const isPoison = poison === undefined && this.hooks.isPoison(error);
    const attempts = before.attempts + 1;
    const poisoned = before.poisoned + (isPoison ? 1 : 0);
    if (poisoned < MOST_POISONED_ATTEMPTS) this.trouble = { ...before, attempts, poisoned, error };
    else if (values.length > 1) this.trouble = { ...before, ...ANEW, manner: 'one by one', error };
    else this.trouble = { ...before, ...ANEW, poison: whyFailed(error, topic), error };
    const at = { group, topic, partition: this.partition, offset: from, messages: values.length };
    const told = isQuoting(error) ? whyFailed(error, topic).what.en : error;
    this.logger.error({ ...at, attempt: attempts, error: told }, 'A batch failed and comes again');
    return pauseAfter(attempts);
  }
}
