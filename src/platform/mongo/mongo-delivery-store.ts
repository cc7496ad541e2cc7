import { randomUUID } from 'node:crypto';
import type { mongo } from 'mongoose';
import { addUnder } from '../../kernel/add-under';
import type { Day } from '../../kernel/day';
import type { Delivered, DeliveryCount } from '../../kernel/delivery';
import { compareCodePoints } from '../../kernel/ordering';
import type { Organisation } from '../../kernel/organisation';
import { DeliveryStore, type DeliveriesAsked } from '../../ports/delivery-store';
import { addedTo } from './counted-day';
import type { MongoDatabase } from './mongo-database';
import type { DeliveryDay } from './schemas';
import { insertNew } from './write-many';

const DAYS_AT_A_TIME = 8;

/**
 * Deliveries in MongoDB: one document for each day of an organisation, replaced as a whole if nobody else did so in
 * between. Events of one organisation come through one partition, so that hardly ever happens; the document keeps the
 * last offset counted of each partition, so that a batch that comes again changes nothing.
 */
export class MongoDeliveryStore extends DeliveryStore {
  private readonly days: mongo.Collection<DeliveryDay>;

  constructor(database: MongoDatabase) {
    super();
    this.days = database.collection('deliveries');
  }

  override async count(delivered: readonly Delivered[]): Promise<void> {
    const call = randomUUID();
    const byDay = new Map<string, Delivered[]>();
    for (const one of delivered) {
      const id = `${one.organisation} ${one.day}`;
      addUnder(byDay, id, one);
    }
    const left = byDay.entries();
    const work = async (): Promise<void> => {
      for (const [id, ofDay] of left) await this.addTo(id, ofDay, call);
    };
    await Promise.all(Array.from({ length: Math.min(DAYS_AT_A_TIME, byDay.size) }, work));
  }

  private async addTo(_id: string, delivered: readonly Delivered[], call: string): Promise<void> {
    const { organisation, day } = delivered[0] as Delivered;
    const blank: DeliveryDay = { _id, organisation, day, revision: 0, counts: '[]', places: '{}', calls: [] };
    for (let isThere = false; ;) {
      const found = await this.days.findOne({ _id });
      const before = found ?? blank;
      const after = addedTo(before, delivered, call);
      if (after === undefined) return;
      if (found === null && !isThere) {
        isThere = true;
        if ((await insertNew(this.days, [{ ...blank, ...after }])).length === 0) return;
        continue; // Somebody else made it in the same moment.
      }
      const { revision } = before;
      const update = { $set: { ...after, revision: revision + 1 } };
      const { matchedCount } = await this.days.updateOne({ _id, revision }, update);
      if (matchedCount === 1) return;
    }
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
