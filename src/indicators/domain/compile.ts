import type { Day } from '../../kernel/day';
import type { DefinitionSet, IndicatorDefinition } from '../../kernel/definition';
import { measureRead, spelledRules } from '../../kernel/measures';
import type { Fact, FactKind } from '../../kernel/pathway';
import { compileDenominator } from './denominator';
import { reportersOf, type Reporters } from './missed-days';
import { compileSelector, type Waiver } from './selection';
import { compileValue, type CompiledValue } from './value';
import { waiting } from './value-rules';

/** What fulfils an evidence indicator. */
export interface CompiledEvidence {
  readonly kind: FactKind;
  readonly counts: (fact: Fact) => boolean;
  /** The first day on which it counts; `anchor` is the day of the denominator's fact, where there is one. */
  readonly countsFrom: (indexDay: Day, anchor: Day | undefined) => Day;
  readonly reporters: Reporters;
}

/** One indicator, compiled into closures. */
export interface CompiledIndicator {
  readonly definition: IndicatorDefinition;
  /** The key of the measure it reads; what it cites goes by that name. */
  readonly measure?: string;
  readonly denominatorOf: ReturnType<typeof compileDenominator>;
  /** Present on evidence indicators. */
  readonly evidence?: CompiledEvidence;
  /** Present on value indicators. */
  readonly value?: CompiledValue;
}

/** A definition set under a policy, ready to decide. */
export interface CompiledDefinitions {
  /** Set and version, e.g. `dhrd-2023/2`. */
  readonly id: string;
  readonly set: DefinitionSet;
  readonly policy: Readonly<Record<string, string>>;
  readonly waives: Waiver;
  readonly indicators: readonly CompiledIndicator[];
}

/** Chosen options by policy, e.g. `{ bugOnReferral: 'lenient' }`. */
export type PolicyChoice = Readonly<Record<string, string>>;

/** A policy or an option that the definition set does not have. */
export class UnknownPolicyError extends Error {}

/** Settles every policy of the set: as chosen, else its default. Throws `UnknownPolicyError` naming what there is. */
function settlePolicy(set: DefinitionSet, choice: PolicyChoice): Readonly<Record<string, string>> {
  for (const name of Object.keys(choice)) {
    if (!(name in set.policies)) {
      throw new UnknownPolicyError(`There is no policy "${name}"; there is ${Object.keys(set.policies).join(', ')}.`);
    }
  }
  return Object.fromEntries(
    Object.entries(set.policies).map(([name, policy]) => {
      const option = choice[name] ?? policy.default;
      if (!(option in policy.options)) {
        const options = Object.keys(policy.options).join(', ');
        throw new UnknownPolicyError(`Policy "${name}" has no option "${option}"; it has ${options}.`);
      }
      return [name, option];
    }),
  );
}

/**
 * Compiles a definition set once; an indicator may refer to the outcome of one that stands before it. Throws
 * where an indicator reads a measure the set does not have.
 */
export function compileDefinitions(set: DefinitionSet, choice: PolicyChoice = {}): CompiledDefinitions {
  const policy = settlePolicy(set, choice);
  const waived = new Set(
    Object.entries(policy).flatMap(([name, option]) =>
      (set.policies[name]?.options[option]?.waives ?? []).map(({ fact, finding }) => `${fact} ${finding}`),
    ),
  );
  const waives: Waiver = waived.size === 0 ? () => false : (fact, hindrance) => waived.has(`${fact} ${hindrance}`);
  return {
    id: `${set.set}/${set.version}`,
    set,
    policy,
    waives,
    indicators: set.indicators.map((definition) => compileIndicator(definition, set, waives)),
  };
}

function compileIndicator(
  definition: IndicatorDefinition,
  { measures }: DefinitionSet,
  waives: Waiver,
): CompiledIndicator {
  const { denominator, evidence, value } = spelledRules(definition, measures);
  const measure = measureRead(definition, measures)?.key;
  return {
    definition,
    ...(measure === undefined ? undefined : { measure }),
    denominatorOf: compileDenominator(denominator, waives),
    ...(evidence === undefined
      ? undefined
      : {
          evidence: {
            kind: evidence.of.fact,
            counts: compileSelector(evidence.of, waives),
            countsFrom: waiting(evidence.daysAfterDenominator ?? 0),
            reporters: reportersOf([evidence.of], definition.sources),
          },
        }),
    ...(value === undefined ? undefined : { value: compileValue(value, measure, definition.sources, waives) }),
  };
}
