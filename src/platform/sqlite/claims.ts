import { AddedClaims, type ClaimCodec } from './added-claims';
import { NameFilter } from './name-filter';
import type { SummedTable } from './row-sums';
import { SortedRuns, type Found } from './sorted-runs';
import type { SqliteDatabase } from './sqlite-database';

/**
 * What is claimed under digests of names: in sorted runs, to which a unit's claims are added together at its end. A
 * filter in memory says of most names that nobody claimed them; it is made of the runs when it is first asked, and what
 * a unit adds that does not land stays in it, which costs a look.
 */
export class Claims<T> {
  private readonly runs: SortedRuns;
  private filter: NameFilter | undefined;
  /** Claims of the unit that runs now. */
  private readonly added: AddedClaims<T>;
  /** Claims of units before, of the names asked for last. */
  private recalled = new Map<string, { readonly found: Found; readonly claim: T }>();

  constructor(
    private readonly database: SqliteDatabase,
    table: SummedTable,
    private readonly codec: ClaimCodec<T>,
  ) {
    this.runs = new SortedRuns(database, table, codec.bytes);
    this.added = new AddedClaims(codec);
  }

  /** Looks for what is claimed under these names, all at once; only inside a unit. */
  recall(digests: readonly string[]): void {
    const filter = (this.filter ??= this.filterOfAll());
    this.recalled.clear();
    const maybe = digests.filter((digest) => filter.mayHold(digest) && this.added.get(digest) === undefined);
    if (maybe.length === 0) return;
    for (const [digest, found] of this.runs.find(new Set(maybe))) {
      this.recalled.set(digest, { found, claim: this.codec.read(found.claim) });
    }
  }

  /** What is claimed under a name that was recalled. */
  of(digest: string): T | undefined {
    if (this.filter?.mayHold(digest) === false) return undefined;
    return this.added.get(digest) ?? this.recalled.get(digest)?.claim;
  }

  /** Claims something under a name that was recalled, in place of what may be claimed there. */
  set(digest: string, claim: T): void {
    const before = this.recalled.get(digest);
    if (before === undefined) {
      if (this.added.size === 0) this.writeAtTheEnd();
      this.added.set(digest, claim);
      this.filter?.add(digest);
    } else {
      this.recalled.set(digest, { ...before, claim });
      this.runs.replace(before.found, this.bytesOf(claim));
    }
  }

  private writeAtTheEnd(): void {
    this.database.beforeLanding(() => {
      this.runs.add(this.added.entries());
      this.added.clear();
      if (this.filter?.hasRoom === false) this.filter = this.filterOfAll();
    });
    this.database.whenRolledBack(() => this.added.clear());
  }

  /** What is claimed under these names, as it has landed. */
  find(digests: readonly string[]): (digest: string) => T | undefined {
    const found = this.runs.find(new Set(digests));
    return (digest) => {
      const claim = found.get(digest)?.claim;
      return claim && this.codec.read(claim);
    };
  }

  /** Everything that is claimed. */
  *all(): Iterable<T> {
    for (const claim of this.runs.claims()) yield this.codec.read(claim);
  }

  /** How many names something is claimed under. */
  size(): number {
    return this.runs.size();
  }

  private filterOfAll(): NameFilter {
    const filter = new NameFilter(this.runs.size());
    for (const digest of this.runs.digests()) filter.add(digest);
    return filter;
  }

  private bytesOf(claim: T): Buffer {
    const bytes = Buffer.allocUnsafe(this.codec.bytes);
    this.codec.write(claim, bytes, 0);
    return bytes;
  }
}
