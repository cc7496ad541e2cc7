import type { PersonSetAside } from '../../../kernel/set-aside';
import type { LineBatch } from '../../../platform/ndjson/read-lines';
import type { ReceiptCounts } from '../../moving/receipt-counts';
import { byPerson, type LineEvaluation, type TellRefused } from '../line-evaluation';
import type { WrittenDecisions } from '../written-decisions';
import { readClaims, writeClaims } from './claimed-lines';
import { ClaimsInOrder } from './claims-in-order';
import { movesBetween } from './home-of';
import { mergedPages } from './merged-pages';
import type { Asked, HandedOver, Told, ToldAs } from './messages';
import { MOST_SHARES } from './seen-names';
import { sharedOut } from './share-of';
import type { ShareThread } from './share-thread';
import { TakenBatches } from './taken-batches';

/** So many batches are on their way at once: enough that no share waits, few enough that memory stays bounded. */
const BATCHES_UNDER_WAY = 6;

/**
 * An evaluation spread over threads by person: what is claimed is claimed in one ledger in the order of the lines, who
 * belongs together is brought together before anything is decided, and decisions come in one order; so the same lines
 * give the same receipts and decisions, byte for byte, whatever the number of threads.
 */
export class SpreadEvaluation implements LineEvaluation {
  setAside: readonly PersonSetAside[] = [];
  private readonly batches: TakenBatches;
  private readonly claims: ClaimsInOrder;
  /** Who waits for what a thread tells next, beside claims and batches. */
  private readonly answers: ((told: Told) => void)[] = [];
  private readonly failed: Promise<never>;

  constructor(
    private readonly threads: readonly ShareThread[],
    readonly counts: ReceiptCounts,
    tellRefused: TellRefused,
  ) {
    if (threads.length > MOST_SHARES) throw new RangeError(`At most ${MOST_SHARES} threads can share an evaluation.`);
    this.batches = new TakenBatches(tellRefused);
    this.claims = new ClaimsInOrder(
      {
        entries: async (share, at) => readClaims((await this.askOne(share, 'entries', { ask: 'entries', at })).entries),
        known: async (share, entries) =>
          (await this.askOne(share, 'known', { ask: 'known', entries: writeClaims(entries) })).known,
        settle: (share, settled) => threads[share]?.send({ ask: 'settle', settled }),
      },
      threads.length,
    );
    this.failed = new Promise((_, reject) => {
      threads.forEach((thread, share) => {
        thread.listen((told) => void this.told(share, told).catch(reject), reject);
      });
    });
    this.failed.catch(() => undefined); // Whoever waits next is told.
  }

  private async told(share: number, told: Told): Promise<void> {
    if (told.tell === 'claims') await this.claims.add({ share, names: told.names, places: told.places });
    else if (told.tell === 'taken') this.batches.done(share, told.refused);
    else this.answers[share]?.(told);
  }

  async take(batch: Pick<LineBatch, 'file' | 'lines'>): Promise<void> {
    const shares = sharedOut(batch.lines, this.threads.length);
    const busy = [...shares.keys()].filter((share) => shares[share] !== undefined);
    if (busy.length === 0) return;
    this.claims.expect(busy);
    this.batches.begin(batch, busy);
    shares.forEach((lines, share) => {
      if (lines !== undefined) this.threads[share]?.send({ ask: 'take', lines });
    });
    await this.unlessFailed(this.batches.atMost(BATCHES_UNDER_WAY));
  }

  async *decisions(): AsyncGenerator<WrittenDecisions> {
    await this.unlessFailed(this.batches.atMost(0));
    await this.bringTogether();
    const setAside: PersonSetAside[] = [];
    const pagesOf = (share: number): (() => Promise<ToldAs<'page'> | undefined>) => {
      // The page after the one that is read is made meanwhile.
      let coming: Promise<Told> | undefined = this.answer(share);
      return async () => {
        const page = coming && (await this.unlessFailed(coming));
        coming = undefined;
        if (page?.tell === 'decided') setAside.push(...page.setAside);
        if (page?.tell !== 'page') return undefined;
        coming = this.ask(share, { ask: 'next' });
        return page;
      };
    };
    yield* mergedPages([...this.threads.keys()].map(pagesOf));
    this.setAside = byPerson(setAside);
  }

  /** Everybody's events come to one share each, which then begins to decide. */
  private async bringTogether(): Promise<void> {
    const gathered = await this.askAll('gathered', () => ({ ask: 'gather' }));
    for (const { counts } of gathered) this.counts.include(counts);
    const holdings = gathered.map(({ persons }) => new Set(persons === '' ? [] : persons.split('\n')));
    const { away, relations } = movesBetween(
      holdings,
      gathered.flatMap((one) => one.relations),
    );
    const received = holdings.map((): HandedOver[] => []);
    for (const [share, leaving] of away.entries()) {
      for (const [home, persons] of leaving) {
        const { what } = await this.askOne(share, 'handed-over', { ask: 'hand-over', persons });
        received[home]?.push(what);
      }
    }
    const feeds = JSON.stringify(gathered.flatMap((one) => JSON.parse(one.feeds) as unknown[]));
    this.threads.forEach((thread, share) => {
      thread.send({ ask: 'decide', received: received[share] ?? [], relations: relations[share] ?? [], feeds });
    });
  }

  private askAll<T extends Told['tell']>(tell: T, askedOf: (share: number) => Asked): Promise<ToldAs<T>[]> {
    return Promise.all([...this.threads.keys()].map((share) => this.askOne(share, tell, askedOf(share))));
  }

  private async askOne<T extends Told['tell']>(share: number, tell: T, asked: Asked): Promise<ToldAs<T>> {
    const told = await this.unlessFailed(this.ask(share, asked));
    if (told.tell !== tell) throw new Error(`A thread told ${told.tell} where ${tell} was due.`);
    return told as ToldAs<T>;
  }

  private ask(share: number, asked: Asked): Promise<Told> {
    const answer = this.answer(share);
    this.threads[share]?.send(asked);
    return answer;
  }

  /** What a thread tells next. */
  private answer(share: number): Promise<Told> {
    return new Promise((resolve) => (this.answers[share] = resolve));
  }

  private unlessFailed<T>(work: Promise<T>): Promise<T> {
    return Promise.race([work, this.failed]);
  }

  async close(): Promise<void> {
    await Promise.all(this.threads.map((thread) => thread.end()));
  }
}
