import type { Receipt } from '../kernel/receipt';
import type { Settings } from '../platform/config/settings';
import { contractsPath } from '../platform/contracts/contracts-folder';
import { KafkaConnection } from '../platform/kafka/kafka-connection';
import { KafkaChangeSource } from '../platform/kafka/kafka-change-source';
import { KafkaDecisionFeed } from '../platform/kafka/kafka-decision-feed';
import { kafkaErrorName } from '../platform/kafka/kafka-errors';
import { KafkaEventLog } from '../platform/kafka/kafka-event-log';
import { KafkaSourceAnswers, type Publish } from '../platform/kafka/kafka-source-answers';
import { partitionOf } from '../platform/kafka/partition-of';
import { isProgrammingError, type Poison } from '../platform/kafka/poison';
import { ToldRejectedEvents } from '../platform/kafka/told-rejected-events';
import { topicsInContract } from '../platform/kafka/topic-contract';
import { MongoAlarmStore } from '../platform/mongo/mongo-alarm-store';
import { MongoDatabase } from '../platform/mongo/mongo-database';
import { MongoDecisionStore } from '../platform/mongo/mongo-decision-store';
import { MongoDefinitionBook } from '../platform/mongo/mongo-definition-book';
import { MongoDeliveryStore } from '../platform/mongo/mongo-delivery-store';
import { MongoFeedEventStore } from '../platform/mongo/mongo-feed-event-store';
import { MongoIntakeLedger } from '../platform/mongo/mongo-intake-ledger';
import { MongoRejectedEvents } from '../platform/mongo/mongo-rejected-events';
import { MongoReportBook } from '../platform/mongo/mongo-report-book';
import { MongoSubscriptionBook } from '../platform/mongo/mongo-subscription-book';
import { isRetriable } from '../platform/mongo/mongo-error';
import { MongoVault } from '../platform/mongo/mongo-vault';
import type { Tracing } from '../platform/telemetry/tracing';
import type { Clock } from '../ports/clock';
import type { Logger } from '../ports/logger';
import type { RejectedEvents } from '../ports/rejected-events';
import { CommittedPosition } from '../platform/kafka/committed-position';
import { Generations } from '../platform/mongo/generations';
import { Readiness } from '../platform/kafka/readiness';
import { fingerprintKeyOf, sealsOf } from '../access/domain/seals';
import { loadSchemas } from '../platform/contracts/schema-validators';
import { KafkaPublisher } from '../platform/kafka/kafka-publisher';
import type { LoggedMessage, Topic } from '../ports/event-log';
import { composeRooms } from './rooms';
import { faultIn } from '../platform/kafka/sound-messages';
import { SourceTopics } from '../platform/kafka/source-topics';

/** The rooms on Kafka and MongoDB, as one process of many has them. */
export type Distributed = ReturnType<typeof composeDistributed>;

interface DistributedOptions {
  /** How long whoever publishes waits for brokers that are away. */
  readonly publishWithinMs?: number;
  /** Only in a process that alone writes the persons it holds in memory: any other would go on seeing what it once saw. */
  readonly holdsPersons?: boolean;
}

/** Persons' events and decisions held in memory, so that those who come again need not be asked for. */
const MOST_EVENTS_HELD = 500_000;
const MOST_PERSONS_HELD = 10_000;

