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
import { Gathered } from '../gathered';
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
 * place, by HTTP, is counted on a lane of this process's own.
 *
 * What was written of a day is held, until partitions are assigned anew: others may have counted on them since. A
 * process writes one thing after the other, and together what came meanwhile, so that what it holds is what stands.
 */
export class MongoDeliveryStore extends DeliveryStore {
  private readonly days: mongo.Collection<DeliveryDay>;
  private readonly writing = new Gathered<readonly Delivered[]>((asked) => this.write(asked.flat()));
  private held: HeldDays = new LRUCache({ max: DAYS_HELD });
  private ownLane = newLane();
  private calls = 0;

  constructor(database: MongoDatabase) {
    super();
    this.days = database.collection('deliveries');
  }

  override count(delivered: readonly Delivered[]): Promise<void> {
    return this.writing.ask(delivered);
  }

  private async write(delivered: readonly Delivered[]): Promise<readonly PromiseSettledResult<void>[]> {
    const { held } = this;
    const byDay = new Map<string, Delivered[]>();
    for (const one of delivered) addUnder(byDay, idOf(one), one);
    try {
      await this.add(byDay, { lane: this.ownLane, number: (this.calls += 1) }, held);
    } catch (error) {
      // Nobody knows what was written.
      this.ownLane = newLane();
      for (const id of byDay.keys()) held.delete(id);
      throw error;
    }
    return [];
  }

  private async add(byDay: ReadonlyMap<string, readonly Delivered[]>, call: Call, held: HeldDays): Promise<void> {
    const unknown = [...byDay].filter(([id]) => !held.has(id));
    const made = await this.insert(unknown, call);
    const there = [...byDay.keys()].filter((id) => !made.has(id));
    const days = await this.current(there, held);
    const changed = there.flatMap((id): DeliveryLanes[] => {
      const lanes = lanesWith(days.get(id)?.lanes ?? {}, byDay.get(id) ?? [], call);
      return lanes.length === 0 ? [] : [{ id, lanes: Object.fromEntries(lanes) }];
    });
    await updateByIds(
      this.days,
      changed.map(({ id, lanes }) => ({ _id: id, update: furthest(lanes) })),
    );
    for (const [id, day] of [...made, ...days]) held.set(id, day);
    for (const { id, lanes } of changed) {
      const day = days.get(id);
      if (day !== undefined) held.set(id, { ...day, lanes: { ...day.lanes, ...lanes } });
    }
  }

  /** Makes the days that are not there yet, all in one command; resolves with those that were made. */
  private async insert(
    added: readonly (readonly [id: string, delivered: readonly Delivered[]])[],
    call: Call,
  ): Promise<ReadonlyMap<string, DeliveryDay>> {
    const fresh = added.flatMap(([_id, delivered]) =>
      delivered.slice(0, 1).map(({ organisation, day }): DeliveryDay => {
        return { _id, organisation, day, lanes: Object.fromEntries(lanesWith({}, delivered, call)) };
      }),
    );
    const there = new Set((await insertNew(this.days, fresh)).map(({ _id }) => _id));
    return new Map(fresh.filter(({ _id }) => !there.has(_id)).map((day) => [day._id, day]));
  }

  /** Days as they are held, or else as they stand. */
  private async current(ids: readonly string[], held: HeldDays): Promise<ReadonlyMap<string, DeliveryDay>> {
    const days = await findByIds(
      this.days,
      ids.filter((id) => !held.has(id)),
    );
    for (const id of ids) {
      const day = held.get(id);
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

/** What becomes of some lanes of a day. */
interface DeliveryLanes {
  readonly id: string;
  readonly lanes: DeliveryDay['lanes'];
}

const newLane = (): string => `call:${randomUUID()}`;

const idOf = ({ organisation, day }: Delivered): string => `${organisation} ${day}`;

/** BSON compares embedded documents member by member in their order: `last` must come first. */
const furthest = (lanes: DeliveryDay['lanes']): mongo.UpdateFilter<DeliveryDay> => ({
  $max: Object.fromEntries(
    Object.entries(lanes).map(([name, { last, counts }]) => [`lanes.${name}`, { last, counts }]),
  ),
});

function byDayAndRow(a: DeliveryCount, b: DeliveryCount): number {
  return compareCodePoints(a.day, b.day) || compareCodePoints(a.kind, b.kind) || compareCodePoints(a.family, b.family);
}
