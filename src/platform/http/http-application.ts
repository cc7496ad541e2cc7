import { RequestMethod, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';
import type { IncomingMessage } from 'node:http';
import type { Logger } from '../../ports/logger';
import { Metrics } from '../telemetry/metrics';
import { ProblemFilter } from './problem.filter';
import { requestLog } from './request-log';
import { CheckingPipe } from './validation';

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
  app.setGlobalPrefix(API_PREFIX, { exclude: AT_THE_ROOT });
  app.useGlobalPipes(new CheckingPipe());
  app.useGlobalFilters(new ProblemFilter(logger));
  document(app);
  return app;
}

/** Events are read by their own controller, as a stream. */
function isPlainJson({ url = '', headers }: IncomingMessage): boolean {
  return /^application\/(.*\+)?json\b/i.test(headers['content-type'] ?? '') && !/^\/api\/v1\/events\b/.test(url);
}

function document(app: NestExpressApplication): void {
  const config = new DocumentBuilder()
    .setTitle('rehabspor')
    .setDescription(
      'Follows heart patients’ rehabilitation across hospital, municipality and general practice. ' +
        'Indicators are working definitions (arbejdsdefinitioner). Errors are RFC 9457 problem documents.',
    )
    .setVersion('1')
    .build();
  SwaggerModule.setup('docs', app, () => SwaggerModule.createDocument(app, config), { jsonDocumentUrl: 'docs-json' });
}
