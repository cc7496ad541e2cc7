import { Module } from '@nestjs/common';
import { SubscriptionsController } from './adapters/subscriptions.controller';

/** Reports that come by themselves. */
@Module({ controllers: [SubscriptionsController] })
export class SubscriptionsModule {}
