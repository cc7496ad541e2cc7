import { Module } from '@nestjs/common';
import { Charts } from '../charts/application/charts';
import { Settings } from '../platform/config/settings';
import { roomProviders } from '../platform/http/room-providers';
import { Clock } from '../ports/clock';
import { Logger } from '../ports/logger';
import { RecallLists } from '../ports/recall-lists';
import { SubscriptionBook } from '../ports/subscription-book';
import { IndicatorReports } from '../reporting/application/indicator-reports';
import { SubscriptionsController } from './adapters/subscriptions.controller';
import { ProduceSubscriptions } from './application/produce-subscriptions';
import { TakeSubscriptions } from './application/take-subscriptions';
import { subscriptionsOver } from './subscriptions.composition';

const PORTS = {
  subscriptionBook: SubscriptionBook,
  recallLists: RecallLists,
  reports: IndicatorReports,
  charts: Charts,
  clock: Clock,
  logger: Logger,
  settings: Settings,
};

/** Reports that come by themselves. */
@Module({
  controllers: [SubscriptionsController],
  providers: roomProviders(subscriptionsOver, PORTS, { taking: TakeSubscriptions, producing: ProduceSubscriptions }),
})
export class SubscriptionsModule {}
