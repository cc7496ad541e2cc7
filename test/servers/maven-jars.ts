import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cached } from './cache';
import type { Say, Skipped } from './server';
import { runTool } from './tool';

const OLDEST_JAVA = 17;

/** An artifact as Maven names it: `group:artifact:version`. */
export type Artifact = string;

/** A Java, and the folder of the jars of some artifacts and of all they need. */
export interface JavaWithJars {
  readonly java: string;
  readonly jars: string;
}

/** A Java new enough and the jars: from the cache, else fetched by Maven. `what` is said of them to people. */
export async function javaWithJars(
  name: string,
  what: string,
  artifacts: readonly Artifact[],
  say: Say,
): Promise<JavaWithJars | Skipped> {
  const found = await findJava(what);
  if ('skipped' in found) return found;
  const jars = await cached(name, (folder) => fetchJars(folder, what, artifacts, say));
  return 'skipped' in jars ? jars : { java: found.java, jars: join(jars.folder, 'jars') };
}

async function findJava(what: string): Promise<{ readonly java: string } | Skipped> {
  const home = process.env['JAVA_HOME'];
  const java = home === undefined || home === '' ? 'java' : join(home, 'bin', 'java');
  const needs = `(${what} needs Java ${OLDEST_JAVA} or newer)`;
  const answer = await runTool(java, ['-version']);
  if ('failed' in answer) return { skipped: `${answer.failed} ${needs}` };
  const version = Number(/version "(\d+)/.exec(answer.printed)?.[1]);
  return version >= OLDEST_JAVA ? { java } : { skipped: `${java} is Java ${version} ${needs}` };
}

async function fetchJars(
  folder: string,
  what: string,
  artifacts: readonly Artifact[],
  say: Say,
): Promise<Skipped | undefined> {
  say(`fetching ${what} with Maven`);
  writeFileSync(join(folder, 'pom.xml'), pomOf(artifacts));
  const copy = ['dependency:copy-dependencies', '-DoutputDirectory=jars', '-DincludeScope=runtime'];
  const fetched = await runTool('mvn', ['-q', '-B', ...copy], { folder, mostMs: 300_000 });
  return 'failed' in fetched ? { skipped: `${fetched.failed} (Maven fetches ${what})` } : undefined;
}

function pomOf(artifacts: readonly Artifact[]): string {
  const dependencies = artifacts.map((artifact) => {
    const [group = '', name = '', version = ''] = artifact.split(':');
    return `    <dependency>
      <groupId>${group}</groupId>
      <artifactId>${name}</artifactId>
      <version>${version}</version>
    </dependency>`;
  });
  return `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>rehabspor</groupId>
  <artifactId>test-jars</artifactId>
  <version>1</version>
  <dependencies>
${dependencies.join('\n')}
  </dependencies>
</project>
`;
}
