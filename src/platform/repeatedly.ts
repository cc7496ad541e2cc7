import type { Logger } from '../ports/logger';

/** Does something over and over, one round at a time, until it is stopped; a round that fails is told and tried again. */
export function repeatedly(
  everyMs: number,
  logger: Logger,
  what: string,
  round: () => Promise<unknown>,
): { stop(): Promise<void> } {
  let running: Promise<void> | undefined;
  const timer = setInterval(() => {
    running ??= round()
      .then(
        () => undefined,
        (error: unknown) => logger.error({ error }, `${what} failed and is tried again`),
      )
      .finally(() => (running = undefined));
  }, everyMs);
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
