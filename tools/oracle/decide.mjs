// node decide.mjs JOB: decides by fqm-execution what a job asks, and prints a line for every patient of every run.
//
// A job is { measures, runs }: a Bundle of Measures with their Library, as `definitions export` writes it, and runs of
// { run, asOf, from, to, patients, each } over a file of { key, bundle } a line; `each`: every Measure by itself, as it
// was exported, instead of all their groups in one, which gives the same and takes a twelfth of the time.
import { readFileSync } from 'node:fs';
import { Calculator } from 'fqm-execution';
import { libraryAsOf, measuresIn, patientOf, together } from './runnable.mjs';
import { withElm } from './translate.mjs';

const job = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const exported = withElm(job.measures);

for (const { run, asOf, from, to, patients, each } of job.runs) {
  const library = libraryAsOf(exported, asOf);
  const bundles = readFileSync(patients, 'utf8').split('\n').filter(Boolean).map(patientOf);
  if (bundles.length === 0) continue;
  const measures = each ? measuresIn(exported) : [together(measuresIn(exported))];
  for (const measure of measures) {
    const bundle = {
      resourceType: 'Bundle',
      type: 'collection',
      entry: [measure, library].map((resource) => ({ resource })),
    };
    const { results } = await Calculator.calculate(bundle, bundles, {
      ...{ measurementPeriodStart: from, measurementPeriodEnd: to, calculateSDEs: true },
      ...{ verboseCalculationResults: false, calculateHTML: false, calculateClauseCoverage: false },
    });
    for (const result of results) process.stdout.write(`${JSON.stringify({ run, ...said(result) })}\n`);
  }
}

function said({ patientId, detailedResults, supplementalData }) {
  const outcomes = Object.fromEntries(supplementalData.map(({ id, rawResult }) => [id, rawResult]));
  const indicators = detailedResults.map(({ groupId, populationResults }) => ({
    indicator: groupId,
    outcome: outcomes[groupId] ?? null,
    populations: populationResults.filter(({ result }) => result).map(({ populationType }) => populationType),
  }));
  return { key: patientId, indicators };
}
