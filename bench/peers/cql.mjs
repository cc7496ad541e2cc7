// node bench/peers/cql.mjs FOLDER: decides by cql-execution, every expression of the Library once, over the Bundles of FOLDER.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { libraryAsOf, measuresIn, patientOf } from '../../tools/oracle/runnable.mjs';
import { askedOf, linesOf, run } from './peer.mjs';

const require = createRequire(new URL('../../tools/oracle/package.json', import.meta.url));
const cql = require('cql-execution');
const { PatientSource } = require('cql-exec-fhir');
const folder = process.argv[2];
const { asOf, from, to } = askedOf(folder);
const exported = JSON.parse(readFileSync(join(folder, 'measures-with-elm.json'), 'utf8'));
const elm = libraryAsOf(exported, asOf).content.find(({ contentType }) => contentType === 'application/elm+json');
const library = new cql.Library(JSON.parse(Buffer.from(elm.data, 'base64').toString('utf8')));
const period = new cql.Interval(cql.DateTime.parse(`${from}T00:00:00.000Z`), cql.DateTime.parse(`${to}T23:59:59.999Z`));
const executor = new cql.Executor(library, new cql.CodeService({}), { 'Measurement Period': period });
const outcomeOf = measuresIn(exported).map(({ id }) => [id, `${id}: outcome`]);
const patients = linesOf(folder, 'bundles.ndjson').map(patientOf);
const afterEvent = linesOf(folder, 'bundles-after-event.ndjson').map(patientOf);

async function execute(bundles) {
  const source = PatientSource.FHIRv401();
  source.loadBundles(bundles);
  return (await executor.exec_patient_context(source)).patientResults;
}

await run('cql-execution', folder, {
  evaluate: () => execute(patients),
  events: afterEvent.length,
  decideNext: (at) => execute([afterEvent[at]]),
  outcomesOf: (results) =>
    Object.entries(results).map(([person, said]) => [
      person,
      Object.fromEntries(outcomeOf.map(([indicator, expression]) => [indicator, said[expression] ?? null])),
    ]),
});
