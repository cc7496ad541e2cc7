import { schemeOf, type Organisation, type Scheme } from '../../../kernel/organisation';
import { FHIR_REFUSED_WORDS } from '../../../kernel/words/fhir-files';
import { textOf, type Element } from './element';
import { organisationNamed } from './fhir-terms';
import { identifiersOf } from './identity';
import type { Reading } from './reading';
import { linked } from './reference';
import { notSaid, RefusedHere, type NotSaid } from './said';

/** A reference that may lead to an organisation, with its path. */
export type Led = readonly [reference: unknown, path: string];

const MOST_STEPS = 5;

/** The first organisation that these references lead to; undefined where they lead to none that is known by a number. */
export function organisationOf(
  references: readonly Led[],
  holder: Element,
  reading: Reading,
): Organisation | undefined {
  for (const [reference, path] of references) {
    const target = linked(reference, holder, path, reading);
    const found = target === undefined ? undefined : nameOf(target, path, reading, MOST_STEPS);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The organisation itself, the one a role is held in, or the one that an organisation without a number is part of. */
function nameOf(target: Element, path: string, reading: Reading, steps: number): Organisation | undefined {
  for (const identifier of identifiersOf(target)) {
    const organisation = organisationNamed(identifier, reading.terms);
    if (organisation !== undefined) return organisation;
  }
  if (target['resourceType'] === 'Patient') return 'patient:pro';
  const next = target['resourceType'] === 'PractitionerRole' ? target['organization'] : target['partOf'];
  const parent = steps === 0 ? undefined : linked(next, target, path, reading);
  return parent === undefined ? undefined : nameOf(parent, path, reading, steps - 1);
}

/**
 * Who reports: whom the references lead to, else who was named at the import; throws where nobody is. An event of ours
 * says it itself.
 */
export function reporterOf(references: readonly Led[], holder: Element, reading: Reading): Organisation {
  const reporter = reading.reporter ?? organisationOf(references, holder, reading) ?? reading.source;
  if (reporter !== undefined) return reporter;
  const path = references[0]?.[1] ?? 'meta';
  throw new RefusedHere(path, FHIR_REFUSED_WORDS.noReporter({ element: path }));
}

/** The references of the encounter that a resource belongs to, for who runs it. */
export function encounterOf(resource: Element, reading: Reading): Element | undefined {
  return linked(resource['encounter'], resource, 'encounter', reading);
}

/** What a type of resource means nothing of when such an organisation reports it. */
export function notOf(resource: Element, source: Organisation): NotSaid {
  return notSaid(`${textOf(resource['resourceType'])} of ${schemeOf(source) ?? 'another organisation'}`);
}

/** True when a source is of this scheme. */
export const isOf = (scheme: Scheme, source: Organisation): boolean => schemeOf(source) === scheme;
