import type { Traced, Tracing } from '../telemetry/tracing';

/** A message of a topic that may say what it belongs to, as W3C `traceparent`. */
interface Followable {
  readonly offset: number;
  readonly trace?: string;
}

/** Who handles messages, and where one of them stands. */
interface Place<M> {
  readonly group: string;
  readonly topic: string;
  readonly partitionOf: (message: M, at: number) => number;
}

/**
 * Handles messages with a span around each that is followed, and ends the spans when the work is over, well or not.
 * With `fromHere` messages that nobody followed before are followed from here on, as far as they are sampled.
 */
export async function followMessages<M extends Followable>(
  tracing: Tracing,
  { group, topic, partitionOf }: Place<M>,
  messages: readonly M[],
  handle: (messages: readonly M[]) => Promise<void>,
  { fromHere = false }: { readonly fromHere?: boolean } = {},
): Promise<void> {
  const followed: Traced[] = [];
  const traced = messages.map((message, at) => {
    if (message.trace === undefined && !fromHere) return message;
    const work = tracing.begin(group, message.trace, {
      topic,
      partition: partitionOf(message, at),
      offset: message.offset,
    });
    followed.push(work);
    return work.trace === undefined ? message : { ...message, trace: work.trace };
  });
  let failure: string | undefined;
  try {
    await handle(followed.length === 0 ? messages : traced);
  } catch (error) {
    failure = error instanceof Error ? error.constructor.name : 'Error';
    throw error;
  } finally {
    for (const one of followed) one.end(failure);
  }
}
