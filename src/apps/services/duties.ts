import type { INestApplication, Type } from '@nestjs/common';
import { FeedsModule } from '../../feeds/feeds.module';
import { ReceiveFromTopic } from '../../intake/application/receive-from-topic';
import { incomingOf } from '../../platform/kafka/source-message';
import type { Logger } from '../../ports/logger';
import { ReceiptMetrics } from '../../ports/receipt-metrics';
import { ProduceSubscriptions } from '../../subscriptions/application/produce-subscriptions';
import type { Distributed } from '../distributed';
import { foldWhatComes } from '../../operations/rebuild/fold-what-comes';
import { READING_ROOMS, SOURCE_ROOMS } from '../server.module';
import { produceRegularly } from '../../subscriptions/produce-regularly';
import { SUBSCRIPTIONS } from '../consumers';
import { repeatedly } from '../../platform/repeatedly';
import { SOURCE_SERVICES, type ServiceName, type SourceService } from './service-names';

/** Ends a duty in order: what is under way is finished. */
type End = () => Promise<void>;

const EVENTS_AT_A_TIME = 2_000;
/** So often a service looks whether a day has passed or a source's deliveries are judged anew. */
const LOOK_EVERY_MS = 1_000;

/** The rooms whose addresses a service answers at, beside health and metrics. */
export function controllersOf(service: ServiceName): readonly Type[] {
  switch (service) {
    case 'intake-http':
      return SOURCE_ROOMS;
    case 'feeds':
      return [FeedsModule];
    case 'reporting':
      return READING_ROOMS;
    default:
      return [];
  }
}

/** Takes up what a service does beside answering requests; returns how to end it. */
export function dutiesOf(service: ServiceName, distributed: Distributed, app: INestApplication, logger: Logger): End {
  switch (service) {
    case 'pathways':
      return foldWhatComes(distributed, SUBSCRIPTIONS.pathways.over(distributed, 'distributed'), logger);
    case 'indicators':
      return decideWhatComes(distributed, logger);
    case 'feeds':
      return watchFeeds(distributed, logger);
    case 'intake-http':
      return () => Promise.resolve();
    case 'reporting':
      return lookAndProduce(distributed, app.get(ProduceSubscriptions), logger);
    default:
      return receiveWhatComes(service, distributed, app.get(ReceiptMetrics));
  }
}

function receiveWhatComes(
  service: SourceService,
  { intake, answers, sources }: Distributed,
  metrics: ReceiptMetrics,
): End {
  const receiving = new ReceiveFromTopic(intake, answers, metrics);
  const consumer = sources.consume(SOURCE_SERVICES[service], EVENTS_AT_A_TIME, (messages) =>
    receiving.handle(messages.map(incomingOf)),
  );
  return () => consumer.stop();
}

function decideWhatComes(distributed: Distributed, logger: Logger): End {
  const { log, indicators, decisions, generations } = distributed;
  const follow = async (): Promise<void> => {
    if (await generations.follow()) decisions.forget();
  };
  const subscriber = SUBSCRIPTIONS.indicators.over(distributed, 'distributed');
  log.subscribe({
    ...subscriber,
    handle: async (batch) => {
      await follow(); // What was told after a rebuild took over is decided by its states.
      await subscriber.handle(batch);
    },
  });
  log.whenAssigned(() => {
    decisions.forget();
    indicators.forget();
  });
  log.start();
  const looking = repeatedly(LOOK_EVERY_MS, logger, 'Deciding what is due', async () => {
    await follow();
    await indicators.catchUp();
  });
  return async () => {
    await looking.stop();
    await log.stop();
  };
}

function lookAndProduce({ generations }: Distributed, subscriptions: ProduceSubscriptions, logger: Logger): End {
  const looking = repeatedly(LOOK_EVERY_MS, logger, 'Looking which states are in use', () => generations.follow());
  const producing = produceRegularly(subscriptions, logger);
  return async () => {
    await producing.stop();
    await looking.stop();
  };
}

function watchFeeds(distributed: Distributed, logger: Logger): End {
  const { log, watch } = distributed;
  log.subscribe(SUBSCRIPTIONS.feeds.over(distributed, 'distributed'));
  log.start();
  const judging = repeatedly(LOOK_EVERY_MS, logger, 'Judging deliveries', () => watch.catchUp());
  return async () => {
    await judging.stop();
    await log.stop();
  };
}
