import { cqlLibrary } from '../definitions/domain/cql/library';
import { measuresFhir } from '../definitions/adapters/fhir/fhir-measure';
import { fhirTerms } from '../formats/adapters/fhir/load-terms';
import { compileDefinitions, type PolicyChoice } from '../indicators/domain/compile';
import { noSuchSet } from './definition-named';
import { print } from './print';
import type { Program } from './program';
import { withReading } from './with-store';

export interface DefinitionExport {
  readonly format: 'fhir' | 'cql';
  readonly policy: PolicyChoice;
}

/** Prints a set as Measures with their Library of CQL, or as the CQL itself; what CQL cannot say is told. */
export function exportDefinition(
  program: Program,
  id: string,
  { format, policy: choice }: DefinitionExport,
): Promise<void> {
  return withReading(program, async ({ proposals, versions }) => {
    const found = await proposals.find(id);
    if (found === undefined) throw await noSuchSet(versions);
    const { set } = found;
    const { policy } = compileDefinitions(set, choice);
    const library = cqlLibrary(set, policy, fhirTerms());
    for (const { indicator, wanting } of library.inexpressible) {
      process.stderr.write(`${indicator} is not said in CQL: there is none for ${wanting}.\n`);
    }
    const { basis } = versions.inForce;
    await print(
      format === 'cql'
        ? library.text
        : `${JSON.stringify(measuresFhir({ ...basis, id, set, policy }, library), undefined, 2)}\n`,
    );
  });
}
