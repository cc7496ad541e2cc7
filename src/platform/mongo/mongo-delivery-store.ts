import { randomUUID } from 'node:crypto';
import type { mongo } from 'mongoose';
import type { Day } from '../../kernel/day';
import type { Delivered, DeliveryCount } from '../../kernel/delivery';
import { compareCodePoints } from '../../kernel/ordering';
import type { Organisation } from '../../kernel/organisation';
import { DeliveryStore, type DeliveriesAsked } from '../../ports/delivery-store';
import { addedTo } from './counted-day';
import { findByIds } from './find-by-ids';
import type { MongoDatabase } from './mongo-database';
import type { DeliveryDay } from './schemas';
import { insertNew, reviseByIds, type Revision } from './write-many';

/** What is added to days, by their ids. */
type DeliveredByDay = ReadonlyMap<string, readonly [Delivered, ...Delivered[]]>;

const blank = (_id: string, { organisation, day }: Delivered): DeliveryDay => ({
  _id,
  organisation,
  day,
  revision: 0,
  counts: '[]',
  places: '{}',
  calls: [],
});

/**
 * Deliveries in MongoDB: one document for each day of an organisation, all days of a call written at once and each as a
 * whole, if nobody else did so in between. Events of one organisation come through one partition, so that hardly ever
 * happens; the document keeps the last offset counted of each partition, so that a batch that comes again changes nothing.
 */
export class MongoDeliveryStore extends DeliveryStore {
  private readonly days: mongo.Collection<DeliveryDay>;

  constructor(database: MongoDatabase) {
    super();
    this.days = database.collection('deliveries');
  }

  override async count(delivered: readonly Delivered[]): Promise<void> {
    const call = randomUUID();
    const byDay = new Map<string, [Delivered, ...Delivered[]]>();
    for (const one of delivered) {
      const id = `${one.organisation} ${one.day}`;
      const ofDay = byDay.get(id);
      if (ofDay === undefined) byDay.set(id, [one]);
      else ofDay.push(one);
    }
    for (let left: DeliveredByDay = byDay; left.size > 0;) left = await this.add(left, call);
  }

  /** Adds to the days, as far as nobody else changes them meanwhile; those that may not have been added to. */
  private async add(byDay: DeliveredByDay, call: string): Promise<DeliveredByDay> {
    const found = await findByIds(this.days, byDay.keys());
    const fresh: DeliveryDay[] = [];
    const changed: Revision<DeliveryDay>[] = [];
    for (const [_id, [first, ...others]] of byDay) {
      const before = found.get(_id) ?? blank(_id, first);
      const after = addedTo(before, [first, ...others], call);
      if (after === undefined) continue;
      if (found.has(_id)) changed.push({ _id, revision: before.revision, after });
      else fresh.push({ ...before, ...after });
    }
    const there = await insertNew(this.days, fresh);
    const isWhole = await reviseByIds(this.days, changed);
    // Whatever was added is found so, and nothing is added to it again.
    const again = new Set([...there, ...(isWhole ? [] : changed)].map(({ _id }) => _id));
    return new Map([...byDay].filter(([id]) => again.has(id)));
  }

  override async organisations(): Promise<readonly Organisation[]> {
    return (await this.days.distinct('organisation')).sort(compareCodePoints);
  }

  override async lastDay(through: Day, organisation?: Organisation): Promise<Day | undefined> {
    const filter = { day: { $lte: through }, ...(organisation === undefined ? undefined : { organisation }) };
    return (await this.days.findOne(filter, { sort: { day: -1 }, projection: { day: 1 } }))?.day;
  }

  override async of({ organisation, from, to }: DeliveriesAsked): Promise<readonly DeliveryCount[]> {
    const days = await this.days.find({ organisation, day: { $gte: from, $lte: to } }).toArray();
    return days.flatMap(({ counts }) => JSON.parse(counts) as DeliveryCount[]).sort(byDayAndRow);
  }
}

function byDayAndRow(a: DeliveryCount, b: DeliveryCount): number {
  return compareCodePoints(a.day, b.day) || compareCodePoints(a.kind, b.kind) || compareCodePoints(a.family, b.family);
}
