import type { Message } from '../../ports/event-log';
import type { Outgoing, OutgoingMessage } from './outgoing';
import { partitionOf } from './partition-of';

/** One object for all messages that belong to no trace: it is measured and encoded once. */
const JSON_HEADERS = Object.freeze({ 'content-type': 'application/json' });

/** The messages of one call to publish, with how many of them have been put into requests. */
export class Publication {
  readonly messages: readonly Omit<OutgoingMessage, 'partition'>[];
  taken = 0;

  constructor(
    readonly topic: string,
    messages: readonly Message[],
    readonly settle: (error?: Error) => void,
  ) {
    this.messages = messages.map(({ key, value, trace }) => ({
      key,
      value: Buffer.from(JSON.stringify(value), 'utf8'),
      headers: trace === undefined ? JSON_HEADERS : { ...JSON_HEADERS, traceparent: trace },
    }));
  }
}

/** What is sent at once: messages of one or more publications, at most so many bytes for a partition. */
export interface PublishRequest {
  readonly outgoing: Outgoing;
  readonly parts: readonly { readonly publication: Publication; readonly from: number }[];
}

/** Well below the 1 MiB a broker takes as one batch of a partition by default. */
const MOST_BYTES_A_PARTITION = 700_000;
const MOST_BYTES_A_REQUEST = 8 << 20;
const BYTES_A_MESSAGE = 64;

/**
 * Takes the next request from what waits, in its order: as much as fits, a single larger message alone in its
 * partition, nothing of a topic whose partitions are not known and what waits behind it. `alone` takes from the first
 * publication only.
 */
export function takeRequest(
  waiting: readonly Publication[],
  partitionsOf: (topic: string) => number | undefined,
  alone: boolean,
): PublishRequest {
  const outgoing = new Map<string, OutgoingMessage[]>();
  const parts: { publication: Publication; from: number }[] = [];
  const bytes = new Map<string, number[]>();
  let total = 0;
  for (const publication of alone ? waiting.slice(0, 1) : waiting) {
    const { topic, messages, taken: from } = publication;
    const partitions = partitionsOf(topic);
    if (partitions === undefined) break;
    const together = outgoing.get(topic) ?? [];
    const ofPartitions = bytes.get(topic) ?? new Array<number>(partitions).fill(0);
    bytes.set(topic, ofPartitions);
    for (let at = from; at < messages.length; at += 1) {
      const { key, value, headers } = messages[at] as (typeof messages)[number];
      const partition = partitionOf(key, partitions);
      const size = value.length + Buffer.byteLength(key) + BYTES_A_MESSAGE + sizeOf(headers);
      const before = ofPartitions[partition] ?? 0;
      if (before > 0 && before + size > MOST_BYTES_A_PARTITION) break;
      if (total > 0 && total + size > MOST_BYTES_A_REQUEST) break;
      ofPartitions[partition] = before + size;
      total += size;
      together.push({ key, value, headers, partition });
      publication.taken += 1;
    }
    if (publication.taken === from) break;
    outgoing.set(topic, together);
    parts.push({ publication, from });
    if (publication.taken < messages.length) break;
  }
  return { outgoing, parts };
}

const SIZE_OF_JSON_HEADERS = measured(JSON_HEADERS);

const sizeOf = (headers: Readonly<Record<string, string>>): number =>
  headers === JSON_HEADERS ? SIZE_OF_JSON_HEADERS : measured(headers);

function measured(headers: Readonly<Record<string, string>>): number {
  let size = 0;
  for (const name in headers) size += name.length + (headers[name]?.length ?? 0) + 2;
  return size;
}
