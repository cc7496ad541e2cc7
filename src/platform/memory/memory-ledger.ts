import type { PersonKey } from '../../kernel/clinical-event';
import type { EventKind } from '../../kernel/event-kinds';
import { IntakeLedger, type Claim, type LedgerAnswer, type LedgerEntry } from '../../ports/intake-ledger';

type Registration = Pick<LedgerEntry, 'source' | 'kind' | 'recordId'>;

/**
 * An intake ledger that forgets when the process ends. It keeps what was claimed rather than digests of it: that costs
 * little where the events are kept as well, and contents are looked at only where an id comes again.
 */
export class MemoryLedger extends IntakeLedger {
  /** The claim of each event that was received first, by its source and id. */
  private readonly claims = new Map<string, Map<string, LedgerEntry>>();
  private readonly owners = new Map<EventKind, Map<string, Map<string, PersonKey>>>();

  override claim(entries: readonly LedgerEntry[]): Promise<Claim> {
    return Promise.resolve({ answers: entries.map((entry) => this.claimOne(entry)), confirm: () => Promise.resolve() });
  }

  /** What an event was claimed with that was received first. */
  eventOf({ source, id }: Pick<LedgerEntry, 'source' | 'id'>): LedgerEntry | undefined {
    return this.claims.get(source)?.get(id);
  }

  ownerOf({ source, kind, recordId }: Registration): PersonKey | undefined {
    return this.owners.get(kind)?.get(source)?.get(recordId);
  }

  /** Takes for claimed what was claimed elsewhere; of several the one that was received first. */
  remember(entry: LedgerEntry): void {
    const claims = inner(this.claims, entry.source);
    const claimed = claims.get(entry.id);
    if (claimed === undefined || entry.receivedAt < claimed.receivedAt) claims.set(entry.id, entry);
  }

  /** Takes a registration for the entry's person's, if it is nobody's. */
  owns({ source, kind, recordId, person }: LedgerEntry): void {
    const owners = inner(inner(this.owners, kind), source);
    if (!owners.has(recordId)) owners.set(recordId, person);
  }

  /** Claims one event; answers at once. */
  claimOne(entry: LedgerEntry): LedgerAnswer {
    const { source, id, kind, recordId, person } = entry;
    const claims = inner(this.claims, source);
    const claimed = claims.get(id);
    if (claimed !== undefined) {
      if (claimed.content !== entry.content) return REUSED;
      if (entry.receivedAt >= claimed.receivedAt) return DUPLICATE;
      claims.set(id, entry);
      return { standing: 'duplicate', receivedEarlier: true };
    }
    claims.set(id, entry);
    const owners = inner(inner(this.owners, kind), source);
    const owner = owners.get(recordId);
    if (owner === undefined) owners.set(recordId, person);
    if (owner === undefined || owner === person || kind === 'registry.feed-status') return NEW;
    return { standing: 'new', sharedWith: owner };
  }

  override ownersOf(registrations: readonly Registration[]): Promise<readonly (PersonKey | undefined)[]> {
    return Promise.resolve(registrations.map((registration) => this.ownerOf(registration)));
  }
}

/** The map under a key, a new one where there was none. */
function inner<K, L, V>(maps: Map<K, Map<L, V>>, key: K): Map<L, V> {
  const known = maps.get(key);
  if (known !== undefined) return known;
  const made = new Map<L, V>();
  maps.set(key, made);
  return made;
}

const NEW: LedgerAnswer = { standing: 'new' };
const DUPLICATE: LedgerAnswer = { standing: 'duplicate' };
const REUSED: LedgerAnswer = { standing: 'reused' };
