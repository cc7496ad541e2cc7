import type { WrittenDecisions } from '../line-evaluation';
import type { ToldAs } from './messages';

type Page = ToldAs<'page'>;

/** One share's decided persons, page after page. */
class Pages {
  private page: Page | undefined;
  private at = 0;

  constructor(private readonly nextPage: () => Promise<Page | undefined>) {}

  /** Moves to the next person; false where there is none. */
  async advance(): Promise<boolean> {
    this.at += 1;
    if (this.page === undefined || this.at >= this.page.orders.length) {
      this.page = await this.nextPage();
      this.at = 0;
    }
    return this.page !== undefined;
  }

  get order(): string {
    return this.page?.orders[this.at] ?? '';
  }

  get person(): WrittenDecisions {
    const { page, at } = this;
    if (page === undefined) throw new Error('There is no person left.');
    const text = page.text.slice(at === 0 ? 0 : page.ends[at - 1], page.ends[at]);
    return { text, persons: 1, decisions: page.decisions[at] ?? 0 };
  }
}

/** The persons of several shares, each share in order, as one list in order. */
export async function* mergedPages(
  sources: readonly (() => Promise<Page | undefined>)[],
): AsyncGenerator<WrittenDecisions> {
  const shares = sources.map((nextPage) => new Pages(nextPage));
  const open: Pages[] = [];
  for (const share of shares) if (await share.advance()) open.push(share);
  while (open.length > 0) {
    const first = open.reduce((least, share) => (share.order < least.order ? share : least));
    yield first.person;
    if (!(await first.advance())) open.splice(open.indexOf(first), 1);
  }
}
