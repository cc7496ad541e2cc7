import type {
  FactSelector,
  IndicatorDefinition,
  Limit,
  Measure,
  MeasuredFact,
  Measures,
  ValueRule,
} from '../../kernel/definition';
import { NUMBERS_OF_FACT } from '../../kernel/measures';
import type { SetFault } from './set-fault';

/** Numbers that the measure's fact does not have. */
export function faultsOfMeasures(measures: Measures): SetFault[] {
  return Object.entries(measures).flatMap(([key, { fact, numbers = {} }]) =>
    Object.keys(numbers)
      .filter((name) => !NUMBERS_OF_FACT[fact].includes(name))
      .map((name) => ({
        path: `measures.${key}.numbers.${name}`,
        remedy: `must be a number of ${fact}; there is ${NUMBERS_OF_FACT[fact].join(', ') || 'none'}`,
      })),
  );
}

/** Measures that are not there, are of another kind than the rule reads, or have no such number. */
export function faultsOfSelectors(indicator: IndicatorDefinition, at: number, measures: Measures): SetFault[] {
  const path = `indicators.${at}`;
  const { denominator, evidence, value } = indicator;
  return [
    ...(denominator.rule === 'fact'
      ? [
          ...unknownMeasure(denominator.of, `${path}.denominator.of`, measures),
          ...unknownNumbers(denominator.anyOf ?? [], denominator.of, `${path}.denominator.anyOf`, measures),
        ]
      : []),
    ...(evidence === undefined ? [] : unknownMeasure(evidence.of, `${path}.evidence.of`, measures)),
    ...(value === undefined ? [] : faultsOfValue(value, `${path}.value`, measures)),
  ];
}

/** The kind of measure a value rule reads; a share is of sessions, which are no measure. */
const FACT_READ: Readonly<Partial<Record<ValueRule['rule'], MeasuredFact>>> = {
  change: 'exercise-capacity',
  status: 'smoking-status',
  laboratory: 'laboratory',
};

function faultsOfValue(value: ValueRule, path: string, measures: Measures): SetFault[] {
  if (value.rule === 'limits') {
    const [first] = value.of;
    return [
      ...value.of.flatMap((selector, at) => [
        ...unknownMeasure(selector, `${path}.of.${at}`, measures),
        ...(selector.measure === first?.measure && selector.measure !== undefined
          ? []
          : [{ path: `${path}.of.${at}`, remedy: 'must name one measure, the same in all' }]),
      ]),
      ...(first === undefined ? [] : unknownNumbers(value.allOf, first, `${path}.allOf`, measures)),
    ];
  }
  const fact = FACT_READ[value.rule];
  const unknown = unknownMeasure(value.of, `${path}.of`, measures);
  if (fact === undefined || unknown.length > 0 || named(value.of, measures)?.fact === fact) return unknown;
  return [{ path: `${path}.of`, remedy: `must name a measure of ${fact}` }];
}

function named({ measure }: FactSelector, measures: Measures): Measure | undefined {
  return measure !== undefined && Object.hasOwn(measures, measure) ? measures[measure] : undefined;
}

function unknownMeasure(selector: FactSelector, path: string, measures: Measures): SetFault[] {
  if (selector.measure === undefined || named(selector, measures) !== undefined) return [];
  const there = Object.keys(measures).join(', ') || 'none';
  return [{ path: `${path}.measure`, remedy: `must be a measure of the set; there is ${there}` }];
}

function unknownNumbers(
  limits: readonly Limit[],
  selector: FactSelector,
  path: string,
  measures: Measures,
): SetFault[] {
  const measure = named(selector, measures);
  if (measure === undefined) return [];
  const numbers = Object.keys(measure.numbers ?? {});
  return limits.flatMap(({ field }, at) =>
    numbers.includes(field)
      ? []
      : [
          {
            path: `${path}.${at}.field`,
            remedy: `must be a number of the measure; there is ${numbers.join(', ') || 'none'}`,
          },
        ],
  );
}
