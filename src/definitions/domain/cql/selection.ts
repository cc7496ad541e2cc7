import type { Limit, SelectedFacts } from '../../../kernel/definition';
import { decimal, listOf, quoted } from './cql-text';

/** Findings that do not hinder a service from counting under the policy, by kind of fact. */
export type Waived = (fact: string) => readonly string[];

/** Kinds of fact that something can hinder from counting. */
const SERVICES = new Set([
  'participation',
  'diet',
  'smoking-cessation',
  'training',
  'patient-education',
  'psychosocial',
]);

/** The facts a selector means, in order, as an expression; `where` narrows them further. */
export function factsSelected(selector: SelectedFacts, waived: Waived, where: readonly string[]): string {
  const conditions = [...conditionsOf(selector, waived), ...where];
  return `"${selector.fact} facts" F\n  where ${conditions.join('\n    and ')}\n  return all F`;
}

function conditionsOf(selector: SelectedFacts, waived: Waived): string[] {
  const { fact, sector, from, atc, npu, unit, phase, outcomes, known } = selector;
  return [
    ...(sector === undefined ? [] : [`F.sector = ${quoted(sector)}`]),
    ...(from === undefined ? [] : [`F.happenedOn >= @${from}`]),
    ...(atc === undefined ? [] : [`"Has prefix"(F.atc, ${listOf(atc)})`]),
    ...(npu === undefined ? [] : [`F.npu in ${listOf(npu)}`]),
    ...(unit === undefined ? [] : [`F.unit = ${quoted(unit.toLowerCase())}`]),
    ...(phase === undefined ? [] : [`F.phase = ${quoted(phase)}`]),
    ...(outcomes === undefined ? [] : [`F.outcome in ${listOf(outcomes)}`]),
    ...(known === true ? [`F.status != 'unknown'`] : []),
    ...(SERVICES.has(fact) ? [counts(waived(fact))] : []),
  ];
}

const counts = (waived: readonly string[]): string =>
  waived.length === 0
    ? 'not exists (F.hindrances H where H is not null)'
    : `not exists (F.hindrances H where H is not null and not (H in ${listOf(waived)}))`;

/** Facts of the pathway on a day of a span, from its first day on. */
export const within = (from: string, last: string): readonly string[] => [
  `F.happenedOn >= ${from}`,
  `F.happenedOn <= ${last}`,
  'F.happenedOn <= "Last day of the pathway"',
];

/** The last day of a span on which facts count: not after the as-of day. */
export const through = (end: string): string => `"Earlier"(${end}, "As of day")`;

/** Whether a number of a fact lies within a limit. */
export function isWithin(fact: string, { field, below, atLeast, atMost }: Limit): string {
  const number = `${fact}.${field}`;
  const bounds = [
    ...(below === undefined ? [] : [`${number} < ${decimal(below)}`]),
    ...(atLeast === undefined ? [] : [`${number} >= ${decimal(atLeast)}`]),
    ...(atMost === undefined ? [] : [`${number} <= ${decimal(atMost)}`]),
  ];
  return bounds.length === 0 ? `${number} is not null` : bounds.join(' and ');
}
