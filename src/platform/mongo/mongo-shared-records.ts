import type { mongo } from 'mongoose';
import { addUnder } from '../../kernel/add-under';
import type { ClinicalEvent, PersonKey, Relation } from '../../kernel/clinical-event';
import type { GreatestChange } from '../../ports/person-event-store';
import { packEvents, unpackEvents } from '../event-codec';
import { findByIds } from './find-by-ids';
import { nameId } from './name-id';
import type { SharedRecord, Sharing } from './schemas';
import { insertNew } from './write-many';

const NAMES_A_LIST = 2_000;

/** Registrations that events of several persons speak of: who they are, and the greatest event of each. */
export class MongoSharedRecords {
  constructor(
    private readonly sharings: mongo.Collection<Sharing>,
    private readonly records: mongo.Collection<SharedRecord>,
  ) {}

  async add(relations: readonly Relation[]): Promise<void> {
    const sharings = new Map<string, Sharing>();
    for (const { person, other, record } of relations) {
      if (record === undefined) continue;
      for (const sharer of [person, other]) {
        const _id = `${nameId(record)} ${sharer}`;
        sharings.set(_id, { _id, person: sharer, record });
      }
    }
    await insertNew(this.sharings, [...sharings.values()]);
  }

  /** The registrations that persons share with others, in a fixed order. */
  async of(persons: readonly PersonKey[]): Promise<ReadonlyMap<PersonKey, readonly string[]>> {
    const found = await this.find('person', persons);
    return gathered(found.map(({ person, record }) => [person, record]));
  }

  /** Whoever sent registrations. */
  sharersOf(records: readonly string[]): Promise<readonly Sharing[]> {
    return this.find('record', records);
  }

  /** Everyone who shares, by registration. */
  async all(): Promise<ReadonlyMap<string, readonly PersonKey[]>> {
    const found = await this.sharings.find({}, { batchSize: NAMES_A_LIST }).toArray();
    return gathered(found.map(({ person, record }) => [record, person]));
  }

  private async find(by: 'person' | 'record', names: readonly string[]): Promise<Sharing[]> {
    const found: Sharing[] = [];
    for (let at = 0; at < names.length; at += NAMES_A_LIST) {
      const filter = { [by]: { $in: names.slice(at, at + NAMES_A_LIST) } };
      found.push(...(await this.sharings.find(filter, { batchSize: NAMES_A_LIST }).toArray()));
    }
    return found;
  }

  async greatestOf(records: Iterable<string>): Promise<ReadonlyMap<string, ClinicalEvent>> {
    const names = [...records];
    const found = await findByIds(this.records, names.map(nameOf));
    const greatest = new Map<string, ClinicalEvent>();
    for (const name of names) {
      const kept = found.get(nameOf(name));
      if (kept !== undefined) greatest.set(name, unpacked(kept.greatest));
    }
    return greatest;
  }

  /** Each in place of exactly what was read, so that of two processes the later finds the earlier's. */
  async keep(changes: readonly GreatestChange[]): Promise<void> {
    await insertNew(
      this.records,
      changes.flatMap(({ record, before, now }) =>
        before === undefined ? { _id: nameOf(record), greatest: packed(now) } : [],
      ),
    );
    for (const { record, before, now } of changes) {
      if (before === undefined) continue;
      await this.records.updateOne(
        { _id: nameOf(record), greatest: packed(before) },
        { $set: { greatest: packed(now) } },
      );
    }
  }
}

const nameOf = (record: string): string => nameId(record);

const packed = (event: ClinicalEvent): string => `${event.person} ${packEvents([event])}`;

function unpacked(text: string): ClinicalEvent {
  const blank = text.indexOf(' ');
  return unpackEvents(text.slice(blank + 1), text.slice(0, blank))[0] as ClinicalEvent;
}

function gathered(pairs: readonly (readonly [by: string, what: string])[]): ReadonlyMap<string, readonly string[]> {
  const all = new Map<string, string[]>();
  for (const [by, what] of pairs) {
    addUnder(all, by, what);
  }
  for (const known of all.values()) known.sort();
  return all;
}
