import { besideOthers } from './busyness';
import { distributedComputingBench } from './distributed-computing.bench';
import { distributedInstancesBench } from './distributed-instances.bench';
import { distributedLatencyBench } from './distributed-latency.bench';
import { distributedPathwaysBench } from './distributed-pathways.bench';
import { evaluateBench } from './evaluate.bench';
import type { Figure } from './figure';
import { fhirInBench } from './fhir-in.bench';
import { growthBench } from './growth.bench';
import { heavyBench } from './heavy.bench';
import { importBench } from './import.bench';
import { intervalCoverageBench } from './interval-coverage.bench';
import { latencyBench } from './latency.bench';
import { looksBench } from './looks.bench';
import { keepMeasured, writeDocument } from './measured';
import { lprFBench } from './lpr-f.bench';
import { mutedMunicipalitiesBench } from './muted-municipalities.bench';
import { redecideBench } from './redecide.bench';
import { pagesBench } from './pages.bench';
import { reportingBench } from './reporting.bench';
import { shadowBench } from './shadow.bench';
import { startBench } from './start.bench';

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
  start: startBench,
  heavy: heavyBench,
  shadow: shadowBench,
  'interval-coverage': intervalCoverageBench,
  'muted-municipalities': mutedMunicipalitiesBench,
  'distributed-computing': distributedComputingBench,
  'distributed-pathways': distributedPathwaysBench,
  'distributed-instances': distributedInstancesBench,
  'distributed-latency': distributedLatencyBench,
};

/** The option that keeps what is measured and writes docs/performance.md of it. */
const KEEP = '--keep';

async function main(): Promise<void> {
  const words = process.argv.slice(2);
  const names = words.filter((word) => word !== KEEP);
  const unknown = names.filter((name) => BENCHES[name] === undefined);
  if (names.length === 0 || unknown.length > 0) {
    process.stderr.write(`Name benches: npm run -s bench -- [${KEEP}] ${Object.keys(BENCHES).join('|')} …\n`);
    process.exitCode = 2;
    return;
  }
  for (const name of names) {
    const bench = BENCHES[name] as Bench;
    const { result, seconds, othersSeconds } = await besideOthers(bench);
    process.stdout.write(`${JSON.stringify({ bench: name, ...result, seconds, othersSeconds })}\n`);
    if (!words.includes(KEEP)) continue;
    await keepMeasured({ bench: name, seconds, othersSeconds, figures: (result['figures'] ?? []) as Figure[] });
    await writeDocument();
  }
}

void main();
