import { RequestMethod, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { SwaggerModule } from '@nestjs/swagger';
import type { Logger } from '../../ports/logger';
import { Settings } from '../config/settings';
import { Metrics } from '../telemetry/metrics';
import { answerHeaders } from './answer-headers';
import { BodyReader } from './bodies/body-reader';
import { jsonBodies } from './bodies/json-bodies';
import { hostCheck } from './host-check';
import { openApiDocument } from './openapi/openapi-document';
import { ProblemFilter } from './problem.filter';
import { requestLog } from './request-log';
import { answerUnreadableRequests } from './unreadable-requests';
import { untilPrepared } from './until-prepared';
import { CheckingPipe } from './validation';

const API_PREFIX = 'api/v1';
/** Controllers that answer at the root. */
const AT_THE_ROOT = [
  ...['health', 'health/live', 'health/ready', 'metrics', '', 'assets/page.css'],
  ...['contracts', 'contracts/asyncapi.yaml', 'contracts/schemas/:file', 'contracts/schemas/source/:file'],
  ...['sign-in', 'sign-in/return', 'sign-in/demo', 'sign-in/demo/:user', 'sign-in/demo/:user/token', 'sign-out'],
].map((path) => ({
  path,
  method: RequestMethod.ALL,
}));

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
  app.use(hostCheck(http.host, http.hosts));
  app.use(untilPrepared(isPrepared));
  app.use(jsonBodies(app.get(BodyReader), lineLimits.maxEventBytes));
  app.setGlobalPrefix(API_PREFIX, { exclude: AT_THE_ROOT });
  app.useGlobalPipes(new CheckingPipe());
  app.useGlobalFilters(new ProblemFilter(logger));
  SwaggerModule.setup('docs', app, () => openApiDocument(app) as never, { jsonDocumentUrl: 'docs-json' });
  return app;
}
