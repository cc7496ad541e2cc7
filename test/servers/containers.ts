import { untilKafkaAnswers, untilMongoAnswers } from './answers';
import { freePorts } from './free-ports';
import { KAFKA_VERSION, kafkaProperties, propertiesEnvironment } from './kafka-properties';
import type { KafkaServer, MongoServer, Restart, Say, Skipped } from './server';

const KAFKA_IMAGE = `apache/kafka:${KAFKA_VERSION}`;
const MONGO_IMAGE = 'mongo:8.0';
/** An engine that is there says so in milliseconds; one that hangs must not hold the tests. */
const MOST_MS_TO_FIND_ENGINE = 5_000;
const MOST_MS_TO_START = 90_000;

type Testcontainers = typeof import('testcontainers');

interface Engine {
  readonly testcontainers: Testcontainers;
  readonly client: Awaited<ReturnType<Testcontainers['getContainerRuntimeClient']>>;
}

/** What a container is made of; the ports are the one within and the one of this machine it is bound to. */
interface Contained {
  readonly image: string;
  readonly inside: number;
  readonly outside: number;
  readonly environment: Readonly<Record<string, string>>;
  answers(): Promise<unknown>;
}

/** Starts Kafka's own image. */
export function startContainerKafka(say: Say): Promise<KafkaServer | Skipped> {
  return onEngine(say, async (engine) => {
    const [outside = 0] = await freePorts(1);
    const brokers = [`${engine.client.info.containerRuntime.host}:${outside}`];
    const listener = { name: 'PLAINTEXT', bind: ':9092', advertised: brokers[0] ?? '', protocol: 'PLAINTEXT' } as const;
    // The broker's way to itself must not depend on the address outside, which need not exist within.
    const own = { name: 'OWN', bind: ':19092', advertised: 'localhost:19092', protocol: 'PLAINTEXT' } as const;
    const properties = kafkaProperties([own, listener], 'localhost:9093');
    const environment = propertiesEnvironment({ ...properties, 'log.dirs': '/tmp/kraft-combined-logs' });
    const answers = (): Promise<unknown> => untilKafkaAnswers(brokers, MOST_MS_TO_START);
    say(`starting a container of ${KAFKA_IMAGE}`);
    const run = await runContainer(engine, { image: KAFKA_IMAGE, inside: 9092, outside, environment, answers });
    return { brokers, origin: 'container', version: `Apache Kafka ${KAFKA_VERSION}`, ...run };
  });
}

/** Starts MongoDB's own image as a standalone server. */
export function startContainerMongo(say: Say): Promise<MongoServer | Skipped> {
  return onEngine(say, async (engine) => {
    const [outside = 0] = await freePorts(1);
    const url = `mongodb://${engine.client.info.containerRuntime.host}:${outside}`;
    const answers = (): Promise<string> => untilMongoAnswers(url, MOST_MS_TO_START);
    say(`starting a container of ${MONGO_IMAGE}`);
    const run = await runContainer(engine, { image: MONGO_IMAGE, inside: 27017, outside, environment: {}, answers });
    return { url, origin: 'container', version: await answers(), ...run };
  });
}

/** Without an engine, or where the image cannot be had, there is no server; nothing else is wrong. */
async function onEngine<T>(say: Say, start: (engine: Engine) => Promise<T>): Promise<T | Skipped> {
  let engine: Engine;
  try {
    engine = await findEngine();
  } catch (error) {
    return { skipped: `no container engine (${(error as Error).message.split('\n')[0]})` };
  }
  try {
    return await start(engine);
  } catch (error) {
    const skipped = `the container engine did not start it (${(error as Error).message.split('\n')[0]})`;
    say(skipped);
    return { skipped };
  }
}

async function findEngine(): Promise<Engine> {
  const testcontainers = await import('testcontainers');
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    const late = new Error(`no answer in ${MOST_MS_TO_FIND_ENGINE / 1000} s`);
    timer = setTimeout(() => reject(late), MOST_MS_TO_FIND_ENGINE);
  });
  try {
    return { testcontainers, client: await Promise.race([testcontainers.getContainerRuntimeClient(), tooLong]) };
  } finally {
    clearTimeout(timer);
  }
}

async function runContainer(
  { testcontainers, client }: Engine,
  { image, inside, outside, environment, answers }: Contained,
): Promise<{ stop(): Promise<void>; restart: Restart }> {
  const started = await new testcontainers.GenericContainer(image)
    // A port of our choice: the engine would choose another one at every start.
    .withExposedPorts({ container: inside, host: outside })
    .withEnvironment(environment)
    .start();
  const container = client.container.getById(started.getId());
  const stop = async (): Promise<void> => void (await started.stop());
  const isRunning = async (): Promise<boolean> => (await container.inspect()).State.Running;
  try {
    await answers();
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    stop,
    restart: {
      async down(signal = 'SIGTERM') {
        if (!(await isRunning())) return;
        const ended = container.wait();
        await container.kill({ signal });
        await ended;
      },
      async up() {
        if (!(await isRunning())) await container.start();
        await answers();
      },
    },
  };
}
