import { randomBytes } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { untilKafkaAnswers } from './answers';
import { makeCertificates } from './certificates';
import { freePorts } from './free-ports';
import { findKafka, type FoundKafka } from './kafka-artifacts';
import {
  AUTHORIZING,
  KAFKA_VERSION,
  SCRAM_MECHANISMS,
  kafkaProperties,
  propertiesText,
  securityProperties,
  type KafkaProperties,
  type Listener,
} from './kafka-properties';
import { inServerFolder, startLocalProcess, type LocalProcess } from './local-process';
import type { KafkaServer, Say, SecuredKafka, Skipped } from './server';
import { runTool } from './tool';

const MOST_MS_TO_START = 90_000;

const LOG4J = `status = error
appender.console.type = Console
appender.console.name = console
appender.console.layout.type = PatternLayout
appender.console.layout.pattern = %d %p %m (%c)%n%throwable
rootLogger.level = warn
rootLogger.appenderRef.console.ref = console
`;

const listenerAt = (name: string, port: number, protocol: Listener['protocol']): Listener => {
  const address = `127.0.0.1:${port}`;
  return { name, bind: address, advertised: address, protocol };
};

/** Starts Apache Kafka on the installed Java with one listener that asks for nothing. */
export async function startLocalKafka(say: Say): Promise<KafkaServer | Skipped> {
  const found = await findKafka(say);
  if ('skipped' in found) return found;
  return inServerFolder('kafka', async (folder) => {
    const [port = 0, controller = 0] = await freePorts(2);
    const listener = listenerAt('PLAINTEXT', port, 'PLAINTEXT');
    const properties = kafkaProperties([listener], `127.0.0.1:${controller}`);
    return kafka(await run(found, folder, properties, listener), [listener.advertised]);
  });
}

/**
 * Starts Apache Kafka on the installed Java with a listener of each kind of security. With others than its one user it
 * asks of everybody what they may do; who comes without security may do everything. All have the user's password.
 */
export async function startSecuredKafka(say: Say, others: readonly string[] = []): Promise<SecuredKafka | Skipped> {
  const found = await findKafka(say);
  if ('skipped' in found) return found;
  return inServerFolder('kafka', async (folder) => {
    const certificates = await makeCertificates(folder);
    if ('skipped' in certificates) return certificates;
    const [controller = 0, ...ports] = await freePorts(5);
    const plaintext = listenerAt('PLAINTEXT', ports[0] ?? 0, 'PLAINTEXT');
    const ssl = listenerAt('SSL', ports[1] ?? 0, 'SSL');
    const saslPlaintext = listenerAt('SASLPLAIN', ports[2] ?? 0, 'SASL_PLAINTEXT');
    const saslSsl = listenerAt('SASLSSL', ports[3] ?? 0, 'SASL_SSL');
    const user = { username: 'rehabspor', password: randomBytes(12).toString('hex') };
    const properties = {
      ...kafkaProperties([plaintext, ssl, saslPlaintext, saslSsl], `127.0.0.1:${controller}`),
      ...securityProperties(certificates, user),
      ...(others.length === 0 ? undefined : AUTHORIZING),
    };
    const credentials = [user.username, ...others].flatMap((name) =>
      SCRAM_MECHANISMS.flatMap((mechanism) => ['--add-scram', `${mechanism}=[name=${name},password=${user.password}]`]),
    );
    const running = await run(found, folder, properties, plaintext, credentials);
    const listeners = {
      plaintext: plaintext.advertised,
      ssl: ssl.advertised,
      saslPlaintext: saslPlaintext.advertised,
      saslSsl: saslSsl.advertised,
    };
    return { ...kafka(running, [listeners.saslSsl]), listeners, user, certificates };
  });
}

function kafka({ down, up, stop }: LocalProcess, brokers: readonly string[]): KafkaServer {
  return { brokers, origin: 'local', version: `Apache Kafka ${KAFKA_VERSION}`, stop, restart: { down, up } };
}

/** Formats the data folder, starts the process and waits until the listener asked answers. */
async function run(
  { java, jars }: FoundKafka,
  folder: string,
  properties: KafkaProperties,
  asked: Listener,
  formatting: readonly string[] = [],
): Promise<LocalProcess> {
  const settings = join(folder, 'server.properties');
  const log4j = join(folder, 'log4j2.properties');
  writeFileSync(settings, propertiesText({ ...properties, 'log.dirs': join(folder, 'data') }));
  writeFileSync(log4j, LOG4J);
  const common = ['-XX:+UseSerialGC', '-cp', join(jars, '*'), `-Dlog4j2.configurationFile=${log4j}`];

  // Not with a hyphen in front, which the tool would take for an option.
  const cluster = Buffer.concat([Buffer.of(0), randomBytes(15)]).toString('base64url');
  const format = ['kafka.tools.StorageTool', 'format', '-t', cluster, '-c', settings, ...formatting];
  // The first compiler only: the tool is done before the second one would have paid.
  const formatted = await runTool(java, ['-XX:TieredStopAtLevel=1', ...common, ...format]);
  if ('failed' in formatted) throw new Error(formatted.failed);
  return startLocalProcess(folder, {
    program: java,
    args: ['-Xms256m', '-Xmx512m', '-XX:-UsePerfData', ...common, 'kafka.Kafka', settings],
    answers: (lost) => untilKafkaAnswers([asked.advertised], MOST_MS_TO_START, lost),
  });
}
