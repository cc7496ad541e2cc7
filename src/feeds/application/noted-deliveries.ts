import type { Day } from '../../kernel/day';
import type { Delivered, DeliveryCount } from '../../kernel/delivery';
import type { Organisation } from '../../kernel/organisation';
import { DeliveryStore, type DeliveriesAsked } from '../../ports/delivery-store';

/** A delivery store that notes which days were counted on, so that whoever worked something out knows when it is stale. */
export class NotedDeliveries extends DeliveryStore {
  private changes = 0;
  private readonly lastChange = new Map<Day, number>();

  constructor(private readonly store: DeliveryStore) {
    super();
  }

  override async count(delivered: readonly Delivered[]): Promise<void> {
    await this.store.count(delivered);
    this.changes += 1;
    for (const { day } of delivered) this.lastChange.set(day, this.changes);
  }

  /** Equal stamps: this process counted nothing on the days through `day` in between. */
  stampThrough(day: Day): number {
    let stamp = 0;
    for (const [changed, at] of this.lastChange) if (changed <= day && at > stamp) stamp = at;
    return stamp;
  }

  override organisations(): Promise<readonly Organisation[]> {
    return this.store.organisations();
  }

  override lastDay(through: Day, organisation?: Organisation): Promise<Day | undefined> {
    return this.store.lastDay(through, organisation);
  }

  override of(asked: DeliveriesAsked): Promise<readonly DeliveryCount[]> {
    return this.store.of(asked);
  }
}
