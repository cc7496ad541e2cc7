import { Module } from '@nestjs/common';
import { AlarmsController } from './adapters/alarms.controller';
import { FeedsController } from './adapters/feeds.controller';

/** What the sources deliver. */
@Module({ controllers: [AlarmsController, FeedsController] })
export class FeedsModule {}
