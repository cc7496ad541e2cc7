import type { PersonKey } from '../kernel/clinical-event';
import type { Settings } from '../platform/config/settings';
import { contractsPath } from '../platform/contracts/contracts-folder';
import { keyServiceOf } from '../platform/keys/key-service-of';
import { connectionSettings } from '../platform/kafka/connection-settings';
import { keepPoison, receiptOf, setAsideBy } from '../platform/kafka/keep-poison';
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
import { MongoDataKeys } from '../platform/mongo/mongo-data-keys';
import { MongoDatabase } from '../platform/mongo/mongo-database';
import { MongoDecisionStore } from '../platform/mongo/mongo-decision-store';
import { MongoSetAside } from '../platform/mongo/mongo-set-aside';
import { MongoRejectedEvents } from '../platform/mongo/mongo-rejected-events';
import type { Tracing } from '../platform/telemetry/tracing';
import type { Clock } from '../ports/clock';
import type { Logger } from '../ports/logger';
import { CommittedPosition } from '../platform/kafka/committed-position';
import { Generations } from '../platform/mongo/generations';
import { Readiness } from '../platform/kafka/readiness';
import { secretsOf } from '../access/domain/seals';
import { mongoPorts } from '../platform/mongo/mongo-ports';
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
  const secrets = secretsOf(settings, keyServiceOf(settings));
  const database = new MongoDatabase(settings.mongodb, secrets.keyNote);
  const topics = topicsInContract(contractsPath());

  const publisher = new KafkaPublisher(connection, logger, publishWithinMs);
  const answer: Publish = (topic, messages) => publisher.publish(`${prefix}${topic}`, messages);
  const answers = new KafkaSourceAnswers(answer);
  const dataKeys = new MongoDataKeys(database, secrets.vault, secrets.personal);
  const kept = new MongoRejectedEvents(database, secrets.rejected, secrets.fingerprintKey, dataKeys);
  const rejected = new ToldRejectedEvents(kept, secrets.rejected, answer);
  const poison = {
    // What no topic takes because of its size, no repetition makes smaller.
    isPoison: (error: unknown) => isProgrammingError(error) || kafkaErrorName(error) === 'MESSAGE_TOO_LARGE',
    onPoison: (one: Poison) => keepPoison(rejected, clock, one),
  };
  const generations = new Generations(database, { maxCachedEvents: holdsPersons ? MOST_EVENTS_HELD : 0 });
  const stores = mongoPorts(database, generations, dataKeys);
  const sources = new SourceTopics(connection, prefix, logger, tracing, {
    ...poison,
    onAssigned: () => stores.deliveries.forget(),
    onPoison: async (one) => {
      await poison.onPoison(one);
      await answers.tell([receiptOf(one)]);
    },
  });

  const shares = topics.find(({ name }) => name === 'pathway-changes')?.partitions ?? 1;
  const sharing = {
    owns: () => log.assignment('indicators', 'pathway-changes'),
    shareOf: (person: PersonKey) => partitionOf(person, shares),
  };
  const setAside = new MongoSetAside(database, sharing);
  const schemas = loadSchemas();
  const hooks = {
    ...poison,
    onPoison: async (one: Poison) => {
      await poison.onPoison(one);
      await setAside.settle([], setAsideBy(one));
    },
    tracing,
    faultOf: (topic: Topic, message: LoggedMessage) => faultIn(schemas, topic, message),
  };
  const log: KafkaEventLog = new KafkaEventLog(connection, { topicPrefix: prefix }, logger, hooks, publisher);
  const ports = {
    ...stores,
    log,
    logger,
    rejected,
    decisions: new MongoDecisionStore(database, {
      ...sharing,
      maxCachedPersons: holdsPersons ? MOST_PERSONS_HELD : 0,
    }),
    setAside,
    position: new CommittedPosition(connection, prefix, generations, stores.feedEvents),
  };
  const rooms = composeRooms(settings, clock, ports, { byBook: false });
  const readiness = new Readiness(connection, database, { prefix, topics, follow: () => generations.follow() }, logger);
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
    prepare: () => readiness.prepare(),
    isPrepared: () => readiness.isPrepared,
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
