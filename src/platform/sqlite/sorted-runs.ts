import { addUnder } from '../../kernel/add-under';
import {
  DIGEST_CHARACTERS,
  firstBits,
  firstBitsAt,
  LAST_LEVEL,
  levelPlace,
  rangeAt,
  rangeOf,
  runNumberOf,
  runOfPlace,
  runPlace,
  RUNS_A_LEVEL,
} from './run-layout';
import type { SummedTable } from './row-sums';
import type { SqliteDatabase, SqliteStatement } from './sqlite-database';

/** So many entries rest in one row, which is read as a whole: no more than fit on a page of the store. */
const ENTRIES_A_ROW = 64;
/** No more entries are merged at a time beyond this many, so that nobody waits long; what is left is merged next time. */
const ENTRIES_A_MERGING = 400_000;

/** An entry and where it lies. */
export interface Found {
  readonly place: number;
  readonly index: number;
  readonly claim: Buffer;
}

/** Digests, and the claim of each at the same index. */
export interface Entries {
  readonly digests: Buffer;
  readonly claims: Buffer;
}

/** Entries in the order of the digests' first bits. */
interface Row extends Entries {
  readonly place: number;
}

/**
 * Entries under digests in sorted runs: what comes in a batch is written as one small run for each range of digests, in
 * order; runs of a level are merged into one of the next once there are eight. So writing costs nearly the same however
 * many there are, where an index would have a page written for almost every entry. A digest is added once.
 */
export class SortedRuns {
  private readonly insert: SqliteStatement;
  private readonly lastPlace: SqliteStatement;
  private readonly rowOf: SqliteStatement;
  private readonly rowsOf: SqliteStatement;
  private readonly remove: SqliteStatement;
  private readonly change: SqliteStatement;
  private readonly everyDigest: SqliteStatement;
  private readonly everyRow: SqliteStatement;
  private readonly bytes: SqliteStatement;

  /** `claimBytes`: the length of every claim. */
  constructor(
    private readonly database: SqliteDatabase,
    private readonly table: SummedTable,
    private readonly claimBytes: number,
  ) {
    this.insert = database.prepare(`INSERT INTO ${table} (place, digests, claims) VALUES (?, ?, ?)`);
    this.lastPlace = database.prepare(`SELECT max(place) AS place FROM ${table} WHERE place >= ? AND place < ?`);
    this.rowOf = database.prepare(`SELECT * FROM ${table} WHERE place >= ? AND place <= ? ORDER BY place DESC LIMIT 1`);
    this.rowsOf = database.prepare(`SELECT * FROM ${table} WHERE place >= ? AND place < ? ORDER BY place`);
    this.remove = database.prepare(`DELETE FROM ${table} WHERE place >= ? AND place < ?`);
    this.change = database.prepare(`UPDATE ${table} SET claims = ? WHERE place = ?`);
    this.everyDigest = database.prepare(`SELECT digests FROM ${table}`);
    this.everyRow = database.prepare(`SELECT * FROM ${table}`);
    this.bytes = database.prepare(`SELECT coalesce(sum(length(digests)), 0) AS bytes FROM ${table}`);
  }

  /** How many entries there are. */
  size(): number {
    return Math.floor((this.bytes.get<{ bytes: number }>()?.bytes ?? 0) / DIGEST_CHARACTERS);
  }

  /** Every digest there is. */
  *digests(): Iterable<string> {
    for (const row of this.everyDigest.iterate()) {
      const text = (row as Row).digests.toString('latin1');
      for (let at = 0; at < text.length; at += DIGEST_CHARACTERS) yield text.slice(at, at + DIGEST_CHARACTERS);
    }
  }

  /** Every claim there is. */
  *claims(): Iterable<Buffer> {
    for (const row of this.everyRow.iterate()) {
      const { claims } = row as Row;
      for (let at = 0; at + this.claimBytes <= claims.length; at += this.claimBytes) {
        yield claims.subarray(at, at + this.claimBytes);
      }
    }
  }

