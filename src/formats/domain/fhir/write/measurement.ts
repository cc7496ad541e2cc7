import type { CodeableConcept, Observation, ObservationComponent, Quantity } from 'fhir/r4';
import { firstOf } from './hospital';
import {
  conceptOf,
  contactReference,
  dayOr,
  quantityOf,
  textOr,
  UNKNOWN_CONCEPT,
  wholeOr,
  type Data,
  type WriteResource,
  type WrittenCodes,
} from './writing';

/** R4 has every blood pressure among the vital signs. */
const VITAL_SIGNS: CodeableConcept = {
  coding: [{ system: 'http://terminology.hl7.org/CodeSystem/observation-category', code: 'vital-signs' }],
};

/** A measurement of any sector as an Observation. */
export const writeMeasurement: WriteResource = (data, { codes, source, subject, retracted }) => {
  const { measurements, phases } = codes.terms;
  const measured = data['kind'] === 'exercise-capacity' ? data['method'] : data['kind'];
  const category = measured === 'blood-pressure' ? VITAL_SIGNS : codes.concept(data['phase'], phases);
  const [encounter, effectiveDateTime] = [contactReference(data['contactId']), dayOr(data['measuredOn'])];
  return {
    resourceType: 'Observation',
    status: retracted ? 'entered-in-error' : 'final',
    ...(category && { category: [category] }),
    code: codes.concept(measured, measurements) ?? UNKNOWN_CONCEPT,
    subject,
    ...(encounter && { encounter }),
    ...(effectiveDateTime !== undefined && { effectiveDateTime }),
    performer: [codes.organisation(source)],
    ...valueOf(data, typeof measured === 'string' ? measured : '', codes),
  };
};

function valueOf(data: Data, measured: string, codes: WrittenCodes): Partial<Observation> {
  switch (measured) {
    case 'blood-pressure':
      return components(data, measured, ['systolic', 'diastolic'], codes);
    case 'hads':
      return components(data, measured, ['anxiety', 'depression'], codes);
    case 'smoking-status': {
      const valueCodeableConcept = codes.concept(data['value'], codes.terms.smoking);
      return valueCodeableConcept === undefined ? {} : { valueCodeableConcept };
    }
    case 'hjertekost': {
      const whole = wholeOr(data['score']);
      const valueQuantity = quantityOf(data['score'], measured, codes);
      return whole !== undefined ? { valueInteger: whole } : valueQuantity === undefined ? {} : { valueQuantity };
    }
    default: {
      const valueQuantity = quantityOf(data['value'], measured, codes);
      return valueQuantity === undefined ? {} : { valueQuantity };
    }
  }
}

function components(
  data: Data,
  measured: string,
  fields: readonly string[],
  codes: WrittenCodes,
): Partial<Observation> {
  const component = fields.flatMap((field): ObservationComponent[] => {
    const code = codes.concept(field, codes.terms.parts);
    const valueQuantity = quantityOf(data[field], measured, codes);
    return code === undefined || valueQuantity === undefined ? [] : [{ code, valueQuantity }];
  });
  return component.length === 0 ? {} : { component };
}

const BOUND = /^(<=|>=|<|>)(\d+(?:\.\d+)?)$/;

/** `laboratory.result` as an Observation: a bound as a quantity with its comparator. */
export const writeResult: WriteResource = (data, { codes, source, subject, retracted }) => {
  const code: CodeableConcept = conceptOf(firstOf(codes.terms.laboratory), data['npu']) ?? UNKNOWN_CONCEPT;
  const [quantity, effectiveDateTime] = [resultOf(data['value']), dayOr(data['sampledOn'])];
  const unit = textOr(data['unit']);
  return {
    resourceType: 'Observation',
    status: retracted ? 'entered-in-error' : 'final',
    code,
    subject,
    ...(effectiveDateTime !== undefined && { effectiveDateTime }),
    performer: [codes.organisation(source)],
    ...(quantity && { valueQuantity: { ...quantity, ...(unit !== undefined && { unit }) } }),
  };
};

function resultOf(value: unknown): Quantity | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? { value } : undefined;
  const [, comparator, number] = typeof value === 'string' ? (BOUND.exec(value) ?? []) : [];
  if (comparator === undefined) return undefined;
  return { value: Number(number), comparator: comparator as NonNullable<Quantity['comparator']> };
}
