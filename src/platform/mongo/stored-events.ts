import { LRUCache } from 'lru-cache';
import type { mongo } from 'mongoose';
import type { ClinicalEvent, PersonKey } from '../../kernel/clinical-event';
import { addUnder } from '../../kernel/add-under';
import type { Organisation } from '../../kernel/organisation';
import type { DaysOfReceipt, PlacedEvent } from '../../ports/person-event-store';
import { receiptBounds, receivedOf } from '../receipt-days';
import { findByIds } from './find-by-ids';
import { inOrder, packPlaced, type PackedEvent } from './packed-events';
import { PersonCache } from './person-cache';
import type { PersonEvents } from './schemas';
import { insertNew, updateByIds } from './write-many';

const KNOWN_PERSONS = 200_000;

type PackedEvents = readonly PackedEvent[];

/** Persons' packed events, read and written through what is held of them in memory. */
export class StoredEvents {
  private readonly known = new LRUCache<string, true>({ max: KNOWN_PERSONS });
  private readonly cache: PersonCache<PackedEvents>;
  private readonly shared = new Set<PersonKey>();

  constructor(
    private readonly events: mongo.Collection<PersonEvents>,
    maxCachedEvents: number,
  ) {
    this.cache = new PersonCache(maxCachedEvents, (packed) => packed.length);
  }

  async append(events: readonly PlacedEvent[]): Promise<void> {
    const batch = new Map<PersonKey, PackedEvent[]>();
    const clinical = new Map<PersonKey, ClinicalEvent[]>();
    for (const placed of events) {
      const { person } = placed.event;
      addUnder(clinical, person, placed.event);
      const together = batch.get(person);
      if (together === undefined) batch.set(person, [packPlaced(placed)]);
      else together.push(packPlaced(placed));
    }
    const writing = this.cache.begin(batch.keys());
    let made: ReadonlySet<PersonKey> | undefined;
    try {
      made = await this.write(batch, clinical);
    } finally {
      this.cache.end(writing);
      for (const [person, packed] of batch) {
        const before = made?.has(person) === true ? [] : this.heldOf(person);
        const isWhole = made !== undefined && before !== undefined && !this.shared.has(person);
        this.cache.changed(writing, person, isWhole ? [...before, ...newIn(packed, before)] : undefined);
      }
    }
  }

  /**
   * Inserts whom this process has not met before, which is several times as fast, and adds to whoever was there;
   * resolves with the persons there was nothing of.
   */
  private async write(
    batch: ReadonlyMap<PersonKey, PackedEvents>,
    clinical: ReadonlyMap<PersonKey, readonly ClinicalEvent[]>,
  ): Promise<ReadonlySet<PersonKey>> {
    const unknown: PersonEvents[] = [];
    const known: PersonEvents[] = [];
    for (const [_id, packed] of batch) {
      const fresh = newIn(packed, this.heldOf(_id) ?? []);
      if (fresh.length === 0) continue;
      const written = { _id, events: fresh.map(({ text }) => text), ...from(clinical.get(_id) ?? []) };
      (this.known.get(_id) === true ? known : unknown).push(written);
    }
    const there = await insertNew(this.events, unknown);
    await updateByIds(
      this.events,
      [...known, ...there].map(({ _id, events, sources, first, last }) => ({
        _id,
        update: {
          $addToSet: { events: { $each: [...events] }, sources: { $each: [...sources] } },
          $min: { first },
          $max: { last },
        },
      })),
    );
    for (const { _id } of unknown) this.known.set(_id, true);
    const made = new Set(unknown.map(({ _id }) => _id));
    for (const { _id } of there) made.delete(_id);
    return made;
  }

  async of(persons: Iterable<PersonKey>): Promise<Map<PersonKey, PackedEvents>> {
    const found = new Map<PersonKey, PackedEvents>();
    const missing: PersonKey[] = [];
    for (const person of persons) {
      const held = this.heldOf(person);
      if (held === undefined) missing.push(person);
      else found.set(person, held);
    }
    const reading = this.cache.begin(missing);
    try {
      for (const [person, { events }] of await findByIds(this.events, missing)) {
        const packed = inOrder(events);
        found.set(person, packed);
        if (!this.shared.has(person)) this.cache.hold(reading, person, packed);
      }
    } finally {
      this.cache.end(reading);
    }
    return found;
  }

  private heldOf(person: PersonKey): PackedEvents | undefined {
    return this.shared.has(person) ? undefined : this.cache.get(person);
  }

  /** The next keys after one that a source reported on, by their names; those alone of whom anything was received then. */
  async reportedBy(
    source: Organisation,
    after: PersonKey | undefined,
    limit: number,
    received: DaysOfReceipt = {},
  ): Promise<PersonKey[]> {
    const [leastLast, greatestFirst] = receiptBounds(received);
    const following = after === undefined ? {} : { _id: { $gt: after } };
    const then = { last: { $gte: leastLast }, first: { $lte: greatestFirst } };
    const next = this.events.find({ sources: source, ...then, ...following }, { projection: { _id: 1 } });
    return (await next.sort({ _id: 1 }).limit(limit).toArray()).map(({ _id }) => _id);
  }

  /** Streams everyone from the store. */
  async *everyone(atATime: number): AsyncIterable<{ readonly person: PersonKey; readonly packed: PackedEvents }> {
    for await (const { _id, events } of this.events.find({}).batchSize(atATime)) {
      yield { person: _id, packed: inOrder(events) };
    }
  }

  /** Other processes too may append to these keys: they are not held in memory any more. */
  share(keys: readonly PersonKey[]): void {
    for (const key of keys) this.shared.add(key);
  }

  forget(): void {
    this.cache.forget();
  }
}

/** Who sent some events of a person, and when they were received. */
function from(events: readonly ClinicalEvent[]): Pick<PersonEvents, 'sources' | 'first' | 'last'> {
  const received = receivedOf(events);
  const days = [...received.values()];
  return {
    sources: [...received.keys()],
    first: Math.min(...days.map(({ first }) => first)),
    last: Math.max(...days.map(({ last }) => last)),
  };
}

function newIn(packed: PackedEvents, before: PackedEvents): PackedEvents {
  const last = before.at(-1);
  return last === undefined ? packed : packed.filter(({ offset }) => offset > last.offset);
}
