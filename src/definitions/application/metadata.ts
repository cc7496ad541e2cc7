import type { Descriptions } from '../../kernel/contract-descriptions';
import type { ReportBasis } from '../../counting/domain/report-basis';

/** What is described to everyone: the definitions in force and what the contracts say beside them. */
export class Metadata {
  constructor(
    readonly basis: ReportBasis,
    readonly descriptions: Descriptions,
  ) {}
}
