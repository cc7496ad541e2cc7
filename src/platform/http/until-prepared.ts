import type { NextFunction, Request, Response } from 'express';
import { Problem } from './problem';

/** Addresses of which nothing comes from the store. */
const WITHOUT_STORE = /^\/(health|metrics|docs|docs-json|contracts|assets|api\/v1\/(metadata|measures))(\/|$)/i;
const LOOK_AGAIN_SECONDS = 5;

/**
 * As long as it is not known whether the store may be used (whether it is there, of the program's format and of its key),
 * what would come from it or go into it is refused; how the program is doing is told all the same.
 */
export function untilPrepared(isPrepared: () => boolean) {
  return ({ path }: Request, _response: Response, next: NextFunction): void => {
    if (isPrepared() || WITHOUT_STORE.test(path)) next();
    else {
      const detail = 'This service is not ready yet, and has kept nothing: /health/ready says what it waits for.';
      next(new Problem(503, detail, { kind: 'not-ready', retryAfterSeconds: LOOK_AGAIN_SECONDS }));
    }
  };
}