  /** The entries of those digests that are there; in the order of the digests, so that a row is read about once. */
  find(digests: Iterable<string>): ReadonlyMap<string, Found> {
    const found = new Map<string, Found>();
    const runsOf = new Map<number, readonly number[]>();
    const lastRead = new Map<number, Row>();
    for (const digest of [...digests].sort(byFirstBits)) {
      const range = rangeOf(digest);
      const runs = runsOf.get(range) ?? this.runsOf(range);
      runsOf.set(range, runs);
      for (const run of runs) {
        const entry = this.findIn(run, digest, lastRead);
        if (entry === undefined) continue;
        found.set(digest, entry);
        break;
      }
    }
    return found;
  }

  /** Where the runs of a range begin, the largest first. */
  private runsOf(range: number): readonly number[] {
    const runs: number[] = [];
    const from = levelPlace(range, 0);
    for (let end = levelPlace(range + 1, 0); ;) {
      const last = this.lastPlace.get<{ place: number | null }>(from, end)?.place ?? undefined;
      if (last === undefined) return runs;
      end = runOfPlace(last);
      runs.push(end);
    }
  }

  private findIn(run: number, digest: string, lastRead: Map<number, Row>): Found | undefined {
    const first = firstBits(digest);
    const known = lastRead.get(run);
    const row = known !== undefined && holds(known, run + first) ? known : this.rowOf.get<Row>(run, run + first);
    if (row === undefined) return undefined;
    lastRead.set(run, row);
    const index = indexIn(row.digests, digest, first);
    if (index === undefined) return undefined;
    return { place: row.place, index, claim: this.claimAt(row, index) };
  }

  private claimAt({ claims }: Row, index: number): Buffer {
    return claims.subarray(index * this.claimBytes, (index + 1) * this.claimBytes);
  }

  /** Changes what is claimed under a digest that is there. */
  replace({ place, index }: Found, claim: Uint8Array): void {
    const row = (): Row[] => this.rowsOf.all<Row>(place, place + 1);
    this.database.sums.around(this.table, row, () => {
      const claims = Buffer.from((row()[0] as Row).claims);
      claims.set(claim, index * this.claimBytes);
      this.change.run(claims, place);
    });
  }

  /** Adds entries, none of whose digests is there; only inside a unit. */
  add(entries: Entries): void {
    const byRange = new Map<number, number[]>();
    const count = entries.digests.length / DIGEST_CHARACTERS;
    for (let at = 0; at < count; at += 1) addUnder(byRange, rangeAt(entries.digests, at), at);
    const written = [...byRange].flatMap(([range, indices]) => this.writeRun(range, 0, indices, entries));
    this.database.sums.changed(this.table, written, []);
    this.merge([...byRange.keys()]);
  }

  /** Writes the entries of a range that stand at these indices as the newest run of a level; gives its rows. */
  private writeRun(range: number, level: number, indices: ArrayLike<number>, entries: Entries): readonly Row[] {
    const run = runPlace(range, level, this.runsIn(range, level));
    const order = inOrder(entries.digests, indices);
    const rows: Row[] = [];
    for (let from = 0; from < order.length;) {
      const through = rowEnd(order, from, entries.digests);
      const place = run + firstBitsAt(entries.digests, order[from] as number);
      const row = this.gather(place, order.subarray(from, through), entries);
      this.insert.run(row.place, row.digests, row.claims);
      rows.push(row);
      from = through;
    }
    return rows;
  }

  private gather(place: number, order: Float64Array, { digests, claims }: Entries): Row {
    const row = {
      place,
      digests: Buffer.allocUnsafe(order.length * DIGEST_CHARACTERS),
      claims: Buffer.allocUnsafe(order.length * this.claimBytes),
    };
    for (let at = 0; at < order.length; at += 1) {
      const from = order[at] as number;
      copyItem(digests, from, row.digests, at, DIGEST_CHARACTERS);
      copyItem(claims, from, row.claims, at, this.claimBytes);
    }
    return row;
  }

