import type { DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { SwaggerModule } from '@nestjs/swagger';
import compression from 'compression';
import type { Request, Response } from 'express';
import type { Logger } from '../../ports/logger';
import { Settings } from '../config/settings';
import { Metrics } from '../telemetry/metrics';
import { answerHeaders } from './answer-headers';
import { putBelow } from './at-the-root';
import { BodyReader } from './bodies/body-reader';
import { jsonBodies } from './bodies/json-bodies';
import { hostCheck } from './host-check';
import { openApiDocument } from './openapi/openapi-document';
import { PagesOfProblems } from './operation.module';
import { ProblemFilter } from './problem.filter';
import { requestLog } from './request-log';
import { answerUnreadableRequests } from './unreadable-requests';
import { untilPrepared } from './until-prepared';
import { CheckingPipe } from './validation';

const API_PREFIX = 'api/v1';

/** Pages and what they are made of go out packed; what the API answers holds no more than somebody asked for. */
const isOfPages = (_request: Request, response: Response): boolean =>
  /^(text\/(html|css|javascript)|image\/svg\+xml)\b/.test(String(response.getHeader('content-type')));
/**
 * Makes the HTTP application: problem documents, checked queries and bodies, request log, documentation. Nothing is asked
 * of the store before `isPrepared`.
 */
export async function createHttpApplication(
  module: DynamicModule,
  logger: Logger,
  isPrepared: () => boolean = () => true,
): Promise<NestExpressApplication> {
  const app = await NestFactory.create<NestExpressApplication>(module, {
    bodyParser: false,
    logger: false,
    abortOnError: false,
  });
  const { http, lineLimits } = app.get(Settings);
  answerUnreadableRequests(app.getHttpServer());
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.use(requestLog(logger, app.get(Metrics)));
  app.use(answerHeaders);
  app.use(compression({ filter: isOfPages }));
  app.use(hostCheck(http.host, http.hosts));
  app.use(untilPrepared(isPrepared));
  app.use(jsonBodies(app.get(BodyReader), lineLimits.maxEventBytes));
  putBelow(app, API_PREFIX);
  app.useGlobalPipes(new CheckingPipe());
  app.useGlobalFilters(new ProblemFilter(logger, app.get(PagesOfProblems).pages));
  SwaggerModule.setup('docs', app, () => openApiDocument(app) as never, { jsonDocumentUrl: 'docs-json' });
  return app;
}
