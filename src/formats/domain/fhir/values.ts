import { danishDay, isDay, type Day } from '../../../kernel/day';
import { parseInstant } from '../../../kernel/instant';
import { maskCpr } from '../../../kernel/cpr-text';
import { FHIR_REFUSED_WORDS } from '../../../kernel/words/fhir-files';
import { codingsOf, textOf, type Element } from './element';
import type { FhirTerms, Standing } from './fhir-terms';
import { RefusedHere } from './said';

/** The Danish day of a date or dateTime; undefined where none stands. Throws where it is a year, a month or no date. */
export function dayAt(value: unknown, path: string): Day | undefined {
  if (value === undefined || value === null) return undefined;
  const text = textOf(value);
  if (text !== undefined && isDay(text)) return text;
  const instant = text === undefined ? undefined : parseInstant(text);
  if (instant === undefined) throw new RefusedHere(path, FHIR_REFUSED_WORDS.notDay({ element: path }));
  return danishDay(instant);
}

/** As `dayAt`, where a day must stand. */
export function dayNeeded(value: unknown, path: string): Day {
  return needed(dayAt(value, path), path);
}

/** The value that must stand at a path; throws where none does. */
export function needed<T>(value: T | undefined, path: string): T {
  if (value === undefined) throw new RefusedHere(path, FHIR_REFUSED_WORDS.missing({ element: path }));
  return value;
}

/** How the status of a resource is taken; throws for one that is missing or that R4 does not know. */
export function standingOf(resource: Element, terms: FhirTerms): Standing {
  const status = needed(textOf(resource['status']), 'status');
  const standing = terms.statuses.get(resource['resourceType'] as string)?.get(status);
  if (standing === undefined) throw new RefusedHere('status', FHIR_REFUSED_WORDS.unknownStatus({ element: 'status' }));
  return standing;
}

/** A concept in the words in which it is told as not mapped: type, code and system, without a CPR number. */
export function toldConcept(type: string, concept: unknown): string {
  const [coding] = codingsOf(concept);
  const code = coding === undefined ? undefined : textOf(coding['code']);
  if (code === undefined) return `${type} without a code`;
  return maskCpr(`${type} ${code} (${textOf(coding?.['system']) ?? 'no system'})`);
}

/** Fields without those that are undefined. */
export function present(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const kept: Record<string, unknown> = {};
  for (const name in fields) if (fields[name] !== undefined) kept[name] = fields[name];
  return kept;
}
