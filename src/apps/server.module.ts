import { Global, Module, type DynamicModule, type Provider } from '@nestjs/common';
import { AccessModule } from '../access/access.module';
import { PersonKeys } from '../access/domain/person-key';
import { FeedsModule } from '../feeds/feeds.module';
import { DefinitionsInForce } from '../indicators/application/definitions-in-force';
import { IndicatorsModule } from '../indicators/indicators.module';
import { IntakeLimits } from '../intake/adapters/intake-limits';
import { ReceiveEvents } from '../intake/application/receive-events';
import { IntakeModule } from '../intake/intake.module';
import { PathwaysModule } from '../pathways/pathways.module';
import { OperationModule } from '../platform/http/operation.module';
import { Metrics } from '../platform/telemetry/metrics';
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
import { NationalReports } from '../reporting/application/national-reports';
import { ReportingModule } from '../reporting/reporting.module';
import { WebModule } from '../web/web.module';
import type { Embedded } from './embedded';
import { EmbeddedVitalSigns } from './embedded-vital-signs';
import { groundOf } from './ground';
import { LogDecisionFeed } from './log-decision-feed';
import { LogReadPosition } from './log-read-position';

/** Every room's controllers over the embedded composition. */
@Global()
@Module({})
export class ServerModule {
  static over(embedded: Embedded, logger: Logger): DynamicModule {
    const providers = providersOf(embedded, logger);
    return {
      module: ServerModule,
      imports: [
        OperationModule,
        IntakeModule,
        PathwaysModule,
        IndicatorsModule,
        FeedsModule,
        ReportingModule,
        AccessModule,
        WebModule,
      ],
      providers,
      exports: providers.map((provider) => (provider as { provide: symbol }).provide),
    };
  }
}

function providersOf(embedded: Embedded, logger: Logger): Provider[] {
  const { log, decisionsAt, definitions, settings } = embedded;
  const signs = new EmbeddedVitalSigns(embedded);
  const metrics = new Metrics(signs);
  return [
    { provide: Logger, useValue: logger },
    { provide: Clock, useValue: embedded.clock },
    { provide: VitalSigns, useValue: signs },
    { provide: Metrics, useValue: metrics },
    { provide: ReceiptMetrics, useValue: metrics },
    { provide: ReceiveEvents, useValue: embedded.intake },
    { provide: IntakeLimits, useValue: new IntakeLimits(settings.lineLimits) },
    { provide: RejectedEvents, useValue: embedded.rejected },
    { provide: IntakeLedger, useValue: embedded.ledger },
    { provide: Vault, useValue: embedded.vault },
    { provide: PersonKeys, useValue: embedded.keys },
    { provide: PathwayStateStore, useValue: embedded.states },
    { provide: PersonEventStore, useValue: embedded.events },
    { provide: FeedEventStore, useValue: embedded.feedEvents },
    { provide: DecisionSource, useValue: decisionsAt },
    { provide: DecisionFeed, useValue: new LogDecisionFeed(log) },
    { provide: DefinitionsInForce, useValue: new DefinitionsInForce(definitions) },
    {
      provide: NationalReports,
      useValue: new NationalReports(decisionsAt, new LogReadPosition(log), groundOf(embedded)),
    },
  ];
}
