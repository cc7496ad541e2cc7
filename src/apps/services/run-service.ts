import { signInOver } from '../../access/access.composition';
import { PersonKeys } from '../../access/domain/person-key';
import { refuseDevelopmentKey } from '../../platform/config/development-key';
import type { Settings } from '../../platform/config/settings';
import { createHttpApplication } from '../../platform/http/http-application';
import { inBackground } from '../../platform/in-background';
import { ForgettingSnapshots } from '../../platform/memory/forgetting-snapshots';
import { SystemClock } from '../../platform/system-clock';
import { PinoLogger } from '../../platform/telemetry/pino-logger';
import { Tracing } from '../../platform/telemetry/tracing';
import { liveCasesOver } from '../../counting/counting.composition';
import { composeDistributed } from '../distributed';
import { ServerModule } from '../server.module';
import { listen, onStopSignal } from '../../platform/http/serving';
import { ServiceSigns } from '../../platform/kafka/service-signs';
import { controllersOf, dutiesOf } from './duties';
import type { ServiceName } from '../../operations/services/service-names';

/**
 * Runs one service until it is told to stop. It answers on its health at once, waits for brokers and database, loudly,
 * makes sure of the store's key, topics and indexes, and only then takes up its duties and requests. Resolves when it has
 * stopped in order.
 */
export async function runService(service: ServiceName, settings: Settings): Promise<void> {
  refuseDevelopmentKey(settings);
  const logger = new PinoLogger(settings.logLevel, undefined, { service });
  const clock = new SystemClock();
  const ways = signInOver({ settings, clock, keyOf: new PersonKeys(settings.personKey).keyOf });
  const tracing = new Tracing(settings.traces, `rehabspor-${service}`, logger);
  const distributed = composeDistributed(settings, clock, logger, tracing, {
    // Others wait for brokers for ever; whoever sends over HTTP is told to come back.
    ...(service === 'intake-http' ? { publishWithinMs: 10_000 } : undefined),
    holdsPersons: service === 'pathways' || service === 'indicators',
  });
  const signs = new ServiceSigns(distributed, service === 'reporting' ? distributed.webhookBook : undefined);
  const live = liveCasesOver(distributed, {
    changes: distributed.changes,
    snapshots: new ForgettingSnapshots(),
    upToDate: () => Promise.resolve(), // The service of indicators sees to it.
  });
  const surroundings = { signs, feed: distributed.feed, live, ways };
  const module = ServerModule.over(distributed, surroundings, controllersOf(service));
  const app = await createHttpApplication(module, logger, distributed.isPrepared);
  const stopped = new Promise<void>((resolve) => onStopSignal(resolve));
  const disconnect = async (): Promise<void> => {
    await app.close();
    await live.close();
    distributed.giveUpWaiting();
  };
  const leave = async (): Promise<void> => {
    await distributed.close();
    await tracing.shutdown();
  };
  const url = await listen(app, settings).catch(async (error: unknown) => {
    await disconnect();
    await leave();
    throw error;
  });
  process.stderr.write(`rehabspor ${service} answers at ${url}\n`);
  const duties = inBackground(async () => {
    if (!(await distributed.prepare())) return;
    const end = dutiesOf(service, distributed, app, logger);
    logger.info({}, 'Ready');
    return end;
  });
  const failure = await Promise.race([stopped, duties.failed]);
  await disconnect();
  await duties.end();
  await leave();
  if (failure instanceof Error) throw failure;
  logger.info({}, 'Stopped');
}
