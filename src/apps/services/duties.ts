import { judgeRegularly } from '../../access/judge-regularly';
import type { INestApplication, Type } from '@nestjs/common';
import { FeedsModule } from '../../feeds/feeds.module';
import { ResendRejected } from '../../intake/application/resend-rejected';
import { TakeHandedIn } from '../../operations/deliveries/handed-in/take-handed-in';
import { foldWhatComes } from '../../operations/rebuild/fold-what-comes';
import type { ServiceName } from '../../operations/services/service-names';
import {
  decideWhatComes,
  followGenerations,
  receiveWhatComes,
  watchFeeds,
  type End,
} from '../../operations/services/work-of-services';
import { repeatedly } from '../../platform/repeatedly';
import type { Logger } from '../../ports/logger';
import { ReceiptMetrics } from '../../ports/receipt-metrics';
import { ProduceSubscriptions } from '../../subscriptions/application/produce-subscriptions';
import { DeliverDecisions } from '../../notifications/application/deliver-decisions';
import { deliverRegularly } from '../../notifications/deliver-regularly';
import { produceRegularly } from '../../subscriptions/produce-regularly';
import { SUBSCRIPTIONS } from '../../operations/services/subscriptions';
import type { Distributed } from '../distributed';
import { READING_ROOMS, SOURCE_ROOMS } from '../server.module';

const TRY_EVERY_MS = 10_000;

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
      return decideWhatComes(distributed, SUBSCRIPTIONS.indicators.over(distributed, 'distributed'), logger);
    case 'feeds':
      return watchFeeds(distributed, SUBSCRIPTIONS.feeds.over(distributed, 'distributed'), logger);
    case 'intake-http':
      return takeAndTryAgain(app.get(TakeHandedIn), app.get(ResendRejected), logger);
    case 'reporting':
      return lookAndProduce(distributed, app, logger);
    default:
      return receiveWhatComes(service, distributed, app.get(ReceiptMetrics), logger);
  }
}

function takeAndTryAgain(deliveries: TakeHandedIn, resending: ResendRejected, logger: Logger): End {
  const taking = deliveries.begin();
  const endTrying = tryAgain(resending, logger);
  return async () => {
    await taking.stop();
    await endTrying();
  };
}

/** Once, as soon as that can be done, sends again what the program failed on. */
function tryAgain(resending: ResendRejected, logger: Logger): End {
  let isDone = false;
  const trying = repeatedly(TRY_EVERY_MS, logger, 'Trying again what was not handled', async () => {
    if (!isDone) await resending.tryAgain();
    isDone = true;
  });
  return () => trying.stop();
}

function lookAndProduce(distributed: Distributed, app: INestApplication, logger: Logger): End {
  const endLooking = followGenerations(distributed, logger);
  const producing = produceRegularly(app.get(ProduceSubscriptions), logger);
  const delivering = deliverRegularly(app.get(DeliverDecisions), logger);
  const judging = judgeRegularly(distributed.raiseUnusual, logger);
  return async () => {
    await judging.stop();
    await delivering.stop();
    await producing.stop();
    await endLooking();
  };
}
