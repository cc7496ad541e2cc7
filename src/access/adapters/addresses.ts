import type { Request, Response } from 'express';

/** Where the pages are reached: as set, else as they were asked for, which is on this machine over plain HTTP. */
export const addressOf = (set: string | undefined, request: Request): string =>
  set ?? `http://${request.headers.host ?? 'localhost'}`;

/** A path of this server to go on to; anything that could lead elsewhere leads to the first page. */
export const ownPath = (to: unknown): string =>
  typeof to === 'string' && /^\/(?![/\\])[^\\\s]*$/.test(to) && to.length <= 2_000 ? to : '/';

/** Leads a browser on, with nothing else to read. */
export function leadTo(response: Response, status: 302 | 303, to: string): void {
  response.status(status).location(to).end();
}
