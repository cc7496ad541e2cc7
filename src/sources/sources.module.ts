import { Module } from '@nestjs/common';
import { SourcesController } from './adapters/sources.controller';
import { WorklistsController } from './adapters/worklists.controller';

/** What sources see of what they sent, and whom those who treat can still reach. */
@Module({ controllers: [SourcesController, WorklistsController] })
export class SourcesModule {}
