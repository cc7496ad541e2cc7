import { FHIR_REFUSED_WORDS } from '../../../../kernel/words/fhir-files';
import { elementOf, elementsOf, textOf, type Element } from '../element';
import { codeIn, meaningOf, type Standing } from '../fhir-terms';
import type { Reading, ReadResource } from '../reading';
import { encounterOf, isOf, notOf, reporterOf } from '../reporter';
import { notSaid, RefusedHere } from '../said';
import { dayAt, needed, present, toldConcept } from '../values';
import { courseReferredTo } from './course-referred-to';
import { contactIdOf } from './encounter';

/**
 * A Condition with an SKS diagnosis as `hospital.diagnosis`. Its role stands in `category`, else in the encounter's
 * `diagnosis.use` (`rank` 1 is the action diagnosis, others are side diagnoses). A refuted one stays and is marked, as
 * in LPR; an unconfirmed one is none.
 */
export const readCondition: ReadResource = (condition, reading) => {
  const { terms } = reading;
  const standing = verificationOf(condition, reading);
  if (standing === 'passed') return [notSaid(toldConcept('Condition', condition['verificationStatus']))];
  const encounter = encounterOf(condition, reading);
  const source = whoGave(condition, encounter, reading);
  if (!isOf('hospital', source)) return [notOf(condition, source)];
  const kind = 'hospital.diagnosis';
  if (standing === 'retracted') return [{ is: 'registration', kind, source, status: 'retracted', values: {} }];
  const code = codeIn(condition['code'], terms.diagnoses);
  if (code === undefined) return [notSaid(toldConcept('Condition', condition['code']))];
  const values = present({
    contactId: encounter === undefined ? undefined : contactIdOf(encounter),
    courseId: courseReferredTo(condition, reading),
    code,
    role: roleOf(condition, encounter, reading),
    diagnosedOn: diagnosedOn(condition, encounter),
    refuted: standing === 'refuted' ? true : undefined,
  });
  return [{ is: 'registration', kind, source, status: 'active', values }];
};

const verificationOf = (condition: Element, { terms }: Reading): Standing =>
  condition['verificationStatus'] === undefined
    ? 'taken'
    : (meaningOf(condition['verificationStatus'], terms.verification) ?? 'passed');

function whoGave(condition: Element, encounter: Element | undefined, reading: Reading): string {
  const own = [
    [condition['recorder'], 'recorder'],
    [condition['asserter'], 'asserter'],
  ] as const;
  if (encounter === undefined) return reporterOf(own, condition, reading);
  const provider = [encounter['serviceProvider'], 'encounter.serviceProvider'] as const;
  return encounter['serviceProvider'] === undefined
    ? reporterOf(own, condition, reading)
    : reporterOf([provider], encounter, reading);
}

function roleOf(condition: Element, encounter: Element | undefined, { terms }: Reading): string {
  for (const category of elementsOf(condition['category'])) {
    const role = meaningOf(category, terms.diagnosisRoles);
    if (role !== undefined) return role;
  }
  const use = encounter === undefined ? undefined : useOf(condition, encounter);
  const role = use === undefined ? undefined : (meaningOf(use['use'], terms.diagnosisRoles) ?? rankOf(use['rank']));
  if (role === undefined) throw new RefusedHere('category', FHIR_REFUSED_WORDS.noRole);
  return role;
}

/** What the encounter says of this condition. */
function useOf(condition: Element, encounter: Element): Element | undefined {
  const id = textOf(condition['id']);
  if (id === undefined) return undefined;
  return elementsOf(encounter['diagnosis']).find((diagnosis) => {
    const reference = textOf(elementOf(diagnosis['condition'])?.['reference']);
    return (
      reference !== undefined && (reference === id || reference.endsWith(`/${id}`) || reference.endsWith(`:${id}`))
    );
  });
}

const rankOf = (rank: unknown): string | undefined => (typeof rank !== 'number' ? undefined : rank === 1 ? 'A' : 'B');

function diagnosedOn(condition: Element, encounter: Element | undefined): string {
  const day =
    dayAt(condition['recordedDate'], 'recordedDate') ??
    dayAt(condition['onsetDateTime'], 'onsetDateTime') ??
    dayAt(elementOf(encounter?.['period'])?.['start'], 'encounter.period.start');
  return needed(day, 'recordedDate');
}
