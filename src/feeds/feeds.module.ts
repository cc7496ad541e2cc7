import { Module } from '@nestjs/common';
import { FeedsController } from './adapters/feeds.controller';

/** What the sources deliver. */
@Module({ controllers: [FeedsController] })
export class FeedsModule {}
