import type { Request } from 'express';
import type { ProblemDocument } from './problem';

/** Shows a problem to people, where a browser asks; a server without pages has none. */
export abstract class ProblemPages {
  /** The problem as an HTML document; undefined where whoever asks did not ask for a page. */
  abstract pageOf(problem: ProblemDocument, request: Request): string | undefined;
}
