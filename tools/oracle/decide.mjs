// node decide.mjs JOB: decides by fqm-execution what a job asks, and prints a line for every patient of every run.
//
// A job is { measures, runs }: a Bundle of Measures with their Library, as `definitions export` writes it, and runs of
// { run, asOf, from, to, patients, each } over a file of { key, bundle } a line; `each`: every Measure by itself, as it
// was exported, instead of all their groups in one, which gives the same and takes a twelfth of the time.
import { readFileSync } from 'node:fs';
import { Calculator } from 'fqm-execution';
import { withElm } from './translate.mjs';

const job = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const exported = withElm(job.measures);

for (const { run, asOf, from, to, patients, each } of job.runs) {
  const library = libraryAsOf(asOf);
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

/** fqm-execution has no parameters but the measurement period: the as-of day is given as the default of its own. */
function libraryAsOf(asOf) {
  const [library] = exported.entry
    .map(({ resource }) => resource)
    .filter(({ resourceType }) => resourceType === 'Library');
  const content = library.content.map((one) => {
    if (one.contentType !== 'application/elm+json') return one;
    const elm = JSON.parse(Buffer.from(one.data, 'base64').toString('utf8'));
    const day = { type: 'Literal', valueType: '{urn:hl7-org:elm-types:r1}String', value: asOf };
    elm.library.parameters.def.find(({ name }) => name === 'As of').default = { type: 'ToDate', operand: day };
    withoutPlaces(elm);
    return { ...one, data: Buffer.from(JSON.stringify(elm)).toString('base64') };
  });
  return { ...library, id: 'library', content };
}

/** Which clause came to what is kept by its place, for every patient: nobody asks for it here. */
function withoutPlaces(node) {
  if (typeof node !== 'object' || node === null) return;
  delete node.localId;
  if (!('identifier' in node && 'statements' in node)) delete node.annotation;
  for (const value of Object.values(node)) withoutPlaces(value);
}

/** It finds a Library by http addresses or by id, so that ours go by id. */
function measuresIn({ entry }) {
  return entry
    .map(({ resource }) => resource)
    .filter(({ resourceType, library }) => resourceType === 'Measure' && library !== undefined)
    .map((measure) => ({
      ...measure,
      id: measure.identifier[0].value,
      library: ['Library/library'],
      group: measure.group.map((group) => ({ ...group, id: measure.identifier[0].value })),
      supplementalData: measure.supplementalData.map((one) => ({ ...one, id: measure.identifier[0].value })),
    }));
}

function together(measures) {
  const [first] = measures;
  return {
    ...first,
    id: 'all',
    group: measures.flatMap(({ group }) => group),
    supplementalData: measures.flatMap(({ supplementalData }) => supplementalData),
  };
}

function patientOf(line) {
  const { key, bundle } = JSON.parse(line);
  const [patient, ...others] = bundle.entry;
  return { ...bundle, entry: [{ ...patient, resource: { ...patient.resource, id: key } }, ...others] };
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
