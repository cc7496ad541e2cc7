import type { ChainedLook, Look, LookTail } from '../../kernel/look';
import { maskCpr } from '../../kernel/cpr-text';
import type { Clock } from '../../ports/clock';
import type { Logger } from '../../ports/logger';
import { LookNotLogged, type LookHeads, type LookLog } from '../../ports/look-log';
import { chained } from '../domain/looks/chain';
import { isSignedWith, signedHead } from '../domain/looks/signed-head';

interface Waiting {
  readonly look: Look;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

interface Needs {
  readonly looks: LookLog;
  readonly lookHeads: LookHeads;
  readonly lookKey: Buffer;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** So many looks are logged together at most. */
const MOST_TOGETHER = 500;

/**
 * Logs looks before what they show is answered. Those that come while others are being written are written together, so
 * that many cost hardly more than one.
 */
export class LogLooks {
  private readonly waiting: Waiting[] = [];
  private last: LookTail | undefined;
  private isWriting = false;

  constructor(private readonly needs: Needs) {}

  /** Resolves when the look is durable and covered by a signed head; rejects with `LookNotLogged` when it is not. */
  log(look: Omit<Look, 'at'>): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ look: withoutCpr({ ...look, at: this.needs.clock.now() }), resolve, reject });
      if (!this.isWriting) void this.writeWaiting();
    });
  }

  private async writeWaiting(): Promise<void> {
    this.isWriting = true;
    await Promise.resolve(); // Whoever asks in the same moment is written with it.
    while (this.waiting.length > 0) {
      const together = this.waiting.splice(0, MOST_TOGETHER);
      try {
        await this.write(together.map(({ look }) => look));
        for (const { resolve } of together) resolve();
      } catch (cause) {
        this.last = undefined;
        const what = cause instanceof LookNotLogged ? cause.message : 'The log of looks cannot be written.';
        this.needs.logger.error({ error: cause }, 'Looks could not be logged, and nothing was shown');
        for (const { reject } of together) reject(new LookNotLogged(what, { cause }));
      }
    }
    this.isWriting = false;
  }

  private async write(looks: readonly Look[]): Promise<void> {
    const { looks: log, lookHeads, lookKey, clock } = this.needs;
    for (;;) {
      const last = this.last ?? (await this.begin());
      const appended: readonly ChainedLook[] = chained(last, looks);
      if (await log.append(appended)) {
        this.last = appended.at(-1) ?? last;
        break;
      }
      this.last = await log.last(); // Another process logged in the same moment.
    }
    await lookHeads.write(signedHead(lookKey, this.last, clock.now()));
  }

  /**
   * How far the log has come. A head that the log does not reach, or that was signed over another, stays as it is: a newer
   * one would hide that looks are gone.
   */
  private async begin(): Promise<LookTail> {
    const { looks: log, lookHeads, lookKey, logger } = this.needs;
    const head = await lookHeads.read();
    const last = await log.last();
    if (head === undefined && last.number > 0)
      logger.warn({ looks: last.number, place: lookHeads.place }, 'The log of looks has no head; one is begun');
    if (head === undefined || head.number === 0) return last;
    const isRight = isSignedWith(lookKey, head) && (await log.find(head.number))?.hash === head.hash;
    if (isRight) return last;
    throw new LookNotLogged(
      `The log of looks is not the one that its head ${lookHeads.place} was signed over (look ${head.number}): \`verify\` ` +
        'says where; restore the log, or, when it was restored from a backup on purpose, put the head away.',
    );
  }
}

/** Names and subjects come from elsewhere: what may be a CPR number does not get into the log. */
function withoutCpr(look: Look): Look {
  const { organisation, relation, reason } = look;
  return {
    ...look,
    subject: maskCpr(look.subject),
    name: maskCpr(look.name),
    roles: look.roles.map(maskCpr),
    purpose: maskCpr(look.purpose),
    ...(organisation === undefined ? undefined : { organisation: maskCpr(organisation) }),
    ...(relation === undefined ? undefined : { relation: maskCpr(relation) }),
    ...(reason === undefined ? undefined : { reason: maskCpr(reason) }),
  };
}
