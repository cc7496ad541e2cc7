import { StoreError } from '../store-error';

/** Waits so long for what is being published, then rejects; it may land nevertheless, and is told apart when it comes again. */
export async function inTime(published: Promise<void>, withinMs: number): Promise<void> {
  if (withinMs === Infinity) return published;
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new StoreError('Kafka does not answer.', { retriable: true })), withinMs);
  });
  published.catch(() => undefined);
  await Promise.race([published, tooLong]).finally(() => clearTimeout(timer));
}
