interface Received {
  readonly source: string;
  readonly id: string;
  readonly receivedAt: number;
}

/**
 * Each event once, as it was first received. A log may hold one several times: it is handed on at least once, and again
 * when it comes with an earlier moment of receipt. Deciding does not mind; people who look would.
 */
export function firstReceipts<E extends Received>(events: readonly E[]): E[] {
  const first = new Map<string, E>();
  for (const event of events) {
    const name = `${event.source} ${event.id}`;
    const known = first.get(name);
    if (known === undefined || event.receivedAt < known.receivedAt) first.set(name, event);
  }
  return [...first.values()];
}
