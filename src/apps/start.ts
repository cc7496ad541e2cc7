import type { AddressInfo } from 'node:net';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { type Settings } from '../platform/config/settings';
import { createHttpApplication } from '../platform/http/http-application';
import { StoreOwner } from '../platform/sqlite/store-owner';
import { SilentLogger } from '../platform/silent-logger';
import { SystemClock } from '../platform/system-clock';
import { PinoLogger } from '../platform/telemetry/pino-logger';
import type { Clock } from '../ports/clock';
import type { Logger } from '../ports/logger';
import { FileSnapshots } from '../platform/snapshots/file-snapshots';
import { ProduceSubscriptions } from '../subscriptions/application/produce-subscriptions';
import { countedLive } from './counted';
import { bringUpToDate, composeEmbedded, type Embedded } from './embedded';
import { EmbeddedVitalSigns } from '../platform/sqlite/embedded-vital-signs';
import { LogChangeSource } from '../platform/sqlite/log-change-source';
import { LogDecisionFeed } from '../platform/sqlite/log-decision-feed';
import { LogReadPosition } from '../platform/sqlite/log-read-position';
import type { ViewedCases } from '../counting/application/viewed-cases';
import { READING_ROOMS, ServerModule, SOURCE_ROOMS } from './server.module';
import { produceRegularly } from './subscriptions';

const TICK_MS = 60_000;
/** So often what is counted is kept, so that a start after a crash has little to read. */
const SAVE_COUNTED_MS = 300_000;

export interface StartOptions {
  /** No log and no word about the address. */
  readonly silent?: boolean;
  readonly clock?: Clock;
  readonly logger?: Logger;
  /** What to do before requests are taken and messages delivered, e.g. filling a fresh store. */
  readonly prepare?: (embedded: Embedded) => Promise<void>;
}

/** A server that answers; `close` stops it in order. */
export interface RunningServer {
  readonly url: string;
  readonly app: NestExpressApplication;
  readonly embedded: Embedded;
  /** Takes no more requests, finishes the batches under way, closes the store; a second call waits for the first. */
  close(): Promise<void>;
}

/**
 * Runs everything in one process: brings decisions up to the definitions and the day, delivers messages, decides what
 * falls due every minute, and answers at `url`. Stops in order on SIGINT and SIGTERM.
 */
export async function startServer(settings: Settings, options: StartOptions = {}): Promise<RunningServer> {
  const { silent = false, clock = new SystemClock() } = options;
  const logger = options.logger ?? (silent ? new SilentLogger() : new PinoLogger(settings.logLevel));
  const owner = StoreOwner.take(settings.dataFolder);
  try {
    const embedded = composeEmbedded(settings, clock, logger);
    try {
      return await serve(embedded, owner, logger, options);
    } catch (error) {
      await embedded.log.stop();
      await embedded.database.close();
      throw error;
    }
  } catch (error) {
    owner.release();
    throw error;
  }
}

async function serve(
  embedded: Embedded,
  owner: StoreOwner,
  logger: Logger,
  { silent = false, prepare }: StartOptions,
): Promise<RunningServer> {
  const { settings, log, database } = embedded;
  await prepare?.(embedded);
  await bringUpToDate(embedded);
  logger.info({}, 'Decisions are up to date');
  log.start();
  const upToDate = oneAtATime(() => embedded.indicators.catchUp());
  const stopTicking = tick(upToDate, logger);
  const stopWatching = every(
    TICK_MS,
    async () => {
      if ((await embedded.watch.catchUp()) !== undefined) await embedded.feedsView.calendarShown();
    },
    (error) => logger.error({ error }, 'Judging deliveries failed and is tried again in a minute'),
  );
  const { counted, live } = countedLive(embedded, new LogReadPosition(log), {
    changes: new LogChangeSource(log),
    snapshots: new FileSnapshots(settings.dataFolder),
    upToDate,
  });
  live.current().catch((error: unknown) => logger.error({ error }, 'What is counted could not be read'));
  const stopSaving = every(
    SAVE_COUNTED_MS,
    () => live.save(),
    (error) => logger.error({ error }, 'What is counted could not be kept and is tried again in five minutes'),
  );
  const app = await createHttpApplication(
    ServerModule.over(embedded, surroundingsOf(embedded, counted, logger), [...SOURCE_ROOMS, ...READING_ROOMS]),
    logger,
    settings.lineLimits.maxEventBytes,
  );
  app.getHttpServer().requestTimeout = 0; // A stream of events may take as long as storing them takes.
  await app.listen(settings.http.port, settings.http.host);
  const url = addressOf(app, settings.http.host);
  owner.announce(url);
  const producing = produceRegularly(app.get(ProduceSubscriptions), logger);
  if (!silent) process.stderr.write(`rehabspor answers at ${url} (documentation: ${url}/docs)\n`);

  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => (closing ??= stop());
  const stop = async (): Promise<void> => {
    for (const signal of SIGNALS) process.removeListener(signal, onSignal);
    stopTicking();
    stopWatching();
    stopSaving();
    await app.close();
    await producing.stop();
    await live.close().catch((error: unknown) => logger.error({ error }, 'What is counted could not be kept'));
    await log.stop();
    await database.close();
    owner.release();
    logger.info({}, 'Stopped');
  };
  const onSignal = (): void => void close();
  for (const signal of SIGNALS) process.once(signal, onSignal);
  return { url, app, embedded, close };
}

function surroundingsOf(embedded: Embedded, counted: ViewedCases, logger: Logger) {
  const { log } = embedded;
  const signs = new EmbeddedVitalSigns(embedded);
  return { logger, signs, feed: new LogDecisionFeed(log), counted };
}

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

function addressOf(app: NestExpressApplication, host: string): string {
  const { port } = app.getHttpServer().address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** Decides what falls due every minute; returns how to stop it. */
function tick(upToDate: () => Promise<unknown>, logger: Logger): () => void {
  return every(TICK_MS, upToDate, (error) =>
    logger.error({ error }, 'Deciding what is due failed and is tried again in a minute'),
  );
}

/** Does something at intervals, one round at a time; returns how to stop it. */
function every(ms: number, round: () => Promise<unknown>, onError: (error: unknown) => void): () => void {
  let isBusy = false;
  const timer = setInterval(() => {
    if (isBusy) return;
    isBusy = true;
    round()
      .catch(onError)
      .finally(() => (isBusy = false));
  }, ms);
  return () => clearInterval(timer);
}

/** Lets whoever asks while something is under way wait for one more round of it, so that two never run at once. */
function oneAtATime(work: () => Promise<unknown>): () => Promise<unknown> {
  let running: Promise<unknown> | undefined;
  let next: Promise<unknown> | undefined;
  const begin = (): Promise<unknown> => {
    running = work().finally(() => (running = undefined));
    return running;
  };
  return () => {
    if (running === undefined) return begin();
    next ??= running
      .catch(() => undefined)
      .then(() => {
        next = undefined;
        return begin();
      });
    return next;
  };
}
