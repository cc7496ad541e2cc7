import type { ExecutionContext } from '@nestjs/common';
import type { Reflector } from '@nestjs/core';
import { ThrottlerGuard, type ThrottlerLimitDetail } from '@nestjs/throttler';
import type { Request } from 'express';
import type { Settings } from '../../platform/config/settings';
import { Problem } from '../../platform/http/problem';
import { isAskedWithin } from '../../platform/http/within/connections-within';
import type { Clock } from '../../ports/clock';
import { SignInError } from '../application/sign-in';
import { PUBLIC_READER } from '../domain/claims';
import type { Reader } from '../domain/reader';
import { RequestsCounted } from './requests-counted';
import type { WhoAsks } from './who-asks';

const WINDOW_MS = 60_000;

/**
 * Refuses whoever asks more often than is agreed, before anything of the request is read or kept: a source by its
 * organisation, a person by whom they signed in as, everyone else, and whoever is not let in, by their address. What
 * says that it `SkipThrottle`s is always answered.
 */
export class RequestLimitsGuard extends ThrottlerGuard {
  constructor(
    { perMinute }: Settings['http'],
    clock: Clock,
    private readonly who: WhoAsks,
    reflector: Reflector,
  ) {
    const limit = async (context: ExecutionContext): Promise<number> =>
      (await this.signedIn(context.switchToHttp().getRequest<Request>())) === undefined
        ? perMinute.anonymous
        : perMinute.signedIn;
    super({ throttlers: [{ ttl: WINDOW_MS, limit }], setHeaders: false }, new RequestsCounted(clock), reflector);
  }

  /** What a page asks on behalf of whoever reads it was counted with the page. */
  protected override async shouldSkip(context: ExecutionContext): Promise<boolean> {
    return Promise.resolve(isAskedWithin(context.switchToHttp().getRequest<Request>()));
  }

  protected override async getTracker(request: Request): Promise<string> {
    const reader = await this.signedIn(request);
    if (reader === undefined) return `address ${await super.getTracker(request)}`;
    const { roles, organisation, subject } = reader;
    return roles.includes('source') && organisation !== undefined ? `source ${organisation}` : `person ${subject}`;
  }

  protected override generateKey(_context: ExecutionContext, tracker: string): string {
    return tracker; // However many addresses they ask at.
  }

  protected override throwThrottlingException(
    _context: ExecutionContext,
    { timeToBlockExpire }: ThrottlerLimitDetail,
  ): Promise<void> {
    return Promise.reject(
      new Problem(
        429,
        'That is more requests a minute than one source, person or address may send; nothing of this one was kept. Send ' +
          'it again after Retry-After; many events go in one request.',
        { kind: 'too-many-requests', retryAfterSeconds: timeToBlockExpire },
      ),
    );
  }

  private async signedIn(request: Request): Promise<Reader | undefined> {
    try {
      const reader = await this.who.readerOf(request);
      return reader.subject === PUBLIC_READER.subject ? undefined : reader;
    } catch (error) {
      if (error instanceof SignInError) return undefined;
      throw error;
    }
  }
}
