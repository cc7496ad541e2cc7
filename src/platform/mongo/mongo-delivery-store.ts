import { LRUCache } from 'lru-cache';
import { randomUUID } from 'node:crypto';
import type { mongo } from 'mongoose';
import { addUnder } from '../../kernel/add-under';
import type { Day } from '../../kernel/day';
import type { Delivered, DeliveryCount } from '../../kernel/delivery';
import { compareCodePoints } from '../../kernel/ordering';
import type { Organisation } from '../../kernel/organisation';
import { DeliveryStore, type DeliveriesAsked } from '../../ports/delivery-store';
import { Gathered } from '../gathered';
import { StoreError } from '../store-error';
import { broughtWith, byLane, countsOf } from './counted-day';
import { findByIds } from './find-by-ids';
import type { MongoDatabase } from './mongo-database';
import type { Brought, DeliveryDay } from './schemas';
import { insertNew, updateByIds } from './write-many';

/** As many days as an organisation has in years; what is held of one is small. */
const DAYS_HELD = 5_000;

/** Why nothing is told of days that are not by lanes. */
const OLDER =
  'The database of REHABSPOR_MONGODB_URL has days of deliveries that an older version wrote. Export it with the version ' +
  'that made it and import the file into a new database and under a new REHABSPOR_KAFKA_PREFIX; nothing was changed.';

type HeldDays = LRUCache<string, Brought>;

/**
 * Deliveries in MongoDB: a document for each day of an organisation and lane (a partition of a topic), with what the lane
 * brought and how far that goes. Whoever holds a partition alone counts on its lane, each time everything since its
 * beginning, and of two states of a lane the one that goes further stands: so that neither a batch that comes again nor
 * a process that lost its partition changes anything, and a day is written without being read. Events of one
 * organisation come through one partition. What came without a place, by HTTP, is counted on a lane of the process's own.
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
    const days = this.daysOf(delivered, { lane: this.ownLane, number: (this.calls += 1) });
    try {
      await this.add(days, held);
    } catch (error) {
      // Nobody knows what was written.
      this.ownLane = newLane();
      for (const { _id } of days) held.delete(_id);
      throw error;
    }
    return [];
  }

  private daysOf(delivered: readonly Delivered[], call: Parameters<typeof byLane>[1]): readonly DayOfLane[] {
    const byDay = new Map<string, Delivered[]>();
    for (const one of delivered) addUnder(byDay, `${one.organisation} ${one.day}`, one);
    return [...byDay].flatMap(([name, ofDay]) =>
      byLane(ofDay, call).map((onLane) => ({ _id: `${name} ${onLane.lane}`, onLane })),
    );
  }

  /** Makes those that are not there yet, all in one command, and brings the others further. */
  private async add(days: readonly DayOfLane[], held: HeldDays): Promise<void> {
    const fresh = days.flatMap(({ _id, onLane }) => {
      const brought = held.has(_id) ? undefined : broughtWith(undefined, onLane);
      const [first] = onLane.placed;
      if (brought === undefined || first === undefined) return [];
      const { organisation, day } = first.delivered;
      return [{ _id, organisation, day, brought }];
    });
    const there = new Set((await insertNew(this.days, fresh)).map(({ _id }) => _id));
    const known = await findByIds(this.days, there);
    const written = new Map(fresh.filter(({ _id }) => !there.has(_id)).map(({ _id, brought }) => [_id, brought]));
    const further = days.flatMap(({ _id, onLane }) => {
      if (written.has(_id)) return [];
      const before = held.get(_id) ?? known.get(_id)?.brought;
      const brought = broughtWith(before, onLane);
      if (brought === undefined) return [];
      written.set(_id, brought);
      return [{ _id, update: { $max: { brought } } }];
    });
    await updateByIds(this.days, further);
    for (const [_id, brought] of written) held.set(_id, brought);
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
    if (days.some((written: Partial<DeliveryDay>) => written.brought === undefined))
      throw new StoreError(OLDER, { retriable: false });
    return [...countsOf(days.map(({ brought }) => brought))].sort(byDayAndRow);
  }
}

/** What came of a day on one lane, by the id of its document. */
interface DayOfLane {
  readonly _id: string;
  readonly onLane: ReturnType<typeof byLane>[number];
}

const newLane = (): string => `call:${randomUUID()}`;

function byDayAndRow(a: DeliveryCount, b: DeliveryCount): number {
  return compareCodePoints(a.day, b.day) || compareCodePoints(a.kind, b.kind) || compareCodePoints(a.family, b.family);
}
