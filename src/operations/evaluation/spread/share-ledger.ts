import type { PersonKey } from '../../../kernel/clinical-event';
import { MemoryLedger } from '../../../platform/memory/memory-ledger';
import { IntakeLedger, type Claim, type LedgerAnswer, type LedgerEntry } from '../../../ports/intake-ledger';
import type { KnownName, Settled } from './messages';
import { nameHash } from './seen-names';

/** Entries that wait to be settled. */
interface Waiting {
  readonly entries: readonly LedgerEntry[];
  readonly settle: (settled: Settled) => void;
}

/** Claims of a batch as they are told: for each entry the short hashes of its two names, and the place of its line. */
export interface TellClaims {
  (names: Uint32Array, places: Uint32Array): void;
}

/**
 * The part of a ledger that one share of an evaluation knows. What no other share can know is answered here; whether
 * there is such a share, and what is to be answered then, is told from outside, batch after batch.
 */
export class ShareLedger extends IntakeLedger {
  private readonly own = new MemoryLedger();
  private readonly waiting: Waiting[] = [];

  constructor(private readonly tellClaims: TellClaims) {
    super();
  }

  override async claim(entries: readonly LedgerEntry[]): Promise<Claim> {
    const names = new Uint32Array(entries.length * 2);
    const places = new Uint32Array(entries.length);
    entries.forEach(({ source, id, kind, recordId, origin }, at) => {
      names[at * 2] = nameHash(source, id);
      names[at * 2 + 1] = nameHash(kind, source, recordId);
      places[at] = Number(origin);
    });
    const settling = new Promise<Settled>((settle) => this.waiting.push({ entries, settle }));
    this.tellClaims(names, places);
    const answered = new Map(await settling);
    const answers = entries.map((entry, at) => {
      const answer = answered.get(at);
      if (answer === undefined) return this.own.claimOne(entry);
      this.note(entry, answer);
      return answer;
    });
    return { answers, confirm: () => Promise.resolve() };
  }

  /** Keeps what was answered elsewhere, so that it is known when it is asked for. */
  private note(entry: LedgerEntry, answer: LedgerAnswer): void {
    if (answer.standing === 'new' || answer.receivedEarlier === true) this.own.remember(entry);
    if (answer.standing === 'new' && answer.sharedWith === undefined) this.own.owns(entry);
  }

  /** Some of the entries that have waited longest. */
  entriesAt(places: readonly number[]): LedgerEntry[] {
    const { entries = [] } = this.waiting[0] ?? {};
    return places.map((at) => entries[at]).filter((entry) => entry !== undefined);
  }

  /** What is claimed under names, through the last batch that was settled. */
  known(entries: readonly Pick<LedgerEntry, 'source' | 'id' | 'kind' | 'recordId'>[]): KnownName[] {
    return entries.map((entry) => {
      const event = this.own.eventOf(entry);
      return {
        ...(event === undefined ? undefined : { event: { content: event.content, receivedAt: event.receivedAt } }),
        owner: this.own.ownerOf(entry),
      };
    });
  }

  /** Settles the entries that have waited longest. */
  settle(settled: Settled): void {
    const first = this.waiting.shift();
    if (first === undefined) throw new Error('Nothing waits to be settled.');
    first.settle(settled);
  }

  override ownersOf(): Promise<readonly (PersonKey | undefined)[]> {
    throw new Error('An evaluation tells nobody of registrations by name.');
  }
}
