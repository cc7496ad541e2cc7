import { createHmac } from 'node:crypto';
import { PersonKeys } from '../access/domain/person-key';
import { Seal } from '../access/domain/seal';
import { KeepFeedStatuses } from '../feeds/application/keep-feed-statuses';
import { NotedDeliveries } from '../feeds/application/noted-deliveries';
import { DecidePersons } from '../indicators/application/decide-persons';
import { DecideByDefinition } from '../indicators/application/decide-by-definition';
import { DecisionsAt } from '../indicators/application/decisions-at';
import { DecomposeChange } from '../indicators/application/decompose-change';
import { compileDefinitions } from '../indicators/domain/compile';
import { ReceiveEvents } from '../intake/application/receive-events';
import type { DefinitionSet } from '../kernel/definition';
import { FoldPersons } from '../pathways/application/fold-persons';
import type { Settings } from '../platform/config/settings';
import { loadDefinitionSet } from '../platform/contracts/definition-set';
import { loadOrganisationList } from '../platform/contracts/organisation-list';
import { loadSchemas } from '../platform/contracts/schema-validators';
import { loadReading } from '../intake/adapters/load-reading';
import type { AlarmStore } from '../ports/alarm-store';
import type { Clock } from '../ports/clock';
import type { DecisionStore } from '../ports/decision-store';
import type { DefinitionBook } from '../ports/definition-book';
import type { DeliveryStore } from '../ports/delivery-store';
import type { EventLog } from '../ports/event-log';
import type { FeedEventStore } from '../ports/feed-event-store';
import type { IntakeLedger } from '../ports/intake-ledger';
import type { PathwayStateStore } from '../ports/pathway-state-store';
import type { PersonEventStore } from '../ports/person-event-store';
import type { ReportBook } from '../ports/report-book';
import type { RejectedEvents } from '../ports/rejected-events';
import type { SubscriptionBook } from '../ports/subscription-book';
import type { UnitOfWork } from '../ports/unit-of-work';
import type { Vault } from '../ports/vault';
import { feedWatch } from './feed-watch';

/** What the rooms stand on, whichever platform gives it. */
export interface Ports {
  readonly unit: UnitOfWork;
  readonly log: EventLog;
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
}

/** The rooms' use cases over some platform's ports. */
export type Rooms<P extends Ports = Ports> = P & ReturnType<typeof useCasesOver>;

/** The seals of everything that rests encrypted, from the one secret. */
export function sealsOf({ personKey }: Pick<Settings, 'personKey'>) {
  return {
    fields: new Seal(personKey, 'unknown fields'),
    vault: new Seal(personKey, 'vault'),
    rejected: new Seal(personKey, 'rejected events'),
  };
}

/** The key under which payloads are recognised that were refused before. */
export function fingerprintKeyOf({ personKey }: Pick<Settings, 'personKey'>): Buffer {
  return createHmac('sha256', personKey).update('rejected fingerprints').digest();
}

/**
 * Puts the rooms over the ports of a platform; the only difference between the modes lies in those. Everything is decided
 * by the definition set the settings name, else by the one that was approved, else by the one the program comes with.
 */
export function composeRooms<P extends Ports>(
  settings: Settings,
  clock: Clock,
  ports: P,
  approved?: DefinitionSet,
): Rooms<P> {
  return { ...ports, ...useCasesOver(settings, clock, ports, approved) };
}

function useCasesOver(settings: Settings, clock: Clock, ports: Ports, approved: DefinitionSet | undefined) {
  const { unit, log, vault, ledger, rejected, events, states, decisions, feedEvents } = ports;
  const schemas = loadSchemas();
  const organisations = loadOrganisationList(schemas);
  const builtIn = loadDefinitionSet(schemas);
  const named = settings.definitionsFile;
  const set = named === undefined ? (approved ?? builtIn) : loadDefinitionSet(schemas, named);
  const definitions = compileDefinitions(set, settings.policy);
  const { population } = definitions.set;
  const keys = new PersonKeys(settings.personKey);
  const { fields } = sealsOf(settings);
  const deliveries = new NotedDeliveries(ports.deliveries);
  const intake = new ReceiveEvents(loadReading(schemas, keys, set), {
    ledger,
    vault,
    rejected,
    log,
    unit,
    clock,
    deliveries,
    sealFields: (unknown) => fields.seal(JSON.stringify(unknown)).toString('base64'),
  });
  const decisionsAt = new DecisionsAt(definitions, { states, events, feedEvents });
  return {
    settings,
    clock,
    schemas,
    organisations,
    definitions,
    builtIn,
    keys,
    intake,
    feeds: new KeepFeedStatuses(feedEvents),
    ...feedWatch({ ...ports, deliveries }, intake, clock, organisations),
    pathways: new FoldPersons(events, states, log, unit, population),
    indicators: new DecidePersons(definitions, { states, decisions, feedEvents, log, unit, clock }),
    decisionsAt,
    decisionsByDefinition: new DecideByDefinition({ states, events, feedEvents, population }),
    decomposition: new DecomposeChange({ events, feedEvents }),
  };
}
