import type { PersonKey } from '../../kernel/clinical-event';
import type { EventKind } from '../../kernel/event-kinds';
import { IntakeLedger, type Claim, type LedgerAnswer, type LedgerEntry } from '../../ports/intake-ledger';
import { DigestColumn, NumberColumn } from './columns';

type Registration = Pick<LedgerEntry, 'source' | 'kind' | 'recordId'>;

/**
 * An intake ledger that forgets when the process ends. Names are compared whole, which costs little where the events
 * are kept as well; contents lie in flat columns, so that a million events weigh little.
 */
export class MemoryLedger extends IntakeLedger {
  /** The row of each event by its source and id. */
  private readonly rows = new Map<string, Map<string, number>>();
  private size = 0;
  private readonly contents = new DigestColumn();
  private readonly received = new NumberColumn();
  private readonly owners = new Map<EventKind, Map<string, Map<string, PersonKey>>>();

  override claim(entries: readonly LedgerEntry[]): Promise<Claim> {
    return Promise.resolve({ answers: entries.map((entry) => this.claimOne(entry)), confirm: () => Promise.resolve() });
  }

  private claimOne(entry: LedgerEntry): LedgerAnswer {
    const { source, id, content, kind, recordId, person, receivedAt } = entry;
    const rows = inner(this.rows, source);
    const row = rows.get(id);
    if (row !== undefined) {
      if (!this.contents.is(row, content)) return REUSED;
      if (receivedAt >= this.received.get(row)) return DUPLICATE;
      this.received.set(row, receivedAt);
      return { standing: 'duplicate', receivedEarlier: true };
    }
    rows.set(id, this.size);
    this.contents.set(this.size, content);
    this.received.set(this.size, receivedAt);
    this.size += 1;
    const owners = inner(inner(this.owners, kind), source);
    const owner = owners.get(recordId);
    if (owner === undefined) owners.set(recordId, person);
    if (owner === undefined || owner === person || kind === 'registry.feed-status') return NEW;
    return { standing: 'new', sharedWith: owner };
  }

  override ownersOf(registrations: readonly Registration[]): Promise<readonly (PersonKey | undefined)[]> {
    return Promise.resolve(
      registrations.map(({ source, kind, recordId }) => this.owners.get(kind)?.get(source)?.get(recordId)),
    );
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
