import { Global, Module } from '@nestjs/common';
import { CountedVersions } from '../counting/domain/counted-versions';
import { Exit } from '../disclosure/domain/exit';
import { roomProviders } from '../platform/http/room-providers';
import { ChartsController } from './adapters/charts.controller';
import { Charts } from './application/charts';
import { chartsOver } from './charts.composition';

/** What is drawn. Subscriptions bring charts along, so they are provided to everyone. */
@Global()
@Module({
  controllers: [ChartsController],
  providers: roomProviders(chartsOver, { versions: CountedVersions, exit: Exit }, { charts: Charts }),
  exports: [Charts],
})
export class ChartsModule {}
