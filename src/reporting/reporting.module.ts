import { Module } from '@nestjs/common';
import { CasesController } from './adapters/cases.controller';
import { ChartsController } from './adapters/charts.controller';
import { CoverageController } from './adapters/coverage.controller';
import { ExportsController } from './adapters/exports.controller';
import { FrozenReportsController } from './adapters/frozen-reports.controller';
import { MeasureReportsController } from './adapters/measure-reports.controller';
import { MeasuresController } from './adapters/measures.controller';
import { MetadataController } from './adapters/metadata.controller';
import { MovementController } from './adapters/movement.controller';
import { ResultsController } from './adapters/results.controller';
import { SubscriptionsController } from './adapters/subscriptions.controller';
import { TransitionsController } from './adapters/transitions.controller';
import { TrialsController } from './adapters/trials.controller';
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
