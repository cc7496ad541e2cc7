import { Catch, NotFoundException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Logger } from '../../ports/logger';
import { maskedValue } from '../telemetry/masked-value';
import { allowedMethods } from './allowed-methods';
import { explainProblem } from './explain-problem';
import { Problem } from './problem';
import type { ProblemPages } from './problem-pages';

/** Answers every error with a problem document; the unexpected ones are logged, without the request. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly logger: Logger,
    private readonly pages?: ProblemPages,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const allowed = error instanceof NotFoundException ? allowedMethods(host.switchToHttp().getRequest<Request>()) : [];
    if (allowed.length > 0) response.setHeader('allow', allowed.join(', '));
    const { problem, isUnexpected } = explainProblem(allowed.length > 0 ? wrongMethod(allowed) : error);
    if (isUnexpected) this.logger.error({ error: originOf(error) }, 'A request failed');
    if (response.headersSent) {
      response.destroy();
      return;
    }
    if (problem.retryAfterSeconds !== undefined) response.setHeader('retry-after', problem.retryAfterSeconds);
    if (problem.document.status === 408) response.setHeader('connection', 'close');
    const document = maskedValue(problem.document) as typeof problem.document;
    const page = this.pages?.pageOf(document, host.switchToHttp().getRequest<Request>());
    response.status(document.status);
    if (page === undefined) response.type('application/problem+json').send(JSON.stringify(document));
    else response.type('text/html').send(page);
  }
}

const wrongMethod = (allowed: readonly string[]): Problem =>
  new Problem(405, `This address takes ${allowed.join(', ')}; see /docs.`);

/** Where an error came from; a message of an unknown error may hold what a client sent, so only its frames are told. */
function originOf(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { code } = error as { code?: unknown };
  return {
    type: error.constructor.name,
    ...(typeof code === 'string' ? { code } : undefined),
    frames: (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at ')),
    ...(error.cause === undefined ? undefined : { cause: originOf(error.cause) }),
  };
}
