import { Module } from '@nestjs/common';
import { CasesController } from './adapters/cases.controller';
import { ChartsController } from '../charts/adapters/charts.controller';
import { CoverageController } from '../transitions/adapters/coverage.controller';
import { ExportsController } from './adapters/exports.controller';
import { FrozenReportsController } from './adapters/frozen-reports.controller';
import { MeasureReportsController } from './adapters/measure-reports.controller';
import { MeasuresController } from '../definitions/adapters/measures.controller';
import { MetadataController } from '../definitions/adapters/metadata.controller';
import { MovementController } from './adapters/movement.controller';
import { ResultsController } from './adapters/results.controller';
import { SubscriptionsController } from '../subscriptions/adapters/subscriptions.controller';
import { TransitionsController } from '../transitions/adapters/transitions.controller';
import { TrialsController } from '../definitions/adapters/trials.controller';
import { UnitsController } from './adapters/units.controller';

/** What is counted. */
@Module({
  controllers: [
    TrialsController,
    ResultsController,
    CasesController,
    UnitsController,
    ChartsController,
    ExportsController,
    MeasureReportsController,
    MeasuresController,
    FrozenReportsController,
    MovementController,
    MetadataController,
    SubscriptionsController,
    TransitionsController,
    CoverageController,
  ],
})
export class ReportingModule {}
