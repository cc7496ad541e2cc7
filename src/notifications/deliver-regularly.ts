import { repeatedly } from '../platform/repeatedly';
import type { Logger } from '../ports/logger';
import type { DeliverDecisions } from './application/deliver-decisions';

const LOOK_EVERY_MS = 1_000;

/** Delivers what was missed while nobody ran, then every second what is new; `stop` ends it in order. */
export function deliverRegularly(delivering: DeliverDecisions, logger: Logger): { stop(): Promise<void> } {
  const looking = repeatedly(LOOK_EVERY_MS, logger, 'Looking for decisions to deliver', () => delivering.look());
  return {
    stop: async () => {
      await looking.stop();
      await delivering.stop();
    },
  };
}
