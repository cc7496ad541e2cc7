import { NameFilter } from './name-filter';
import { SortedRuns, type Found } from './sorted-runs';

/**
 * Sorted runs with a filter in memory in front, which says of most digests that they are not there. It is made of the
 * store when it is first asked; what a unit adds that does not land stays in it, which costs a look.
 */
export class FilteredRuns extends SortedRuns {
  private filter: NameFilter | undefined;

  /** The entries of those digests that are there; only inside a unit. */
  findFiltered(digests: Iterable<string>): ReadonlyMap<string, Found> {
    const filter = (this.filter ??= this.filterOfAll());
    const maybe = [...digests].filter((digest) => filter.mayHold(digest));
    return maybe.length === 0 ? NOTHING : this.find(maybe);
  }

  override add(digests: readonly string[], claims: Buffer): void {
    super.add(digests, claims);
    if (this.filter?.hasRoom === false) this.filter = this.filterOfAll();
    else for (const digest of digests) this.filter?.add(digest);
  }

  private filterOfAll(): NameFilter {
    const filter = new NameFilter(this.size());
    for (const digest of this.digests()) filter.add(digest);
    return filter;
  }
}

const NOTHING: ReadonlyMap<string, Found> = new Map();
