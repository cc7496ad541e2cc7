import { LRUCache } from 'lru-cache';
import { randomUUID } from 'node:crypto';
import type { mongo } from 'mongoose';
import { addUnder } from '../../kernel/add-under';
import type { Day } from '../../kernel/day';
import type { Delivered, DeliveryCount } from '../../kernel/delivery';
import { compareCodePoints } from '../../kernel/ordering';
import type { Organisation } from '../../kernel/organisation';
import { DeliveryStore, type DeliveriesAsked } from '../../ports/delivery-store';
import { countsOf, lanesWith } from './counted-day';
import { findByIds } from './find-by-ids';
import type { MongoDatabase } from './mongo-database';
import type { DeliveryDay } from './schemas';
import { insertNew, updateByIds } from './write-many';

/** As many days as an organisation has in years; what is held of one is small. */
const DAYS_HELD = 5_000;

type HeldDays = LRUCache<string, DeliveryDay>;

/**
 * Deliveries in MongoDB: one document for each day of an organisation, in which each lane (a partition of a topic) has
 * what it brought and how far that goes. Whoever holds a partition alone counts on its lane, each time everything since
 * its beginning, and of two states of a lane the one that goes further stands: so that neither a batch that comes again
 * nor a process that lost its partition changes anything, and a day is written without being read. What came without a
 * place, by HTTP, is counted on lanes of this process's own.
 *
 * What was written of a day is held, until partitions are assigned anew: others may have counted on them since.
 */
export class MongoDeliveryStore extends DeliveryStore {
  private readonly days: mongo.Collection<DeliveryDay>;
  private held: HeldDays = new LRUCache({ max: DAYS_HELD });
  private readonly idleLanes: string[] = [];
  private calls = 0;

  constructor(database: MongoDatabase) {
    super();
    this.days = database.collection('deliveries');
  }

  override async count(delivered: readonly Delivered[]): Promise<void> {
    const { held } = this;
    const byDay = new Map<string, Delivered[]>();
    for (const one of delivered) addUnder(byDay, idOf(one), one);
    // No two calls at once have the same lane; one that may have been written halfway is not used again.
    const call = { lane: this.idleLanes.pop() ?? `call:${randomUUID()}`, number: (this.calls += 1) };
    try {
      await this.add(byDay, call, held);
    } catch (error) {
      for (const id of byDay.keys()) held.delete(id);
      throw error;
    }
    this.idleLanes.push(call.lane);
  }

  private async add(byDay: ReadonlyMap<string, readonly Delivered[]>, call: Call, held: HeldDays): Promise<void> {
    const made = await this.insert(
      [...byDay].filter(([id]) => !held.has(id)),
      call,
      held,
    );
    const left = [...byDay.keys()].filter((id) => !made.has(id));
    const days = await this.current(left, held);
    const changed = left.flatMap((id) => {
      const lanes = lanesWith(days.get(id)?.lanes ?? {}, byDay.get(id) ?? [], call);
      return lanes.length === 0 ? [] : [{ id, lanes }];
    });
    await updateByIds(
      this.days,
      changed.map(({ id, lanes }) => ({ _id: id, update: furthest(lanes) })),
    );
    for (const { id, lanes } of changed) {
      // What another call wrote of its own lanes meanwhile stays; a day no longer held is read when it is needed.
      const day = held.get(id);
      if (day !== undefined) held.set(id, { ...day, lanes: { ...day.lanes, ...Object.fromEntries(lanes) } });
    }
  }

  /** Makes the days that are not there yet, all in one command; resolves with their ids. */
  private async insert(
    added: readonly (readonly [id: string, delivered: readonly Delivered[]])[],
    call: Call,
    held: HeldDays,
  ): Promise<ReadonlySet<string>> {
    const fresh = added.flatMap(([_id, delivered]) =>
      delivered.slice(0, 1).map(({ organisation, day }): DeliveryDay => {
        return { _id, organisation, day, lanes: Object.fromEntries(lanesWith({}, delivered, call)) };
      }),
    );
    const there = new Set((await insertNew(this.days, fresh)).map(({ _id }) => _id));
    const made = fresh.filter(({ _id }) => !there.has(_id));
    for (const day of made) held.set(day._id, day);
    return new Set(made.map(({ _id }) => _id));
  }

  /** Days as they are held, or else as they stand. */
  private async current(ids: readonly string[], held: HeldDays): Promise<ReadonlyMap<string, DeliveryDay>> {
    const unknown = ids.filter((id) => !held.has(id));
    const found = await findByIds(this.days, unknown);
    // Whoever read it first has written since.
    for (const [id, day] of found) if (!held.has(id)) held.set(id, day);
    const days = new Map<string, DeliveryDay>();
    for (const id of ids) {
      const day = held.get(id) ?? found.get(id);
      if (day !== undefined) days.set(id, day);
    }
    return days;
  }

  /** Forgets what is held in memory: other processes may have counted on any lane. */
  forget(): void {
    this.held = new LRUCache({ max: DAYS_HELD });
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
    return days.flatMap(({ lanes }) => countsOf(lanes)).sort(byDayAndRow);
  }
}

interface Call {
  readonly lane: string;
  readonly number: number;
}

const idOf = ({ organisation, day }: Delivered): string => `${organisation} ${day}`;

/** BSON compares embedded documents member by member in their order: `last` must come first. */
const furthest = (lanes: ReturnType<typeof lanesWith>): mongo.UpdateFilter<DeliveryDay> => ({
  $max: Object.fromEntries(lanes.map(([name, { last, counts }]) => [`lanes.${name}`, { last, counts }])),
});

function byDayAndRow(a: DeliveryCount, b: DeliveryCount): number {
  return compareCodePoints(a.day, b.day) || compareCodePoints(a.kind, b.kind) || compareCodePoints(a.family, b.family);
}
