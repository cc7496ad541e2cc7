import type { DecidePersons } from '../../indicators/application/decide-persons';
import type { WatchFeeds } from '../../feeds/application/watch-feeds';
import { ReceiveFromTopic } from '../../intake/application/receive-from-topic';
import type { ReceiveEvents } from '../../intake/application/receive-events';
import type { Settings } from '../../platform/config/settings';
import type { KafkaEventLog } from '../../platform/kafka/kafka-event-log';
import { incomingOf } from '../../platform/kafka/source-message';
import type { SourceMessage } from '../../platform/kafka/source-message';
import type { SourceTopics } from '../../platform/kafka/source-topics';
import type { Generations } from '../../platform/mongo/generations';
import { repeatedly } from '../../platform/repeatedly';
import type { Subscriber } from '../../ports/event-log';
import type { Logger } from '../../ports/logger';
import type { ReceiptMetrics } from '../../ports/receipt-metrics';
import type { SourceAnswers } from '../../ports/source-answers';
import { SCHEMES_OF, SOURCE_SERVICES, type SourceService } from './service-names';

/** Ends what a service does, in order: what is under way is finished. */
export type End = () => Promise<void>;

/** What the services work with. */
interface ServiceStore {
  readonly settings: Pick<Settings, 'kafka'>;
  readonly log: KafkaEventLog;
  readonly sources: SourceTopics;
  readonly answers: SourceAnswers;
  readonly generations: Generations;
  readonly decisions: { forget(): void };
  readonly intake: ReceiveEvents;
  readonly indicators: DecidePersons;
  readonly watch: WatchFeeds;
}

const EVENTS_AT_A_TIME = 2_000;
/** So often a service looks whether a day has passed or a source's deliveries are judged anew. */
const LOOK_EVERY_MS = 1_000;

/** Takes in what sources send to topics of their own, and to one they share only where the settings say so. */
export function receiveWhatComes(
  service: SourceService,
  { settings, intake, answers, sources }: ServiceStore,
  metrics: ReceiptMetrics,
  logger: Logger,
): End {
  const receiving = new ReceiveFromTopic(intake, answers, metrics);
  const handle = (messages: readonly SourceMessage[]): Promise<void> => receiving.handle(messages.map(incomingOf));
  const consumers = [sources.consumeOwn(SCHEMES_OF[service], EVENTS_AT_A_TIME, handle)];
  if (settings.kafka.shared) {
    const topic = SOURCE_SERVICES[service];
    logger.warn({ topic }, 'Sources share a topic: who may write to it may send as any of them');
    consumers.push(sources.consume(topic, EVENTS_AT_A_TIME, handle));
  }
  return async () => void (await Promise.all(consumers.map((one) => one.stop())));
}

/** Decides whose pathways change, and whoever falls due. */
export function decideWhatComes(
  { log, indicators, decisions, generations }: ServiceStore,
  subscriber: Subscriber<'pathway-changes'>,
  logger: Logger,
): End {
  const follow = async (): Promise<void> => {
    if (await generations.follow()) decisions.forget();
  };
  log.subscribe({
    ...subscriber,
    handle: async (batch) => {
      await follow(); // What was told after a rebuild took over is decided by its states.
      await subscriber.handle(batch);
    },
  });
  log.whenAssigned(() => {
    decisions.forget();
    indicators.forget();
  });
  log.start();
  const looking = repeatedly(LOOK_EVERY_MS, logger, 'Deciding what is due', async () => {
    await follow();
    await indicators.catchUp();
  });
  return async () => {
    await looking.stop();
    await log.stop();
  };
}

/** Looks which states are in use, for those who read. */
export function followGenerations({ generations }: ServiceStore, logger: Logger): End {
  const looking = repeatedly(LOOK_EVERY_MS, logger, 'Looking which states are in use', () => generations.follow());
  return () => looking.stop();
}

/** Keeps what is said of feeds, and judges deliveries once a day. */
export function watchFeeds({ log, watch }: ServiceStore, subscriber: Subscriber<'feed-statuses'>, logger: Logger): End {
  log.subscribe(subscriber);
  log.start();
  const judging = repeatedly(LOOK_EVERY_MS, logger, 'Judging deliveries', () => watch.catchUp());
  return async () => {
    await judging.stop();
    await log.stop();
  };
}
