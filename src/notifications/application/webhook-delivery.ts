import type { Organisation } from '../../kernel/organisation';
import type { Clock } from '../../ports/clock';
import type { DecisionFeed, DecisionReader, PlacedChange } from '../../ports/decision-feed';
import type { Logger } from '../../ports/logger';
import type { Sealing } from '../../ports/sealing';
import type { Webhook, WebhookBook, WebhookProgress, HoldReason } from '../../ports/webhook-book';
import type { WebhookSender } from '../../ports/webhook-sender';
import { addressFault } from '../domain/address';
import { messageOf } from '../domain/http-message';
import type { Post } from '../domain/posts';
import { failedAgain, isHopeless, type Patience } from '../domain/retry';
import { signedHeaders } from '../domain/signature';
import type { PreparePosts } from './prepare-posts';

const CHANGES_AT_A_TIME = 200;
/** A reader that nothing came from for so long is opened anew: one that has died says no more than one with nothing new. */
const OPENED_ANEW_AFTER_MS = 600_000;

/** What delivering needs of the outside. */
export interface Delivering {
  readonly book: WebhookBook;
  readonly feed: DecisionFeed;
  readonly sender: WebhookSender;
  readonly prepare: PreparePosts;
  readonly seal: Sealing;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Notes that something of these persons was shown to an organisation, before it is. */
  readonly note: (webhook: Webhook, persons: readonly string[], relations: readonly string[]) => Promise<void>;
  /** From 0 to 1. */
  readonly random: () => number;
  /** Which process this is. */
  readonly claimant: string;
  /** So long the others leave a webhook to the process that is at it; longer than any one request takes. */
  readonly claimMs: number;
  readonly allowedHosts: readonly string[];
  /** Whether an organisation of this kind may be told of anybody here. */
  readonly maySee: (organisation: Organisation) => boolean;
  readonly patience: Patience;
}

/** A reading of the feed, what came of it and is not taken yet, and the place before that. */
interface Reading {
  readonly reader: DecisionReader;
  place: string | undefined;
  pending: readonly PlacedChange[];
  /** When it was opened, or something last came (milliseconds). */
  heardOf: number;
}

/**
 * Delivers to one webhook: reads the feed from the place through which everything was taken, sends, and moves the place
 * once a request was taken. Whatever ends it in between, the same changes are read again from that place.
 */
export class WebhookDelivery {
  private reading: Reading | undefined;

  constructor(
    private readonly id: string,
    private readonly delivering: Delivering,
    private readonly stop: AbortSignal,
  ) {}

  /** Sends what there is, as the webhook stands in the book; resolves when there is no more, or something is in the way. */
  async deliver(webhook: Webhook): Promise<void> {
    const { progress } = webhook;
    if (this.isOthersTurn(progress)) return this.close();
    if (progress.hold !== undefined) return this.close();
    if (this.delivering.clock.now() < (progress.failure?.retryAt ?? 0)) return;
    if (!(await this.stands(webhook))) return;
    for (let standing: Webhook | undefined = webhook; standing !== undefined && !this.stop.aborted;) {
      standing = await this.deliverSome(standing);
    }
  }

  async close(): Promise<void> {
    const { reading } = this;
    this.reading = undefined;
    await reading?.reader.close();
  }

  /** Whether another process is at it. */
  private isOthersTurn({ claim }: WebhookProgress): boolean {
    const { clock, claimant } = this.delivering;
    return claim !== undefined && claim.by !== claimant && claim.until > clock.now();
  }

  /** Whether it may be sent to and its place can be read from; else it is put on hold. */
  private async stands(webhook: Webhook): Promise<boolean> {
    const { feed, allowedHosts, maySee, clock } = this.delivering;
    const { place } = webhook.progress;
    const fault = addressFault(webhook.url, allowedHosts);
    if (fault !== undefined) return this.hold(webhook, 'not-allowed', `Its address ${fault}.`);
    if (!maySee(webhook.organisation))
      return this.hold(webhook, 'not-allowed', 'Its organisation may see nobody here.');
    if (this.reading?.place === place && this.reading !== undefined) return true;
    await this.close();
    const reader = await (place === undefined ? feed.fromStart() : feed.after(place));
    if (reader === undefined || (place !== undefined && feed.placeOf(reader.next()) !== place)) {
      await reader?.close();
      return this.hold(webhook, 'lost-place', 'The log of decisions is another than the one it was sent from.');
    }
    this.reading = { reader, place, pending: [], heardOf: clock.now() };
    return true;
  }

