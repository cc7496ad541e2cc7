// node bench/peers/fqm.mjs FOLDER: decides by fqm-execution, all Measures in one, over the Bundles of FOLDER.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { libraryAsOf, measuresIn, patientOf, together } from '../../tools/oracle/runnable.mjs';
import { askedOf, linesOf, run } from './peer.mjs';

const { Calculator } = createRequire(new URL('../../tools/oracle/package.json', import.meta.url))('fqm-execution');
const folder = process.argv[2];
const { asOf, from, to } = askedOf(folder);
const exported = JSON.parse(readFileSync(join(folder, 'measures-with-elm.json'), 'utf8'));
const entry = [together(measuresIn(exported)), libraryAsOf(exported, asOf)].map((resource) => ({ resource }));
const measure = { resourceType: 'Bundle', type: 'collection', entry };
const patients = linesOf(folder, 'bundles.ndjson').map(patientOf);
const afterEvent = linesOf(folder, 'bundles-after-event.ndjson').map(patientOf);

/** Nothing is asked for but the populations and the outcomes; what it can keep between calls it keeps. */
const calculate = async (bundles) =>
  (
    await Calculator.calculate(measure, bundles, {
      ...{ measurementPeriodStart: from, measurementPeriodEnd: to, calculateSDEs: true, useElmJsonsCaching: true },
      ...{ verboseCalculationResults: false, calculateHTML: false, calculateClauseCoverage: false },
    })
  ).results;

await run('fqm-execution', folder, {
  evaluate: () => calculate(patients),
  events: afterEvent.length,
  decideNext: (at) => calculate([afterEvent[at]]),
  outcomesOf: (results) =>
    results.map(({ patientId, supplementalData }) => [
      patientId,
      Object.fromEntries(supplementalData.map(({ id, rawResult }) => [id, rawResult])),
    ]),
});
