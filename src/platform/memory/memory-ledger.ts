import type { PersonKey } from '../../kernel/clinical-event';
import { digestOfName } from '../../kernel/digest';
import { IntakeLedger, type Claim, type LedgerAnswer, type LedgerEntry } from '../../ports/intake-ledger';
import { DigestTable, NumberColumn } from './digest-table';

/** An intake ledger that forgets when the process ends: digests in flat tables, so that a million events weigh little. */
export class MemoryLedger extends IntakeLedger {
  private readonly events = new DigestTable();
  private readonly contents = new NumberColumn();
  private readonly received = new NumberColumn();
  private readonly registrations = new DigestTable();
  private readonly owners: PersonKey[] = [];

  override claim(entries: readonly LedgerEntry[]): Promise<Claim> {
    return Promise.resolve({ answers: entries.map((entry) => this.claimOne(entry)), confirm: () => Promise.resolve() });
  }

  private claimOne({ source, id, content, kind, recordId, person, receivedAt }: LedgerEntry): LedgerAnswer {
    const row = this.events.claim(digestOfName(source, id));
    if (row >= 0) {
      if (this.contents.get(row) !== content) return REUSED;
      if (receivedAt >= this.received.get(row)) return DUPLICATE;
      this.received.set(row, receivedAt);
      return { standing: 'duplicate', receivedEarlier: true };
    }
    this.contents.set(-1 - row, content);
    this.received.set(-1 - row, receivedAt);
    const registration = this.registrations.claim(digestOfName(kind, source, recordId));
    if (registration < 0) {
      this.owners.push(person);
      return NEW;
    }
    const owner = this.owners[registration] as PersonKey;
    return owner === person || kind === 'registry.feed-status' ? NEW : { standing: 'new', sharedWith: owner };
  }

  override ownersOf(
    registrations: readonly Pick<LedgerEntry, 'source' | 'kind' | 'recordId'>[],
  ): Promise<readonly (PersonKey | undefined)[]> {
    return Promise.resolve(
      registrations.map(({ source, kind, recordId }) => {
        const row = this.registrations.find(digestOfName(kind, source, recordId));
        return row === undefined ? undefined : this.owners[row];
      }),
    );
  }
}

const NEW: LedgerAnswer = { standing: 'new' };
const DUPLICATE: LedgerAnswer = { standing: 'duplicate' };
const REUSED: LedgerAnswer = { standing: 'reused' };
