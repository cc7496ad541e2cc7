import { elementOf, elementsOf, textOf, type Element } from './element';

/** The system of a registration's `recordId`, before the organisation that reports it. */
export const RECORD_SYSTEM = 'urn:rehabspor:record:';
/** The system of a `contactId`. */
export const CONTACT_SYSTEM = 'urn:rehabspor:contact';
/** The system of a `courseId`. */
export const COURSE_SYSTEM = 'urn:rehabspor:course';
/** R4's extension by which a resource says its course. */
export const COURSE_EXTENSION = 'http://hl7.org/fhir/StructureDefinition/workflow-episodeOfCare';

const PASSED = new Set(['old', 'temp']);

/** The identity of a registration: the resource's business identifier, else its type and id; undefined without both. */
export function recordOf(resource: Element): string | undefined {
  const identifiers = identifiersOf(resource);
  for (const identifier of identifiers) {
    const value = textOf(identifier['value']);
    if (value !== undefined && !PASSED.has(identifier['use'] as string)) return value;
  }
  const id = textOf(resource['id']);
  return id === undefined ? undefined : `${String(resource['resourceType'])}/${id}`;
}

/** The identity of a contact or a course: the identifier of that system, else as a registration's. */
export function identityIn(system: string, resource: Element): string | undefined {
  for (const identifier of identifiersOf(resource)) {
    if (identifier['system'] === system) return textOf(identifier['value']);
  }
  return recordOf(resource);
}

/** The identifiers of a resource, of which a QuestionnaireResponse has only one. */
export function identifiersOf(resource: Element): readonly Element[] {
  const { identifier } = resource;
  if (Array.isArray(identifier)) return elementsOf(identifier);
  const one = elementOf(identifier);
  return one === undefined ? [] : [one];
}
