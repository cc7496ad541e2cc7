import { FHIR_REFUSED_WORDS } from '../../../../kernel/words/fhir-files';
import { elementOf, elementsOf, extensionOf, textOf, type Element } from '../element';
import { COURSE_SYSTEM, identityIn } from '../identity';
import { extensionUrl } from '../../../../kernel/fhir-extension';
import type { Reading, ReadResource } from '../reading';
import { linked } from '../reference';
import { isOf, notOf, reporterOf, type Led } from '../reporter';
import { notSaid, RefusedHere, saidBy, type Said } from '../said';
import { dayAt, present, standingOf } from '../values';

/**
 * An EpisodeOfCare of a municipality as `municipality.start` and, where it is closed, `municipality.end`. A hospital's
 * is what its contacts belong to, and no event.
 */
export const readEpisodeOfCare: ReadResource = (episode, reading) =>
  readCourse(episode, [[episode['managingOrganization'], 'managingOrganization']], reading);

/** A CarePlan of a municipality as `municipality.start` and, where it is closed, `municipality.end`. */
export const readCarePlan: ReadResource = (plan, reading) => {
  const performers = elementsOf(plan['activity']).flatMap((activity, at) =>
    elementsOf(elementOf(activity['detail'])?.['performer']).map((performer): Led => [
      performer,
      `activity[${at}].detail.performer`,
    ]),
  );
  return readCourse(plan, [[plan['author'], 'author'], ...performers], reading);
};

function readCourse(course: Element, reporters: readonly Led[], reading: Reading): readonly Said[] {
  const type = String(course['resourceType']);
  const standing = standingOf(course, reading.terms);
  if (standing === 'passed') return [notSaid(`${type} ${String(course['status'])}`)];
  const source = reporterOf(reporters, course, reading);
  if (!isOf('municipality', source)) return [notOf(course, source)];
  if (standing === 'retracted') {
    const retracted = { is: 'registration', source, status: 'retracted', values: {} } as const;
    return [
      { ...retracted, kind: 'municipality.start' },
      { ...retracted, kind: 'municipality.end' },
    ];
  }
  return saidBy(
    () => startOf(course, source, reading),
    () => endOf(course, source, reading),
  );
}

function startOf(course: Element, source: string, reading: Reading): Said | undefined {
  const startedOn = dayAt(elementOf(course['period'])?.['start'], 'period.start');
  if (startedOn === undefined) return undefined;
  const values = present({
    courseId: identityIn(COURSE_SYSTEM, course),
    startedOn,
    referredOn: referredOn(course, reading),
    plannedSessions: sessions(course, 'planned-sessions') ?? plannedTimes(course),
  });
  return { is: 'registration', kind: 'municipality.start', source, status: 'active', values };
}

function endOf(course: Element, source: string, { terms }: Reading): Said | undefined {
  const closed = terms.outcomes.get(course['resourceType'] as string)?.get(course['status'] as string);
  if (closed === undefined) return undefined;
  const endedOn = dayAt(elementOf(course['period'])?.['end'], 'period.end');
  if (endedOn === undefined) throw new RefusedHere('period.end', FHIR_REFUSED_WORDS.noCourseEnd);
  const values = present({
    courseId: identityIn(COURSE_SYSTEM, course),
    endedOn,
    outcome: textOf(extensionOf(course, extensionUrl('outcome'))?.['valueCode']) ?? closed,
    reason: textOf(extensionOf(course, extensionUrl('reason'))?.['valueString']),
    attendedSessions: sessions(course, 'attended-sessions'),
    plannedSessions: sessions(course, 'planned-sessions') ?? plannedTimes(course),
  });
  return { is: 'registration', kind: 'municipality.end', source, status: 'active', values };
}

/** The day of the first referral that the course answers to. */
function referredOn(course: Element, reading: Reading): string | undefined {
  const [first] = elementsOf(course['referralRequest']);
  const request = linked(first, course, 'referralRequest[0]', reading);
  return (
    dayAt(request?.['authoredOn'], 'referralRequest[0].authoredOn') ??
    dayAt(extensionOf(course, extensionUrl('referred-on'))?.['valueDate'], 'extension')
  );
}

const sessions = (course: Element, name: string): unknown => extensionOf(course, extensionUrl(name))?.['valueInteger'];

/** How many times the first planned activity repeats. */
function plannedTimes(course: Element): unknown {
  const [activity] = elementsOf(course['activity']);
  const timing = elementOf(elementOf(activity?.['detail'])?.['scheduledTiming']);
  return elementOf(timing?.['repeat'])?.['count'];
}
