import { Module } from '@nestjs/common';
import { ResultsController } from './adapters/results.controller';
import { UnitsController } from './adapters/units.controller';

/** What is counted. */
@Module({ controllers: [ResultsController, UnitsController] })
export class ReportingModule {}
