import type { Descriptions } from '../../kernel/contract-descriptions';
import type { FhirTerms } from '../../formats/domain/fhir/fhir-terms';
import type { ReportBasis } from '../../counting/domain/report-basis';
import { cqlLibrary, type CqlLibrary } from '../domain/cql/library';

/** What is described to everyone: the definitions in force and what the contracts say beside them. */
export class Metadata {
  private made: CqlLibrary | undefined;

  constructor(
    readonly basis: ReportBasis,
    readonly descriptions: Descriptions,
    private readonly terms: FhirTerms,
  ) {}

  /** The definitions in force as CQL. */
  get library(): CqlLibrary {
    return (this.made ??= cqlLibrary(this.basis.set, this.basis.policy, this.terms));
  }
}
