import { spawn } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { contractsPath } from '../../../src/platform/contracts/contracts-folder';
import { javaWithJars, type JavaWithJars } from '../../servers/maven-jars';
import { temporaryFolder } from '../../support/temporary-folder';

/** Wraps HL7's own validator (org.hl7.fhir.validation) with the R4 definitions beside it, so that it asks no server. */
const VERSION = '8.6.1';
const ARTIFACTS = ['validation', 'validation-resources-r4', 'structures-r4', 'caching-caffeine'].map(
  (name) => `ca.uhn.hapi.fhir:hapi-fhir-${name}:${VERSION}`,
);
const MOST_MS = 300_000;
/** What it fails by stands at the beginning of what it says. */
const MOST_OF_ERRORS = 2_000;

/** A resource that is looked at, under a name of its own; `profile`: what it must be besides R4. */
export interface Looked {
  readonly name: string;
  readonly resource: object;
  readonly profile?: string;
}

/** An error HL7's validator found. */
export interface Hl7Fault {
  readonly name: string;
  readonly at: string;
  readonly says: string;
}

/** The definitions of ours. */
const definitions = (): string[] =>
  readdirSync(contractsPath('fhir'))
    .sort()
    .map((name) => contractsPath('fhir', name));

/**
 * What HL7's validator finds wrong with resources. Rejects where it cannot run: it is fetched by Maven, and without it
 * nothing would be held to HL7's definitions.
 */
export async function hl7Faults(looked: readonly Looked[]): Promise<readonly Hl7Fault[]> {
  const say = (text: string): void => void process.stderr.write(`HL7's validator: ${text}\n`);
  const found = await javaWithJars(`hapi-fhir-${VERSION}`, `HAPI FHIR ${VERSION}`, ARTIFACTS, say);
  if ('skipped' in found) throw new Error(found.skipped);
  const folder = join(temporaryFolder(), 'looked-at');
  mkdirSync(folder, { recursive: true });
  const names = new Map<string, string>();
  const lines = looked.map(({ name, resource, profile }, at) => {
    const file = join(folder, `${at}.json`);
    writeFileSync(file, JSON.stringify(resource));
    names.set(file, name);
    return profile === undefined ? file : `${file}\t${profile}`;
  });
  const measures = looked
    .flatMap(({ resource }) => measuresIn(resource))
    .map((measure, at) => {
      const file = join(folder, `measure-${at}.json`);
      writeFileSync(file, JSON.stringify(measure));
      return file;
    });
  const printed = await run(found, [...definitions(), ...measures], `${lines.join('\n')}\n`);
  const told = printed.trimEnd().split('\n');
  const last = told.pop();
  if (last !== `done\t${looked.length}`) throw new Error(`HL7's validator did not look at all: ${last}`);
  return told.map((line) => {
    const [file = '', at = '', says = ''] = line.split('\t');
    return { name: names.get(file) ?? file, at, says };
  });
}

/** What MeasureReports are reports of. */
function measuresIn(resource: object): readonly object[] {
  const { entry = [] } = resource as { entry?: readonly { resource: { resourceType: string } }[] };
  return entry.flatMap((one) => (one.resource.resourceType === 'Measure' ? [one.resource] : []));
}

function run({ java, jars }: JavaWithJars, known: readonly string[], input: string): Promise<string> {
  const args = ['-XX:+UseSerialGC', '-Xmx2g', '-cp', join(jars, '*'), join(__dirname, 'Validate.java')];
  const child = spawn(java, [...args, ...known], { timeout: MOST_MS });
  let [printed, errors] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors = (errors + text).slice(0, MOST_OF_ERRORS)));
  child.stdin.on('error', () => undefined); // It ended before it had read all; its code says why.
  child.stdin.end(input);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(printed);
      else reject(new Error(`HL7's validator ended with ${code}: ${errors}`));
    });
  });
}
