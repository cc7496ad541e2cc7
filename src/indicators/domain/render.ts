import type { PersonKey } from '../../kernel/clinical-event';
import type { Day } from '../../kernel/day';
import type { Decision, IndicatorDecision } from '../../kernel/decision';
import type { OrganisationNames } from '../../kernel/organisation-names';
import type { CompiledDefinitions } from './compile';
import { explain } from './explain';
import { explainedIndicator, type ExplainedIndicator } from './reading-text';

/** Turns decided indicators into decisions in full, with members in the order of interface.md §3. */
export class DecisionWriter {
  private readonly indicatorOf: ReadonlyMap<string, ExplainedIndicator>;

  constructor(
    private readonly definitions: CompiledDefinitions,
    private readonly names: OrganisationNames,
  ) {
    const { indicators, measures } = definitions.set;
    this.indicatorOf = new Map(
      indicators.map((definition) => [definition.key, explainedIndicator(definition, measures)]),
    );
  }

  /** One decision in full; `cpr` only where the caller may show it. Throws when the indicator is not in the set. */
  write(decided: IndicatorDecision, person: PersonKey, asOf: Day, cpr?: string): Decision {
    const explained = this.indicatorOf.get(decided.indicator);
    if (explained === undefined) throw new Error(`Indicator ${decided.indicator} is not in ${this.definitions.id}.`);
    const { pathway, indexDay, indicator, number, ...rest } = decided;
    return {
      ...(cpr === undefined ? undefined : { cpr }),
      person,
      pathway,
      indexDay,
      indicator,
      number,
      definition: this.definitions.id,
      asOf,
      ...rest,
      policy: this.definitions.policy,
      explanation: explain(decided, explained, this.names),
    };
  }
}
