import type { mongo } from 'mongoose';
import type { MongoCollections } from './mongo-collections';
import type { Note } from './schemas';
import { insertNew, updateByIds } from './write-many';

/** What the store as a whole says of itself, by name. */
export class MongoNotes {
  private readonly notes: mongo.Collection<Note>;

  constructor(database: MongoCollections) {
    this.notes = database.collection('notes');
  }

  async read(name: string): Promise<string | undefined> {
    return (await this.notes.findOne({ _id: name }))?.value;
  }

  async write(name: string, value: string): Promise<void> {
    await updateByIds(this.notes, [{ _id: name, update: { $set: { value } } }]);
  }

  /** True when there was no such note before; else it stays as it is. */
  async add(name: string, value: string): Promise<boolean> {
    return (await insertNew(this.notes, [{ _id: name, value }])).length === 0;
  }

  /** True when the note said `before`; else it stays as it is. */
  async replace(name: string, before: string, value: string): Promise<boolean> {
    const { matchedCount } = await this.notes.updateOne({ _id: name, value: before }, { $set: { value } });
    return matchedCount === 1;
  }

  /** Takes the note away if it says `value`. */
  async remove(name: string, value: string): Promise<void> {
    await this.notes.deleteOne({ _id: name, value });
  }
}
