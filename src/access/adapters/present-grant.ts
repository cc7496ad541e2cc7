import { AsyncLocalStorage } from 'node:async_hooks';
import type { NextFunction, Request, Response } from 'express';
import { Present, type Grant } from '../domain/present';

/** Who asks at present, known to everything that a request leads to. */
export class PresentGrant extends Present {
  private readonly requests = new AsyncLocalStorage<{ grant?: Grant }>();

  override grant(): Grant | undefined {
    return this.requests.getStore()?.grant;
  }

  /** Makes room for what a request will be granted. */
  readonly around = (_request: Request, _response: Response, next: NextFunction): void => this.requests.run({}, next);

  /** Notes what the present request was granted. */
  put(grant: Grant): void {
    const request = this.requests.getStore();
    if (request !== undefined) request.grant = grant;
  }
}
