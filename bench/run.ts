import { distributedInstancesBench } from './distributed-instances.bench';
import { distributedLatencyBench } from './distributed-latency.bench';
import { distributedPathwaysBench } from './distributed-pathways.bench';
import { evaluateBench } from './evaluate.bench';
import { growthBench } from './growth.bench';
import { heavyBench } from './heavy.bench';
import { importBench } from './import.bench';
import { intervalCoverageBench } from './interval-coverage.bench';
import { latencyBench } from './latency.bench';
import { looksBench } from './looks.bench';
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
  const name = process.argv[2] ?? '';
  const bench = BENCHES[name];
  if (bench === undefined) {
    process.stderr.write(`Name a bench: npm run -s bench -- ${Object.keys(BENCHES).join('|')}\n`);
    process.exitCode = 2;
    return;
  }
  process.stdout.write(`${JSON.stringify({ bench: name, ...(await bench()) })}\n`);
}

void main();
