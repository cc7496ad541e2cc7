/** Resolves once whatever else waits (requests, signals, timers) has had its turn; for work that takes long. */
export const othersTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
