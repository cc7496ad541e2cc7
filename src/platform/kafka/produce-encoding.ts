/* eslint-disable @typescript-eslint/no-require-imports -- inside the package, which has no types for it */
import { recordBatch, type RecordedMessage } from './record-batch';

/** kafkajs' writer of requests, as far as it is used here. */
interface Encoder {
  writeString(value: string | null): Encoder;
  writeInt16(value: number): Encoder;
  writeInt32(value: number): Encoder;
  writeArray(values: readonly Encoder[]): Encoder;
  writeBuffer(value: Buffer): Encoder;
}

/** What a producer asks a broker to append. */
export interface Produced {
  readonly acks: number;
  readonly timeout: number;
  readonly compression?: number;
  readonly transactionalId?: string | null | undefined;
  /** Digits where a broker gave one. */
  readonly producerId?: string | number;
  readonly producerEpoch?: number;
  readonly topicData: readonly {
    readonly topic: string;
    readonly partitions: readonly {
      readonly partition: number;
      readonly firstSequence?: number;
      readonly messages: readonly (RecordedMessage & { readonly timestamp?: string | number })[];
    }[];
  }[];
}

interface Request {
  readonly encode: () => Promise<Encoder>;
}

/** How kafkajs makes a request of a version, and reads the answer to it. */
type Protocol = (of: { readonly version: number }) => (produced: Produced) => { request: Request; response: unknown };

/** Brokers that speak it take batches of records; it is the same up to the last kafkajs knows. */
const FIRST_WITH_BATCHES = 3;
const MOST_TIME_TO_ANSWER_MS = 30_000;

const replaced = new WeakSet<object>();

/**
 * From here on kafkajs writes batches of records as `recordBatch` does, to the same bytes: of what a message costs on its
 * way out most was kafkajs 2.2.4 writing it, which is its last version. Compressed ones, and those that say when they
 * were made, it writes as before.
 */
export function encodeProducedCheaply(): void {
  const produce = require('kafkajs/src/protocol/requests/produce') as { protocol: Protocol };
  if (replaced.has(produce)) return;
  replaced.add(produce);
  const { protocol } = produce;
  produce.protocol = ({ version }) => {
    const make = protocol({ version });
    if (version < FIRST_WITH_BATCHES) return make;
    return (produced) => {
      const made = make(produced);
      if (!isPlain(produced)) return made;
      const encode = (): Promise<Encoder> => Promise.resolve(encoded(produced, Date.now()));
      return { ...made, request: { ...made.request, encode } };
    };
  };
}

const isPlain = ({ compression = 0, topicData }: Produced): boolean =>
  compression === 0 &&
  topicData.every(({ partitions }) =>
    partitions.every(({ messages }) => messages.every(({ timestamp }) => timestamp === undefined)),
  );

/** What goes to the broker, its header excepted. */
export function encoded(produced: Produced, now: number): Encoder {
  const Encoding = require('kafkajs/src/protocol/encoder') as new () => Encoder;
  const checksum = require('kafkajs/src/protocol/recordBatch/crc32C') as (bytes: Buffer) => number;
  const {
    acks,
    timeout = MOST_TIME_TO_ANSWER_MS,
    transactionalId = null,
    producerId = -1,
    producerEpoch = 0,
  } = produced;
  const producer = {
    producerId: BigInt(producerId),
    producerEpoch,
    isTransactional: transactionalId !== null && transactionalId !== '',
  };
  const topics = produced.topicData.map(({ topic, partitions }) =>
    new Encoding().writeString(topic).writeArray(
      partitions.map(({ partition, messages, firstSequence = 0 }) => {
        const batch = recordBatch(messages, now, { ...producer, firstSequence }, checksum);
        return new Encoding().writeInt32(partition).writeInt32(batch.length).writeBuffer(batch);
      }),
    ),
  );
  return new Encoding().writeString(transactionalId).writeInt16(acks).writeInt32(timeout).writeArray(topics);
}
