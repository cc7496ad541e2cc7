import { elementOf, elementsOf, type Element } from '../element';
import { meaningOfCoding } from '../fhir-terms';
import { CONTACT_SYSTEM, COURSE_SYSTEM, identityIn } from '../identity';
import type { Reading, ReadResource } from '../reading';
import { linked } from '../reference';
import { isOf, notOf, reporterOf } from '../reporter';
import { notSaid } from '../said';
import { dayAt, dayNeeded, present, standingOf } from '../values';

/**
 * An Encounter as `hospital.contact`: its `class` gives the mode, its `period` the days, its first `episodeOfCare` the
 * course. Encounters of others than hospitals are no contacts here.
 */
export const readEncounter: ReadResource = (encounter, reading) => {
  const standing = standingOf(encounter, reading.terms);
  if (standing === 'passed') return [notSaid(`Encounter ${String(encounter['status'])}`)];
  const source = reporterOf([[encounter['serviceProvider'], 'serviceProvider']], encounter, reading);
  if (!isOf('hospital', source)) return [notOf(encounter, source)];
  const kind = 'hospital.contact';
  if (standing === 'retracted') return [{ is: 'registration', kind, source, status: 'retracted', values: {} }];
  const period = elementOf(encounter['period']);
  const values = present({
    contactId: contactIdOf(encounter),
    courseId: courseIdOf(encounter, reading),
    mode: meaningOfCoding(elementOf(encounter['class']) ?? {}, reading.terms.modes),
    startedOn: dayNeeded(period?.['start'], 'period.start'),
    endedOn: dayAt(period?.['end'], 'period.end'),
  });
  return [{ is: 'registration', kind, source, status: 'active', values }];
};

/** The identity of a contact, the same wherever it is referred to. */
export const contactIdOf = (encounter: Element): string | undefined => identityIn(CONTACT_SYSTEM, encounter);

/** The course of a contact, by its first `episodeOfCare`. */
function courseIdOf(encounter: Element, reading: Reading): string | undefined {
  const [first] = elementsOf(encounter['episodeOfCare']);
  const course = linked(first, encounter, 'episodeOfCare[0]', reading);
  return course === undefined ? undefined : identityIn(COURSE_SYSTEM, course);
}
