import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cached } from './cache';
import { KAFKA_VERSION } from './kafka-properties';
import type { Say, Skipped } from './server';
import { runTool } from './tool';

const OLDEST_JAVA = 17;

/** Kafka's artifacts name a logging interface and leave the choice of what stands behind it to its distribution. */
const POM = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>rehabspor</groupId>
  <artifactId>test-kafka</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>org.apache.kafka</groupId>
      <artifactId>kafka_2.13</artifactId>
      <version>${KAFKA_VERSION}</version>
    </dependency>
    <dependency>
      <groupId>org.apache.logging.log4j</groupId>
      <artifactId>log4j-slf4j-impl</artifactId>
      <version>2.24.3</version>
    </dependency>
  </dependencies>
</project>
`;

/** What it takes to run Kafka. */
export interface FoundKafka {
  readonly java: string;
  /** The folder of its jars. */
  readonly jars: string;
}

/** A Java new enough and Kafka's jars: from the cache, else fetched by Maven. */
export async function findKafka(say: Say): Promise<FoundKafka | Skipped> {
  const found = await findJava();
  if ('skipped' in found) return found;
  const jars = await cached(`kafka-${KAFKA_VERSION}`, (folder) => fetchJars(folder, say));
  return 'skipped' in jars ? jars : { java: found.java, jars: join(jars.folder, 'jars') };
}

async function findJava(): Promise<{ readonly java: string } | Skipped> {
  const home = process.env['JAVA_HOME'];
  const java = home === undefined || home === '' ? 'java' : join(home, 'bin', 'java');
  const needs = `(Kafka needs Java ${OLDEST_JAVA} or newer)`;
  const answer = await runTool(java, ['-version']);
  if ('failed' in answer) return { skipped: `${answer.failed} ${needs}` };
  const version = Number(/version "(\d+)/.exec(answer.printed)?.[1]);
  return version >= OLDEST_JAVA ? { java } : { skipped: `${java} is Java ${version} ${needs}` };
}

async function fetchJars(folder: string, say: Say): Promise<Skipped | undefined> {
  say(`fetching Apache Kafka ${KAFKA_VERSION} with Maven`);
  writeFileSync(join(folder, 'pom.xml'), POM);
  const copy = ['dependency:copy-dependencies', '-DoutputDirectory=jars', '-DincludeScope=runtime'];
  const fetched = await runTool('mvn', ['-q', '-B', ...copy], { folder, mostMs: 300_000 });
  return 'failed' in fetched ? { skipped: `${fetched.failed} (Maven fetches Kafka)` } : undefined;
}
