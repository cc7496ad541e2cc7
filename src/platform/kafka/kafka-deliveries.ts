import type { EachBatchPayload } from 'kafkajs';
import type { Logger } from '../../ports/logger';
import { Gathered } from '../gathered';
import { HandledTogether, type HandlePortions } from './handled-together';
import { PartitionDelivery, type Consumption } from './partition-delivery';
import type { Poison } from './poison';
import { Pulse } from './pulse';

/** Whom a delivery asks and tells. */
export interface DeliveryHooks {
  isPoison(error: unknown): boolean;
  onPoison(poison: Poison): Promise<void> | void;
  /** Called on every assignment, before anything of it is handled. */
  onAssigned(partitions: readonly number[]): void;
}

/** What a consumer group makes of the messages of all partitions a member holds. */
export interface TogetherConsumption<M> extends Omit<Consumption<M>, 'handle'> {
  /** Gets at most `maxBatch` messages at once, of one or more partitions; resolves when their effects are kept. */
  readonly handle: HandlePortions<M>;
}

/** A partition that is dealt with up to an offset, and by which payload kafkajs is told. */
interface Reached {
  readonly payload: EachBatchPayload;
  readonly next: number;
}

const LONGEST_UNCOMMITTED_MS = 1_000;

/** The partitions a member of a consumer group holds, and how far each is dealt with. */
export class KafkaDeliveries<M> {
  /** How many messages the handler has taken. */
  handled = 0;
  private held: readonly number[] = [];
  private deliveries = new Map<number, PartitionDelivery<M>>();
  /** Counts the assignments. */
  private generation = 0;
  private readonly resumptions = new Set<NodeJS.Timeout>();
  private readonly consumption: Consumption<M>;
  private readonly commits = new Gathered<Reached>(commitAll);

  constructor(
    consumption: TogetherConsumption<M>,
    private readonly hooks: DeliveryHooks,
    private readonly logger: Logger,
  ) {
    const together = new HandledTogether(consumption.maxBatch, consumption.handle);
    this.consumption = { ...consumption, handle: (partition, messages) => together.handle(partition, messages) };
  }

  get partitions(): readonly number[] {
    return this.held;
  }

  /** Messages not dealt with yet in the partitions held, as far as they were seen. */
  lag(): number {
    let lag = 0;
    for (const { next, highWatermark } of this.deliveries.values()) {
      lag += Math.max(0, highWatermark - (next ?? highWatermark));
    }
    return lag;
  }

  /** Why partitions are waiting for another attempt. */
  failures(): unknown[] {
    return [...this.deliveries.values()].flatMap(({ failure }) => (failure === undefined ? [] : [failure]));
  }

  assign(partitions: readonly number[]): void {
    this.generation += 1;
    this.held = [...partitions].sort((a, b) => a - b);
    this.deliveries = new Map();
    this.hooks.onAssigned(this.held);
  }

  /** Holds nothing any more. */
  release(): void {
    for (const timer of this.resumptions) clearTimeout(timer);
    this.resumptions.clear();
    this.generation += 1;
    this.held = [];
    this.deliveries = new Map();
  }

  /** Deals with what was fetched of one partition; throws when the member has to join its group anew. */
  async deal(payload: EachBatchPayload): Promise<void> {
    const { batch } = payload;
    const { messages } = batch;
    const { generation } = this;
    const isOurs = (): boolean => this.generation === generation;
    const mayGoOn = (): boolean => payload.isRunning() && !payload.isStale() && isOurs();
    const delivery = this.deliveryOf(batch.partition);
    delivery.sees(Number(batch.highWatermark), Number(batch.firstOffset() ?? messages[0]?.offset));
    const pulse = new Pulse(() => payload.heartbeat());
    try {
      let at = messages.findIndex(({ offset }) => Number(offset) >= (delivery.next ?? 0));
      if (at < 0) at = messages.length;
      let committedAt = Date.now();
      while (at < messages.length && pulse.lost === undefined && mayGoOn()) {
        const outcome = await delivery.step(messages, at);
        if ('pauseMs' in outcome) {
          this.leaveAlone(payload.pause(), outcome.pauseMs);
          break;
        }
        this.handled += outcome.handled;
        at += outcome.done;
        if (Date.now() - committedAt < LONGEST_UNCOMMITTED_MS || !isOurs()) continue;
        await this.commit(delivery, payload);
        committedAt = Date.now();
      }
      if (isOurs()) await this.commit(delivery, payload);
    } finally {
      pulse.end();
    }
    if (pulse.lost !== undefined) throw pulse.lost as Error;
  }

  /** When it fails, the same messages are fetched again; those dealt with are passed over and committed then. */
  private async commit(delivery: PartitionDelivery<M>, payload: EachBatchPayload): Promise<void> {
    const { next } = delivery;
    if (next === undefined || next === delivery.committed) return;
    await this.commits.ask({ payload, next });
    payload.resolveOffset(String(next - 1));
    delivery.committed = next;
  }

  private deliveryOf(partition: number): PartitionDelivery<M> {
    let delivery = this.deliveries.get(partition);
    if (delivery === undefined) {
      delivery = new PartitionDelivery(this.consumption, partition, this.hooks, this.logger);
      this.deliveries.set(partition, delivery);
    }
    return delivery;
  }

  /** Other partitions go on meanwhile. */
  private leaveAlone(resume: () => void, milliseconds: number): void {
    const timer = setTimeout(() => {
      this.resumptions.delete(timer);
      resume();
    }, milliseconds);
    this.resumptions.add(timer);
  }
}

/** Tells the group in one request how far all of them are. */
async function commitAll(reached: readonly Reached[]): Promise<PromiseSettledResult<void>[]> {
  const [first] = reached;
  if (first === undefined) return [];
  const { payload } = first;
  const partitions = reached.map(({ payload: { batch }, next }) => ({
    partition: batch.partition,
    offset: String(next),
  }));
  await payload.commitOffsetsIfNecessary({ topics: [{ topic: payload.batch.topic, partitions }] });
  return reached.map(() => ({ status: 'fulfilled', value: undefined }));
}