  /** How many runs a level has. */
  private runsIn(range: number, level: number): number {
    const place = this.lastPlace.get<{ place: number | null }>(
      levelPlace(range, level),
      levelPlace(range, level + 1),
    )?.place;
    return place === null || place === undefined ? 0 : runNumberOf(place) + 1;
  }

  /** Merges levels of these ranges that have eight runs, as far as nobody waits for it. */
  private merge(ranges: readonly number[]): void {
    let left = ENTRIES_A_MERGING;
    for (let level = 0; level < LAST_LEVEL; level += 1) {
      const due = ranges.filter((range) => this.runsIn(range, level) >= RUNS_A_LEVEL);
      if (due.length === 0) return;
      for (const range of due) {
        if (left <= 0) return;
        left -= this.mergeLevel(range, level);
      }
    }
  }

  /** Makes one run of the next level of all of this level's; gives how many entries it has. */
  private mergeLevel(range: number, level: number): number {
    const [from, end] = [levelPlace(range, level), levelPlace(range, level + 1)];
    const rows = this.rowsOf.all<Row>(from, end);
    const together = {
      digests: Buffer.concat(rows.map(({ digests }) => digests)),
      claims: Buffer.concat(rows.map(({ claims }) => claims)),
    };
    const entries = together.digests.length / DIGEST_CHARACTERS;
    this.remove.run(from, end);
    this.database.sums.changed(this.table, this.writeRun(range, level + 1, upTo(entries), together), rows);
    return entries;
  }
}

function byFirstBits(a: string, b: string): number {
  return rangeOf(a) - rangeOf(b) || firstBits(a) - firstBits(b);
}

/** True when the entry a place stands for would be in this row: not before its first, not after its last. */
function holds({ place, digests }: Row, wanted: number): boolean {
  const last = digests.length / DIGEST_CHARACTERS - 1;
  return wanted >= place && wanted <= runOfPlace(place) + firstBitsAt(digests, last);
}

/** Where a digest stands in a row's digests; undefined when it does not. */
function indexIn(digests: Buffer, digest: string, first: number): number | undefined {
  let low = 0;
  let high = Math.floor(digests.length / DIGEST_CHARACTERS);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (firstBitsAt(digests, middle) < first) low = middle + 1;
    else high = middle;
  }
  for (let at = low; at * DIGEST_CHARACTERS < digests.length && firstBitsAt(digests, at) === first; at += 1) {
    const from = at * DIGEST_CHARACTERS;
    if (digests.toString('latin1', from, from + DIGEST_CHARACTERS) === digest) return at;
  }
  return undefined;
}

const INDEX_SPAN = 2 ** 23;

/** The indices in the order of their digests' first bits: sorted as plain numbers, which is done without asking back. */
function inOrder(digests: Buffer, indices: ArrayLike<number>): Float64Array {
  if (digests.length > INDEX_SPAN * DIGEST_CHARACTERS) throw new RangeError(`At most ${INDEX_SPAN} names at once.`);
  const order = new Float64Array(indices.length);
  for (let at = 0; at < order.length; at += 1) {
    const index = indices[at] as number;
    order[at] = firstBitsAt(digests, index) * INDEX_SPAN + index;
  }
  order.sort();
  for (let at = 0; at < order.length; at += 1) order[at] = (order[at] as number) % INDEX_SPAN;
  return order;
}

function upTo(end: number): Float64Array {
  return new Float64Array(end).map((_, at) => at);
}

/** Copies an item of so many bytes; for so few, nothing is faster than byte by byte. */
function copyItem(from: Buffer, index: number, to: Buffer, toIndex: number, bytes: number): void {
  const [source, target] = [index * bytes, toIndex * bytes];
  for (let at = 0; at < bytes; at += 1) to[target + at] = from[source + at] as number;
}

/** Where a row ends that begins there: digests of the same first bits are not parted, so that one place leads to all. */
function rowEnd(order: Float64Array, from: number, digests: Buffer): number {
  let through = Math.min(from + ENTRIES_A_ROW, order.length);
  while (
    through < order.length &&
    firstBitsAt(digests, order[through] as number) === firstBitsAt(digests, order[through - 1] as number)
  )
    through += 1;
  return through;
}
