import { execFileSync } from 'node:child_process';
import { measuresFhir } from '../../src/definitions/adapters/fhir/fhir-measure';
import { cqlLibrary } from '../../src/definitions/domain/cql/library';
import { fhirTerms } from '../../src/formats/adapters/fhir/load-terms';
import { compileDefinitions } from '../../src/indicators/domain/compile';
import { definitionSet, organisations } from './rehabspor';

/** The Measures and their Library as `definitions export` gives them, with the CQL translated into ELM. */
export function measuresWithElm(): string {
  const { id, policy } = compileDefinitions(definitionSet);
  const basis = { id, set: definitionSet, policy, organisations, fewest: 10 };
  const measures = measuresFhir(basis, cqlLibrary(definitionSet, policy, fhirTerms()));
  return execFileSync(process.execPath, ['tools/oracle/add-elm.mjs'], {
    input: JSON.stringify(measures),
    maxBuffer: 1 << 28,
    encoding: 'utf8',
  });
}
