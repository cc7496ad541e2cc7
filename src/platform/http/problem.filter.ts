import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Response } from 'express';
import { Logger } from '../../ports/logger';
import { maskedValue } from '../telemetry/masked-value';
import { explainProblem } from './explain-problem';

/** Answers every error with a problem document; the unexpected ones are logged, without the request. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const { problem, isUnexpected } = explainProblem(error);
    if (isUnexpected) this.logger.error({ error: originOf(error) }, 'A request failed');
    if (response.headersSent) {
      response.destroy();
      return;
    }
    if (problem.retryAfterSeconds !== undefined) response.setHeader('retry-after', problem.retryAfterSeconds);
    response
      .status(problem.document.status)
      .type('application/problem+json')
      .send(JSON.stringify(maskedValue(problem.document)));
  }
}

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
