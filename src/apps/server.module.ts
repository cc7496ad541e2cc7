import { Global, Module, type DynamicModule, type Type } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { AccessModule } from '../access/access.module';
import { loadAccessRules, AccessRules } from '../access/adapters/load-access-table';
import { SignInWays } from '../access/adapters/sign-in-ways';
import { LoggedLook } from '../access/adapters/logged-look.interceptor';
import { CheckLooks } from '../access/application/check-looks';
import { JudgeLooks } from '../access/application/judge-looks';
import { PersonKeys } from '../access/domain/person-key';
import { GuardModule } from '../access/guard.module';
import { ChartsModule } from '../charts/charts.module';
import type { LiveCases } from '../counting/application/live-cases';
import { countingOver } from '../counting/counting.composition';
import { CasesByDefinition } from '../counting/domain/cases-by-definition';
import { CountedCases } from '../counting/domain/counted-cases';
import { CountedVersions } from '../counting/domain/counted-versions';
import { DefinitionContracts } from '../definitions/definitions.composition';
import { DefinitionsModule } from '../definitions/definitions.module';
import { DisclosureModule } from '../disclosure/disclosure.module';
import { SettleAlarm } from '../feeds/application/settle-alarm';
import { ViewFeeds } from '../feeds/application/view-feeds';
import { WatchFeeds } from '../feeds/application/watch-feeds';
import { FeedsModule } from '../feeds/feeds.module';
import { DefinitionsInForce } from '../indicators/application/definitions-in-force';
import { DecisionWriter } from '../indicators/domain/render';
import { IndicatorsModule } from '../indicators/indicators.module';
import { ReceiveEvents } from '../intake/application/receive-events';
import { IntakeModule } from '../intake/intake.module';
import { DeliverDecisions } from '../notifications/application/deliver-decisions';
import { TakeWebhooks } from '../notifications/application/take-webhooks';
import { notificationsOver } from '../notifications/notifications.composition';
import { NotificationsModule } from '../notifications/notifications.module';
import { OrganisationNames } from '../kernel/organisation-names';
import { PathwaysModule } from '../pathways/pathways.module';
import { DeliveriesModule } from '../operations/deliveries/handed-in/deliveries.module';
import { Settings } from '../platform/config/settings';
import { OperationModule } from '../platform/http/operation.module';
import { PORT_TOKENS } from '../platform/http/port-tokens';
import { standingProviders } from '../platform/http/room-providers';
import { Metrics } from '../platform/telemetry/metrics';
import type { DecisionFeed } from '../ports/decision-feed';
import { RecallLists } from '../ports/recall-lists';
import { ReceiptMetrics } from '../ports/receipt-metrics';
import type { VitalSigns } from '../ports/vital-signs';
import { ReportingModule } from '../reporting/reporting.module';
import { ListOwnReports } from '../sources/application/list-own-reports';
import { SourceOverview } from '../sources/application/source-overview';
import { Worklists } from '../sources/application/worklists';
import { sourcesOver } from '../sources/sources.composition';
import { SourcesModule } from '../sources/sources.module';
import { SubscriptionsModule } from '../subscriptions/subscriptions.module';
import { TransitionsModule } from '../transitions/transitions.module';
import { WebModule } from '../web/web.module';
import type { Rooms } from './rooms';

/** What a server needs to know of its platform beside the rooms. */
export interface Surroundings {
  readonly signs: VitalSigns;
  readonly feed: DecisionFeed;
  readonly live: LiveCases;
  readonly ways: SignInWays;
}

/** Where sources send. */
export const SOURCE_ROOMS: readonly Type[] = [IntakeModule, DeliveriesModule];
/** Where people look. */
export const READING_ROOMS: readonly Type[] = [
  PathwaysModule,
  IndicatorsModule,
  FeedsModule,
  DisclosureModule,
  ReportingModule,
  ChartsModule,
  TransitionsModule,
  DefinitionsModule,
  SourcesModule,
  SubscriptionsModule,
  NotificationsModule,
  AccessModule,
  WebModule,
];

/** By which class the rooms ask for what stands before the server does: ports, and the pipeline that runs without it. */
const STANDING = {
  ...PORT_TOKENS,
  settings: Settings,
  keys: PersonKeys,
  rules: AccessRules,
  ways: SignInWays,
  judgeLooks: JudgeLooks,
  checkLooks: CheckLooks,
  contracts: DefinitionContracts,
  intake: ReceiveEvents,
  watch: WatchFeeds,
  settling: SettleAlarm,
  feedsView: ViewFeeds,
  names: OrganisationNames,
  inForce: DefinitionsInForce,
  decisionWriter: DecisionWriter,
  counted: CountedCases,
  versions: CountedVersions,
  casesByDefinition: CasesByDefinition,
  overview: SourceOverview,
  ownReports: ListOwnReports,
  worklists: Worklists,
  recallLists: RecallLists,
  takingWebhooks: TakeWebhooks,
  delivering: DeliverDecisions,
  metrics: Metrics,
  receiptMetrics: ReceiptMetrics,
};

/** The rooms' modules, with health and metrics, over some platform. */
@Global()
@Module({})
export class ServerModule {
  static over(rooms: Rooms, { live, ...surroundings }: Surroundings, modules: readonly Type[]): DynamicModule {
    const metrics = new Metrics(surroundings.signs);
    const inForce = new DefinitionsInForce(rooms.definitions);
    const counting = countingOver(rooms, live);
    const rules = loadAccessRules(rooms.schemas);
    const sources = sourcesOver({ ...rooms, ...counting });
    const standing = {
      ...rooms,
      ...counting,
      ...sources,
      ...notificationsOver({ ...rooms, feed: surroundings.feed }),
      ...surroundings,
      rules,
      inForce,
      metrics,
      receiptMetrics: metrics,
    };
    return {
      module: ServerModule,
      imports: [GuardModule, OperationModule, ...modules],
      providers: [
        ...standingProviders(STANDING, standing),
        // Whatever answers something of a person, at whichever address.
        { provide: APP_INTERCEPTOR, useValue: new LoggedLook(rooms.logLooks) },
      ],
      exports: Object.values(STANDING),
    };
  }
}
