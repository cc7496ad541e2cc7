import type { DefinitionSet } from '../../kernel/definition';
import type { Viewpoint } from '../../kernel/viewpoint';
import type { DecisionsByDefinition } from '../../ports/decisions-by-definition';
import type { Cases } from '../domain/cases';
import type { RecordKeyOf } from '../domain/keyed-count';
import { CasesByDefinition } from '../domain/cases-by-definition';
import { fillCases } from './fill-cases';

/** Decides everyone anew and puts the decisions into columns. */
export class FillCasesByDefinition extends CasesByDefinition {
  constructor(
    private readonly decisions: DecisionsByDefinition,
    private readonly recordKeyOf: RecordKeyOf,
  ) {
    super();
  }

  override cases(set: DefinitionSet, policy: Readonly<Record<string, string>>, viewpoint: Viewpoint): Promise<Cases> {
    const keys = set.indicators.map(({ key }) => key);
    const everyone = this.decisions.under(set, policy).counted(viewpoint);
    return fillCases(everyone, viewpoint.asOf, keys, { recordKeyOf: this.recordKeyOf });
  }
}
