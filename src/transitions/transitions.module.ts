import { Module } from '@nestjs/common';
import { CountedVersions } from '../counting/domain/counted-versions';
import { Exit } from '../disclosure/domain/exit';
import { roomProviders } from '../platform/http/room-providers';
import { FeedEventStore } from '../ports/feed-event-store';
import { CoverageController } from './adapters/coverage.controller';
import { TransitionsController } from './adapters/transitions.controller';
import { CoverageReports } from './application/coverage-reports';
import { TransitionReports } from './application/transition-reports';
import { transitionsOver } from './transitions.composition';

/** What is lost between the sectors, and which patients nothing was reported of. */
@Module({
  controllers: [CoverageController, TransitionsController],
  providers: roomProviders(
    transitionsOver,
    { versions: CountedVersions, feedEvents: FeedEventStore, exit: Exit },
    { transitions: TransitionReports, coverage: CoverageReports },
  ),
})
export class TransitionsModule {}
