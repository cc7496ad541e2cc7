import type { mongo } from 'mongoose';
import { DearWay } from './dear-way';
import type { DecisionsOnPerson, KeptDecisions } from './schemas';
import { updateWhere } from './write-many';

type State = DecisionsOnPerson['state'];

/** Decisions to be written, and the same ones as they stand of fewer events. */
export interface Unchanged {
  readonly _id: string;
  readonly before: KeptDecisions;
  readonly now: KeptDecisions;
}

/** Decisions that say what those before them said, under the same basis and of at least as many events. */
export function unchangedIn(_id: string, before: State | undefined, now: State): Unchanged | undefined {
  if (before === undefined || !('lines' in before) || !('lines' in now)) return undefined;
  const isSame =
    before.lines === now.lines && before.basisDigest === now.basisDigest && before.deadline === now.deadline;
  return isSame && before.count <= now.count ? { _id, before, now } : undefined;
}

/**
 * Tells the store of decisions that stay the same of how many events they are by now, without writing them again. That
 * is done only where exactly the state stands that is known to, so that a count is never raised over decisions that
 * another writer made.
 *
 * A look-up by the id and more is one by the id on MongoDB, but FerretDB reads the whole collection for it.
 */
export class UnchangedStates {
  private readonly byMoreThanId = new DearWay();

  constructor(private readonly decisions: mongo.Collection<DecisionsOnPerson>) {}

  /** Resolves with whether all of them stood and are told; when not, each may be told or not, and all are to be written. */
  async tell(unchanged: readonly Unchanged[]): Promise<boolean> {
    if (this.byMoreThanId.isLeftAlone) return unchanged.length === 0;
    const updates = unchanged.map(({ _id, before, now: { count, at, on } }) => ({
      filter: { _id, 'state.count': before.count, 'state.at': before.at },
      update: { $set: { 'state.count': count, 'state.at': at, 'state.on': on } },
    }));
    const stood = await this.byMoreThanId.go(updates.length, () => updateWhere(this.decisions, updates));
    return stood === unchanged.length;
  }
}
