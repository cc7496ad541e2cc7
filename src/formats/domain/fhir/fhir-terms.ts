import type { HadsScoring } from '../hads';
import type { Organisation, Scheme } from '../../../kernel/organisation';
import type { Element } from './element';
import { codingsOf, textOf } from './element';

/** Codes with their meaning, by code system. */
export type Coded<T extends string = string> = ReadonlyMap<string, ReadonlyMap<string, T>>;

/** Whether what a resource says has happened. */
export type Standing = 'taken' | 'retracted' | 'not-done' | 'passed' | 'refuted';

/** What FHIR's codes mean here (contracts/formats/fhir), ready to be looked up. */
export interface FhirTerms {
  readonly cpr: string;
  readonly replacements: ReadonlySet<string>;
  readonly organisations: ReadonlyMap<string, Scheme>;
  readonly municipalityOfAddress: string;
  readonly municipalityCodes: string;
  readonly diagnoses: ReadonlySet<string>;
  readonly procedures: ReadonlySet<string>;
  readonly laboratory: ReadonlySet<string>;
  readonly medicines: ReadonlySet<string>;
  readonly statuses: Coded<Standing>;
  readonly outcomes: Coded;
  readonly verification: Coded<Standing>;
  readonly modes: Coded;
  readonly diagnosisRoles: Coded;
  readonly interventions: Coded;
  readonly forms: Coded;
  readonly purposes: Coded;
  readonly phases: Coded;
  readonly smoking: Coded;
  readonly measurements: Coded;
  readonly parts: Coded;
  readonly units: ReadonlyMap<string, readonly string[]>;
  readonly questionnaires: ReadonlyMap<string, string>;
  readonly hads: HadsScoring;
}

/** The system under which every organisation is written by its name here. */
export const ORGANISATION_SYSTEM = 'urn:rehabspor:organisation';

/** What the first of a concept's codings that is known means. */
export function meaningOf<T extends string>(concept: unknown, coded: Coded<T>): T | undefined {
  for (const coding of codingsOf(concept)) {
    const meaning = meaningOfCoding(coding, coded);
    if (meaning !== undefined) return meaning;
  }
  return undefined;
}

/** What a coding means. */
export function meaningOfCoding<T extends string>(coding: Element, coded: Coded<T>): T | undefined {
  return coded.get(coding['system'] as string)?.get(coding['code'] as string);
}

/** The code of a concept in one of these systems. */
export function codeIn(concept: unknown, systems: ReadonlySet<string>): string | undefined {
  for (const coding of codingsOf(concept)) {
    if (systems.has(coding['system'] as string)) return textOf(coding['code']);
  }
  return undefined;
}

/** The organisation that an identifier names, or undefined where its system is none of organisations. */
export function organisationNamed(identifier: Element, terms: FhirTerms): Organisation | undefined {
  const value = textOf(identifier['value']);
  if (value === undefined) return undefined;
  const system = identifier['system'];
  if (system === ORGANISATION_SYSTEM) return value;
  const scheme = terms.organisations.get(system as string);
  return scheme === undefined ? undefined : `${scheme}:${value}`;
}
