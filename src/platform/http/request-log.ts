import type { NextFunction, Request, Response } from 'express';
import type { Logger } from '../../ports/logger';
import type { Metrics } from '../telemetry/metrics';

/** Logs and measures every request by its route pattern; addresses, headers and bodies are never looked at. */
export function requestLog(logger: Logger, metrics: Metrics) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const begun = performance.now();
    response.once('close', () => {
      const seconds = (performance.now() - begun) / 1000;
      const route = routeOf(request);
      const outcome = response.writableFinished ? 'answered' : 'broken off';
      metrics.observeRequest(request.method, route, response.statusCode, seconds);
      logger.info(
        { method: request.method, route, status: response.statusCode, ms: Math.round(seconds * 1e6) / 1000, outcome },
        'request',
      );
    });
    next();
  };
}

function routeOf(request: Request): string {
  const { route } = request as { route?: { path?: unknown } };
  if (typeof route?.path === 'string') return route.path;
  return request.originalUrl.startsWith('/docs') ? '/docs' : 'unmatched';
}
