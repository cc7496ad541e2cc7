import { repeatedly } from '../platform/repeatedly';
import type { Logger } from '../ports/logger';
import type { ProduceSubscriptions } from './application/produce-subscriptions';

const LOOK_EVERY_MS = 60_000;

/** Produces what was missed while nobody ran, then every minute what is due; `stop` finishes what is under way. */
export function produceRegularly(producing: ProduceSubscriptions, logger: Logger): { stop(): Promise<void> } {
  const what = 'Producing subscriptions';
  const missed = producing
    .produceDue()
    .then(() => undefined)
    .catch((error: unknown) => logger.error({ error }, `${what} failed and is tried again`));
  const looking = repeatedly(LOOK_EVERY_MS, logger, what, () => missed.then(() => producing.produceDue()));
  return {
    stop: async () => {
      await missed;
      await looking.stop();
    },
  };
}