  /** Sends the next changes; undefined when there are none, or somebody else or a failure came between. */
  private async deliverSome(webhook: Webhook): Promise<Webhook | undefined> {
    const { prepare, clock } = this.delivering;
    const reading = this.reading as Reading;
    if (reading.pending.length === 0) reading.pending = await reading.reader.read(CHANGES_AT_A_TIME);
    const last = reading.pending.at(-1);
    if (last === undefined) {
      if (clock.now() - reading.heardOf >= OPENED_ANEW_AFTER_MS) await this.close();
      return undefined;
    }
    reading.heardOf = clock.now();
    const { posts, relations } = await prepare.of(reading.pending, webhook);
    let standing: Webhook | undefined = webhook;
    if (posts.length > 0) standing = await this.advance(webhook, {});
    for (const post of posts) {
      if (standing === undefined || this.stop.aborted) return undefined;
      standing = await this.sendOne(standing, post, relations);
    }
    if (standing === undefined || reading.place === last.place) return standing;
    return this.taken(standing, last.place);
  }

  /** Sends one request; undefined when it was not taken, or somebody else came between. */
  private async sendOne(webhook: Webhook, post: Post, relations: readonly string[]): Promise<Webhook | undefined> {
    const { sender, seal, clock, note } = this.delivering;
    const message = messageOf(post.events, webhook.mode);
    await note(webhook, [...new Set(post.events.map(({ partitionkey }) => partitionkey))], relations);
    const secret = seal.open(Buffer.from(webhook.sealedSecret, 'base64'));
    const signed = signedHeaders(secret, message.id, clock.now(), message.body);
    const headers = { 'content-type': message.contentType, ...signed };
    const answer = await sender.send({ url: webhook.url, headers, body: message.body }, this.stop);
    if (answer.kind === 'taken') {
      return post.through === undefined ? this.advance(webhook, {}) : this.taken(webhook, post.through);
    }
    if (this.stop.aborted) return undefined;
    if (answer.kind === 'gone') await this.hold(webhook, 'gone', 'It answered 410: nothing is wanted there any more.');
    else await this.failed(webhook, answer);
    return undefined;
  }

  private async taken(webhook: Webhook, place: string): Promise<Webhook | undefined> {
    const reading = this.reading as Reading;
    const standing = await this.advance(webhook, { place });
    if (standing === undefined) return undefined;
    const at = reading.pending.findIndex((one) => one.place === place);
    reading.pending = reading.pending.slice(at + 1);
    reading.place = place;
    return standing;
  }

  /** Moves on from where it stood, without what stood in the way; undefined when somebody else changed it. */
  private async advance(
    { progress, ...webhook }: Webhook,
    moved: Pick<WebhookProgress, 'place' | 'hold' | 'failure'>,
  ): Promise<Webhook | undefined> {
    const { book, clock, claimant, claimMs } = this.delivering;
    const { failure, hold: _hold, revision, ...rest } = progress;
    const isTaken = moved.place !== undefined;
    const next: WebhookProgress = {
      ...rest,
      ...(failure === undefined || isTaken ? undefined : { failure }),
      ...moved,
      revision: revision + 1,
      claim: { by: claimant, until: clock.now() + claimMs },
    };
    if (await book.advance(webhook.id, next)) return { ...webhook, progress: next };
    await this.close();
    return undefined;
  }

  private async failed(webhook: Webhook, answer: { readonly says: string; readonly retryAfterMs?: number }) {
    const { clock, random, patience, logger } = this.delivering;
    const failure = failedAgain(webhook.progress.failure, answer, { at: clock.now(), random: random(), patience });
    if (isHopeless(failure, patience)) {
      await this.hold({ ...webhook, progress: { ...webhook.progress, failure } }, 'failing', answer.says);
      return;
    }
    await this.advance(webhook, { failure });
    logger.warn({ webhook: this.id, times: failure.times, says: failure.says }, 'A webhook failed and is tried again');
  }

  /** Sends nothing any more until somebody resumes it; always false. */
  private async hold(webhook: Webhook, reason: HoldReason, says: string): Promise<false> {
    const { clock, logger } = this.delivering;
    await this.advance(webhook, { hold: { at: clock.now(), reason, says } });
    await this.close();
    logger.error({ webhook: this.id, reason, says }, 'A webhook is on hold until somebody resumes it');
    return false;
  }
}
