import { PRESCRIPTION_REGISTER } from '../../../../kernel/organisation';
import { elementsOf } from '../element';
import { codeIn } from '../fhir-terms';
import type { ReadResource } from '../reading';
import { isOf, notOf, organisationOf, type Led } from '../reporter';
import { notSaid } from '../said';
import { dayAt, needed, standingOf, toldConcept } from '../values';

/**
 * A MedicationDispense with an ATC code as `pharmacy.dispensing` of the prescription register. What a hospital hands out
 * is in no register, and not taken.
 */
export const readMedicationDispense: ReadResource = (dispense, reading) => {
  const { terms } = reading;
  const performers = elementsOf(dispense['performer']).map((performer, at): Led => [
    performer['actor'],
    `performer[${at}].actor`,
  ]);
  const source =
    reading.reporter ?? organisationOf(performers, dispense, reading) ?? reading.source ?? PRESCRIPTION_REGISTER;
  const standing = standingOf(dispense, terms);
  if (standing === 'passed') return [notSaid(`MedicationDispense ${String(dispense['status'])}`)];
  if (!isOf('pharmacy', source)) return [notOf(dispense, source)];
  const kind = 'pharmacy.dispensing';
  if (standing === 'retracted') return [{ is: 'registration', kind, source, status: 'retracted', values: {} }];
  const atc = codeIn(dispense['medicationCodeableConcept'], terms.medicines);
  if (atc === undefined) return [notSaid(toldConcept('MedicationDispense', dispense['medicationCodeableConcept']))];
  const day = dayAt(dispense['whenHandedOver'], 'whenHandedOver') ?? dayAt(dispense['whenPrepared'], 'whenPrepared');
  const values = { atc, dispensedOn: needed(day, 'whenHandedOver') };
  return [{ is: 'registration', kind, source, status: 'active', values }];
};
