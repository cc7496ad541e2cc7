import { distributedInstancesBench } from './distributed-instances.bench';
import { distributedLatencyBench } from './distributed-latency.bench';
import { distributedPathwaysBench } from './distributed-pathways.bench';
import { evaluateBench } from './evaluate.bench';
import { fhirInBench } from './fhir-in.bench';
import { growthBench } from './growth.bench';
import { heavyBench } from './heavy.bench';
import { importBench } from './import.bench';
import { intervalCoverageBench } from './interval-coverage.bench';
import { latencyBench } from './latency.bench';
import { looksBench } from './looks.bench';
import { lprFBench } from './lpr-f.bench';
import { mutedMunicipalitiesBench } from './muted-municipalities.bench';
import { redecideBench } from './redecide.bench';
import { pagesBench } from './pages.bench';
import { reportingBench } from './reporting.bench';
import { shadowBench } from './shadow.bench';

/** A bench measures one thing and answers with one JSON line. */
type Bench = () => Promise<Readonly<Record<string, unknown>>>;

const BENCHES: Readonly<Record<string, Bench>> = {
  evaluate: evaluateBench,
  import: importBench,
  redecide: redecideBench,
  pages: pagesBench,
  reporting: reportingBench,
  latency: latencyBench,
  looks: looksBench,
  'lpr-f': lprFBench,
  'fhir-in': fhirInBench,
  growth: growthBench,
  heavy: heavyBench,
  shadow: shadowBench,
  'interval-coverage': intervalCoverageBench,
  'muted-municipalities': mutedMunicipalitiesBench,
  'distributed-pathways': distributedPathwaysBench,
  'distributed-instances': distributedInstancesBench,
  'distributed-latency': distributedLatencyBench,
};

async function main(): Promise<void> {
  const names = process.argv.slice(2);
  const unknown = names.filter((name) => BENCHES[name] === undefined);
  if (names.length === 0 || unknown.length > 0) {
    process.stderr.write(`Name benches: npm run -s bench -- ${Object.keys(BENCHES).join('|')} …\n`);
    process.exitCode = 2;
    return;
  }
  for (const name of names) {
    process.stdout.write(`${JSON.stringify({ bench: name, ...(await BENCHES[name]?.()) })}\n`);
  }
}

void main();
