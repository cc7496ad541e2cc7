import { Global, Module } from '@nestjs/common';
import { CasesByDefinition } from '../counting/domain/cases-by-definition';
import { CountedVersions } from '../counting/domain/counted-versions';
import { Exit } from '../disclosure/domain/exit';
import { roomProviders } from '../platform/http/room-providers';
import { XlsxWorkbookWriter } from '../platform/xlsx/xlsx-workbook-writer';
import { ChangeDecomposition } from '../ports/change-decomposition';
import { Clock } from '../ports/clock';
import { EventLog } from '../ports/event-log';
import { FeedEventStore } from '../ports/feed-event-store';
import { ReportBook } from '../ports/report-book';
import { UnitOfWork } from '../ports/unit-of-work';
import { CasesController } from './adapters/cases.controller';
import { ExportReport } from './adapters/export-report';
import { ExportsController } from './adapters/exports.controller';
import { FrozenReportsController } from './adapters/frozen-reports.controller';
import { MeasureReportsController } from './adapters/measure-reports.controller';
import { MovementController } from './adapters/movement.controller';
import { ResultsController } from './adapters/results.controller';
import { UnitsController } from './adapters/units.controller';
import { ExplainMovement } from './application/explain-movement';
import { FrozenReports } from './application/frozen-reports';
import { IndicatorReports } from './application/indicator-reports';
import { ReportsByDefinition } from './application/reports-by-definition';
import { reportingOver, type ReportingPorts } from './reporting.composition';

const PORTS = {
  versions: CountedVersions,
  casesByDefinition: CasesByDefinition,
  decomposition: ChangeDecomposition,
  reportBook: ReportBook,
  feedEvents: FeedEventStore,
  clock: Clock,
  unit: UnitOfWork,
  log: EventLog,
  exit: Exit,
};

/** What is counted. Its reports are what pages show and subscriptions bring, so they are provided to everyone. */
@Global()
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
  providers: [
    ...roomProviders((ports: ReportingPorts) => reportingOver(ports), PORTS, {
      reports: IndicatorReports,
      reportsByDefinition: ReportsByDefinition,
      frozen: FrozenReports,
      movement: ExplainMovement,
    }),
    {
      provide: ExportReport,
      inject: [IndicatorReports],
      useFactory: ({ basis }: IndicatorReports) => new ExportReport(new XlsxWorkbookWriter(), basis.organisations),
    },
  ],
  exports: [IndicatorReports],
})
export class ReportingModule {}
