import { createHmac } from 'node:crypto';
import { PersonKeys } from '../access/domain/person-key';
import { Seal } from '../access/domain/seal';
import { KeepFeedStatuses } from '../feeds/application/keep-feed-statuses';
import { feedStatusesInForce } from '../feeds/domain/feed-statuses';
import { DecidePersons } from '../indicators/application/decide-persons';
import { DecisionsAt } from '../indicators/application/decisions-at';
import { compileDefinitions } from '../indicators/domain/compile';
import { ReceiveEvents } from '../intake/application/receive-events';
import { FoldPersons } from '../pathways/application/fold-persons';
import { foldPerson } from '../pathways/domain/fold';
import { personsOf } from '../pathways/domain/persons';
import type { Settings } from '../platform/config/settings';
import { loadDefinitionSet } from '../platform/contracts/definition-set';
import { loadOrganisationList } from '../platform/contracts/organisation-list';
import { loadSchemas } from '../platform/contracts/schema-validators';
import { loadReading } from '../platform/reading';
import { PersonNumbers } from '../platform/sqlite/person-numbers';
import { SqliteDatabase } from '../platform/sqlite/sqlite-database';
import { SqliteDecisionStore } from '../platform/sqlite/sqlite-decision-store';
import { SqliteEventLog } from '../platform/sqlite/sqlite-event-log';
import { SqliteFeedEventStore } from '../platform/sqlite/sqlite-feed-event-store';
import { SqliteIntakeLedger } from '../platform/sqlite/sqlite-intake-ledger';
import { SqlitePathwayStateStore } from '../platform/sqlite/sqlite-pathway-state-store';
import { SqlitePersonEventStore } from '../platform/sqlite/sqlite-person-event-store';
import { SqliteRejectedEvents } from '../platform/sqlite/sqlite-rejected-events';
import { SqliteVault } from '../platform/sqlite/sqlite-vault';
import type { Clock } from '../ports/clock';
import type { Logger } from '../ports/logger';

/** Everything in one process on the embedded store. */
export type Embedded = ReturnType<typeof composeEmbedded>;

const MESSAGES_AT_A_TIME = 100_000;
const CHANGES_AT_A_TIME = 5_000;

/** Puts the rooms together over one SQLite store; nothing is delivered before the log is started. */
export function composeEmbedded(
  settings: Settings,
  clock: Clock,
  logger: Logger,
  options: { readOnly?: boolean } = {},
) {
  const schemas = loadSchemas();
  const organisations = loadOrganisationList(schemas);
  const definitions = compileDefinitions(loadDefinitionSet(schemas, settings.definitionsFile), settings.policy);
  const keys = new PersonKeys(settings.personKey);
  const database = new SqliteDatabase({
    folder: settings.dataFolder,
    maxBytes: settings.storeMaxBytes,
    readOnly: options.readOnly ?? false,
  });
  const persons = new PersonNumbers(database);
  const log = new SqliteEventLog(database, logger);
  const fieldSeal = new Seal(settings.personKey, 'unknown fields');
  const vault = new SqliteVault(database, new Seal(settings.personKey, 'vault'));
  const ledger = new SqliteIntakeLedger(database, persons);
  const rejected = new SqliteRejectedEvents(
    database,
    new Seal(settings.personKey, 'rejected events'),
    createHmac('sha256', settings.personKey).update('rejected fingerprints').digest(),
  );
  const events = new SqlitePersonEventStore(database, persons);
  const states = new SqlitePathwayStateStore(database, persons);
  const decisions = new SqliteDecisionStore(database, persons);
  const feedEvents = new SqliteFeedEventStore(database);

  const intake = new ReceiveEvents(loadReading(schemas, keys), {
    ledger,
    vault,
    rejected,
    log,
    unit: database,
    clock,
    sealFields: (fields) => fieldSeal.seal(JSON.stringify(fields)).toString('base64'),
  });
  const pathways = new FoldPersons(events, states, log, database, definitions.set.population);
  const indicators = new DecidePersons(definitions, {
    states,
    decisions,
    feedEvents,
    log,
    unit: database,
    clock,
    inForce: feedStatusesInForce,
  });
  const decisionsAt = new DecisionsAt(definitions, {
    states,
    events,
    feedEvents,
    inForce: feedStatusesInForce,
    fold: ({ keys: related, eventsOf }) =>
      personsOf(related, eventsOf)
        .filter((person) => person.events.length > 0)
        .map((person) => foldPerson(person, definitions.set.population)),
  });
  const feeds = new KeepFeedStatuses(feedEvents);
  log.subscribe({
    group: 'feeds',
    topic: 'feed-statuses',
    maxBatch: MESSAGES_AT_A_TIME,
    handle: (batch) => feeds.handle(batch as never),
  });
  log.subscribe({
    group: 'pathways',
    topic: 'clinical-events',
    maxBatch: MESSAGES_AT_A_TIME,
    handle: (batch) => pathways.handle(batch as never),
  });
  log.subscribe({
    group: 'indicators',
    topic: 'pathway-changes',
    maxBatch: CHANGES_AT_A_TIME,
    handle: (batch) => indicators.handlePathways(batch as never),
  });
  return {
    settings,
    clock,
    schemas,
    organisations,
    definitions,
    keys,
    database,
    log,
    vault,
    ledger,
    rejected,
    events,
    states,
    decisions,
    feedEvents,
    intake,
    pathways,
    indicators,
    decisionsAt,
  };
}

/** Brings the store up to the definitions and the day: folds and decides again what was made under others. */
export async function bringUpToDate({ pathways, indicators, log }: Embedded): Promise<void> {
  if ((await pathways.foldOutdated()) > 0) {
    log.start(['pathway-changes']);
    await log.settled();
  }
  await indicators.catchUp();
}
