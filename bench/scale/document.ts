import { table } from '../markdown-table';
import type { Measured } from '../measured';
import { chronicPatients } from './chronic';
import { FEWEST_SIZES, predicted } from './model';
import {
  figures,
  fittedRuns,
  modelsOf,
  QUANTITIES,
  QUANTITY_NAMES,
  sayBytes,
  sayMegabytes,
  sayPercent,
  sayTime,
  whole,
  type Models,
} from './quantities';
import { CHECK, NATIONAL, PARTS, SIZES, YEARS, type Part, type ScaleRun } from './sizes';

const ALL_PARTS: readonly Part[] = [...new Set(Object.values(PARTS)), 'all else'];

/** The page of what larger sizes take: what was measured, the model, how it was held to the largest size, and what it says of more. */
export function scaleDocument(kept: readonly Measured[]): string {
  const measured = kept.find(({ bench }) => bench === 'scale');
  const runs = measured?.sizes ?? [];
  const fitted = fittedRuns(runs);
  const isEnough = fitted.length >= FEWEST_SIZES;
  const models = isEnough ? modelsOf(runs) : undefined;
  return [
    `# Scale

How time, memory and disk grow with persons and events, measured at several sizes; what a model of them says of all chronic patients, and how far off
it was at ${whole(CHECK)} events. Made by \`npm run -s bench -- --keep scale\` from what \`bench/measured\` keeps; nothing is written by hand.
\`REHABSPOR_BENCH_SIZES=250000,500000\` measures some sizes only and keeps the others as they are. What each figure should be stands in
[performance.md](performance.md).`,
    missing(runs),
    ...(measured === undefined ? [] : [whatWasMeasured(measured, runs)]),
    models === undefined
      ? `## Model

A model needs ${FEWEST_SIZES} sizes below ${whole(CHECK)} events; ${fitted.length} ${fitted.length === 1 ? 'is' : 'are'} kept, and so nothing is said of larger ones.`
      : whatModelsSay(models, runs),
    ...(models === undefined ? [] : [chronicPatients(models, runs, kept)]),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function missing(runs: readonly ScaleRun[]): string {
  const left = SIZES.filter((size) => !runs.some((run) => run.size === size));
  return left.length === 0 ? '' : `**Not measured yet: ${left.map(whole).join('; ')} events.**`;
}

function whatWasMeasured({ processor, cores, node }: Measured, runs: readonly ScaleRun[]): string {
  const national = runs.find(({ size }) => size === NATIONAL);
  const check = runs.find(({ size }) => size === CHECK);
  return `## What was measured

Synthetic patients whose index days lie in ${YEARS} years, as \`rehabspor generate --years ${YEARS}\` makes them; \`import\` of their events in one process on one core
into a new store, then a server on that store: until \`/health/ready\` says ready, and its peak memory until it had nothing left to work out. Each once, one after the other.
"Others" is the processing time that other processes took meanwhile. On: ${processor}, ${cores} cores, Node ${node}.
${national === undefined ? '' : `\n**Ten years of Denmark’s heart patients** (120,000 patients, 5,000,000 events): ${inShort(national)}\n`}${check === undefined ? '' : `\n**20,000,000 events**: ${inShort(check)}\n`}
${table(
  [
    'Events',
    'Patients',
    'Persons in the store',
    'Input',
    '`import`',
    'computing',
    'Events a second',
    'Peak memory',
    'On',
    'Others',
  ],
  runs.map((run) => [
    whole(run.events),
    whole(run.patients),
    whole(run.persons),
    sayBytes(run.inputBytes),
    sayTime(run.import.seconds),
    sayTime(run.import.cpuSeconds),
    whole(run.events / run.import.seconds),
    sayMegabytes(run.import.peakMegabytes),
    run.on,
    run.othersSeconds === undefined ? 'not told' : `${run.othersSeconds} s of ${run.seconds} s`,
  ]),
)}

${table(
  ['Events', 'Store', 'Bytes an event', 'Server ready after', 'its peak memory'],
  runs.map((run) => [
    whole(run.events),
    sayBytes(run.storeBytes),
    whole(run.storeBytes / run.events),
    sayTime(run.restart.seconds),
    sayMegabytes(run.restart.peakMegabytes),
  ]),
)}

Bytes of the store an event, by what they are there for, indexes with their tables:

${table(
  ['Events', ...ALL_PARTS],
  runs.map(({ events, bytesOf }) => [
    whole(events),
    ...ALL_PARTS.map((part) => (bytesOf[part] === undefined ? '' : figures(bytesOf[part] / events))),
  ]),
)}`;
}

const inShort = ({ events, persons, import: run, storeBytes, restart }: ScaleRun): string =>
  `${whole(events)} events of ${whole(persons)} persons are imported in ${sayTime(run.seconds)} with ${sayMegabytes(run.peakMegabytes)} of memory at most and take ${sayBytes(storeBytes)} of disk; a server on them is ready after ${sayTime(restart.seconds)} and takes ${sayMegabytes(restart.peakMegabytes)} at most.`;

function whatModelsSay(models: Models, runs: readonly ScaleRun[]): string {
  const fitted = fittedRuns(runs);
  const check = runs.find(({ size }) => size === CHECK);
  return `## Model

Least squares of each quantity over ${fitted.length} sizes (${fitted.map(({ events }) => whole(events)).join('; ')} events): \`a + b × n\` or \`a + b × n log₂ n\`, n being events,
whichever errs less on a size that it has not seen ("unseen": the mean error of predicting each size from the others); what would fall with events
is taken as not growing (\`a\`). The last column is what was measured less what the model says, size by size.

${table(
  ['Quantity', 'Form', 'a', 'b, for the next million events', 'unseen', 'left over'],
  QUANTITY_NAMES.map((name) => {
    const { form, intercept, leaveOneOut, residuals } = models[name];
    const { what, say } = QUANTITIES[name];
    const last = fitted.at(-1)?.events ?? 0;
    const next = predicted(models[name], last + 1e6) - predicted(models[name], last);
    return [
      what,
      form,
      say(intercept),
      say(next),
      `${(100 * leaveOneOut).toFixed(1)} %`,
      residuals.map(sayPercent).join(', '),
    ];
  }),
)}

### Held to ${whole(CHECK)} events

${check === undefined ? 'Not measured yet. ' : ''}The models were made without that size.

${table(
  ['Quantity', 'Predicted', 'Measured', 'Predicted to measured'],
  QUANTITY_NAMES.map((name) => {
    const { what, of, say } = QUANTITIES[name];
    const said = predicted(models[name], check?.events ?? CHECK);
    if (check === undefined) return [what, say(said), '', ''];
    return [what, say(said), say(of(check)), sayPercent(said / of(check) - 1)];
  }),
)}`;
}
