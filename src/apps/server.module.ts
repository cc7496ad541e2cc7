import { Global, Module, type DynamicModule, type Provider, type Type } from '@nestjs/common';
import { ChartsModule } from '../charts/charts.module';
import { TransitionsModule } from '../transitions/transitions.module';
import { DefinitionsModule } from '../definitions/definitions.module';
import { SubscriptionsModule } from '../subscriptions/subscriptions.module';
import { AccessModule } from '../access/access.module';
import { PersonKeys } from '../access/domain/person-key';
import { SettleAlarm } from '../feeds/application/settle-alarm';
import { ViewFeeds } from '../feeds/application/view-feeds';
import { WatchFeeds } from '../feeds/application/watch-feeds';
import { FeedsModule } from '../feeds/feeds.module';
import { DefinitionProposals } from '../definitions/application/definition-proposals';
import { DefinitionsInForce } from '../indicators/application/definitions-in-force';
import { IndicatorsModule } from '../indicators/indicators.module';
import { IntakeLimits } from '../intake/adapters/intake-limits';
import { ReceiveEvents } from '../intake/application/receive-events';
import { IntakeModule } from '../intake/intake.module';
import { PathwaysModule } from '../pathways/pathways.module';
import { loadDescriptions } from '../platform/contracts/descriptions';
import { OperationModule } from '../platform/http/operation.module';
import { Metrics } from '../platform/telemetry/metrics';
import { XlsxWorkbookWriter } from '../platform/xlsx/xlsx-workbook-writer';
import { Clock } from '../ports/clock';
import { DecisionFeed } from '../ports/decision-feed';
import { DecisionSource } from '../ports/decision-source';
import { FeedEventStore } from '../ports/feed-event-store';
import { IntakeLedger } from '../ports/intake-ledger';
import { Logger } from '../ports/logger';
import { PathwayStateStore } from '../ports/pathway-state-store';
import { PersonEventStore } from '../ports/person-event-store';
import { ReceiptMetrics } from '../ports/receipt-metrics';
import { RejectedEvents } from '../ports/rejected-events';
import { Vault } from '../ports/vault';
import { VitalSigns } from '../ports/vital-signs';
import { Charts } from '../charts/application/charts';
import { CountedCases } from '../counting/domain/counted-cases';
import { CoverageReports } from '../transitions/application/coverage-reports';
import { TransitionReports } from '../transitions/application/transition-reports';
import type { ViewedCases } from '../counting/application/viewed-cases';
import { CountedVersions } from '../counting/domain/counted-versions';
import { ReportsByDefinition } from '../reporting/application/reports-by-definition';
import { ExportReport } from '../reporting/adapters/export-report';
import { FrozenReports } from '../reporting/application/frozen-reports';
import { Metadata } from '../definitions/application/metadata';
import { IndicatorReports } from '../reporting/application/indicator-reports';
import { ProduceSubscriptions } from '../subscriptions/application/produce-subscriptions';
import { TakeSubscriptions } from '../subscriptions/application/take-subscriptions';
import { TryDefinition } from '../definitions/application/try-definition';
import { ExplainMovement } from '../reporting/application/explain-movement';
import { ReportingModule } from '../reporting/reporting.module';
import { WebModule } from '../web/web.module';
import { definitionsOver } from './definitions';
import { frozenReportsOf, explainMovement } from './frozen';
import { reportBasisOf } from './basis';
import type { Rooms } from './rooms';
import { subscriptionsOver } from './subscriptions';
import { transitionsOver } from './transitions';

/** What a server needs to know of its platform beside the rooms. */
export interface Surroundings {
  readonly logger: Logger;
  readonly signs: VitalSigns;
  readonly feed: DecisionFeed;
  /** Everyone's decisions as they are counted. */
  readonly counted: ViewedCases;
}

/** Where sources send. */
export const SOURCE_ROOMS: readonly Type[] = [IntakeModule];
/** Where people look. */
export const READING_ROOMS: readonly Type[] = [
  PathwaysModule,
  IndicatorsModule,
  FeedsModule,
  ReportingModule,
  ChartsModule,
  TransitionsModule,
  DefinitionsModule,
  SubscriptionsModule,
  AccessModule,
  WebModule,
];

/** Rooms' controllers, with health and metrics, over the use cases of some platform. */
@Global()
@Module({})
export class ServerModule {
  static over(rooms: Rooms, surroundings: Surroundings, controllers: readonly Type[]): DynamicModule {
    const providers = providersOf(rooms, surroundings);
    return {
      module: ServerModule,
      imports: [OperationModule, ...controllers],
      providers,
      exports: providers.map((provider) => (provider as { provide: symbol }).provide),
    };
  }
}

function providersOf(rooms: Rooms, { logger, signs, feed, counted }: Surroundings): Provider[] {
  const { decisionsAt, definitions, settings } = rooms;
  const metrics = new Metrics(signs);
  const { proposals, versions, trials, inForce: reports, reports: byDefinition } = definitionsOver(rooms, counted);
  const ways = transitionsOver(rooms, counted);
  const subscriptions = subscriptionsOver(rooms, reports, logger);
  return [
    { provide: Logger, useValue: logger },
    { provide: Clock, useValue: rooms.clock },
    { provide: VitalSigns, useValue: signs },
    { provide: Metrics, useValue: metrics },
    { provide: ReceiptMetrics, useValue: metrics },
    { provide: ReceiveEvents, useValue: rooms.intake },
    { provide: IntakeLimits, useValue: new IntakeLimits(settings.lineLimits) },
    { provide: RejectedEvents, useValue: rooms.rejected },
    { provide: IntakeLedger, useValue: rooms.ledger },
    { provide: Vault, useValue: rooms.vault },
    { provide: PersonKeys, useValue: rooms.keys },
    { provide: PathwayStateStore, useValue: rooms.states },
    { provide: PersonEventStore, useValue: rooms.events },
    { provide: FeedEventStore, useValue: rooms.feedEvents },
    { provide: WatchFeeds, useValue: rooms.watch },
    { provide: SettleAlarm, useValue: rooms.settling },
    { provide: ViewFeeds, useValue: rooms.feedsView },
    { provide: DecisionSource, useValue: decisionsAt },
    { provide: DecisionFeed, useValue: feed },
    { provide: DefinitionsInForce, useValue: new DefinitionsInForce(definitions) },
    { provide: CountedCases, useValue: counted },
    { provide: TransitionReports, useValue: ways.transitions },
    { provide: CoverageReports, useValue: ways.coverage },
    { provide: ExportReport, useValue: new ExportReport(new XlsxWorkbookWriter()) },
    { provide: Metadata, useValue: new Metadata(reportBasisOf(rooms), loadDescriptions(rooms.schemas)) },
    { provide: TakeSubscriptions, useValue: subscriptions.taking },
    { provide: ProduceSubscriptions, useValue: subscriptions.producing },
    { provide: FrozenReports, useValue: frozenReportsOf(rooms) },
    { provide: ExplainMovement, useValue: explainMovement(rooms) },
    { provide: IndicatorReports, useValue: reports },
    { provide: Charts, useValue: new Charts(counted, reportBasisOf(rooms), settings.smallNumbers) },
    { provide: DefinitionProposals, useValue: proposals },
    { provide: CountedVersions, useValue: versions },
    { provide: ReportsByDefinition, useValue: byDefinition },
    { provide: TryDefinition, useValue: trials },
  ];
}
