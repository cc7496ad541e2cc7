import type { Day } from '../../../../kernel/day';
import { elementOf, elementsOf, textOf, type Element } from '../element';
import { codeIn, meaningOf, type Standing } from '../fhir-terms';
import { COURSE_SYSTEM, identityIn } from '../identity';
import type { Reading, ReadResource } from '../reading';
import { linked } from '../reference';
import { encounterOf, isOf, notOf, organisationOf, reporterOf, type Led } from '../reporter';
import { notSaid, type Said } from '../said';
import { dayAt, needed, present, standingOf, toldConcept } from '../values';
import { courseReferredTo } from './course-referred-to';
import { contactIdOf } from './encounter';

/**
 * A Procedure as `hospital.procedure` where a hospital reports it and `municipality.intervention` where a municipality
 * does. The encounter's provider reports; without one, the performer. An SKS code that a municipality sends is passed on
 * as it is: the intake refuses it (R04), and nothing is converted silently.
 */
export const readProcedure: ReadResource = (procedure, reading) => {
  const standing = standingOf(procedure, reading.terms);
  const encounter = encounterOf(procedure, reading);
  const performers: readonly Led[] = elementsOf(procedure['performer']).flatMap((performer, at): Led[] => [
    [performer['onBehalfOf'], `performer[${at}].onBehalfOf`],
    [performer['actor'], `performer[${at}].actor`],
  ]);
  const performer = organisationOf(performers, procedure, reading);
  const source =
    reading.reporter ??
    organisationOf([[encounter?.['serviceProvider'], 'encounter.serviceProvider']], encounter ?? procedure, reading) ??
    performer ??
    reporterOf([[undefined, 'performer']], procedure, reading);
  if (isOf('hospital', source)) {
    return [ofHospital(procedure, { standing, source, encounter, performer, reading })];
  }
  if (isOf('municipality', source)) return [ofMunicipality(procedure, { standing, source, encounter, reading })];
  return [notOf(procedure, source)];
};

interface Found {
  readonly standing: Standing;
  readonly source: string;
  readonly encounter: Element | undefined;
  readonly reading: Reading;
}

function ofHospital(
  procedure: Element,
  { standing, source, encounter, performer, reading }: Found & { readonly performer: string | undefined },
): Said {
  if (standing !== 'taken' && standing !== 'retracted') return notSaid(`Procedure ${String(procedure['status'])}`);
  const kind = 'hospital.procedure';
  if (standing === 'retracted') return { is: 'registration', kind, source, status: 'retracted', values: {} };
  const code = codeIn(procedure['code'], reading.terms.procedures);
  if (code === undefined) return notSaid(toldConcept('Procedure', procedure['code']));
  const values = present({
    contactId: encounter === undefined ? undefined : contactIdOf(encounter),
    courseId: courseReferredTo(procedure, reading),
    code,
    performedOn: needed(performedOn(procedure), 'performedDateTime'),
    purpose: meaningOf(procedure['category'], reading.terms.purposes),
    performedBy: performer === source ? undefined : performer,
  });
  return { is: 'registration', kind, source, status: 'active', values };
}

function ofMunicipality(procedure: Element, { standing, source, encounter, reading }: Found): Said {
  if (standing === 'passed') return notSaid(`Procedure ${String(procedure['status'])}`);
  const kind = 'municipality.intervention';
  if (standing === 'retracted') return { is: 'registration', kind, source, status: 'retracted', values: {} };
  const { interventions, forms, procedures } = reading.terms;
  const intervention = meaningOf(procedure['code'], interventions);
  const code = codeIn(procedure['code'], procedures);
  if (intervention === undefined && code === undefined) return notSaid(toldConcept('Procedure', procedure['code']));
  const [performer] = elementsOf(procedure['performer']);
  const values = present({
    code,
    courseId: courseReferredTo(procedure, reading) ?? courseOfContact(encounter, reading),
    kind: intervention,
    form: meaningOf(procedure['category'], forms),
    deliveredOn: needed(performedOn(procedure), 'performedDateTime'),
    profession: textOf(elementOf(performer?.['function'])?.['text']),
    attended: standing === 'not-done' ? false : undefined,
  });
  return { is: 'registration', kind, source, status: 'active', values };
}

function courseOfContact(encounter: Element | undefined, reading: Reading): string | undefined {
  if (encounter === undefined) return undefined;
  const [first] = elementsOf(encounter['episodeOfCare']);
  const course = linked(first, encounter, 'encounter.episodeOfCare[0]', reading);
  return course === undefined ? undefined : identityIn(COURSE_SYSTEM, course);
}

const performedOn = (procedure: Element): Day | undefined =>
  dayAt(procedure['performedDateTime'], 'performedDateTime') ??
  dayAt(elementOf(procedure['performedPeriod'])?.['start'], 'performedPeriod.start');
