import { LRUCache } from 'lru-cache';
import { randomUUID } from 'node:crypto';
import type { mongo } from 'mongoose';
import type { Day } from '../../kernel/day';
import type { Delivered, DeliveryCount } from '../../kernel/delivery';
import { compareCodePoints } from '../../kernel/ordering';
import type { Organisation } from '../../kernel/organisation';
import { DeliveryStore, type DeliveriesAsked } from '../../ports/delivery-store';
import { addedTo } from './counted-day';
import { findById } from './direct-commands';
import type { MongoDatabase } from './mongo-database';
import type { DeliveryDay } from './schemas';
import { insertNew } from './write-many';

const DAYS_AT_A_TIME = 8;
/** As many days as an organisation has in years; what is held of one is small. */
const DAYS_HELD = 5_000;

/** What a call adds to a day. */
interface AddedDay {
  readonly id: string;
  readonly delivered: readonly [Delivered, ...Delivered[]];
}

/**
 * Deliveries in MongoDB: one document for each day of an organisation, replaced as a whole if nobody else did so in
 * between. Events of one organisation come through one partition, so that hardly ever happens, and what was last
 * written of a day is held and need not be read; the document keeps the last offset counted of each partition, so that a
 * batch that comes again changes nothing.
 */
export class MongoDeliveryStore extends DeliveryStore {
  private readonly days: mongo.Collection<DeliveryDay>;
  /** As this process last saw or wrote them; a day's revision tells whether it still is so. */
  private readonly held = new LRUCache<string, DeliveryDay>({ max: DAYS_HELD });

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
    const added = [...byDay].map(([id, ofDay]): AddedDay => ({ id, delivered: ofDay }));
    const known = added.filter(({ id }) => this.held.has(id));
    const unknown = added.filter(({ id }) => !this.held.has(id));
    const there = await this.insert(unknown, call);
    const left = [...known, ...unknown.filter(({ id }) => there.has(id))].values();
    const work = async (): Promise<void> => {
      for (const day of left) await this.addTo(day, call);
    };
    await Promise.all(Array.from({ length: DAYS_AT_A_TIME }, work));
  }

  /** Makes the days that are not there yet, all in one command; resolves with the ids of those that are. */
  private async insert(added: readonly AddedDay[], call: string): Promise<ReadonlySet<string>> {
    const fresh = added.flatMap(({ id, delivered }) => {
      const [{ organisation, day }] = delivered;
      const blank: DeliveryDay = { _id: id, organisation, day, revision: 0, counts: '[]', places: '{}', calls: [] };
      const after = addedTo(blank, delivered, call);
      return after === undefined ? [] : [{ ...blank, ...after }];
    });
    const there = new Set((await insertNew(this.days, fresh)).map(({ _id }) => _id));
    for (const day of fresh) if (!there.has(day._id)) this.held.set(day._id, day);
    return there;
  }

  private async addTo(added: AddedDay, call: string): Promise<void> {
    const { id, delivered } = added;
    for (;;) {
      const before = this.held.get(id) ?? (await findById(this.days, id));
      if (before === undefined) {
        if ((await this.insert([added], call)).size === 0) return;
        continue;
      }
      // What is counted stays so: nothing newer need be read to know it.
      const after = addedTo(before, delivered, call);
      if (after === undefined) return;
      const { revision } = before;
      const changed = { ...after, revision: revision + 1 };
      this.held.delete(id);
      const { matchedCount } = await this.days.updateOne({ _id: id, revision }, { $set: changed });
      if (matchedCount === 0) continue; // Somebody else changed it meanwhile.
      this.held.set(id, { ...before, ...changed });
      return;
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
