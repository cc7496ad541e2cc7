import { randomBytes } from 'node:crypto';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { signInOver } from '../access/access.composition';
import type { SignInWays } from '../access/adapters/sign-in-ways';
import type { SignIn } from '../access/application/sign-in';
import { PersonKeys } from '../access/domain/person-key';
import { judgeRegularly } from '../access/judge-regularly';
import { liveCasesOver } from '../counting/counting.composition';
import type { PersonLaw } from '../indicators/domain/person-law';
import { ResendRejected } from '../intake/application/resend-rejected';
import { danishDay } from '../kernel/day';
import { bringUpToDate } from '../operations/bring-up-to-date';
import { refuseDevelopmentKey } from '../platform/config/development-key';
import type { Settings } from '../platform/config/settings';
import { rekey } from '../operations/rekeying/rekey';
import { createHttpApplication } from '../platform/http/http-application';
import { oneAtATime } from '../platform/one-at-a-time';
import { repeatedly } from '../platform/repeatedly';
import { SilentLogger } from '../platform/silent-logger';
import { FileSnapshots } from '../platform/snapshots/file-snapshots';
import { EmbeddedVitalSigns } from '../platform/sqlite/embedded-vital-signs';
import { LogChangeSource } from '../platform/sqlite/log-change-source';
import { hasStore } from '../platform/sqlite/store-format';
import { StoreOwner } from '../platform/sqlite/store-owner';
import { SystemClock } from '../platform/system-clock';
import { PinoLogger } from '../platform/telemetry/pino-logger';
import { Clock } from '../ports/clock';
import type { Logger } from '../ports/logger';
import { ProduceSubscriptions } from '../subscriptions/application/produce-subscriptions';
import { DeliverDecisions } from '../notifications/application/deliver-decisions';
import { deliverRegularly } from '../notifications/deliver-regularly';
import { produceRegularly } from '../subscriptions/produce-regularly';
import { TransitionReports } from '../transitions/application/transition-reports';
import { composeEmbedded, type Embedded } from './embedded';
import { READING_ROOMS, ServerModule, SOURCE_ROOMS } from './server.module';
import { listen, onStopSignal, refuseTakenPort } from '../platform/http/serving';

const TICK_MS = 60_000;
/** So often what is counted is kept, so that a start after a crash has little to read. */
const SAVE_COUNTED_MS = 300_000;

export interface StartOptions {
  /** No log and no word about the address. */
  readonly silent?: boolean;
  readonly clock?: Clock;
  readonly logger?: Logger;
  /** What is computed of each person; another than the program's own only where a fault is planted. */
  readonly law?: PersonLaw;
  /** Who asks; another than the program's own ways of signing in only in tests. */
  readonly signIn?: SignIn;
  /** What to do before requests are taken and messages delivered, e.g. filling a fresh store. */
  readonly prepare?: (embedded: Embedded) => Promise<void>;
}

/** A server that answers; `close` stops it in order. */
export interface RunningServer {
  readonly url: string;
  readonly app: NestExpressApplication;
  readonly embedded: Embedded;
  /** Fulfilled once what is asked first has been worked out ahead: handovers and the judgement of deliveries of the day. */
  readonly workedAhead: Promise<unknown>;
  /** Takes no more requests, finishes the batches under way, closes the store; a second call waits for the first. */
  close(): Promise<void>;
}

/**
 * Runs everything in one process: brings decisions up to the definitions and the day, delivers messages, decides what
 * falls due every minute, and answers at `url`. Stops in order on SIGINT and SIGTERM. Begins no store where it could not
 * answer.
 */
