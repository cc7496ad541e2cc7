import type {
  DenominatorRule,
  EvidenceRule,
  FactSelector,
  IndicatorDefinition,
  Measure,
  MeasuredFact,
  Measures,
  SelectedFacts,
  ValueRule,
} from './definition';

/** The fields of a fact that a measure can speak of as numbers. */
export const NUMBERS_OF_FACT: Readonly<Record<MeasuredFact, readonly string[]>> = {
  hads: ['anxiety', 'depression'],
  'blood-pressure': ['systolic', 'diastolic'],
  hjertekost: ['score'],
  'smoking-status': [],
  'exercise-capacity': [],
  laboratory: [],
};

/** A measure of a set by key; throws when there is none, naming those there are. */
export function measureOf(key: string, measures: Measures): Measure {
  const measure = Object.hasOwn(measures, key) ? measures[key] : undefined;
  if (measure !== undefined) return measure;
  throw new Error(`There is no measure "${key}"; there is ${Object.keys(measures).join(', ')}.`);
}

/** A selector as what it means: its measure's fact, analysis codes and unit instead of the measure's name. */
export function spelledOut(selector: FactSelector, measures: Measures): SelectedFacts {
  if (selector.measure === undefined) return selector;
  const { measure: key, fact: _none, ...restrictions } = selector;
  const { fact, npu, unit } = measureOf(key, measures);
  return {
    fact,
    ...restrictions,
    ...(npu === undefined ? undefined : { npu, ...(unit === undefined ? undefined : { unit }) }),
  };
}

/** The rules of an indicator with every selector spelled out. */
export interface SpelledRules {
  readonly denominator: DenominatorRule<SelectedFacts>;
  readonly evidence?: EvidenceRule<SelectedFacts>;
  readonly value?: ValueRule<SelectedFacts>;
}

/** An indicator's rules as what they mean, without a reference to the measures of the set. */
export function spelledRules(
  { denominator, evidence, value }: Pick<IndicatorDefinition, 'denominator' | 'evidence' | 'value'>,
  measures: Measures,
): SpelledRules {
  const spell = (selector: FactSelector): SelectedFacts => spelledOut(selector, measures);
  return {
    denominator: denominator.rule === 'fact' ? { ...denominator, of: spell(denominator.of) } : denominator,
    ...(evidence === undefined ? undefined : { evidence: { ...evidence, of: spell(evidence.of) } }),
    ...(value === undefined ? undefined : { value: spelledValue(value, spell) }),
  };
}

function spelledValue(value: ValueRule, spell: (selector: FactSelector) => SelectedFacts): ValueRule<SelectedFacts> {
  switch (value.rule) {
    case 'limits':
      return { ...value, of: value.of.map(spell) };
    case 'share':
      return { ...value, of: spell(value.of), plannedFrom: spell(value.plannedFrom) };
    default:
      return { ...value, of: spell(value.of) };
  }
}

/** The selectors by which an indicator reads what fulfils it. */
export function fulfillingSelectors({
  evidence,
  value,
}: Pick<IndicatorDefinition, 'evidence' | 'value'>): readonly FactSelector[] {
  return [evidence?.of ?? value?.of ?? []].flat();
}

/** The measure an indicator reads, with its key; undefined where it reads none, such as a service or a dispensing. */
export function measureRead(
  definition: Pick<IndicatorDefinition, 'evidence' | 'value'>,
  measures: Measures,
): { readonly key: string; readonly measure: Measure } | undefined {
  const key = fulfillingSelectors(definition)[0]?.measure;
  return key === undefined ? undefined : { key, measure: measureOf(key, measures) };
}
