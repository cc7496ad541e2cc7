import type { PersonKey } from '../../kernel/clinical-event';
import { IntakeLedger, type LedgerAnswer, type LedgerEntry } from '../../ports/intake-ledger';

interface Claimed {
  readonly content: number;
  receivedAt: number;
}

/** Two levels of names: a map of maps, so that no joined text is made per look-up. */
class NameIndex<V> {
  private readonly outer = new Map<string, Map<string, V>>();

  within(scope: string): Map<string, V> {
    let inner = this.outer.get(scope);
    if (inner === undefined) this.outer.set(scope, (inner = new Map()));
    return inner;
  }
}

/** An intake ledger that forgets when the process ends. */
export class MemoryLedger extends IntakeLedger {
  private readonly events = new NameIndex<Claimed>();
  private readonly registrations = new NameIndex<PersonKey>();

  override claim(entries: readonly LedgerEntry[]): Promise<readonly LedgerAnswer[]> {
    return Promise.resolve(entries.map((entry) => this.claimOne(entry)));
  }

  private claimOne({ source, id, content, kind, recordId, person, receivedAt }: LedgerEntry): LedgerAnswer {
    const events = this.events.within(source);
    const claimed = events.get(id);
    if (claimed !== undefined) {
      if (claimed.content !== content) return REUSED;
      if (receivedAt >= claimed.receivedAt) return DUPLICATE;
      claimed.receivedAt = receivedAt;
      return { standing: 'duplicate', receivedEarlier: true };
    }
    events.set(id, { content, receivedAt });
    const owners = this.registrations.within(`${kind}\n${source}`);
    const owner = owners.get(recordId);
    if (owner === undefined) owners.set(recordId, person);
    return owner === undefined || owner === person ? NEW : { standing: 'new', sharedWith: owner };
  }

  override ownersOf(
    registrations: readonly Pick<LedgerEntry, 'source' | 'kind' | 'recordId'>[],
  ): Promise<readonly (PersonKey | undefined)[]> {
    return Promise.resolve(
      registrations.map(({ source, kind, recordId }) => this.registrations.within(`${kind}\n${source}`).get(recordId)),
    );
  }
}

const NEW: LedgerAnswer = { standing: 'new' };
const DUPLICATE: LedgerAnswer = { standing: 'duplicate' };
const REUSED: LedgerAnswer = { standing: 'reused' };
