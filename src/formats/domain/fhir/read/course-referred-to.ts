import { extensionOf, type Element } from '../element';
import { COURSE_EXTENSION, COURSE_SYSTEM, identityIn } from '../identity';
import type { Reading } from '../reading';
import { linked } from '../reference';

/** The course that a resource says it is part of, by R4's extension. */
export function courseReferredTo(resource: Element, reading: Reading): string | undefined {
  const reference = extensionOf(resource, COURSE_EXTENSION)?.['valueReference'];
  const course = linked(reference, resource, 'extension', reading);
  return course === undefined ? undefined : identityIn(COURSE_SYSTEM, course);
}