/** Puts the rooms together over Kafka and MongoDB; nothing is asked of either before `prepare` or a first use. */
export function composeDistributed(
  settings: Settings,
  clock: Clock,
  logger: Logger,
  tracing: Tracing,
  { publishWithinMs = Infinity, holdsPersons = false }: DistributedOptions = {},
) {
  const { prefix } = settings.kafka;
  const connection = new KafkaConnection(connectionSettings(settings), logger);
  const database = new MongoDatabase(settings.mongodb);
  const seals = sealsOf(settings);
  const topics = topicsInContract(contractsPath());

  const publisher = new KafkaPublisher(connection, logger, publishWithinMs);
  const answer: Publish = (topic, messages) => publisher.publish(`${prefix}${topic}`, messages);
  const answers = new KafkaSourceAnswers(answer);
  const kept = new MongoRejectedEvents(database, seals.rejected, fingerprintKeyOf(settings));
  const rejected = new ToldRejectedEvents(kept, seals.rejected, answer);
  const poison = {
    // What no topic takes because of its size, no repetition makes smaller.
    isPoison: (error: unknown) => isProgrammingError(error) || kafkaErrorName(error) === 'MESSAGE_TOO_LARGE',
    onPoison: (one: Poison) => keepPoison(rejected, clock, one),
  };
  const sources = new SourceTopics(connection, prefix, logger, tracing, {
    ...poison,
    onPoison: async (one) => {
      await poison.onPoison(one);
      await answers.tell([receiptOf(one)]);
    },
  });

  const schemas = loadSchemas();
  const hooks = { ...poison, tracing, faultOf: (...message: Logged) => faultIn(schemas, ...message) };
  const log = new KafkaEventLog(connection, { topicPrefix: prefix }, logger, hooks, publisher);
  const shares = topics.find(({ name }) => name === 'pathway-changes')?.partitions ?? 1;
  const generations = new Generations(database, { maxCachedEvents: holdsPersons ? MOST_EVENTS_HELD : 0 });
  const feedEvents = new MongoFeedEventStore(database);
  const ports = {
    unit: database,
    log,
    logger,
    vault: new MongoVault(database, seals.vault),
    ledger: new MongoIntakeLedger(database),
    rejected,
    events: generations.events,
    states: generations.states,
    decisions: new MongoDecisionStore(database, {
      owns: () => log.assignment('indicators', 'pathway-changes'),
      shareOf: (person) => partitionOf(person, shares),
      maxCachedPersons: holdsPersons ? MOST_PERSONS_HELD : 0,
    }),
    feedEvents,
    deliveries: new MongoDeliveryStore(database),
    alarms: new MongoAlarmStore(database),
    reportBook: new MongoReportBook(database),
    subscriptionBook: new MongoSubscriptionBook(database),
    definitionBook: new MongoDefinitionBook(database),
    position: new CommittedPosition(connection, prefix, generations, feedEvents),
  };
  const rooms = composeRooms(settings, clock, ports, { byBook: false });
  const readiness = new Readiness(connection, database, { prefix, topics }, logger);
  return {
    ...rooms,
    database,
    connection,
    generations,
    sources,
    answers,
    feed: new KafkaDecisionFeed(connection, prefix),
    changes: new KafkaChangeSource(connection, prefix, logger),
    /** Waits, loudly, until brokers and database answer, topics and indexes are there; false if told to give up. */
    prepare: async (): Promise<boolean> => {
      for (;;) {
        if (!(await readiness.prepare())) return false;
        try {
          await generations.follow();
          return true;
        } catch (error) {
          if (!isRetriable(error)) throw error; // The database went away again: everything is looked after once more.
          logger.warn({ error }, 'Waiting for MongoDB');
        }
      }
    },
    giveUpWaiting: () => readiness.giveUp(),
    waitingFor: () => readiness.waitingFor(),
    serversAway: () => readiness.serversAway(),
    close: async (): Promise<void> => {
      readiness.giveUp();
      await log.stop();
      await database.close();
    },
  };
}

type Logged = [topic: Topic, message: LoggedMessage];

function connectionSettings({
  kafka: { brokers, tls, sasl },
}: Settings): ConstructorParameters<typeof KafkaConnection>[0] {
  return {
    brokers,
    clientId: 'rehabspor',
    ...(tls === undefined ? undefined : { ssl: pemNames(tls) }),
    ...(sasl === undefined ? undefined : { sasl }),
  };
}

function pemNames({ ca, certificate, key }: NonNullable<Settings['kafka']['tls']>) {
  return {
    ...(ca === undefined ? undefined : { ca }),
    ...(certificate === undefined ? undefined : { cert: certificate }),
    ...(key === undefined ? undefined : { key }),
  };
}

/** A message nobody can read is kept as a refused event, with where it stood. */
function keepPoison(rejected: RejectedEvents, clock: Clock, poison: Poison): Promise<void> {
  const { topic, partition, offset, value } = poison;
  return rejected.keep([
    {
      receipt: receiptOf(poison),
      receivedAt: clock.now(),
      payload: value ?? '',
      origin: `${topic}/${partition}/${offset}`,
    },
  ]);
}

const receiptOf = ({ reason }: Poison): Receipt => ({ status: 'rejected', code: 'INVALID_EVENT', message: reason });
