import { RequestMethod, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { SwaggerModule } from '@nestjs/swagger';
import type { NextFunction, Request, Response } from 'express';
import type { IncomingMessage } from 'node:http';
import type { Logger } from '../../ports/logger';
import { Metrics } from '../telemetry/metrics';
import { openApiDocument } from './openapi/openapi-document';
import { Problem } from './problem';
import { ProblemFilter } from './problem.filter';
import { requestLog } from './request-log';
import { CheckingPipe } from './validation';

const JSON_TYPE = /^application\/(.*\+)?json\b/i;
const API_PREFIX = 'api/v1';
/** Controllers that answer at the root. */
const AT_THE_ROOT = ['health', 'health/live', 'health/ready', 'metrics', '', 'assets/page.css'].map((path) => ({
  path,
  method: RequestMethod.GET,
}));

/** Makes the HTTP application: problem documents, checked queries and bodies, request log, documentation. */
export async function createHttpApplication(
  module: DynamicModule,
  logger: Logger,
  maxJsonBytes: number,
): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(module, {
    bodyParser: false,
    logger: false,
    abortOnError: false,
  });
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.use(requestLog(logger, app.get(Metrics)));
  app.useBodyParser('json', { limit: maxJsonBytes, type: (request: IncomingMessage) => isPlainJson(request) });
  app.use(jsonOnly);
  app.setGlobalPrefix(API_PREFIX, { exclude: AT_THE_ROOT });
  app.useGlobalPipes(new CheckingPipe());
  app.useGlobalFilters(new ProblemFilter(logger));
  SwaggerModule.setup('docs', app, () => openApiDocument(app) as never, { jsonDocumentUrl: 'docs-json' });
  return app;
}

const readsBody = ({ method, url = '' }: IncomingMessage): boolean =>
  method === 'POST' && !/^\/api\/v1\/events\b/.test(url);

/** Events are read by their own controller, as a stream; what has no body to take is not read. */
function isPlainJson(request: IncomingMessage): boolean {
  return readsBody(request) && JSON_TYPE.test(request.headers['content-type'] ?? '');
}

/** A body of another type would be passed over, as if nothing had been sent. */
function jsonOnly(request: Request, _response: Response, next: NextFunction): void {
  const { 'content-type': type = '', 'content-length': length, 'transfer-encoding': encoding } = request.headers;
  const hasBody = encoding !== undefined || Number(length ?? 0) > 0;
  if (!readsBody(request) || !hasBody || JSON_TYPE.test(type)) next();
  else next(new Problem(415, 'The body is not named as JSON; send it with Content-Type: application/json.'));
}
