import type { CodeableConcept, Coding, FhirResource, Quantity, Reference } from 'fhir/r4';
import { isDay } from '../../../../kernel/day';
import { identifierOf, schemeOf, type Organisation } from '../../../../kernel/organisation';
import type { WrittenEvent } from '../../written-event';
import { ORGANISATION_SYSTEM, type Coded, type FhirTerms } from '../fhir-terms';
import { CONTACT_SYSTEM, COURSE_SYSTEM } from '../identity';

/** The data of an event. */
export type Data = WrittenEvent['data'];

/** What a resource is written with beside the event's data. */
export interface Writing {
  readonly codes: WrittenCodes;
  readonly source: Organisation;
  readonly subject: Reference;
  readonly retracted: boolean;
}

/** Writes an event's data as a resource, without what every resource of ours has. */
export type WriteResource = (data: Data, writing: Writing) => FhirResource;

/** The coding that is written for a meaning: the first of the table. */
export class WrittenCodes {
  private readonly tables = new Map<Coded, ReadonlyMap<string, Coding>>();
  private readonly systems: ReadonlyMap<string, string>;

  constructor(readonly terms: FhirTerms) {
    this.systems = new Map([...terms.organisations].map(([system, scheme]) => [scheme, system]));
  }

  /** The concept with a meaning, or undefined where the table has none. */
  concept(meaning: unknown, table: Coded): CodeableConcept | undefined {
    const coding = this.coding(meaning, table);
    return coding === undefined ? undefined : { coding: [coding] };
  }

  /** The coding with a meaning. */
  coding(meaning: unknown, table: Coded): Coding | undefined {
    let known = this.tables.get(table);
    if (known === undefined) {
      known = inverse(table);
      this.tables.set(table, known);
    }
    return known.get(meaning as string);
  }

  /** An organisation by its official number, else by its name here. */
  organisation(organisation: Organisation): Reference {
    const scheme = schemeOf(organisation);
    const system = scheme === undefined ? undefined : this.systems.get(scheme);
    return {
      type: 'Organization',
      identifier:
        system === undefined
          ? { system: ORGANISATION_SYSTEM, value: organisation }
          : { system, value: identifierOf(organisation) },
    };
  }
}

function inverse(table: Coded): ReadonlyMap<string, Coding> {
  const codings = new Map<string, Coding>();
  for (const [system, codes] of table) {
    for (const [code, meaning] of codes) if (!codings.has(meaning)) codings.set(meaning, { system, code });
  }
  return codings;
}

/** A day that can stand where FHIR wants a date. */
export const dayOr = (value: unknown): string | undefined =>
  typeof value === 'string' && isDay(value) ? value : undefined;

/** A text that can stand where FHIR wants one. */
export const textOr = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined;

/** A whole number that FHIR's `integer` holds. */
export const wholeOr = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isInteger(value) && Math.abs(value) < 2 ** 31 ? value : undefined;

const UCUM = 'http://unitsofmeasure.org';

/** A number in the unit of what is measured; undefined where it is none. */
export function quantityOf(value: unknown, measured: string, { terms }: WrittenCodes): Quantity | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value)) return undefined;
  const code = terms.units.get(measured)?.[0];
  return code === undefined ? { value } : { value, unit: code, system: UCUM, code };
}

/** A concept of one code, without the blanks around it that FHIR has no place for. */
export const conceptOf = (system: string, code: unknown): CodeableConcept | undefined => {
  const text = textOr(code)?.trim();
  return text === undefined || /\s/.test(text) ? undefined : { coding: [{ system, code: text }] };
};

/** What stands where an element must be, and the event does not say it. */
export const UNKNOWN_CONCEPT: CodeableConcept = {
  coding: [{ system: 'http://terminology.hl7.org/CodeSystem/data-absent-reason', code: 'unknown' }],
};

/** The contact of a record, by its identity. */
export const contactReference = (contactId: unknown): Reference | undefined =>
  logical('Encounter', CONTACT_SYSTEM, contactId);

/** The course of a record, by its identity. */
export const courseReference = (courseId: unknown): Reference | undefined =>
  logical('EpisodeOfCare', COURSE_SYSTEM, courseId);

function logical(type: string, system: string, id: unknown): Reference | undefined {
  const value = textOr(id);
  return value === undefined ? undefined : { type, identifier: { system, value } };
}
