import type { EventKind } from '../../../../kernel/event-kinds';
import { LAB_DATABASE, schemeOf, type Organisation, type Scheme } from '../../../../kernel/organisation';
import { elementOf, elementsOf, textOf, type Element } from '../element';
import { codeIn, meaningOf } from '../fhir-terms';
import type { Reading, ReadResource } from '../reading';
import { encounterOf, notOf, organisationOf, reporterOf, type Led } from '../reporter';
import { notSaid, type Said } from '../said';
import { dayAt, needed, present, standingOf, toldConcept } from '../values';
import { contactIdOf } from './encounter';
import { measuredValues } from './measured';
import { resultOf } from './quantity';

const KIND_BY_SCHEME: ReadonlyMap<Scheme | undefined, EventKind> = new Map([
  ['hospital', 'hospital.measurement'],
  ['municipality', 'municipality.measurement'],
  ['general-practice', 'general-practice.measurement'],
] as const);

/**
 * An Observation as a measurement of the sector of who performed it. With an NPU code and no performer of a sector it is
 * a `laboratory.result` of the laboratory database; a hospital's own LDL stays the hospital's (the intake knows R18).
 * A part of a measurement that stands alone, such as a systolic pressure, is none.
 */
export const readObservation: ReadResource = (observation, reading) => {
  const { terms } = reading;
  const standing = standingOf(observation, terms);
  if (standing === 'passed') return [notSaid(`Observation ${String(observation['status'])}`)];
  if (meaningOf(observation['code'], terms.parts) !== undefined) {
    return [notSaid(toldConcept('Observation', observation['code']))];
  }
  const encounter = encounterOf(observation, reading);
  const performers = elementsOf(observation['performer']).map((performer, at): Led => [performer, `performer[${at}]`]);
  const performer =
    reading.reporter ??
    organisationOf(performers, observation, reading) ??
    organisationOf(
      [[encounter?.['serviceProvider'], 'encounter.serviceProvider']],
      encounter ?? observation,
      reading,
    ) ??
    reading.source;
  const npu = codeIn(observation['code'], terms.laboratory);
  if (npu !== undefined && (performer === undefined || schemeOf(performer) === 'laboratory')) {
    return [laboratoryResult(observation, npu, standing === 'retracted', performer ?? LAB_DATABASE)];
  }
  const measured = meaningOf(observation['code'], terms.measurements);
  if (measured === undefined && standing !== 'retracted') {
    return [notSaid(toldConcept('Observation', observation['code']))];
  }
  const source = performer ?? reporterOf(performers, observation, reading);
  const kind = KIND_BY_SCHEME.get(schemeOf(source));
  if (kind === undefined) return [notOf(observation, source)];
  if (standing === 'retracted') return [{ is: 'registration', kind, source, status: 'retracted', values: {} }];
  return [measurement(observation, { kind, source, measured: measured as string, encounter, reading })];
};

interface Found {
  readonly kind: EventKind;
  readonly source: Organisation;
  readonly measured: string;
  readonly encounter: Element | undefined;
  readonly reading: Reading;
}

function measurement(observation: Element, { kind, source, measured, encounter, reading }: Found): Said {
  if (observation['dataAbsentReason'] !== undefined) return notSaid('Observation without a value (dataAbsentReason)');
  const value = measuredValues(observation, measured, reading.terms);
  if (value === undefined) return notSaid(toldConcept('Observation value', observation['valueCodeableConcept']));
  const values = present({
    contactId: encounter === undefined ? undefined : contactIdOf(encounter),
    measuredOn: needed(effectiveOn(observation), 'effectiveDateTime'),
    ...value,
  });
  return { is: 'registration', kind, source, status: 'active', values };
}

function laboratoryResult(observation: Element, npu: string, retracted: boolean, source: Organisation): Said {
  const kind = 'laboratory.result';
  if (retracted) return { is: 'registration', kind, source, status: 'retracted', values: {} };
  if (observation['dataAbsentReason'] !== undefined) return notSaid('Observation without a value (dataAbsentReason)');
  const quantity = elementOf(observation['valueQuantity']);
  const values = present({
    npu,
    value: needed(resultOf(observation), 'valueQuantity'),
    unit: needed(textOf(quantity?.['unit']) ?? textOf(quantity?.['code']), 'valueQuantity.unit'),
    sampledOn: needed(effectiveOn(observation), 'effectiveDateTime'),
  });
  return { is: 'registration', kind, source, status: 'active', values };
}

const effectiveOn = (observation: Element): string | undefined =>
  dayAt(observation['effectiveDateTime'], 'effectiveDateTime') ??
  dayAt(observation['effectiveInstant'], 'effectiveInstant') ??
  dayAt(elementOf(observation['effectivePeriod'])?.['start'], 'effectivePeriod.start');
