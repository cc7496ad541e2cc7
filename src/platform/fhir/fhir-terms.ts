import { createHash } from 'node:crypto';
import type { DefinitionSet, IndicatorDefinition } from '../../kernel/definition';

const POPULATIONS = 'http://terminology.hl7.org/CodeSystem/measure-population';
const DATA_ABSENT_REASON = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason';
const IMPROVEMENT = 'http://terminology.hl7.org/CodeSystem/measure-improvement-notation';

/** The populations of a proportion measure that are counted here. */
export type PopulationCode = 'initial-population' | 'denominator' | 'denominator-exclusion' | 'numerator';

/** By which a population of a Measure's group is referred to. */
export const populationId = (code: PopulationCode): string => code;

/** A coded population, with its count where there is one. */
export function population(code: PopulationCode, count?: number): object {
  const counted = count === undefined ? undefined : { count };
  return { code: { coding: [{ system: POPULATIONS, code }] }, ...counted };
}

/** Whether more is better. */
export function improvementNotation({ direction }: Pick<IndicatorDefinition['target'], 'direction'>): object {
  return { coding: [{ system: IMPROVEMENT, code: direction === 'at-least' ? 'increase' : 'decrease' }] };
}

/** By whom numerators are divided: in a Measure and in its reports alike. */
export const DECIDING_SECTOR = {
  coding: [{ system: 'urn:rehabspor:stratifier', code: 'deciding-sector' }],
  text: 'deciding sector',
};

/**
 * The score of a proportion: from 0 to 1 and without a unit, as HL7 has it; or why there is none (a code of HL7's
 * data-absent-reason).
 */
export function proportion(score: number | 'unknown' | 'not-applicable'): object {
  return typeof score === 'number' ? { value: score } : { extension: [{ url: DATA_ABSENT_REASON, valueCode: score }] };
}

/** The canonical address of an indicator's Measure, without its version. */
export function measureUrl(set: DefinitionSet['set'], indicator: string): string {
  return `urn:rehabspor:measure:${set}:${indicator}`;
}

/** The canonical address of a set's Library of CQL, without its version; options of policies that are not the default make another. */
export function libraryUrl(
  { set, policies }: Pick<DefinitionSet, 'set' | 'policies'>,
  policy: Readonly<Record<string, string>>,
): string {
  const chosen = Object.entries(policy).filter(([name, option]) => policies[name]?.default !== option);
  return ['urn:rehabspor:library', set, ...chosen.map(([name, option]) => `${name}=${option}`)].join(':');
}

/** What every resource made under working definitions carries. */
export function labelMeta(label: string | undefined): { meta?: object } {
  return label === undefined ? {} : { meta: { tag: [{ system: 'urn:rehabspor:label', code: label }] } };
}

/** A name-based UUID (version 8, SHA-256): the same for the same name. */
function uuidOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}

/** A resource in a Bundle under an address made of its name. */
export function entryOf(name: string, resource: object): object {
  return { fullUrl: `urn:uuid:${uuidOf(name)}`, resource };
}
