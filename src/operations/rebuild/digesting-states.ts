import type { PersonKey } from '../../kernel/clinical-event';
import { digestOfJson } from '../../kernel/digest';
import type { GonePerson, PathwayState, PathwayStateStore } from '../../ports/pathway-state-store';
import { FollowingPathwayStates } from '../../platform/mongo/generation-stores';

/** A folded person in short. */
export interface FoldedDigest {
  readonly eventCount: number;
  readonly digest: string;
}

/** Passes states on to a store and remembers the digest of every one that should stand there. */
export class DigestingStates extends FollowingPathwayStates {
  readonly folded = new Map<PersonKey, FoldedDigest>();

  constructor(store: PathwayStateStore) {
    super(() => store);
  }

  override async replace(states: readonly PathwayState[], gone: readonly GonePerson[]): Promise<void> {
    await super.replace(states, gone);
    for (const { folded, eventCount } of states) {
      this.folded.set(folded.person, { eventCount, digest: digestOfJson(folded) });
    }
    for (const { person } of gone) this.folded.delete(person);
  }
}
