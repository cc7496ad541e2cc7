import { besideOthers } from './busyness';
import { distributedComputingBench } from './distributed-computing.bench';
import { distributedInstancesBench } from './distributed-instances.bench';
import { distributedLatencyBench } from './distributed-latency.bench';
import { distributedPathwaysBench } from './distributed-pathways.bench';
import { evaluateBench } from './evaluate.bench';
import type { Figure } from './figure';
import { fhirInBench } from './fhir-in.bench';
import { heavyBench } from './heavy.bench';
import { holdUpBench } from './hold-up.bench';
import { importBench } from './import.bench';
import { intervalCoverageBench } from './interval-coverage.bench';
import { latencyBench } from './latency.bench';
import { looksBench } from './looks.bench';
import { keepMeasured, writeDocuments } from './measured';
import { lprFBench } from './lpr-f.bench';
import { mutedMunicipalitiesBench } from './muted-municipalities.bench';
import { redecideBench } from './redecide.bench';
import { pagesBench } from './pages.bench';
import { peersBench } from './peers.bench';
import { reportingBench } from './reporting.bench';
import { scaleBench } from './scale.bench';
import type { ScaleRun } from './scale/sizes';
import { shadowBench } from './shadow.bench';
import { startBench } from './start.bench';

type Result = Readonly<Record<string, unknown>>;

/** A bench measures one thing and answers with one JSON line; what takes long it may have kept piece by piece. */
type Bench = (keep: (soFar: Result) => Promise<void>) => Promise<Result>;

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
  scale: scaleBench,
  peers: peersBench,
  start: startBench,
  heavy: heavyBench,
  'hold-up': holdUpBench,
  shadow: shadowBench,
  'interval-coverage': intervalCoverageBench,
  'muted-municipalities': mutedMunicipalitiesBench,
  'distributed-computing': distributedComputingBench,
  'distributed-pathways': distributedPathwaysBench,
  'distributed-instances': distributedInstancesBench,
  'distributed-latency': distributedLatencyBench,
};

/** The option that keeps what is measured and writes docs/performance.md and docs/scale.md of it. */
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
    const keep = async (measured: Result): Promise<void> => {
      if (words.includes(KEEP)) await keepResult(name, measured);
    };
    const { result, ...spent } = await besideOthers(() => bench(keep));
    const measured = { ...spent, ...result };
    process.stdout.write(`${JSON.stringify({ bench: name, ...measured })}\n`);
    await keep(measured);
  }
}

async function keepResult(bench: string, measured: Result): Promise<void> {
  const {
    seconds,
    othersSeconds,
    figures = [],
    sizes,
  } = measured as Partial<{
    seconds: number;
    othersSeconds: number;
    figures: Figure[];
    sizes: ScaleRun[];
  }>;
  const pieces = sizes === undefined ? {} : { sizes };
  await keepMeasured({ bench, seconds: seconds ?? NaN, othersSeconds, figures, ...pieces });
  await writeDocuments();
}

void main();
