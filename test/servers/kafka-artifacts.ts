import { KAFKA_VERSION } from './kafka-properties';
import { javaWithJars, type JavaWithJars } from './maven-jars';
import type { Say, Skipped } from './server';

/** Kafka's artifacts name a logging interface and leave the choice of what stands behind it to its distribution. */
const ARTIFACTS = [`org.apache.kafka:kafka_2.13:${KAFKA_VERSION}`, 'org.apache.logging.log4j:log4j-slf4j-impl:2.24.3'];

/** What it takes to run Kafka. */
export type FoundKafka = JavaWithJars;

/** A Java new enough and Kafka's jars: from the cache, else fetched by Maven. */
export const findKafka = (say: Say): Promise<FoundKafka | Skipped> =>
  javaWithJars(`kafka-${KAFKA_VERSION}`, `Apache Kafka ${KAFKA_VERSION}`, ARTIFACTS, say);
