import { Module } from '@nestjs/common';
import { CoverageController } from './adapters/coverage.controller';
import { TransitionsController } from './adapters/transitions.controller';

/** What is lost between the sectors, and which patients nothing was reported of. */
@Module({ controllers: [CoverageController, TransitionsController] })
export class TransitionsModule {}
