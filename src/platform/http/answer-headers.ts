import type { NextFunction, Request, Response } from 'express';

/**
 * Says of every answer that its type is the one named, and of all but the documentation and the pages that nobody keeps
 * it: what is told of persons, and of few of them, stays in no cache.
 */
export function answerHeaders({ path }: Request, response: Response, next: NextFunction): void {
  response.setHeader('x-content-type-options', 'nosniff');
  if (/^\/(api|health|metrics|sign-in|sign-out)\b/.test(path)) response.setHeader('cache-control', 'no-store');
  next();
}