export async function startServer(settings: Settings, options: StartOptions = {}): Promise<RunningServer> {
  refuseDevelopmentKey(settings);
  const { silent = false, clock = new SystemClock() } = options;
  const logger = options.logger ?? (silent ? new SilentLogger() : new PinoLogger(settings.logLevel));
  const ownerToken = randomBytes(32).toString('base64url');
  const { keyOf } = new PersonKeys(settings.personKey);
  const ways = signInOver({ settings, clock, keyOf, ownerToken, standIn: options.signIn });
  if (!hasStore(settings.dataFolder)) await refuseTakenPort(settings);
  const owner = StoreOwner.take(settings.dataFolder);
  try {
    const embedded = composeEmbedded(settings, clock, logger, { law: options.law });
    try {
      return await serve(embedded, { owner, ownerToken, ways }, logger, options);
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

/** Who has the store, and how others show that they may ask. */
interface Serving {
  readonly owner: StoreOwner;
  readonly ownerToken: string;
  readonly ways: SignInWays;
}

async function serve(
  embedded: Embedded,
  { owner, ownerToken, ways }: Serving,
  logger: Logger,
  { silent = false, prepare }: StartOptions,
): Promise<RunningServer> {
  const { settings, log, database, indicators, watch, feedsView, raiseUnusual } = embedded;
  await prepare?.(embedded);
  await bringUpToDate(embedded);
  logger.info({}, 'Decisions are up to date');
  log.start();
  const upToDate = oneAtATime(() => indicators.catchUp());
  const live = liveCasesOver(embedded, {
    changes: new LogChangeSource(log),
    snapshots: new FileSnapshots(settings.dataFolder, () => database.refuseIfGone()),
    upToDate,
  });
  const signs = new EmbeddedVitalSigns(embedded);
  const judging = oneAtATime(async () => {
    if ((await watch.catchUp()) !== undefined) await feedsView.calendarShown();
  });
  const duties = [
    repeatedly(TICK_MS, logger, 'Deciding what is due', upToDate),
    repeatedly(TICK_MS, logger, 'Looking after the store', async () => {
      for (const what of await signs.waitingFor()) logger.error({}, `Not ready: ${what}`);
    }),
    repeatedly(TICK_MS, logger, 'Judging deliveries', judging),
    judgeRegularly(raiseUnusual, logger),
    repeatedly(TICK_MS, logger, 'Sealing under the current key', sealingAnew(embedded, logger)),
    repeatedly(SAVE_COUNTED_MS, logger, 'Keeping what is counted', () => live.save()),
  ];
  const counted = live
    .current()
    .catch((error: unknown) => logger.error({ error }, 'What is counted could not be read'));
  const surroundings = { signs, feed: embedded.feed, live, ways };
  const app = await createHttpApplication(
    ServerModule.over(embedded, surroundings, [...SOURCE_ROOMS, ...READING_ROOMS]),
    logger,
  );
  // Whoever asks is not kept waiting by it.
  const tryingAgain = counted
    .then(() => app.get(ResendRejected).tryAgain())
    .catch((error: unknown) => logger.error({ error }, 'What was not handled could not be tried again'));
  const workedAhead = counted
    .then(() => app.get(TransitionReports).workAhead(danishDay(app.get(Clock).now())))
    .then(judging)
    .catch((error: unknown) => logger.error({ error }, 'What is asked first could not be worked out ahead'));
  const restFromWork = async (): Promise<void> => {
    await app.close();
    await Promise.all([tryingAgain, workedAhead]);
    for (const duty of duties) await duty.stop();
    await live.close().catch((error: unknown) => logger.error({ error }, 'What is counted could not be kept'));
  };
  const url = await listen(app, settings).catch(async (error: unknown) => {
    await restFromWork();
    throw error;
  });
  owner.announce(url, ownerToken);
  const producing = produceRegularly(app.get(ProduceSubscriptions), logger);
  const delivering = deliverRegularly(app.get(DeliverDecisions), logger);
  if (!silent) process.stderr.write(`rehabspor answers at ${url} (documentation: ${url}/docs)\n${demoNote(ways, url)}`);

  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => (closing ??= stop());
  const stop = async (): Promise<void> => {
    hearNoMore();
    await delivering.stop();
    await producing.stop();
    await restFromWork();
    await log.stop();
    await database.close();
    owner.release();
    logger.info({}, 'Stopped');
  };
  const hearNoMore = onStopSignal(() => void close());
  return { url, app, embedded, workedAhead, close };
}

/** That whoever reaches the server is whoever they like; nothing where an issuer says who they are. */
const demoNote = ({ demo }: SignInWays, url: string): string =>
  demo === undefined
    ? ''
    : `Sign-in is built in, with demo users and for trying on this machine alone: ${url}/sign-in. REHABSPOR_OIDC_ISSUER names a real one.\n`;

/** Seals anew what rests under another key than the current one: once after the start, and whenever that has become another. */
function sealingAnew({ keyService, vault, rejected }: Embedded, logger: Logger): () => Promise<void> {
  let done: number | undefined;
  return async () => {
    const current = keyService?.currentVersion();
    if (current === undefined || current === done) return;
    const { resealed, ...rest } = await rekey({ vault, rejected }, () => undefined);
    done = current;
    logger.info({ version: current, resealed, ...rest }, 'Everything rests sealed under the current key');
  };
}
