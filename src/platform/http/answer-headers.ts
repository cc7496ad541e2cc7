import type { NextFunction, Request, Response } from 'express';
import helmet from 'helmet';

const NOTHING = {
  'default-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
};
const PAGES = {
  ...NOTHING,
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'script-src': ["'self'"],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
};
/** The documentation has scripts of its own, and by their digests two style sheets and one style in its markup. */
const DOCUMENTATION = {
  ...PAGES,
  'script-src': ["'self'"],
  'connect-src': ["'self'"],
  'style-src': [
    "'self'",
    "'unsafe-hashes'",
    "'sha256-/jDKvbQ8cdux+c5epDIqkjHbXDaIY8RucT1PmAe8FG4='",
    "'sha256-eaPyLWVdqMc60xuz5bTp2yBRgVpQSoUggte1+40ONPU='",
    "'sha256-ezdv1bOGcoOD7FKudKN0Y2Mb763O6qVtM8LT2mtanIU='",
  ],
};

/** Of helmet's usual headers all but one: `Referrer-Policy: no-referrer` would hide from us which page a form is of. */
const protection = (directives: Record<string, string[]>) =>
  helmet({
    contentSecurityPolicy: { useDefaults: false, directives },
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  });

const ofPages = protection(PAGES);
const ofDocumentation = protection(DOCUMENTATION);

/** The same for everyone; whatever else is answered tells of persons, of few of them, or of whoever asks. */
const IS_EVERYONES = /^\/(docs|docs-json|docs-yaml|contracts|assets)(\/|$)/i;

/**
 * Says of every answer what browsers may do with it: run nothing, load nothing from elsewhere, be framed by nobody; and
 * that nobody keeps it, unless it is the same for everyone. No other site may read any of it: nothing opens it to them.
 */
export function answerHeaders(request: Request, response: Response, next: NextFunction): void {
  if (!IS_EVERYONES.test(request.path)) response.setHeader('cache-control', 'no-store');
  (/^\/docs(\/|$)/i.test(request.path) ? ofDocumentation : ofPages)(request, response, next);
}
