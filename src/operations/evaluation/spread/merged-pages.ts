import { DecisionsToWrite, type WrittenDecisions } from '../written-decisions';
import type { ToldAs } from './messages';

type Page = ToldAs<'page'>;

/** One share's decided persons, page after page. */
class Pages {
  private page: Page | undefined;
  private at = 0;

  constructor(private readonly nextPage: () => Promise<Page | undefined>) {}

  /** Moves to the next person; at once within a page, and false where there is none. */
  advance(): boolean | Promise<boolean> {
    this.at += 1;
    return this.page !== undefined && this.at < this.page.orders.length ? true : this.turn();
  }

  private async turn(): Promise<boolean> {
    this.page = await this.nextPage();
    this.at = 0;
    return this.page !== undefined;
  }

  get order(): string {
    return this.page?.orders[this.at] ?? '';
  }

  giveTo(written: DecisionsToWrite): void {
    const { page, at } = this;
    if (page === undefined) throw new Error('There is no person left.');
    written.add(page.bytes.subarray(at === 0 ? 0 : page.ends[at - 1], page.ends[at]), page.decisions[at] ?? 0);
  }
}

/** The persons of several shares, each share in order, as one list in order. */
export async function* mergedPages(
  sources: readonly (() => Promise<Page | undefined>)[],
): AsyncGenerator<WrittenDecisions> {
  const shares = sources.map((nextPage) => new Pages(nextPage));
  const written = new DecisionsToWrite();
  const open: Pages[] = [];
  for (const share of shares) if (await share.advance()) open.push(share);
  while (open.length > 0) {
    const first = open.reduce((least, share) => (share.order < least.order ? share : least));
    first.giveTo(written);
    if (written.areMany) yield written.take();
    const more = first.advance();
    if (more !== true && !(await more)) open.splice(open.indexOf(first), 1);
  }
  yield written.take();
}
