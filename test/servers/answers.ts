import { Kafka, logLevel } from 'kafkajs';
import { mongo } from 'mongoose';

const PAUSE_MS = 100;

/** Resolves once a broker of the cluster leads it and says so. */
export function untilKafkaAnswers(brokers: readonly string[], mostMs: number, lost?: () => string | undefined) {
  return untilAnswered(`Kafka at ${brokers.join(',')}`, mostMs, lost, () => kafkaAnswers(brokers));
}

/** Resolves with the product and version once a server answers. */
export function untilMongoAnswers(url: string, mostMs: number, lost?: () => string | undefined): Promise<string> {
  return untilAnswered(`MongoDB at ${url}`, mostMs, lost, () => mongoAnswers(url));
}

async function kafkaAnswers(brokers: readonly string[]): Promise<void> {
  const kafka = new Kafka({
    brokers: [...brokers],
    logLevel: logLevel.NOTHING,
    connectionTimeout: 5_000,
    requestTimeout: 10_000,
    retry: { retries: 0 },
  });
  const admin = kafka.admin();
  try {
    await admin.connect();
    const { brokers: alive } = await admin.describeCluster();
    if (alive.length === 0) throw new Error('no broker is registered yet');
  } finally {
    await admin.disconnect();
  }
}

async function mongoAnswers(url: string): Promise<string> {
  const client = new mongo.MongoClient(url, {
    serverSelectionTimeoutMS: 5_000,
    connectTimeoutMS: 5_000,
    // Its usual half second between two attempts would make every restart as long.
    minHeartbeatFrequencyMS: PAUSE_MS,
  });
  try {
    await client.db('admin').command({ ping: 1 });
    const { version, ferretdbVersion } = await client.db('admin').command({ buildInfo: 1 });
    return ferretdbVersion === undefined ? `MongoDB ${version}` : `FerretDB ${ferretdbVersion}`;
  } finally {
    await client.close();
  }
}

/** Asks until there is an answer; gives up when time is over or the server is known to be lost. */
async function untilAnswered<T>(
  who: string,
  mostMs: number,
  lost: () => string | undefined = () => undefined,
  ask: () => Promise<T>,
): Promise<T> {
  const end = Date.now() + mostMs;
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      const reason = lost();
      if (reason !== undefined) throw new Error(`${who} ended: ${reason}`, { cause: error });
      if (Date.now() > end) throw new Error(`${who} does not answer: ${(error as Error).message}`, { cause: error });
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}
