import type { Shapes } from '../../parts/shapes';

type DefinitionSet = Shapes['DefinitionSet'];
type Indicator = DefinitionSet['indicators'][number];

const NAMES = [
  'window',
  'within',
  'percent',
  'high',
  'moderate',
  'below',
  'atLeast',
  'atMost',
  'atLeastPercent',
  'daysAfterDenominator',
] as const;
const PERCENTS: readonly string[] = ['percent', 'high', 'moderate', 'atLeastPercent'];
const SPANS: readonly string[] = ['window', 'within'];

type RuleNumberName = (typeof NAMES)[number];

/** A number that an indicator's rule decides by. */
export interface RuleNumber {
  /** Dotted from the indicator, `denominator.anyOf.0.below`. */
  readonly path: string;
  readonly name: RuleNumberName;
  /** Which part of the definition it stands in. */
  readonly place: 'indicator' | 'denominator' | 'fulfilled' | 'target';
  /** Of what is measured, where several numbers are: `systolic`. */
  readonly field?: string;
  /** Of a span so many of its unit. */
  readonly value: number;
  /** Of a span: days or calendar months. */
  readonly unit?: 'd' | 'm';
}

/** The numbers of an indicator's rule, in the order in which the definition is read. */
export function ruleNumbers(indicator: Indicator): RuleNumber[] {
  const { window, denominator, evidence, value, target } = indicator;
  return [
    ...numbersIn({ denominator }, 'denominator'),
    ...numbersIn({ evidence, value }, 'fulfilled'),
    ...numbersIn({ window }, 'indicator'),
    ...numbersIn({ target }, 'target'),
  ];
}

function numbersIn(part: unknown, place: RuleNumber['place'], path = '', field?: string): RuleNumber[] {
  if (typeof part !== 'object' || part === null) return [];
  const ofField = 'field' in part && typeof part.field === 'string' ? part.field : field;
  return Object.entries(part).flatMap(([key, value]: [string, unknown]): RuleNumber[] => {
    const at = path === '' ? key : `${path}.${key}`;
    const name = NAMES.find((one) => one === key);
    const shared = { path: at, place, ...(ofField === undefined ? undefined : { field: ofField }) };
    if (name !== undefined && typeof value === 'number') return [{ ...shared, name, value }];
    if (name !== undefined && SPANS.includes(name) && typeof value === 'string')
      return [{ ...shared, name, value: Number.parseInt(value, 10), unit: value.endsWith('m') ? 'm' : 'd' }];
    return numbersIn(value, place, at, ofField);
  });
}

/** What is wrong with a number as it was written; undefined where nothing is. A comma is a decimal point. */
export function ruleNumberFault(
  { name }: RuleNumber,
  text: string,
): 'badSpan' | 'badPercent' | 'badNumber' | undefined {
  const value = numberIn(text);
  if (SPANS.includes(name)) return Number.isInteger(value) && value >= 1 ? undefined : 'badSpan';
  if (PERCENTS.includes(name) && name !== 'atLeastPercent')
    return value >= 0 && value <= 100 ? undefined : 'badPercent';
  return value >= 0 ? undefined : 'badNumber';
}

/** A number as it was written, with a point or a comma; NaN where it is none. */
export function numberIn(text: string): number {
  return /^\d{1,9}([.,]\d{1,6})?$/.test(text.trim()) ? Number(text.trim().replace(',', '.')) : Number.NaN;
}

/** A set of another version in which numbers of one indicator are others, named by their paths. */
export function withRuleNumbers(
  set: DefinitionSet,
  key: string,
  version: number,
  numbers: ReadonlyMap<string, number | string>,
): DefinitionSet {
  const changed = structuredClone({ ...set, version });
  const indicator = changed.indicators.find((one) => one.key === key);
  for (const [path, number] of numbers) put(indicator, path.split('.'), number);
  return changed;
}

function put(into: unknown, [key, ...rest]: readonly string[], value: number | string): void {
  if (key === undefined || typeof into !== 'object' || into === null || !Object.hasOwn(into, key)) return;
  const held = into as Record<string, unknown>;
  if (rest.length === 0) held[key] = value;
  else put(held[key], rest, value);
}
