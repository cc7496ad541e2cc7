import { join } from 'node:path';
import { foldedBy } from '../pathways/domain/folded-by';
import { PersonKeys } from '../access/domain/person-key';
import { CheckLooks } from '../access/application/check-looks';
import { JudgeLooks } from '../access/application/judge-looks';
import { RaiseUnusual } from '../access/application/raise-unusual';
import { LogLooks } from '../access/application/log-looks';
import { contentSecretOf, lookKeyOf, sealsOf } from '../access/domain/seals';
import { chartsOver } from '../charts/charts.composition';
import type { LiveCases } from '../counting/application/live-cases';
import { countingOver } from '../counting/counting.composition';
import type { ReportBasis } from '../counting/domain/report-basis';
import { fhirTerms } from '../formats/adapters/fhir/load-terms';
import { definitionsOver, type DefinitionContracts } from '../definitions/definitions.composition';
import { recordKeysUnder } from '../disclosure/domain/record-key';
import { exitOver } from '../disclosure/application/exit-over';
import { NotedDeliveries } from '../feeds/application/noted-deliveries';
import { feedsOver } from '../feeds/feeds.composition';
import { compileDefinitions } from '../indicators/domain/compile';
import { PERSON_LAW, type PersonLaw } from '../indicators/domain/person-law';
import { indicatorsOver } from '../indicators/indicators.composition';
import { loadReading } from '../intake/adapters/load-reading';
import { SendOwnEvents } from '../intake/application/send-own-events';
import { writeJson } from '../kernel/write-json';
import { ReceiveEvents } from '../intake/application/receive-events';
import type { DefinitionSet } from '../kernel/definition';
import { OrganisationNames } from '../kernel/organisation-names';
import { FoldPersons } from '../pathways/application/fold-persons';
import { NotesOfPersons } from '../pathways/application/notes-of-persons';
import type { Settings } from '../platform/config/settings';
import { LookHeadFile } from '../platform/look-head-file';
import { loadFeedParameters, loadLookParameters } from '../platform/contracts/descriptions';
import { loadDefinitionSet } from '../platform/contracts/definition-set';
import { loadOrganisationList } from '../platform/contracts/organisation-list';
import { loadSchemas } from '../platform/contracts/schema-validators';
import type { Clock } from '../ports/clock';
import type { Ports } from '../ports/ports';
import { notificationsOver } from '../notifications/notifications.composition';
import type { DecisionFeed } from '../ports/decision-feed';
import { reportingOver } from '../reporting/reporting.composition';
import { sourcesOver } from '../sources/sources.composition';
import { subscriptionsOver } from '../subscriptions/subscriptions.composition';
import { transitionsOver } from '../transitions/transitions.composition';

/** The pipeline's use cases over some platform's ports. */
export type Rooms<P extends Ports = Ports> = P & ReturnType<typeof pipelineOver>;

/** How everything is decided: by which definition set where the settings name none, and by which law. */
export interface Composing {
  /** Whether what was approved last in the book comes into force at a start; services are told by settings alone. */
  readonly byBook: boolean;
  readonly approved?: DefinitionSet | undefined;
  /** What is computed of each person; another than the program's own only where a fault is planted. */
  readonly law?: PersonLaw | undefined;
}

/** Puts the pipeline over the ports of a platform; the only difference between the modes lies in those. */
export function composeRooms<P extends Ports>(
  settings: Settings,
  clock: Clock,
  ports: P,
  composing: Composing,
): Rooms<P> {
  return { ...ports, ...pipelineOver(settings, clock, ports, composing) };
}

function pipelineOver(
  settings: Settings,
  clock: Clock,
  ports: Ports,
  { byBook, approved, law = PERSON_LAW }: Composing,
) {
  const schemas = loadSchemas();
  const organisations = loadOrganisationList(schemas);
  const names = new OrganisationNames(organisations);
  const builtIn = loadDefinitionSet(schemas);
  const named = settings.definitionsFile;
  const set = named === undefined ? (approved ?? builtIn) : loadDefinitionSet(schemas, named);
  const definitions = compileDefinitions(set, settings.policy);
  const basis: ReportBasis = {
    id: definitions.id,
    set,
    policy: definitions.policy,
    organisations,
    fewest: settings.fewest,
  };
  const contracts: DefinitionContracts = {
    schemas,
    builtIn,
    fixedBySettings: named !== undefined || !byBook,
    fhirTerms: fhirTerms(),
  };
  const keys = new PersonKeys(settings.personKey);
  const { fields } = sealsOf(settings);
  const lookHeads = new LookHeadFile(settings.looks.headFile ?? join(settings.dataFolder, 'looks.head'));
  const lookKey = lookKeyOf(settings);
  const judgeLooks = new JudgeLooks(ports.looks, loadLookParameters(schemas));
  const deliveries = new NotedDeliveries(ports.deliveries);
  const reading = loadReading(schemas, keys, set);
  const intake = new ReceiveEvents(reading, {
    ...ports,
    clock,
    deliveries,
    // Elsewhere a person is folded later, so that nothing could be said of what else is known.
    ...(settings.mode === 'embedded' ? { personNotes: new NotesOfPersons(ports.events, set.population) } : undefined),
    sealFields: (kept, extensions) => fields.seal(writeJson([kept ?? {}, extensions ?? {}])).toString('base64'),
    contentSecret: contentSecretOf(settings),
  });
  return {
    settings,
    clock,
    schemas,
    basis,
    names,
    builtIn,
    contracts,
    definitions,
    law,
    keys,
    lookHeads,
    lookKey,
    judgeLooks,
    checkLooks: new CheckLooks({ looks: ports.looks, lookHeads, lookKey }),
    raiseUnusual: new RaiseUnusual(judgeLooks, ports.log, clock),
    logLooks: new LogLooks({ ...ports, lookHeads, lookKey, clock }),
    recordKeyOf: recordKeysUnder(settings.personKey),
    reading,
    intake,
    ...feedsOver(
      { ...ports, deliveries, clock, parameters: loadFeedParameters(schemas), ownEvents: new SendOwnEvents(intake) },
      organisations,
      settings,
    ),
    pathways: new FoldPersons(ports, foldedBy(definitions.set), law.fold),
    ...indicatorsOver({ ...ports, clock }, definitions, names, law),
  };
}

/** Puts the numbers over the pipeline, each room over those before it; `landed` as frozen reports wait for it. */
export function composeNumbers(
  rooms: Rooms & { readonly feed: DecisionFeed },
  { live, landed }: { readonly live?: LiveCases; readonly landed?: () => Promise<unknown> } = {},
) {
  const counting = { ...rooms, ...countingOver(rooms, live), exit: exitOver(rooms.settings) };
  const reporting = reportingOver(counting, landed);
  const charts = chartsOver(counting);
  return {
    basis: rooms.basis,
    names: rooms.names,
    counted: counting.counted,
    versions: counting.versions,
    ...reporting,
    ...charts,
    ...transitionsOver(counting),
    ...definitionsOver(counting),
    webhooks: notificationsOver(rooms).takingWebhooks,
    subscriptions: subscriptionsOver({ ...rooms, ...reporting, ...charts, ...sourcesOver(counting) }),
  };
}
