import { PersonKeys } from '../access/domain/person-key';
import { sealsOf } from '../access/domain/seals';
import { chartsOver } from '../charts/charts.composition';
import type { LiveCases } from '../counting/application/live-cases';
import { countingOver } from '../counting/counting.composition';
import type { ReportBasis } from '../counting/domain/report-basis';
import { definitionsOver, type DefinitionContracts } from '../definitions/definitions.composition';
import { NotedDeliveries } from '../feeds/application/noted-deliveries';
import { feedsOver } from '../feeds/feeds.composition';
import { compileDefinitions } from '../indicators/domain/compile';
import { indicatorsOver } from '../indicators/indicators.composition';
import { loadReading } from '../intake/adapters/load-reading';
import { ReceiveEvents } from '../intake/application/receive-events';
import type { DefinitionSet } from '../kernel/definition';
import { FoldPersons } from '../pathways/application/fold-persons';
import type { Settings } from '../platform/config/settings';
import { loadDefinitionSet } from '../platform/contracts/definition-set';
import { loadOrganisationList } from '../platform/contracts/organisation-list';
import { loadSchemas } from '../platform/contracts/schema-validators';
import type { AlarmStore } from '../ports/alarm-store';
import type { Clock } from '../ports/clock';
import type { DecisionStore } from '../ports/decision-store';
import type { DefinitionBook } from '../ports/definition-book';
import type { DeliveryStore } from '../ports/delivery-store';
import type { EventLog } from '../ports/event-log';
import type { FeedEventStore } from '../ports/feed-event-store';
import type { IntakeLedger } from '../ports/intake-ledger';
import type { Logger } from '../ports/logger';
import type { OwnEvents } from '../ports/own-events';
import type { PathwayStateStore } from '../ports/pathway-state-store';
import type { PersonEventStore } from '../ports/person-event-store';
import type { ReadPosition } from '../ports/read-position';
import type { RejectedEvents } from '../ports/rejected-events';
import type { ReportBook } from '../ports/report-book';
import type { SubscriptionBook } from '../ports/subscription-book';
import type { UnitOfWork } from '../ports/unit-of-work';
import type { Vault } from '../ports/vault';
import { reportingOver } from '../reporting/reporting.composition';
import { subscriptionsOver } from '../subscriptions/subscriptions.composition';
import { transitionsOver } from '../transitions/transitions.composition';

/** What the rooms stand on, whichever platform gives it. */
export interface Ports {
  readonly unit: UnitOfWork;
  readonly log: EventLog;
  readonly logger: Logger;
  readonly vault: Vault;
  readonly ledger: IntakeLedger;
  readonly rejected: RejectedEvents;
  readonly events: PersonEventStore;
  readonly states: PathwayStateStore;
  readonly decisions: DecisionStore;
  readonly feedEvents: FeedEventStore;
  readonly deliveries: DeliveryStore;
  readonly alarms: AlarmStore;
  readonly definitionBook: DefinitionBook;
  readonly reportBook: ReportBook;
  readonly subscriptionBook: SubscriptionBook;
  readonly position: ReadPosition;
}

/** The pipeline's use cases over some platform's ports. */
export type Rooms<P extends Ports = Ports> = P & ReturnType<typeof pipelineOver>;

/** How the definition set that everything is decided by is found where the settings name none. */
export interface Decided {
  /** Whether what was approved last in the book comes into force at a start; services are told by settings alone. */
  readonly byBook: boolean;
  readonly approved?: DefinitionSet | undefined;
}

/** Puts the pipeline over the ports of a platform; the only difference between the modes lies in those. */
export function composeRooms<P extends Ports>(settings: Settings, clock: Clock, ports: P, decided: Decided): Rooms<P> {
  return { ...ports, ...pipelineOver(settings, clock, ports, decided) };
}

function pipelineOver(settings: Settings, clock: Clock, ports: Ports, { byBook, approved }: Decided) {
  const schemas = loadSchemas();
  const organisations = loadOrganisationList(schemas);
  const builtIn = loadDefinitionSet(schemas);
  const named = settings.definitionsFile;
  const set = named === undefined ? (approved ?? builtIn) : loadDefinitionSet(schemas, named);
  const definitions = compileDefinitions(set, settings.policy);
  const basis: ReportBasis = { id: definitions.id, set, policy: definitions.policy, organisations };
  const contracts: DefinitionContracts = { schemas, builtIn, fixedBySettings: named !== undefined || !byBook };
  const keys = new PersonKeys(settings.personKey);
  const { fields } = sealsOf(settings);
  const deliveries = new NotedDeliveries(ports.deliveries);
  const intake = new ReceiveEvents(loadReading(schemas, keys, set), {
    ...ports,
    clock,
    deliveries,
    sealFields: (unknown) => fields.seal(JSON.stringify(unknown)).toString('base64'),
  });
  const { events, states, log, unit } = ports;
  return {
    settings,
    clock,
    schemas,
    basis,
    builtIn,
    contracts,
    definitions,
    keys,
    intake,
    ...feedsOver({ ...ports, deliveries, clock, ownEvents: ownEventsThrough(intake) }, organisations),
    pathways: new FoldPersons(events, states, log, unit, definitions.set.population),
    ...indicatorsOver({ ...ports, clock }, definitions),
  };
}

/** What the program states itself goes through intake like everything else: checked, answered, on the log. */
function ownEventsThrough(intake: ReceiveEvents): OwnEvents {
  return {
    async send(value) {
      const [receipt] = await intake.receive([{ value }], { receivedAt: 'clock' });
      if (receipt === undefined) throw new Error('Receiving one event gave no receipt.');
      return receipt;
    },
  };
}

/** Puts the numbers over the pipeline, each room over those before it; `landed` as frozen reports wait for it. */
export function composeNumbers(
  rooms: Rooms,
  { live, landed }: { readonly live?: LiveCases; readonly landed?: () => Promise<unknown> } = {},
) {
  const counting = { ...rooms, ...countingOver(rooms, live) };
  const reporting = reportingOver(counting, landed);
  const charts = chartsOver(counting);
  return {
    basis: rooms.basis,
    counted: counting.counted,
    versions: counting.versions,
    ...reporting,
    ...charts,
    ...transitionsOver(counting),
    ...definitionsOver(counting),
    subscriptions: subscriptionsOver({ ...rooms, ...reporting, ...charts }),
  };
}
