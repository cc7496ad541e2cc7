import type { EventLog, Subscriber, Topic } from '../../ports/event-log';
import type { Logger } from '../../ports/logger';
import { repeatedly } from '../../platform/repeatedly';
import type { FoldPersons } from '../../pathways/application/fold-persons';
import type { Generations } from '../../platform/mongo/generations';

/** A log whose subscribers can go again. */
interface Log extends EventLog {
  /** Resolves when the batch under way is done and the subscriber has left its group; no subscriber, nothing to do. */
  unsubscribe(group: string, topic: Topic): Promise<void>;
  whenAssigned(callback: () => void): void;
  start(): void;
  stop(): Promise<void>;
}

export interface FoldingRooms {
  readonly log: Log;
  readonly generations: Generations;
  readonly pathways: FoldPersons;
}

const LOOK_EVERY_MS = 1_000;

/**
 * Folds what comes into the generation in use, and goes over when a rebuild has made another: it leaves the old
 * generation's group when its batch is done and joins the new one's, which goes on where the rebuild ended. Whoever is
 * set aside is tried again once, at the start. Returns how to end it.
 */
export function foldWhatComes(
  { log, generations, pathways }: FoldingRooms,
  subscriber: Subscriber<'clinical-events'>,
  logger: Logger,
): () => Promise<void> {
  const subscribe = (): void => log.subscribe({ ...subscriber, group: generations.foldingGroup });
  log.whenAssigned(() => generations.events.forget());
  subscribe();
  log.start();
  let isTriedAgain = false;
  const looking = repeatedly(LOOK_EVERY_MS, logger, 'Looking which states are in use', async () => {
    if (!isTriedAgain) await pathways.tryAgain();
    isTriedAgain = true;
    if ((await generations.inUse()) === generations.name) return;
    await log.unsubscribe(generations.foldingGroup, subscriber.topic);
    await generations.follow();
    logger.info({ group: generations.foldingGroup }, 'A rebuild has taken over; folding goes on in its states');
    subscribe();
  });
  return async () => {
    await looking.stop();
    await log.stop();
  };
}
