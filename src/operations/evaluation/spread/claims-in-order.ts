import { MemoryLedger } from '../../../platform/memory/memory-ledger';
import type { PlacedEntry } from './claimed-lines';
import type { KnownName, Settled } from './messages';
import { SeenNames } from './seen-names';

/** What is asked of the shares of an evaluation while claims are settled. */
export interface AskShares {
  /** The entries at some places among those that a share has waiting longest. */
  entries(share: number, at: readonly number[]): Promise<readonly PlacedEntry[]>;
  /** What a share knows of names. */
  known(share: number, entries: readonly PlacedEntry[]): Promise<readonly KnownName[]>;
  /** Answers a share's longest waiting claims: these as told, all others by what it knows itself. */
  settle(share: number, settled: Settled): void;
}

/** What a share claims of a batch: for each entry two short hashes and the place of its line. */
export interface Claims {
  readonly share: number;
  readonly names: Uint32Array;
  readonly places: Uint32Array;
}

interface Batch {
  readonly missing: Set<number>;
  readonly claims: Claims[];
}

/** Entries of a batch that more than one share could know something of, by share. */
type Contested = readonly { readonly share: number; readonly at: readonly number[] }[];

/**
 * Settles what the shares of an evaluation claim as if one ledger were asked line by line, batch after batch. Most names
 * are used by one share alone, which answers them itself; only of the others are entries looked at, here, in the order of
 * their lines.
 */
export class ClaimsInOrder {
  private readonly batches: Batch[] = [];
  private readonly events = new SeenNames();
  private readonly registrations = new SeenNames();
  private settling: Promise<void> = Promise.resolve();

  constructor(
    private readonly shares: AskShares,
    private readonly count: number,
  ) {}

  /** Tells which shares have lines of the next batch. */
  expect(shares: readonly number[]): void {
    this.batches.push({ missing: new Set(shares), claims: [] });
  }

  /** Takes the claims of a share for the earliest batch it has not claimed for yet; resolves when what is complete is settled. */
  add(claims: Claims): Promise<void> {
    const batch = this.batches.find(({ missing }) => missing.has(claims.share));
    if (batch === undefined) throw new Error('Nothing was expected to be claimed.');
    batch.missing.delete(claims.share);
    batch.claims.push(claims);
    for (let first = this.batches[0]; first?.missing.size === 0; first = this.batches[0]) {
      this.batches.shift();
      const complete = first.claims;
      this.settling = this.settling.then(() => this.settle(complete));
    }
    return this.settling;
  }

  private async settle(batch: readonly Claims[]): Promise<void> {
    const contested = this.contestedIn(batch);
    const answers = contested.length === 0 ? undefined : await this.answersTo(contested);
    for (const { share } of batch) this.shares.settle(share, answers?.get(share) ?? []);
  }

  /** The entries with a name that another share may have used, and whatever shares a name with one of these. */
  private contestedIn(batch: readonly Claims[]): Contested {
    const events = new Set<number>();
    const registrations = new Set<number>();
    for (const { share, names } of batch) {
      for (let at = 0; at < names.length; at += 2) {
        const [event = 0, registration = 0] = [names[at], names[at + 1]];
        if (this.events.add(event, share)) events.add(event);
        if (this.registrations.add(registration, share)) registrations.add(registration);
      }
    }
    if (events.size + registrations.size === 0) return [];
    for (let before = -1; before !== events.size + registrations.size;) {
      before = events.size + registrations.size;
      for (const { names } of batch) {
        for (let at = 0; at < names.length; at += 2) {
          const [event = 0, registration = 0] = [names[at], names[at + 1]];
          if (events.has(event)) registrations.add(registration);
          else if (registrations.has(registration)) events.add(event);
        }
      }
    }
    return batch.flatMap(({ share, names, places }) => {
      const at = [...places.keys()].filter((index) => events.has(names[index * 2] ?? 0));
      return at.length === 0 ? [] : [{ share, at }];
    });
  }

  /** Answers contested entries in the order of their lines, by all that any share knows of their names. */
  private async answersTo(contested: Contested): Promise<Map<number, [number, AnswerOf][]>> {
    const asked = await Promise.all(
      contested.map(async ({ share, at }) => {
        const entries = await this.shares.entries(share, at);
        return entries.map((entry, index) => ({ share, at: at[index] ?? 0, entry }));
      }),
    );
    const all = asked.flat().sort((a, b) => a.entry.at - b.entry.at);
    const entries = all.map(({ entry }) => entry);
    const ledger = new MemoryLedger();
    for (const known of await Promise.all(
      [...Array(this.count).keys()].map((one) => this.shares.known(one, entries)),
    )) {
      known.forEach(({ event, owner }, index) => {
        const entry = entries[index];
        if (entry === undefined) return;
        if (event !== undefined) ledger.remember({ ...entry, ...event });
        if (owner !== undefined) ledger.owns({ ...entry, person: owner });
      });
    }
    const answers = new Map<number, [number, AnswerOf][]>();
    for (const { share, at, entry } of all) {
      const its = answers.get(share) ?? [];
      its.push([at, ledger.claimOne(entry)]);
      answers.set(share, its);
    }
    return answers;
  }
}

type AnswerOf = Settled[number][1];
