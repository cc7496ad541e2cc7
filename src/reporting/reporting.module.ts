import { Module } from '@nestjs/common';
import { CasesController } from './adapters/cases.controller';
import { ExportsController } from './adapters/exports.controller';
import { FrozenReportsController } from './adapters/frozen-reports.controller';
import { MeasureReportsController } from './adapters/measure-reports.controller';
import { MovementController } from './adapters/movement.controller';
import { ResultsController } from './adapters/results.controller';
import { UnitsController } from './adapters/units.controller';

/** What is counted. */
@Module({
  controllers: [
    ResultsController,
    CasesController,
    UnitsController,
    ExportsController,
    MeasureReportsController,
    FrozenReportsController,
    MovementController,
  ],
})
export class ReportingModule {}
